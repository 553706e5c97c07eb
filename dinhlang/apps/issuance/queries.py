"""Reads: a document as a draft of its form, its next number, what waits for whom, how it is found again."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Max
from django.urls import reverse

from dinhlang.apps.issuance import rules
from dinhlang.apps.issuance.models import OutgoingDocument, OutgoingQuerySet, State
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.pure.drafting import Draft, Letterhead, Mark, Power, SignOff, kind, plain_text
from dinhlang.pure.viet import capital_first, old_tone, one_line

UNFINISHED = "DỰ THẢO"


def draft_of(document: OutgoingDocument) -> Draft:
    """The document as the form knows it; before it is issued, marked as a draft."""
    return Draft(
        kind=kind(document.kind),
        letterhead=Letterhead(issuer=document.issuer_words, superior=document.superior_words),
        symbol=document.symbol,
        place=document.place_words,
        title=document.title,
        body=rules.unpacked(document.body),
        recipients=tuple(document.recipients),
        sign_off=sign_off_of(document),
        number=document.number,
        day=document.day,
        bases=tuple(document.bases),
        addressees=tuple(document.addressees),
        filed=document.filed,
        circulation="" if document.number else UNFINISHED,
    )


def draft_for_everyone(document: OutgoingDocument) -> Draft:
    """The document as strangers read it; equal to the document itself where nothing had to be hidden."""
    is_hidden = document.signed_by is not None and document.signed_by.is_name_hidden
    return rules.for_everyone(draft_of(document), is_name_hidden=is_hidden)


def sign_off_of(document: OutgoingDocument) -> SignOff:
    """Who signs, as written in the document."""
    powers = tuple(Power(Mark(mark), whom) for mark, whom in document.powers)
    return SignOff(title=document.signer_title, name=document.signer_name, powers=powers)


def latest_of_series(document: OutgoingDocument, *, year: int) -> dict[str, int | date | None]:
    """The latest number and day in the issuer's series of this kind and year; withdrawn documents keep theirs."""
    series = OutgoingDocument.objects.filter(issuer=document.issuer_id, kind=document.kind, year=year)
    return series.aggregate(number=Max("number"), day=Max("day"))


def next_number(document: OutgoingDocument, *, year: int, first: int = 1) -> int:
    """The number that the document would get now; the first of a year is 1 unless the paper register is further."""
    latest = latest_of_series(document, year=year)["number"]
    return latest + 1 if isinstance(latest, int) else first


def signer_of(unit: units.Unit, *, day: date) -> people.Role | None:
    """The leader of the body on a day, before any deputy."""
    held = people.Role.objects.on(day).filter(unit=unit, kind=people.RoleKind.LEADER).select_related("person")
    leaders = sorted(held.order_by("begins", "pk"), key=lambda role: rules.is_deputy(role.title))
    return leaders[0] if leaders else None


def letterhead_of(unit: units.Unit) -> tuple[str, str]:
    """The direct superior (if its documents name one) and the issuer, in full."""
    above = unit.parent
    has_superior = above is not None and unit.kind not in rules.WITHOUT_SUPERIOR and not units.is_territory(above.kind)
    return rules.in_full(above.full_name) if above and has_superior else "", rules.in_full(unit.full_name)


def place_words_of(unit: units.Unit) -> str:
    """The place before the day: Nhã Nam; of a ward with a number, its whole name (mục II.4.a)."""
    place = units.place_of(unit)
    return capital_first(place.full_name) if place.name[:1].isdigit() else place.name


def usual_recipients(unit: units.Unit, *, to: str, day: date) -> list[str]:
    """Those who always get it: to whom one reports, and the Front of the place."""
    fronts = units.children_of(units.place_of(unit), day=day).filter(kind=units.UnitKind.FRONT).exclude(unit=unit)
    return [*([to] if to else []), *(front.full_name for front in fronts[:1])]


def is_named_as_signer(document: OutgoingDocument, person: people.Person) -> bool:
    """Whether the document names this person at its foot."""
    # Marks tell people apart: Nguyễn Văn An is not Nguyễn Văn Ân. Only case and the placing of the tone may differ.
    return _as_a_name(document.signer_name) == _as_a_name(person.full_name)


def _as_a_name(written: str) -> str:
    return old_tone(one_line(written)).casefold()


def counts_by_state(documents: OutgoingQuerySet) -> dict[str, int]:
    """How many there are in each state."""
    counted = documents.order_by().values_list("state").annotate(n=Count("pk"))
    return dict(counted)


def chosen_state(asked: str, counts: dict[str, int], *, may_draft: bool) -> str:
    """The state that was asked for; else drafts for those who write them, if there are any, else what was issued."""
    if asked in State.values:
        return asked
    return State.DRAFT if may_draft and counts.get(State.DRAFT) else State.ISSUED


def waiting_for_signature(person: people.Person) -> OutgoingQuerySet:
    """The documents that wait for a signature this person may give, the longest waiting first."""
    mine = OutgoingDocument.objects.of_issuers_within(*person.reach(people.Word.DOCUMENTS_SIGN))
    return mine.in_state(State.WAITING).for_lists().order_by("changed_at", "pk")


def returned_to(person: people.Person) -> OutgoingQuerySet:
    """The person's own drafts that the signer gave back."""
    mine = OutgoingDocument.objects.in_state(State.DRAFT).filter(drafted_by=person).exclude(remark="")
    return mine.for_lists().latest_first()


def issued_public_of(place: units.Unit) -> OutgoingQuerySet:
    """What the bodies of a place issued and showed to residents, latest first."""
    issued = OutgoingDocument.objects.of_issuers_within(place.path).in_state(State.ISSUED)
    return issued.filter(is_public=True).select_related("issuer", "file", "signed_by").order_by("-day", "-pk")


def found_as(document: OutgoingDocument) -> search.Entry:
    """What the index keeps of an issued document."""
    return search.entry(
        "outgoing",
        document.pk,
        title=document.title,
        detail=f"{document.full_number} · {document.issuer.full_name}",
        body=plain_text(draft_for_everyone(document) if document.is_public else draft_of(document)),
        url=reverse("issuance:document", args=[document.pk]),
        path=document.issuer.path,
        is_public=document.is_public,
        day=document.day,
    )


def all_found() -> Iterator[search.Entry]:
    """Every issued document as the index keeps it, for the nightly healing."""
    issued = OutgoingDocument.objects.in_state(State.ISSUED).select_related("issuer", "signed_by").order_by("pk")
    return (found_as(document) for document in issued.iterator(chunk_size=100))
