"""What is done to marks: each page takes a form, does one thing, and leads back to the place in the text."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.intake import access, actions, queries
from dinhlang.apps.intake.forms import MarkForm
from dinhlang.apps.intake.models import Document, Mark
from dinhlang.apps.intake.rules import LINES_A_PAGE, paragraphs
from dinhlang.apps.intake.views.documents import removed_key, shown
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts


def _number(typed: str | None) -> int:
    """A number from a form; what is none gives -1, which no text has."""
    return int(typed) if typed and typed.isascii() and typed.isdigit() and len(typed) < 9 else -1


def _back(one: Document, mark: Mark | None = None, *, place: int | None = None) -> HttpResponseBase:
    """To the document, its mark open, at the paragraph."""
    address = reverse("intake:document", args=[one.pk])
    if mark is not None:
        address, place = f"{address}?nhiem-vu={mark.pk}", mark.start
    if place is None:
        return redirect(address)
    number = queries.line_at(paragraphs(one.text), place) + 1
    if mark is None and number > LINES_A_PAGE:
        address = f"{address}?dong={number}"
    return redirect(f"{address}#doan-{number}")


@guarded(access.may_take_in)
@require_POST
def marking(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What was chosen with the mouse, else the ticked paragraphs, become tasks."""
    one = access.document_to_mark(request.user, pk)
    start, end = _number(request.POST.get("start")), _number(request.POST.get("end"))
    if 0 <= start < end:
        marks = [actions.mark_stretch(one, start=start, end=end, by=request.user, now=clock.now())]
    else:
        marks = actions.mark_paragraphs(
            one,
            numbers=[_number(number) for number in request.POST.getlist("paragraph")],
            one_each="one_each" in request.POST,
            by=request.user,
            now=clock.now(),
        )
    request.session.pop(removed_key(one), None)
    said = ngettext("Đã đánh dấu %(n)s nhiệm vụ.", "Đã đánh dấu %(n)s nhiệm vụ.", len(marks)) % {"n": len(marks)}
    messages.success(request, said)
    return _back(one, marks[0]) if len(marks) == 1 else _back(one, place=marks[0].start)


def _word(request: HttpRequest, mark: Mark) -> MarkForm:
    """Keep what was typed in the mark's form, so that no button beside it loses words."""
    form = MarkForm(request.POST, instance=mark)
    if form.is_valid():
        try:
            actions.change_mark(mark, **form.cleaned_data, by=request.user, now=clock.now())
        except actions.CannotMark as refusal:
            refusal.beside(form)
    return form


def _then(request: HttpRequest, mark: Mark, act: Any = None) -> HttpResponseBase:
    """Keep the words, do one more thing if asked, and come to its mark, or to the place if it has none; a wrong field
    is shown beside it.
    """
    form = _word(request, mark)
    if not form.is_valid():
        return shown(request, mark.document, current=mark, form=form)
    try:
        after = act() if act else mark
    except Refusal as refusal:
        messages.error(request, str(refusal))
        after = mark
    request.session.pop(removed_key(mark.document), None)
    return drafts.done(_back(mark.document, after, place=mark.start), f"mark-{mark.pk}")


@guarded(access.may_take_in)
@require_POST
def wording(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """Say the task, its bodies and its time."""
    mark = access.mark_for(request.user, pk, mark_pk)
    answer = _then(request, mark, (lambda: queries.next_of(mark)) if "next" in request.POST else None)
    if answer.status_code == 302:
        messages.success(request, _("Đã lưu nhiệm vụ."))
    return answer


@guarded(access.may_take_in)
@require_POST
def giving(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """One click lets a line, or what was chosen with the mouse, say who leads, who helps, or when."""
    mark = access.mark_for(request.user, pk, mark_pk)
    part, _colon, place = request.POST.get("give", "").partition(":")
    start, end = _number(request.POST.get("start")), _number(request.POST.get("end"))
    line = next((p for p in paragraphs(mark.document.text) if p.number == _number(place)), None)
    if line is not None:
        start, end = line.start, line.end
    return _then(
        request,
        mark,
        lambda: actions.give_words(mark, part=part, start=start, end=end, by=request.user, now=clock.now()),
    )


@guarded(access.may_take_in)
@require_POST
def splitting(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """Part a task in two; the second one opens."""
    mark = access.mark_for(request.user, pk, mark_pk)
    at = _number(request.POST.get("at") or request.POST.get("start"))
    return _then(request, mark, lambda: actions.split_mark(mark, at=at, by=request.user, now=clock.now())[1])


@guarded(access.may_take_in)
@require_POST
def joining(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """Make a task and the next one a single one."""
    mark = access.mark_for(request.user, pk, mark_pk)
    return _then(request, mark, lambda: actions.join_with_next(mark, by=request.user, now=clock.now()))


@guarded(access.may_take_in)
@require_POST
def removing(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """It is no task after all; the page offers to undo."""
    mark = access.mark_for(request.user, pk, mark_pk)
    place = mark.start
    request.session[removed_key(mark.document)] = actions.remove_mark(mark, by=request.user, now=clock.now())
    return drafts.done(_back(mark.document, place=place), f"mark-{mark_pk}")


@guarded(access.may_take_in)
@require_POST
def putting_back(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Undo the latest removal."""
    one = access.document_to_mark(request.user, pk)
    facts = request.session.pop(removed_key(one), None)
    if facts is None:
        messages.error(request, _("Không còn gì để hoàn tác."))
        return _back(one)
    return _back(one, actions.put_back(one, facts=facts, by=request.user, now=clock.now()))
