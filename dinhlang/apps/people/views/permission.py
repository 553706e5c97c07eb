"""Who can do what in a unit, and why."""

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dinhlang.apps.people import access, queries
from dinhlang.apps.people.forms import UnitChoice
from dinhlang.apps.people.models import ROLE_LABELS, WORD_LABELS, WORD_NAMES, Person, RoleKind
from dinhlang.apps.people.rules import ROLES, Word, reaches_over_place
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of


@guarded(access.may_see_permission)
def permission(request: HttpRequest) -> HttpResponse:
    """The people of a unit and what each may do there; below, what each role means."""
    viewer = cast(Person, request.user)
    form = _choice(request, viewer)
    unit = form.cleaned_data["don_vi"] if form.is_valid() else None
    if unit is not None and not access.may_see_permission_at(viewer, unit):
        raise PermissionDenied
    word = _word(request)
    page = page_of(request, _holders(unit, word)) if unit else None
    context = {"form": form, "unit": unit, "page": page, "word": word, "today": clock.today()}
    return render(request, "people/permission.html", {**context, **_meanings(), "rows": _rows(page)})


def _choice(request: HttpRequest, viewer: Person) -> UnitChoice:
    """The unit that was asked for, else the place of the viewer's own first role."""
    own = viewer.units_to(Word.AUDIT_READ)[0]
    form = UnitChoice({"don_vi": request.GET.get("don_vi") or own.code})
    form.fields["don_vi"].offer([*viewer.reach(Word.PEOPLE_MANAGE), *viewer.reach(Word.AUDIT_READ)])  # type: ignore[attr-defined]
    return form


def _word(request: HttpRequest) -> Word | None:
    asked = request.GET.get("viec", "")
    return Word(asked) if asked in list(Word) else None


def _holders(unit: units.Unit, word: Word | None) -> list[queries.Holder]:
    holders = queries.holders_at(unit, day=clock.today())
    return [holder for holder in holders if word is None or word in holder.words]


def _rows(page: object) -> list[tuple[queries.Holder, list[tuple[object, bool]]]]:
    """Each holder with a cell for every word."""
    holders: list[queries.Holder] = list(page or [])  # type: ignore[call-overload]
    return [(holder, [(WORD_NAMES[word], word in holder.words) for word in Word]) for holder in holders]


def _meanings() -> dict[str, object]:
    """What the words and the roles mean."""
    return {
        "words": [(word, WORD_NAMES[word], WORD_LABELS[word]) for word in Word],
        "roles": [(kind.label, ROLE_LABELS[kind]) for kind in RoleKind],
        "meanings": [(WORD_NAMES[word], WORD_LABELS[word], [_reach(kind, word) for kind in RoleKind]) for word in Word],
    }


def _reach(kind: RoleKind, word: Word) -> tuple[str, str]:
    """The role's name, and "place", "own" or nothing."""
    if word not in ROLES[kind].words:
        return str(kind.label), ""
    return str(kind.label), "place" if reaches_over_place(kind, word) else "own"
