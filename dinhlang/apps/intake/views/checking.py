"""The reading room: the original and what was read of it, side by side, and each step by which a person checks."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.intake import access, actions, queries
from dinhlang.apps.intake.forms import CheckForm, HeaderForm, NamingForm, ReportForm
from dinhlang.apps.intake.models import Document, Mark
from dinhlang.apps.intake.rules import contradict
from dinhlang.apps.intake.views.room import FORM, back, next_place, shown
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import key_of
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts
from dinhlang.look.forms import ReasonForm


@guarded(access.may_take_in)
def checking(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The room. `?viec=` opens a task, `?bo=` asks why it is dropped, `?phan=` opens the header, `?bao-cao=` a duty."""
    one = access.document_to_mark(request.user, pk)
    if not one.is_open:
        return redirect("intake:document", one.pk)
    asked = key_of(request.GET.get("viec", ""))
    current = one.marks.standing().filter(pk=asked).first() if asked is not None else None
    return shown(request, one, current=current)


@guarded(access.may_take_in)
@require_POST
def accepting(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One task is right as it was read, or all of which the machine was so sure."""
    one = access.document_to_mark(request.user, pk)
    if "many" in request.POST:
        number = actions.accept_many(
            one, at_least=_share(request.POST.get("at_least", "")), by=request.user, now=clock.now()
        )
        said = ngettext("Đã nhận %(n)s nhiệm vụ.", "Đã nhận %(n)s nhiệm vụ.", number) % {"n": number}
        messages.success(request, said)
        return back(request, one, at="nhiem-vu")
    asked, _colon, seen = request.POST.get("mark", "").partition(":")
    mark = _mark(request, pk, key_of(asked))
    at = next_place(request, one, mark.pk)
    actions.accept(mark, seen=key_of(seen) or 0, by=request.user, now=clock.now())
    return back(request, one, at=at)


def _share(typed: str) -> float:
    try:
        return min(1.0, max(0.0, float(typed)))
    except ValueError:
        return 1.0


def _mark(request: HttpRequest, pk: int, mark_pk: int | None) -> Mark:
    if mark_pk is None:
        raise Http404
    return access.mark_for(request.user, pk, mark_pk)


@guarded(access.may_take_in)
def mending(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """Say a task in other words, part it, or join it with the next. Asked quietly, it only tells how a time is read."""
    mark = access.mark_for(request.user, pk, mark_pk)
    one = mark.document
    if request.method != "POST":
        return back(request, one, viec=mark.pk, at=FORM)
    if "preview" in request.POST:
        return _preview(request, one, mark)
    form = CheckForm(request.POST, instance=mark)
    if not form.is_valid():
        return shown(request, one, current=mark, form=form)
    try:
        after = _mended(request, mark, form)
    except Refusal as refusal:
        refusal.beside(form)
        newer = _as_kept(mark)
        if newer.version != form.cleaned_data["seen"]:  # shown beside what was typed; saving again is then meant
            form.data = {**{name: form.data.get(name) for name in form.data}, "seen": str(newer.version)}
            return shown(request, one, current=newer, form=form, newer=newer)
        return shown(request, one, current=newer, form=form)
    return drafts.done(after, f"check-{mark.pk}")


def _as_kept(mark: Mark) -> Mark:
    """The mark as it stands, under a form that still holds what was typed."""
    kept = Mark.objects.filter(pk=mark.pk).first()
    return kept if kept is not None else mark


def _preview(request: HttpRequest, one: Document, mark: Mark) -> HttpResponse:
    form = CheckForm(request.POST, instance=mark)
    form.is_valid()
    told = _when_typed(mark, form)
    if request.headers.get("Sec-Fetch-Dest") == "empty":
        return render(request, "intake/when.html", {"when": told})
    return shown(request, one, current=mark, form=form, when=told)


def _when_typed(mark: Mark, form: CheckForm) -> dict[str, Any]:
    """The same of what is typed, before it is kept."""
    typed = form.cleaned_data
    added = actions.added_to_time(mark, {name: typed[name] for name in ("begins", "rhythm") if name in typed})
    return actions.timing_as_read(typed.get("time_words", ""), mark.document, **added)


def _mended(request: HttpRequest, mark: Mark, form: CheckForm) -> HttpResponseBase:
    one, now = mark.document, clock.now()
    words = {name: value for name, value in form.cleaned_data.items() if name != "seen"}
    mark = actions.correct(mark, seen=form.cleaned_data["seen"], by=request.user, now=now, **words)
    if "merge" in request.POST:
        mark = actions.join_with_next(mark, by=request.user, now=now)
        return back(request, one, viec=mark.pk, at=FORM)
    if "split" in request.POST:
        at = key_of(request.POST.get("at", "") or request.POST.get("start", "")) or -1
        _first, second = actions.split_mark(mark, at=at, by=request.user, now=now)
        return back(request, one, viec=second.pk, at=FORM)
    messages.success(request, _("Đã lưu nhiệm vụ."))
    return back(request, one, at=next_place(request, one, mark.pk) if "next" in request.POST else f"viec-{mark.pk}")


@guarded(access.may_take_in)
@require_POST
def dropping(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """It is no task, and why."""
    mark = access.mark_for(request.user, pk, mark_pk)
    at, seen = next_place(request, mark.document, mark.pk), key_of(request.POST.get("seen", "")) or 0
    reason = request.POST.get("reason", "")
    actions.drop(mark, reason=reason, seen=seen, by=request.user, now=clock.now())
    messages.success(request, _("Đã bỏ nhiệm vụ; có thể lấy lại ở cuối trang."))
    return back(request, mark.document, at=at)


@guarded(access.may_take_in)
@require_POST
def taking_back(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """It is a task after all."""
    mark = access.mark_for(request.user, pk, mark_pk)
    actions.take_back(mark, by=request.user, now=clock.now())
    return back(request, mark.document, at=f"viec-{mark.pk}")


@guarded(access.may_take_in)
@require_POST
def adding(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What was chosen with the mouse, or lines by their numbers, is a task that the machine did not see."""
    one = access.document_to_mark(request.user, pk)
    start, end = (key_of(request.POST.get(name, "")) for name in ("start", "end"))
    if start is None or end is None or start >= end:
        start, end = _lines_typed(request, one)
    mark = actions.add_stretch(one, start=start, end=end, by=request.user, now=clock.now())
    messages.success(request, _("Đã thêm nhiệm vụ; máy đã đọc ai làm, khi nào từ lời của đoạn ấy. Hãy kiểm rồi lưu."))
    return back(request, one, viec=mark.pk, at=FORM)


def _lines_typed(request: HttpRequest, one: Document) -> tuple[int, int]:
    first, last = (key_of(request.POST.get(name, "")) or 0 for name in ("first", "last"))
    return actions.stretch_of_lines(one, first=first, last=last)


@guarded(access.may_take_in)
@require_POST
def heading(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The header and the foot of the document, corrected or found right."""
    one = access.document_to_mark(request.user, pk)
    form = HeaderForm(request.POST, document=one, today=clock.today())
    if form.is_valid():
        seen = form.cleaned_data["seen"]
        facts = {"facts": form.facts, "values": form.values, "by": request.user, "now": clock.now()}
        try:
            actions.correct_header(one, seen=seen, **facts)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã lưu phần đầu văn bản."))
            return drafts.done(back(request, one, at="phan-dau"), f"header-{one.pk}")
    return shown(request, one, header=form)


@guarded(access.may_take_in)
@require_POST
def reporting(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """A standing duty to report, corrected or found right."""
    one, form = access.document_to_mark(request.user, pk), ReportForm(request.POST)
    if number >= len(one.said.get("reports") or []):
        raise Http404
    if not form.is_valid():
        return shown(request, one, report=form, opened_report=number)
    actions.correct_report(one, number=number, **form.cleaned_data, by=request.user, now=clock.now())
    messages.success(request, _("Đã lưu chế độ báo cáo."))
    return back(request, one, at="bao-cao")


@guarded(access.may_take_in)
@require_POST
def dropping_report(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """It is no duty to report, and why."""
    one, form = access.document_to_mark(request.user, pk), ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    seen = key_of(request.POST.get("seen", "")) or 0
    actions.drop_report(one, number=number, reason=reason, seen=seen, by=request.user, now=clock.now())
    messages.success(request, _("Đã bỏ chế độ báo cáo."))
    return back(request, one, at="bao-cao")


@guarded(access.may_take_in)
@require_POST
def naming(request: HttpRequest, pk: int) -> HttpResponseBase:
    """That name means this unit; it is left as words; or what was said of it is taken back."""
    one = access.document_to_mark(request.user, pk)
    words, facts = request.POST.get("words", ""), {"by": request.user, "now": clock.now()}
    if "forget" in request.POST:
        actions.forget_who(one, words=words, **facts)
        return back(request, one, at="ten-co-quan")
    if "leave_all" in request.POST:
        return _left(request, one)
    form = NamingForm({"words": words, "unit": request.POST.get("guess") or request.POST.get("unit", "")})
    unit = form.cleaned_data.get("unit") if form.is_valid() else None
    if unit is None and "leave" not in request.POST:
        if not one.is_open:
            return back(request, one)
        trouble = " ".join(str(error) for errors in form.errors.values() for error in errors)
        trouble = trouble or _("Hãy chọn đơn vị, hoặc bấm “Để nguyên chữ”.")
        typed = {"words": words, "unit": request.POST.get("unit", ""), "trouble": trouble}
        return shown(request, one, typed=typed, shows_names=True)
    named = actions.say_who(one, words=words, unit=None if "leave" in request.POST else unit, **facts)
    if named.unit is not None and contradict(units.name_key(words), units.name_key(named.unit.full_name)):
        said = _("Đã ghi “%(words)s” là %(unit)s, nhưng hai tên khác cấp. Xem lại ở “tên đã rõ”.")
        messages.warning(request, said % {"words": words, "unit": named.unit.full_name})
    return back(request, one, at="ten-co-quan")


def _left(request: HttpRequest, one: Document) -> HttpResponseBase:
    """All names that are still unknown stay as words; a guess is a question of its own."""
    room = queries.room_of(one, queries.Bodies(one, day=actions.day_for(one)))
    number = actions.leave_all(one, names=queries.unknown_names(room), by=request.user, now=clock.now())
    said = ngettext("Đã để nguyên chữ %(n)s tên.", "Đã để nguyên chữ %(n)s tên.", number) % {"n": number}
    messages.success(request, said)
    return back(request, one, at="ten-co-quan")
