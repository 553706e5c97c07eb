"""Who can do what in a unit, and why."""

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dinhlang.apps.people import access, queries
from dinhlang.apps.people.forms import UnitChoice, unit_words
from dinhlang.apps.people.models import ROLE_LABELS, WORD_LABELS, WORD_NAMES, Person, RoleKind
from dinhlang.apps.people.rules import ROLES, Word, reaches_over_place
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of

FIRST = 6


@guarded(access.may_see_permission)
def permission(request: HttpRequest) -> HttpResponse:
    """By act, who may do it in the unit; by person, from which roles; below, what each role means."""
    viewer = cast(Person, request.user)
    form, word = _choice(request, viewer), _word(request)
    unit = form.cleaned_data["don_vi"] if form.is_valid() else None
    form.data = {"don_vi": unit_words(unit)} if unit else form.data
    holders = queries.holders_at(unit, day=clock.today()) if unit else []
    asked = [holder for holder in holders if word is None or word in holder.words]
    context = {
        "form": form,
        "unit": unit,
        "word": word,
        "today": clock.today(),
        "words": list(WORD_NAMES.items()),
        "by_word": [] if word else _by_word(holders),
        "page": page_of(request, asked),
        "roles": [(kind.label, ROLE_LABELS[kind]) for kind in RoleKind],
        "meanings": _meanings(),
    }
    return render(request, "people/permission.html", context)


def _choice(request: HttpRequest, viewer: Person) -> UnitChoice:
    """The unit that was asked for within reach, else that of the viewer's own first role."""
    own = viewer.units_to(Word.AUDIT_READ)[0]
    form = UnitChoice({"don_vi": request.GET.get("don_vi") or own.code})
    reach = [*viewer.reach(Word.PEOPLE_MANAGE), *viewer.reach(Word.AUDIT_READ)]
    form.fields["don_vi"].offer(reach)  # type: ignore[attr-defined]
    return form


def _word(request: HttpRequest) -> Word | None:
    asked = request.GET.get("viec", "")
    return Word(asked) if asked in list(Word) else None


@dataclass(frozen=True)
class ByWord:
    """One act: its words, the first of those who may do it, and how many more there are."""

    key: str
    name: object
    sentence: object
    first: list[Person]
    more: int


def _by_word(holders: list[queries.Holder]) -> list[ByWord]:
    return [_those_who_may(word, [holder.person for holder in holders if word in holder.words]) for word in Word]


def _those_who_may(word: Word, people: list[Person]) -> ByWord:
    return ByWord(word.value, WORD_NAMES[word], WORD_LABELS[word], people[:FIRST], max(0, len(people) - FIRST))


def _meanings() -> list[tuple[object, list[tuple[object, str]]]]:
    """Each act, and for each role whether it reaches over the "place", the "own" unit, or not."""
    return [(WORD_LABELS[word], [(kind.label, _reach(kind, word)) for kind in RoleKind]) for word in Word]


def _reach(kind: RoleKind, word: Word) -> str:
    if word not in ROLES[kind].words:
        return ""
    return "place" if reaches_over_place(kind, word) else "own"
