"""Where duties stand in the pictures of their pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from dinhlang.apps.intake.models import Document, Mark, PagePlaces
from dinhlang.apps.intake.rules import Box, boxes_of, cut_around


@dataclass(frozen=True)
class Boxed:
    """The boxes of one task, or of one part of the header, in the picture of a page."""

    key: str
    boxes: list[Box]


def places_of(document: Document) -> dict[int, list[int]]:
    """The numbers of the words of each page, of the latest reading that knew them."""
    latest = PagePlaces.objects.filter(reading__document=document).order_by("-reading").values("reading")[:1]
    return dict(PagePlaces.objects.filter(reading__in=latest).order_by("number").values_list("number", "numbers"))


def boxed(places: dict[int, list[int]], marks: Iterable[Mark]) -> dict[int, list[Boxed]]:
    """For each page the boxes of the tasks that stand on it, their words and what was taken for who and when."""
    found: dict[int, list[Boxed]] = {}
    for mark in marks:
        spans = spans_of(mark)
        for number, numbers in places.items():
            if boxes := boxes_of(numbers, spans):
                found.setdefault(number, []).append(Boxed(str(mark.pk), boxes))
    return found


def spans_of(mark: Mark) -> list[list[int]]:
    """All stretches from which a task was read."""
    return [[mark.start, mark.end], *(span for spans in mark.sources.values() for span in spans)]


def cut_of(mark: Mark) -> tuple[int, tuple[int, int]] | None:
    """The page on which a task begins, and from where to where of its height it stands."""
    for number, numbers in places_of(mark.document).items():
        if cut := cut_around(boxes_of(numbers, [[mark.start, mark.end]])):
            return number, cut
    return None
