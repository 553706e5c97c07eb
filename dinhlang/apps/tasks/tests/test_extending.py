"""A later day on request: asked with a reason, answered with one, and the old day stays to be seen."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.tasks import actions, queries
from dinhlang.apps.tasks.models import Extension
from dinhlang.apps.tasks.tests.factories import DUE, NOW, TODAY, an_assignment, fresh, submitted

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 10)


def asked(part, *, wanted=LATER, reason="bão số 9", by=None) -> Extension:
    by = by or an_officer(at=part.unit)
    return actions.ask_extension(assignment=part, wanted=wanted, reason=reason, by=by, now=NOW, day=TODAY)


def answered(extension, *, granted=LATER, reason="hợp lý", by=None) -> Extension:
    by = by or extension.assignment.task.handed_out_by
    return actions.answer_extension(extension=extension, granted=granted, reason=reason, by=by, now=NOW)


def test_a_body_asks_and_the_day_stays_until_it_is_granted():
    part = an_assignment()

    extension = asked(part)
    assert fresh(part).due == DUE

    answered(extension, granted=date(2026, 12, 8))
    part = fresh(part)
    assert (part.due, part.extensions.get().due_before) == (date(2026, 12, 8), DUE)
    assert [line.words for line in part.progress.order_by("pk")] == [
        "Xin gia hạn từ 25/11/2026 đến 10/12/2026: bão số 9",
        "Gia hạn từ 25/11/2026 đến 08/12/2026: hợp lý",
    ]
    assert [entry.act for entry in audit.history_of(part)][:2] == ["tasks.extension_granted", "tasks.extension_asked"]


def test_a_refusal_keeps_the_day_and_says_why_and_the_body_may_ask_again():
    part = an_assignment()

    answered(asked(part), granted=None, reason="cả tỉnh cùng hạn")

    assert fresh(part).due == DUE
    assert part.progress.last().words == "Không gia hạn: cả tỉnh cùng hạn"
    assert asked(fresh(part)).answer == ""


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"wanted": DUE}, "wanted"), ({"reason": " "}, "reason")],
    ids=["no later day", "no reason"],
)
def test_what_cannot_be_asked_is_said_beside_its_field(facts, field):
    with pytest.raises(actions.CannotExtend) as refused:
        asked(an_assignment(), **facts)

    assert refused.value.field == field


def test_a_double_click_asks_once_and_two_answers_are_told():
    part = an_assignment()
    extension = asked(part)
    with pytest.raises(actions.CannotExtend, match="đang chờ trả lời"):
        asked(part)

    answered(extension)
    with pytest.raises(actions.CannotExtend, match="đã trả lời rồi: đã gia hạn"):
        answered(extension, granted=None)

    assert fresh(part).due == LATER


def test_who_sent_its_result_meanwhile_needs_no_later_day():
    part = an_assignment()
    extension = asked(part)
    submitted(fresh(part))

    with pytest.raises(actions.CannotExtend, match="đã gửi kết quả"):
        answered(extension)


def test_the_pages_carry_it_from_the_body_to_the_issuer_and_back(client):
    part = an_assignment()
    body, issuer = an_officer(at=part.unit), an_officer(at=part.task.plan.issuer)
    client.force_login(body)
    client.post(reverse("tasks:asking_extension", args=[part.pk]), {"wanted": "10/12/2099", "reason": "bão"})
    extension = Extension.objects.get()
    assert client.get(reverse("tasks:answering_extension", args=[extension.pk])).status_code == 403

    client.force_login(issuer)
    assert list(queries.extensions_to_answer(issuer)) == [extension]
    assert part.unit.full_name in client.get(reverse("tasks:extensions")).content.decode()
    sent = {"granted": "yes", "day": "10/12/2099", "reason": "được"}
    client.post(reverse("tasks:answering_extension", args=[extension.pk]), sent)

    said = client.get(reverse("tasks:assignment", args=[part.pk])).content.decode()
    assert "gia hạn từ 25/11/2026 đến 10/12/2099" in said
    assert "25/11/2026" in client.get(reverse("deadlines:why", args=[part.task.deadline_id])).content.decode()
