"""The reading room: the original and what was read of it, side by side, and each step by which a person checks."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from dinhlang.apps.intake import access, actions, queries
from dinhlang.apps.intake.forms import NEAR, CheckForm, HeaderForm, NamingForm, ReasonForm, ReportForm
from dinhlang.apps.intake.models import Document, Mark, Reading
from dinhlang.apps.intake.rules import contradict, paragraphs
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import key_of
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts

TO_CHECK = "can-kiem"
SHARES = (95, 90, 80, 70)
MOST_PAGES = 60
KEPT = ("xep", "loc")
"""How the person wants the list; every step leads back to it as it was."""
FORM = "id_text"
"""A form that opens is come to at its first field: so the browser itself puts the focus there."""


@guarded(access.may_take_in)
def checking(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The room. `?viec=` opens a task, `?bo=` asks why it is dropped, `?phan=` opens the header, `?bao-cao=` a duty."""
    one = access.document_to_mark(request.user, pk)
    if not one.is_open:
        return redirect("intake:document", one.pk)
    asked = key_of(request.GET.get("viec", ""))
    current = one.marks.standing().filter(pk=asked).first() if asked is not None else None
    return shown(request, one, current=current)


def shown(request: HttpRequest, one: Document, *, current: Mark | None = None, **forms: Any) -> HttpResponse:
    """The page, with at most one form open."""
    bodies = queries.Bodies(one, day=actions.day_for(one))
    room = queries.room_of(one, bodies)
    order, only = _order(request), request.GET.get("loc") == TO_CHECK
    reports = one.said.get("reports") or []
    opened = key_of(request.GET.get("bao-cao", ""))
    if current is not None:
        current.document = one
        forms.setdefault("form", CheckForm(instance=current))
    if request.GET.get("phan") == "dau":
        forms.setdefault("header", HeaderForm(document=one, today=clock.today()))
    if opened is not None and opened < len(reports):
        forms.setdefault("report", _report_form(one, reports[opened]))
    context = {
        "document": one,
        "room": room,
        "creating": _creating(request, bodies, room.names),
        "unknown_names": sum(name.kind != "guess" for name in room.names),
        "cards": queries.ordered(room.cards, order=order, to_check=only),
        "cited": queries.bases_of(one, person=request.user),
        "issuer_read": bodies.meant(str(one.said.get("issuer") or "")) if not one.issuer else None,
        "reports": reports,
        "opened_report": opened,
        "current": current,
        "cuts": queries.cuts_of(current) if current else [],
        "when": _when_kept(current) if current else {},
        "dropping": key_of(request.GET.get("bo", "")),
        "order": order,
        "only": only,
        "kept": _kept(request),
        "shares": _shares(room),
        "units_near": queries.units_near(request.user) if forms or room.names or room.settled else [],
        "shows_names": "ten" in request.GET,
        "near": NEAR,
        "reading": (reading := queries.in_work(one)),
        "pages": [] if any(part.page for part in room.parts) else _pages(one, reading),
        "unchecked": _unchecked(one, room),
        **forms,
    }
    return render(request, "intake/checking.html", context)


def _creating(
    request: HttpRequest, bodies: queries.Bodies, names: list[queries.Meaning]
) -> list[tuple[queries.Meaning, str]]:
    """Each name with the address of the form for a new unit, which begins with what the name tells of itself.

    No address for whoever may not create units there.
    """
    ways = queries.creations_of(bodies, names) if names else {}
    return [(one, _address_of_creation(request, ways[one.words])) for one in names]


def _address_of_creation(request: HttpRequest, way: queries.Creation) -> str:
    if not request.user.may(people.Word.UNITS_CHANGE, at=way.parent.path):
        return ""
    return f"{reverse('register:act', args=[way.parent.code, 'them'])}?{urlencode(way.asked)}"


def _unchecked(one: Document, room: queries.Room) -> list[tuple[str, str]]:
    """What besides the tasks nobody has looked at, each with its place on the page."""
    reports = one.said.get("reports") or []
    number = sum(not report.get("checked") for report in reports)
    found = [("phan-dau", _("phần đầu và cuối"))] if "facts" not in one.checked else []
    if number:
        found.append(("bao-cao", ngettext("%(n)s chế độ báo cáo", "%(n)s chế độ báo cáo", number) % {"n": number}))
    if room.names:
        n = len(room.names)
        found.append(("ten-co-quan", ngettext("%(n)s tên cơ quan", "%(n)s tên cơ quan", n) % {"n": n}))
    return found


def _pages(one: Document, reading: Reading | None) -> range:
    """The pages of the original that can be shown beside its words; those of a long one at its own file."""
    has_pages = one.file is not None and one.file.content_type == "application/pdf" and reading is not None
    return range(1, min(reading.pages, MOST_PAGES) + 1 if has_pages and reading else 1)


def _order(request: HttpRequest) -> str:
    asked = request.GET.get("xep")
    return asked if asked in (queries.FIRST_SURE, queries.IN_ORDER) else queries.FIRST_SURE


def _kept(request: HttpRequest, **more: Any) -> str:
    return urlencode({**{name: request.GET[name] for name in KEPT if request.GET.get(name)}, **more})


def _back(request: HttpRequest, one: Document, *, at: str = "", **more: Any) -> HttpResponseBase:
    query = _kept(request, **more)
    address = reverse("intake:checking", args=[one.pk]) + (f"?{query}" if query else "")
    return redirect(f"{address}#{at}" if at else address)


def _next(request: HttpRequest, one: Document, pk: int) -> str:
    """The place of the next task to check, in the list as the person has it; the list's head at the end."""
    following = queries.next_to_check(one, pk, order=_order(request))
    return f"viec-{following}" if following else "nhiem-vu"


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
        return _back(request, one, at="nhiem-vu")
    asked, _colon, seen = request.POST.get("mark", "").partition(":")
    mark = _mark(request, pk, key_of(asked))
    at = _next(request, one, mark.pk)
    actions.accept(mark, seen=key_of(seen) or 0, by=request.user, now=clock.now())
    return _back(request, one, at=at)


def _shares(room: queries.Room) -> list[tuple[str, int, int]]:
    """From which confidence on all may be accepted together, and how many that would be."""
    waiting = [card.mark.confidence or 0.0 for card in room.cards if card.mark.waits]
    return [(f"{share / 100:.2f}", share, sum(sure >= share / 100 for sure in waiting)) for share in SHARES]


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
        return _back(request, one, viec=mark.pk, at=FORM)
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


def _when_kept(mark: Mark) -> dict[str, Any]:
    """How the time of a task is understood, with what a person added to its words."""
    return actions.timing_as_read(mark.time_words, mark.document, **actions.kept_by_hand(mark))


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
        return _back(request, one, viec=mark.pk, at=FORM)
    if "split" in request.POST:
        at = key_of(request.POST.get("at", "") or request.POST.get("start", "")) or -1
        _first, second = actions.split_mark(mark, at=at, by=request.user, now=now)
        return _back(request, one, viec=second.pk, at=FORM)
    messages.success(request, _("Đã lưu nhiệm vụ."))
    return _back(request, one, at=_next(request, one, mark.pk) if "next" in request.POST else f"viec-{mark.pk}")


@guarded(access.may_take_in)
@require_POST
def dropping(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """It is no task, and why."""
    mark = access.mark_for(request.user, pk, mark_pk)
    at, seen = _next(request, mark.document, mark.pk), key_of(request.POST.get("seen", "")) or 0
    reason = request.POST.get("reason", "")
    actions.drop(mark, reason=reason, seen=seen, by=request.user, now=clock.now())
    messages.success(request, _("Đã bỏ nhiệm vụ; có thể lấy lại ở cuối trang."))
    return _back(request, mark.document, at=at)


@guarded(access.may_take_in)
@require_POST
def taking_back(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """It is a task after all."""
    mark = access.mark_for(request.user, pk, mark_pk)
    actions.take_back(mark, by=request.user, now=clock.now())
    return _back(request, mark.document, at=f"viec-{mark.pk}")


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
    return _back(request, one, viec=mark.pk, at=FORM)


def _lines_typed(request: HttpRequest, one: Document) -> tuple[int, int]:
    """From one line to another, by the numbers beside the original; one number alone is one line."""
    first, last = (key_of(request.POST.get(name, "")) or 0 for name in ("first", "last"))
    lines = paragraphs(one.text)
    if not 1 <= first <= len(lines) or last > len(lines) or 0 < last < first:
        words = _("Hãy ghi số dòng từ 1 đến %(most)s, dòng đầu trước dòng cuối, như số bên trái bản gốc.")
        raise actions.CannotMark(words % {"most": len(lines)})
    return lines[first - 1].start, lines[max(first, last) - 1].end


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
            return drafts.done(_back(request, one, at="phan-dau"), f"header-{one.pk}")
    return shown(request, one, header=form)


def _report_form(one: Document, report: dict[str, Any]) -> ReportForm:
    time_words = (report.get("timing") or {}).get("text") or ""
    said = {"text": report.get("text"), "reporter": report.get("from"), "to": report.get("to")}
    return ReportForm(initial={**said, "via": report.get("via"), "time_words": time_words, "seen": one.version})


@guarded(access.may_take_in)
@require_POST
def reporting(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """A standing duty to report, corrected or found right."""
    one, form = access.document_to_mark(request.user, pk), ReportForm(request.POST)
    reports = list(one.said.get("reports") or [])
    if number >= len(reports):
        raise Http404
    if not form.is_valid():
        return shown(request, one, report=form, opened_report=number)
    typed = form.cleaned_data
    timing = reports[number].get("timing") or {}
    if typed["time_words"] != (timing.get("text") or ""):
        timing = actions.timing_as_read(typed["time_words"], one)
        timing.pop("days", None)
    facts = {"text": typed["text"], "from": typed["reporter"], "to": typed["to"], "via": typed["via"], "timing": timing}
    reports[number] = {**reports[number], **facts, "checked": True}
    actions.correct_said(one, values={"reports": reports}, seen=typed["seen"], by=request.user, now=clock.now())
    messages.success(request, _("Đã lưu chế độ báo cáo."))
    return _back(request, one, at="bao-cao")


@guarded(access.may_take_in)
@require_POST
def dropping_report(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """It is no duty to report, and why."""
    one, form = access.document_to_mark(request.user, pk), ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    seen = key_of(request.POST.get("seen", "")) or 0
    actions.drop_report(one, number=number, reason=reason, seen=seen, by=request.user, now=clock.now())
    messages.success(request, _("Đã bỏ chế độ báo cáo."))
    return _back(request, one, at="bao-cao")


@guarded(access.may_take_in)
@require_POST
def naming(request: HttpRequest, pk: int) -> HttpResponseBase:
    """That name means this unit; it is left as words; or what was said of it is taken back."""
    one = access.document_to_mark(request.user, pk)
    words, facts = request.POST.get("words", ""), {"by": request.user, "now": clock.now()}
    if "forget" in request.POST:
        actions.forget_who(one, words=words, **facts)
        return _back(request, one, at="ten-co-quan")
    if "leave_all" in request.POST:
        return _left(request, one)
    form = NamingForm({"words": words, "unit": request.POST.get("guess") or request.POST.get("unit", "")})
    unit = form.cleaned_data.get("unit") if form.is_valid() else None
    if unit is None and "leave" not in request.POST:
        if not one.is_open:
            return _back(request, one)
        trouble = " ".join(str(error) for errors in form.errors.values() for error in errors)
        trouble = trouble or _("Hãy chọn đơn vị, hoặc bấm “Để nguyên chữ”.")
        typed = {"words": words, "unit": request.POST.get("unit", ""), "trouble": trouble}
        return shown(request, one, typed=typed, shows_names=True)
    named = actions.say_who(one, words=words, unit=None if "leave" in request.POST else unit, **facts)
    if named.unit is not None and contradict(units.name_key(words), units.name_key(named.unit.full_name)):
        said = _("Đã ghi “%(words)s” là %(unit)s, nhưng hai tên khác cấp. Xem lại ở “tên đã rõ”.")
        messages.warning(request, said % {"words": words, "unit": named.unit.full_name})
    return _back(request, one, at="ten-co-quan")


def _left(request: HttpRequest, one: Document) -> HttpResponseBase:
    """All names that are still unknown stay as words; a guess is a question of its own."""
    room = queries.room_of(one, queries.Bodies(one, day=actions.day_for(one)))
    names = [name.words for name in room.names if name.kind != "guess"]
    number = actions.leave_all(one, names=names, by=request.user, now=clock.now())
    said = ngettext("Đã để nguyên chữ %(n)s tên.", "Đã để nguyên chữ %(n)s tên.", number) % {"n": number}
    messages.success(request, said)
    return _back(request, one, at="ten-co-quan")
