"""The page of the reading room: what it shows, and how one comes back to the place where one was."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.intake import actions, queries
from dinhlang.apps.intake.forms import NEAR, CheckForm, HeaderForm, ReportForm
from dinhlang.apps.intake.models import Document, Mark, Reading
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.listing import key_of, page_of

TO_CHECK = "can-kiem"
CARDS = 12
"""Tasks on one page: so many that a telephone shows them at once, folded."""
NAMES = 8
"""Names of bodies that are asked about at once."""
WHOLE = "het"
SHARES = (95, 90, 80, 70)
MOST_PAGES = 60
KEPT = ("xep", "loc", "page", "goc")
"""How the person wants the list; every step leads back to it as it was."""
TASK = "viec-"
FORM = "id_text"
"""A form that opens is come to at its first field: so the browser itself puts the focus there."""


def shown(request: HttpRequest, one: Document, *, current: Mark | None = None, **forms: Any) -> HttpResponse:
    """The page, with at most one form open."""
    bodies = queries.Bodies(one, day=actions.day_for(one))
    room = queries.room_of(one, bodies)
    order, only = _order(request), request.GET.get("loc") == TO_CHECK
    cards = queries.ordered(room.cards, order=order, to_check=only)
    page = _page(request, cards, current)
    boxed = queries.boxed(queries.places_of(one), [card.mark for card in page.object_list])
    on_pages = {one.key for found in boxed.values() for one in found}
    shown_parts = _original(request, room, page.object_list)
    parts = [replace(part, boxed=boxed.get(part.page, ())) for part in shown_parts]
    every_name = "ten" in request.GET
    reports = one.said.get("reports") or []
    opened = key_of(request.GET.get("bao-cao", ""))
    if current is not None:
        current.document = one
        forms.setdefault("form", CheckForm(instance=current))
    if request.GET.get("phan") == "dau":
        forms.setdefault("header", HeaderForm(document=one, today=clock.today()))
    if opened is not None and opened < len(reports):
        forms.setdefault("report", report_form(one, reports[opened]))
    context = {
        "document": one,
        "room": room,
        "creating": _creating(request, bodies, room.names if every_name else room.names[:NAMES]),
        "settled_is_short": 0 < len(room.settled) <= NAMES,
        "names_left": 0 if every_name else max(0, len(room.names) - NAMES),
        "unknown_names": sum(name.kind != "guess" for name in room.names),
        "cards": page.object_list,
        "page": page,
        "on_page": {card.mark.pk for card in page.object_list},
        "first_waiting": next((card.mark.pk for card in page.object_list if card.mark.waits), None),
        "parts": parts,
        "in_picture": on_pages,
        "is_excerpt": any(block.gap for part in parts for block in part.blocks),
        "cited": queries.bases_of(one, person=request.user),
        "issuer_read": bodies.meant(str(one.said.get("issuer") or "")) if not one.issuer else None,
        "reports": reports,
        "opened_report": opened,
        "current": current,
        "cuts": queries.cuts_of(current) if current else [],
        "when": when_kept(current) if current else {},
        "dropping": key_of(request.GET.get("bo", "")),
        "order": order,
        "only": only,
        "kept": _kept(request),
        "shares": _shares(room),
        "units_near": queries.units_near(request.user) if forms or room.names or room.settled else [],
        "shows_names": every_name,
        "near": NEAR,
        "reading": (reading := queries.in_work(one)),
        "pages": [(number, boxed.get(number, ())) for number in _pages(one, reading, room)],
        "unchecked": _unchecked(one, room),
        **forms,
    }
    return render(request, "intake/checking.html", context)


def _page(request: HttpRequest, cards: list[queries.Card], current: Mark | None) -> Page:
    """The page of the list that was asked for: by a task that stands on it, else by its number."""
    asked = current.pk if current else next((key_of(request.GET[n]) for n in ("bo", "den") if n in request.GET), None)
    at = next((place for place, card in enumerate(cards) if card.mark.pk == asked), None)
    return page_of(request, cards, size=CARDS) if at is None else Paginator(cards, CARDS).get_page(at // CARDS + 1)


def _original(request: HttpRequest, room: queries.Room, cards: Sequence[queries.Card]) -> list[queries.Part]:
    """The whole original when it is short or asked for; else what stands on this page of the list, and the header."""
    if request.GET.get("goc") == WHOLE and not room.is_vast:
        return room.parts
    wanted = {line for card in cards for line in card.lines}
    return queries.excerpt_of(room.parts, wanted | set(room.header_lines.values()))


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


def _pages(one: Document, reading: Reading | None, room: queries.Room) -> range:
    """The pages of the original that can be shown beside its words; those of a long one at its own file."""
    if any(part.page for part in room.parts):
        return range(0)  # each stands beside its words
    has_pages = one.file is not None and one.file.content_type == "application/pdf" and reading is not None
    return range(1, min(reading.pages, MOST_PAGES) + 1 if has_pages and reading else 1)


def _order(request: HttpRequest) -> str:
    asked = request.GET.get("xep")
    return asked if asked in (queries.FIRST_SURE, queries.IN_ORDER) else queries.FIRST_SURE


def _kept(request: HttpRequest, **more: Any) -> str:
    kept = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
    if "den" in more:
        kept.pop("page", None)
    return urlencode({**kept, **more})


def back(request: HttpRequest, one: Document, *, at: str = "", **more: Any) -> HttpResponseBase:
    if at.startswith(TASK):  # it may stand on another page of the list now
        more.setdefault("den", at.removeprefix(TASK))
    query = _kept(request, **more)
    address = reverse("intake:checking", args=[one.pk]) + (f"?{query}" if query else "")
    return redirect(f"{address}#{at}" if at else address)


def next_place(request: HttpRequest, one: Document, pk: int) -> str:
    """The place of the next task to check, in the list as the person has it; the list's head at the end."""
    following = queries.next_to_check(one, pk, order=_order(request))
    return f"{TASK}{following}" if following else "nhiem-vu"


def _shares(room: queries.Room) -> list[tuple[str, int, int]]:
    """From which confidence on all may be accepted together, and how many that would be."""
    waiting = [card.mark.confidence or 0.0 for card in room.cards if card.mark.waits]
    return [(f"{share / 100:.2f}", share, sum(sure >= share / 100 for sure in waiting)) for share in SHARES]


def when_kept(mark: Mark) -> dict[str, Any]:
    """How the time of a task is understood, with what a person added to its words."""
    return actions.timing_as_read(mark.time_words, mark.document, **actions.kept_by_hand(mark))


def report_form(one: Document, report: dict[str, Any]) -> ReportForm:
    time_words = (report.get("timing") or {}).get("text") or ""
    said = {"text": report.get("text"), "reporter": report.get("from"), "to": report.get("to")}
    return ReportForm(initial={**said, "via": report.get("via"), "time_words": time_words, "seen": one.version})
