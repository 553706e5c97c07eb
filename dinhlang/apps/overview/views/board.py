"""The province's board of its communes, and one commune looked into."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.overview import access, actions, queries
from dinhlang.apps.overview.forms import WordsForm, chosen
from dinhlang.apps.overview.models import PlaceState
from dinhlang.apps.overview.views.files import as_file
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of

TILES = 60
FRESH, USABLE = timedelta(minutes=5), timedelta(hours=1)
HEADER = [
    _("Xã, phường"),
    _("Mã"),
    _("Tỉnh, thành phố"),
    _("Tình trạng"),
    _("Xong"),
    _("Chờ duyệt"),
    _("Đang làm"),
    _("Quá hạn"),
    _("Chưa nhận"),
]


@guarded(access.may_look)
def board(request: HttpRequest) -> HttpResponse:
    """A tile for each commune within reach, by state; who reaches one alone looks into it."""
    if (own := queries.only_place(request.user)) is not None:
        return _place(request, own, is_own=True)
    form = WordsForm(request.GET)
    state = chosen(request.GET.get("xem", ""), PlaceState, "")
    counted = _counted(clock.now())
    places = queries.places_of(request.user, q=form.words)
    numbers = queries.numbers_by_state(places)
    is_map = request.GET.get("cach") == "ban-do"
    context = {
        "form": form,
        "state": state,
        "is_map": is_map,
        "map": queries.on_map(places, state) if is_map else None,
        "states": list(PlaceState),
        "counted": counted,
        "number": sum(numbers.values()),
        "late": numbers[PlaceState.LATE],
        "chips": [("", _("Tất cả"), sum(numbers.values()))]
        + [(one.value, one.label, numbers[one]) for one in PlaceState if numbers[one]],
        "page": None if is_map else page_of(request, queries.in_state(places, state), size=TILES),
    }
    return render(request, "overview/board.html", context)


def _counted(now: datetime) -> datetime | None:
    """When the board was counted: at once if long ago or never; if a while ago, again in the background."""
    counted = queries.counted_at()
    if counted is None or now - counted > USABLE:
        actions.count_places(day=clock.today(), now=now)
        return now
    if now - counted > FRESH:
        actions.count_soon(day=clock.today(), now=now, every=FRESH)
    return counted


@guarded(access.may_look)
def export(request: HttpRequest) -> HttpResponseBase:
    """Every commune that is listed, as a file."""
    places = queries.places_of(request.user, q=WordsForm(request.GET).words)
    state = chosen(request.GET.get("xem", ""), PlaceState, "")
    return as_file(request, "toan-canh", HEADER, _rows(queries.in_state(places, state)))


def _rows(places: Any) -> Iterator[list[Any]]:
    for place in places.iterator(chunk_size=500):
        count = getattr(place, "place_count", None)
        numbers = [count.done, count.submitted, count.doing, count.late, count.rest] if count else [0] * 5
        state = str(PlaceState(count.state if count else PlaceState.NONE).label)
        parent = place.parent.full_name if place.parent else ""
        yield [place.full_name, place.code, parent, state, *numbers]


@guarded(access.may_look)
def place(request: HttpRequest, code: str) -> HttpResponse:
    """One commune: the plans in which its bodies have a part, and each body, the latest trouble first."""
    return _place(request, access.place_for(request.user, code))


def _place(request: HttpRequest, found: units.Unit, *, is_own: bool = False) -> HttpResponse:
    told = queries.plans_in(found, on=clock.today())
    now_counted = queries.sum_of(one.counts for one in told)
    context = {
        "place": found,
        "became": list(units.successors_of(found)) if not found.is_living else [],
        "page": page_of(request, told),
        "bodies": queries.bodies_in(found, on=clock.today()),
        "sum": now_counted,
        "board_said": None if is_own else queries.told_otherwise(found, now_counted),
        "is_own": is_own,
        "today": clock.today(),
        "ended": queries.last_day_of(found, today=clock.today()),
    }
    return render(request, "overview/place.html", context)
