"""Views that a person saved: listed, opened by their address, dropped."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dinhlang.apps.overview import access, actions
from dinhlang.apps.overview.forms import SavingForm
from dinhlang.apps.overview.models import SavedView
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal


@guarded(access.may_look)
def views(request: HttpRequest) -> HttpResponse:
    """All of one's own."""
    person: Any = request.user
    return render(request, "overview/views.html", {"views": SavedView.objects.filter(person=person)})


@guarded(access.may_look)
def saving(request: HttpRequest) -> HttpResponseBase:
    """A name for an address; without a name the page asks for one."""
    form = SavingForm(
        request.POST if request.method == "POST" else None, initial={"address": request.GET.get("trang", "")}
    )
    if request.method == "POST" and form.is_valid():
        try:
            view = actions.save_view(**form.cleaned_data, by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã lưu cách xem “%(name)s”.") % {"name": view.name})
            return redirect("overview:views")
    return render(request, "overview/saving.html", {"form": form})


@require_POST
@guarded(access.may_look)
def dropping(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The name goes, the address goes on to work."""
    actions.drop_view(access.view_of(request.user, pk), by=request.user, now=clock.now())
    messages.success(request, _("Đã bỏ cách xem."))
    return redirect("overview:views")
