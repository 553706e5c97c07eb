"""Browsers that are told: the person's own list of them, one asked for, one dropped."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dinhlang.apps.reminders import access, actions
from dinhlang.apps.reminders.forms import BrowserForm
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal


@require_POST
@guarded(access.may_look)
def telling(request: HttpRequest) -> HttpResponse:
    """This browser asks to be told; its own program filled the form in when the person pressed the button."""
    person: Any = request.user
    form = BrowserForm(request.POST)
    try:
        if not form.is_valid():
            raise actions.CannotPush(_("Trình duyệt chưa cho địa chỉ nhận thông báo. Xin bấm lại nút trên trang này."))
        name = _browser_of(request)
        actions.tell_browser(**form.cleaned_data, name=name, by=person, now=clock.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Máy này sẽ nhận thông báo khi có lời nhắc."))
    return redirect("reminders:wishing")


@require_POST
@guarded(access.may_look)
def leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """It is told no more, by one press."""
    person: Any = request.user
    actions.leave_browser(address=access.browser_for(person, pk), by=person, now=clock.now())
    messages.success(request, _("Máy ấy không còn nhận thông báo."))
    return redirect("reminders:wishing")


def _browser_of(request: HttpRequest) -> str:
    """What a person knows a browser by, out of what it calls itself; nothing more of that is kept."""
    told = request.headers.get("User-Agent", "")
    kinds = {"Edg/": "Edge", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
    systems = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS"}
    kind = next((name for sign, name in kinds.items() if sign in told), _("trình duyệt"))
    system = next((name for sign, name in {**systems, "Linux": "Linux"}.items() if sign in told), "")
    return f"{kind}, {system}" if system else kind
