"""People speak beside a part, call each other by name; a part goes to another body; many are decided at once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import a_village_head, an_officer, sign_in
from dinhlang.apps.tasks import actions, queries
from dinhlang.apps.tasks.models import Comment, Mention, Moved, Progress
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_plan, a_task, fresh, submitted
from dinhlang.apps.tasks.tests.test_together import at_once, threads  # noqa: F401
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_village
from dinhlang.base import clock
from dinhlang.base.testing import assert_kind_refusal, text_of

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: LATER)


@pytest.fixture
def place():
    """A commune whose committee gave the first of three villages a task; the second has one too."""
    commune = a_commune()
    commune.committee = a_committee(of=commune)
    commune.villages = [a_village(name, parent=commune) for name in ("Một", "Hai", "Ba")]
    commune.ha = an_officer(at=commune.committee)
    commune.heads = [a_village_head(at=village) for village in commune.villages]
    plan = a_plan(issuer=commune.committee, by=commune.ha)
    commune.task = a_task(clause=a_clause(plan), leads=commune.villages[:2])
    commune.part = fresh(commune.task.assignments.get(unit=commune.villages[0]))
    return commune


def said(place, words, **facts):
    return actions.comment(assignment=place.part, words=words, **{"by": place.heads[0], "now": NOW, **facts})


def test_whoever_is_called_finds_it_on_the_desk(client, place):
    said(place, f"@{place.ha.username} xin cho mượn máy chiếu.")

    assert Mention.objects.get().person == place.ha
    sign_in(client, place.ha)
    assert "xin cho mượn máy chiếu" in text_of(client.get("/ban-viec/", follow=True))


@pytest.mark.parametrize("who", ["nobody", "who may not read"])
def test_only_people_who_may_read_it_are_called(place, who):
    stranger = a_village_head(at=a_village("Xa", parent=a_commune("Xa Lạ")))
    name = "khong-co" if who == "nobody" else stranger.username

    with pytest.raises(actions.CannotComment, match=f"Không nhắc được @{name}"):
        said(place, f"@{name} xem giúp.")

    assert not Comment.objects.exists()


def test_an_address_is_nobody_called(place):
    said(place, "Gửi về vanphong@bacninh.gov.vn nhé.")

    assert not Mention.objects.exists()


def test_a_second_click_is_one_line_and_a_line_says_something(place):
    said(place, "Xong phần đầu.")
    said(place, "Xong phần đầu.", now=NOW + timedelta(seconds=2))
    with pytest.raises(actions.CannotComment, match="Xin ghi ý kiến"):
        said(place, "  ")

    assert Comment.objects.count() == 1
    assert "tasks.commented" in {entry.act for entry in audit.history_of(place.part)}


def test_the_page_takes_a_line_and_says_beside_the_field_who_cannot_be_called(client, place):
    sign_in(client, place.heads[0])
    page = reverse("tasks:comment", args=[place.part.pk])
    answer = client.post(page, {"comment": "@khong-co ơi"})
    assert_kind_refusal(answer, "Không nhắc được @khong-co")

    client.post(page, {"comment": "Đã mời đủ hộ."})

    assert "Đã mời đủ hộ." in text_of(client.get(reverse("tasks:assignment", args=[place.part.pk])))
    sign_in(client, place.heads[1])
    assert client.post(page, {"comment": "x"}).status_code == 404


# Reassign


def given(place, to=2, **facts):
    facts = {"reason": "Nhầm địa bàn", "by": place.ha, "now": LATER, **facts}
    return actions.reassign(assignment=fresh(place.part), to=place.villages[to], **facts)


def test_a_part_goes_to_another_body_with_its_history(place):
    actions.tell_progress(assignment=place.part, words="Đã họp.", by=place.heads[0], now=NOW)

    given(place)

    part = fresh(place.part)
    assert (part.unit, part.state) == (place.villages[2], "waiting")
    assert Progress.objects.filter(assignment=part, words="Đã họp.").exists()
    assert Moved.objects.get().reason == "Nhầm địa bàn"
    assert list(queries.to_do_for(place.heads[2])) == [part]
    assert not queries.to_do_for(place.heads[0])
    entry = next(entry for entry in audit.history_of(part) if entry.act == "tasks.reassigned")
    assert entry.reason == "Nhầm địa bàn"


@pytest.mark.parametrize(
    ("facts", "told"), [({"to": 1}, "đã có phần"), ({"to": 0}, "đang có phần"), ({"reason": " "}, "Xin ghi lý do")]
)
def test_why_a_part_stays_where_it_is(place, facts, told):
    with pytest.raises(actions.CannotReassign, match=told):
        given(place, **facts)

    assert fresh(place.part).unit == place.villages[0]


def test_what_was_handed_in_is_decided_first(place):
    submitted(place.part)

    with pytest.raises(actions.CannotReassign, match="đang ở “chờ duyệt”"):
        given(place)


@pytest.mark.django_db(transaction=True)
def test_two_officers_give_it_to_two_bodies_at_once(threads, place):  # noqa: F811
    other = a_village("Bốn", parent=place.villages[0].parent)
    first, second = fresh(place.part), fresh(place.part)
    facts = {"reason": "Nhầm", "by": place.ha, "now": LATER}

    done, told = at_once(
        lambda: actions.reassign(assignment=first, to=place.villages[2], **facts),
        lambda: actions.reassign(assignment=second, to=other, **{**facts, "now": LATER + timedelta(seconds=1)}),
    )

    assert done == 1
    assert "vừa được người khác cập nhật" in told[0]
    assert Moved.objects.count() == 1


def test_the_page_of_giving_it_to_another(client, place):
    sign_in(client, place.ha)
    page = reverse("tasks:reassign", args=[place.part.pk])
    assert_kind_refusal(client.post(page, {"to": "Đài Truyền hình", "reason": "Nhầm"}), "Chưa hiểu")

    client.post(page, {"to": "thôn Ba", "reason": "Nhầm địa bàn"})

    assert fresh(place.part).unit == place.villages[2]


# Many at once


def test_what_was_ticked_and_is_decided_already_is_told(client, place):
    other = submitted(place.task.assignments.get(unit=place.villages[1]), by=place.heads[1])
    sign_in(client, place.ha)

    sent = {"act": "accept", "chosen": [str(place.part.pk), str(other.pk)]}
    text = text_of(client.post(reverse("tasks:decide", args=[place.task.pk]), sent, follow=True))

    assert "Đã duyệt 1 kết quả." in text
    assert "Để lại 1 phần không còn chờ duyệt" in text
