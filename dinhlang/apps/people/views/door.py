"""The door: signing in and out."""

from typing import cast
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from dinhlang.apps.people import actions
from dinhlang.apps.people.forms import SignInForm
from dinhlang.apps.people.models import How, Person
from dinhlang.apps.people.queries import accounts_to_try
from dinhlang.apps.people.views.second_factor import here, let_in
from dinhlang.base import clock
from dinhlang.base.guard import anyone
from dinhlang.base.pace import address_of
from dinhlang.base.refusal import Refusal
from dinhlang.base.ways import is_ours

BY_SERVER = "came_by_identity_server"


@anyone("whoever signs in is not yet signed in")
@sensitive_post_parameters("password")
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; the answer never tells which accounts exist."""
    if request.user.is_authenticated and request.method != "POST":
        return redirect(_onward(request))
    form = SignInForm(request.POST or None, initial={"username": request.GET.get("username", "")[:60]})
    if request.method == "POST" and form.is_valid() and (person := _recognised(request, form)):
        return let_in(request, person, how=How.PASSWORD, is_shared=form.cleaned_data["shared"], onward=_onward(request))
    to_try = accounts_to_try(day=clock.today()) if settings.DEMO else {}
    asked = request.POST.get("next", request.GET.get("next", ""))
    context = {"form": form, "next": asked, "accounts_to_try": to_try}
    context["server"] = actions.name_of_server() if actions.has_server() else ""
    options, signed = actions.ask_at_the_door(host=here(request)["host"], now=clock.now())
    context["passkey"] = {"options": options, "asked": signed}
    return render(request, "people/sign_in.html", context)


def _recognised(request: HttpRequest, form: SignInForm) -> Person | None:
    """By name and password; every answer takes as long, whoever exists and whoever has to wait."""
    username = form.cleaned_data["username"]
    try:
        with actions.trying(username, address_of(request), now=clock.now()):
            if person := authenticate(request, username=username, password=form.cleaned_data["password"]):
                return cast(Person, person)
            raise Refusal(
                _("Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy xem lại chữ hoa, chữ thường và bộ gõ tiếng Việt.")
            )
    except Refusal as refusal:
        refusal.beside(form)
    return None


def _onward(request: HttpRequest) -> str:
    """The page that was asked for, if it is one of ours."""
    return _asked(request) or resolve_url(settings.LOGIN_REDIRECT_URL)


def _asked(request: HttpRequest) -> str:
    asked = request.POST.get("next", request.GET.get("next", ""))
    return asked if is_ours(asked, request) else ""


@anyone("signing out twice does no harm")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; nothing of it stays. To let somebody else in, the door opens at once, to the same page."""
    by_server = request.session.get(BY_SERVER)
    logout(request)
    list(messages.get_messages(request))  # what was still to be said was meant for who goes
    if by_server:  # else whoever comes next could come in as this person, without being asked
        return redirect("people:left")
    if "switch" not in request.POST:
        return redirect(settings.LOGOUT_REDIRECT_URL)
    asked = _asked(request)
    return redirect(resolve_url(settings.LOGIN_URL) + (f"?{urlencode({'next': asked})}" if asked else ""))
