"""The gallery of components and the switch of light and dark."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from dinhlang.base.guard import anyone
from dinhlang.base.ways import is_ours
from dinhlang.look import examples

THEMES = ("light", "dark", "auto")
A_YEAR = 365 * 24 * 60 * 60


@anyone("it shows components, nothing of anyone; outside development and demo it asks to sign in")
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    if not (settings.DEBUG or settings.DEMO or request.user.is_authenticated):
        raise Http404
    form = examples.ExampleForm(request.POST or None, initial=examples.INITIAL)
    if request.method == "POST" and form.is_valid():
        messages.success(request, _("Đã lưu. Phòng trưng bày này không giữ lại gì."))
    return render(request, "look/gallery.html", examples.context(form, request.GET))


@anyone("light or dark is anybody's choice; a colour needs no token, so that public pages carry none")
@csrf_exempt
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponseBase:
    """Remember light, dark or auto in a cookie and go back."""
    onward = request.POST.get("next", "")
    if not is_ours(onward, request):
        onward = "/"
    response = redirect(onward)
    theme = request.POST.get("theme")
    response.set_cookie("theme", theme if theme in THEMES else "auto", max_age=A_YEAR, samesite="Lax")
    return response
