"""One's own data: what one may ask, what became of it, who looked."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.people import public as people
from dinhlang.apps.privacy import access, actions, queries
from dinhlang.apps.privacy.forms import AskForm, CorrectForm
from dinhlang.apps.privacy.models import Kind
from dinhlang.base import clock
from dinhlang.base.guard import signed_in
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal

FACTS = ("full_name", "honorific", "email", "phone")


@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """What I may ask, my requests, my consents."""
    person = cast(people.Person, request.user)
    context = {
        "requests": queries.requests_of(person),
        "consents": queries.consents_of(person),
        "looks": queries.looks_at(person).count(),
        "today": clock.today(),
    }
    return render(request, "privacy/mine.html", context)


@signed_in
def asking(request: HttpRequest) -> HttpResponse:
    """Ask to see, correct, restrict, erase, or object."""
    person = cast(people.Person, request.user)
    asked = request.GET.get("loai", "")
    form = AskForm(request.POST or None, initial={"kind": asked if asked in Kind.values else ""})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.ask(person=person, now=clock.now(), **form.cleaned_data)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã gửi yêu cầu. Trang này cho biết ai trả lời và hạn nào."))
            return redirect("privacy:request", made.pk)
    return render(request, "privacy/asking.html", {"form": form})


@signed_in
def correcting(request: HttpRequest) -> HttpResponse:
    """Correct one's own name and ways to be reached."""
    person = cast(people.Person, request.user)
    form = CorrectForm(request.POST or None, initial={name: getattr(person, name) for name in FACTS})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.correct_myself(person, facts=form.cleaned_data, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            said = _("Đã sửa. Họ tên mới chờ người quản trị xem.") if made else _("Đã sửa thông tin của bạn.")
            messages.success(request, said)
            return redirect("privacy:mine")
    return render(request, "privacy/correcting.html", {"form": form})


@signed_in
def taking_back(request: HttpRequest, pk: int) -> HttpResponse:
    """No longer wanted."""
    person = cast(people.Person, request.user)
    found = access.own_request(person, pk)
    if request.method == "POST":
        actions.take_back(found, by=person, now=clock.now())
        messages.success(request, _("Đã rút lại yêu cầu."))
        return redirect("privacy:mine")
    return render(request, "privacy/taking_back.html", {"asked": found})


@signed_in
def looks(request: HttpRequest) -> HttpResponse:
    """Who looked at my data: when, which page, why they may."""
    page = page_of(request, queries.looks_at(cast(people.Person, request.user)))
    shown = [(look, queries.PAGES.get(look.page, look.page), queries.WHYS.get(look.why, look.why)) for look in page]
    return render(request, "privacy/looks.html", {"page": page, "looks": shown})
