"""Plans of every test."""

from datetime import date
from itertools import count

from dinhlang.apps.intake.tests.factories import NOW, a_document, a_mark
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units.tests.factories import a_committee

_numbers = count(1)


def a_clause(text="Tổ chức tập huấn cho trưởng thôn", **facts) -> plans.ClauseFacts:
    return plans.ClauseFacts(text=text, **facts)


def a_plan(*, issuer=None, by=None, clauses=None, **facts) -> plans.Plan:
    """Published by an officer of its issuer, with one clause and no text."""
    issuer = issuer or a_committee()
    facts = {
        "title": "Thực hiện dân chủ ở cơ sở",
        "number": f"{next(_numbers)}/KH-UBND",
        "issued_on": date(2026, 1, 31),
        "now": NOW,
    } | facts
    return plans.publish_plan(
        issuer=issuer, by=by or an_officer(at=issuer), clauses=[a_clause()] if clauses is None else clauses, **facts
    )


def a_plan_with_text(**facts) -> plans.Plan:
    """Adopted from a document whose training clause was marked."""
    document = a_document(**facts)
    a_mark(document)
    return plans.adopt_plan(document=document, by=document.taken_in_by, now=NOW)
