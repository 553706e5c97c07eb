"""Reads: the register of what is kept, requests, who looked, what a person agreed to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.privacy.models import Clearing, Consent, ConsentPurpose, ConsentText, DataRequest, Look
from dinhlang.base.personal import Purpose, Table, tables
from dinhlang.pure.law import PERSONAL_DATA, Rule, rule_on

PAGES = {
    "account": _("trang tài khoản"),
    "account_form": _("trang sửa tài khoản"),
    "record": _("nhật ký về tài khoản"),
    "request": _("yêu cầu về dữ liệu cá nhân"),
    "export": _("bản dữ liệu cá nhân"),
    "consent": _("giấy đồng ý"),
}
WHYS = {
    people.Word.PEOPLE_MANAGE.value: _("quản lý tài khoản của địa bàn"),
    people.Word.AUDIT_READ.value: _("đọc nhật ký của địa bàn"),
    people.Word.PRIVACY_ANSWER.value: _("trả lời yêu cầu về dữ liệu cá nhân"),
}
"""What the keys in a look mean."""


@dataclass(frozen=True)
class Line:
    """A table in the register: its name in words, what it holds, what free text may name people."""

    name: Any
    table: Table
    holds: list[Any]
    free: list[Any]


@dataclass(frozen=True)
class Chapter:
    """All tables that one purpose explains."""

    purpose: Purpose
    basis: list[Rule]
    lines: list[Line]


def chapters(*, day: date) -> list[Chapter]:
    """The register of processing as it stands on a day: by purpose, in the order of the rooms."""
    found: dict[Purpose, list[Line]] = {}
    for table in tables().values():
        if table.purpose is not None:
            line = Line(table.name, table, list(table.holds.values()), list(table.free.values()))
            found.setdefault(table.purpose, []).append(line)
    return [
        Chapter(purpose, [rule_on(PERSONAL_DATA, name, day=day) for name in purpose.basis], lines)
        for purpose, lines in found.items()
    ]


def rules_told(*, day: date) -> list[Rule]:
    """The rules about a request, as the page shows them."""
    return [rule for rule in PERSONAL_DATA if rule.holds_on(day) and rule.number is not None]


def requests_of(person: people.Person) -> QuerySet[DataRequest]:
    """One's own requests, latest first."""
    return DataRequest.objects.filter(person=person).with_names().order_by("-made_at", "-pk")


def requests_to_answer(person: people.Person) -> QuerySet[DataRequest]:
    """What the person answers, oldest first."""
    return DataRequest.objects.answerable_by(person).with_names().order_by("received_on", "pk")


def looks_at(person: people.Person) -> QuerySet[Look]:
    """Who looked at the person's data, latest first."""
    return Look.objects.filter(person=person).select_related("by").order_by("-moment", "-pk")


def consents_of(person: people.Person) -> QuerySet[Consent]:
    """What the person agreed to, latest first."""
    return Consent.objects.filter(person=person).select_related("text").order_by("-given_at", "-pk")


def consents_recorded(person: people.Person) -> QuerySet[Consent]:
    """The consents of the places over which the person answers, latest first."""
    found = Consent.objects.within(person.reach(people.Word.PRIVACY_ANSWER))
    return found.select_related("text", "person", "unit").order_by("-given_at", "-pk")


def latest_texts() -> dict[str, ConsentText]:
    """The newest version of the words for each purpose."""
    return {text.purpose: text for text in ConsentText.objects.order_by("version")}


def has_consent(purpose: str, *, about: str, name: str = "", person: people.Person | None = None) -> bool:
    """Whether someone agreed to this purpose for this thing and has not taken it back. Silence is no."""
    who = Q(person=person) if person is not None else Q(name=name)
    return Consent.objects.standing().filter(who, text__purpose=ConsentPurpose(purpose), about=about).exists()


def last_clearing() -> Clearing | None:
    """When something was last cleared because its time had passed."""
    return Clearing.objects.order_by("-made_at").first()


def cleared_tables() -> Iterator[tuple[Any, Table]]:
    """The tables from which something goes by itself, with their name in words."""
    for table in tables().values():
        if table.cleared is not None:
            yield table.name, table
