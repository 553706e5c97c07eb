"""A body hands parts of its work on inside; its part rolls up; the issuer sees the body."""

import pytest
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import a_village_head, an_officer, sign_in
from dinhlang.apps.tasks import actions, queries
from dinhlang.apps.tasks.models import Share
from dinhlang.apps.tasks.tests.factories import NOW, TODAY, a_clause, a_photo, a_plan, a_task, fresh
from dinhlang.apps.tasks.tests.test_together import at_once, threads  # noqa: F401
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_province, a_village
from dinhlang.base import clock
from dinhlang.base.testing import assert_kind_refusal, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    monkeypatch.setattr(clock, "now", lambda: NOW.replace(hour=10))


@pytest.fixture
def place():
    """The province's committee gave a commune's committee a task; the commune has an office and two villages."""
    province = a_province()
    above = a_committee(of=province)
    commune = a_commune(parent=province)
    commune.lan = an_officer(at=above)
    commune.committee = a_committee(of=commune)
    commune.office = a_body("Phòng Kinh tế", parent=commune.committee)
    commune.villages = [a_village(name, parent=commune) for name in ("Một", "Hai")]
    commune.ha = an_officer(at=commune.committee)
    task = a_task(clause=a_clause(a_plan(issuer=above, by=commune.lan)), leads=[commune.committee])
    commune.part = fresh(task.assignments.get())
    commune.elsewhere = a_village("Ba", parent=a_commune("Xa Lạ", parent=province))
    return commune


def shared(place, **facts):
    facts = {"title": "Họp thôn lấy ý kiến", "bodies": place.villages, "by": place.ha, "now": NOW, **facts}
    return actions.share_out(assignment=place.part, **facts)


def handed_in(share, *, by):
    return actions.tell_share(share=Share.objects.get(pk=share.pk), words="Xong.", finished=True, by=by, now=NOW)


def test_the_part_rolls_up(place):
    first, _second = shared(place)
    assert (queries.inside_of(place.part).done, queries.inside_of(place.part).total) == (0, 2)

    handed_in(first, by=a_village_head(at=place.villages[0]))

    assert (queries.inside_of(place.part).done, queries.inside_of(place.part).is_complete) == (1, False)


def test_a_person_is_given_a_share_by_name_and_finds_it(place):
    (share,) = shared(place, bodies=[], persons=[place.ha])

    assert list(queries.shares_for(place.ha)) == [share]
    assert share.doer == str(place.ha)


def test_nobody_outside_the_branch_is_given_orders(place):
    with pytest.raises(actions.CannotShare, match="thôn Ba không thuộc"):
        shared(place, bodies=[place.villages[0], place.elsewhere])
    with pytest.raises(actions.CannotShare, match="không thuộc"):
        shared(place, bodies=[], persons=[place.lan])

    assert not Share.objects.exists()


def test_a_second_click_shares_nothing_twice(place):
    shared(place)

    with pytest.raises(actions.CannotShare, match="đều đã được giao"):
        shared(place)

    assert Share.objects.count() == 2


def test_what_is_in_can_be_returned_and_taken_back_with_a_reason(place):
    share, _other = shared(place)
    share = handed_in(share, by=place.ha)
    with pytest.raises(actions.CannotTellShare, match="Xin ghi lý do"):
        actions.return_share(share=share, reason=" ", by=place.ha, now=NOW)

    actions.return_share(share=share, reason="Thiếu biên bản", by=place.ha, now=NOW)
    assert share.state == "returned"
    actions.withdraw_share(share=share, reason="Giao nơi khác", by=place.ha, now=NOW)

    assert queries.inside_of(place.part).total == 1
    acts = {entry.act for entry in audit.history_of(share)}
    assert acts == {f"tasks.{act}" for act in ("shared_out", "share_handed_in", "share_returned", "share_withdrawn")}
    assert acts <= set(audit.known_acts())


def test_what_was_not_handed_in_is_not_returned(place):
    share, _other = shared(place)

    with pytest.raises(actions.CannotTellShare, match="chưa làm được bước này"):
        actions.return_share(share=share, reason="Thiếu", by=place.ha, now=NOW)


def test_who_was_slower_is_told(place):
    share, _other = shared(place)
    seen = Share.objects.get(pk=share.pk)
    handed_in(share, by=place.ha)

    with pytest.raises(actions.CannotTellShare, match="vừa được người khác cập nhật"):
        actions.tell_share(share=seen, words="Đang làm", by=place.ha, now=NOW)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_hand_in_once(threads, place):  # noqa: F811
    share, _other = shared(place)

    done, told = at_once(*(lambda seen=seen: actions.tell_share(
        share=seen, words="Xong.", finished=True, by=place.ha, now=NOW
    ) for seen in (Share.objects.get(pk=share.pk), Share.objects.get(pk=share.pk))))  # fmt: skip

    assert done == 1
    assert "vừa được người khác" in told[0]


# The pages


def test_the_body_shares_its_part_and_the_head_hands_in(client, place):
    sign_in(client, place.ha)
    sent = {"title": "Họp thôn", "bodies": [str(place.villages[0].pk)], "due": "24/11/2026"}
    client.post(reverse("tasks:shares", args=[place.part.pk]), sent)
    share = Share.objects.get()

    sign_in(client, a_village_head(at=place.villages[0]))
    assert "Họp thôn" in text_of(client.get("/ban-viec/", follow=True))
    sent = {"words": "Đã họp.", "uploads": [a_photo()], "finished": "1"}
    client.post(reverse("tasks:tell_share", args=[share.pk]), sent)

    sign_in(client, place.ha)
    text = text_of(client.get(reverse("tasks:assignment", args=[place.part.pk])))
    assert "1 trên 1 phần đã nộp" in text
    assert "Mọi phần bên trong đã nộp. Có thể gửi kết quả" in text


def test_the_issuer_sees_the_body_and_the_inside_only_when_it_may(client, place):
    share, _other = shared(place)
    sign_in(client, place.lan)
    part = reverse("tasks:assignment", args=[place.part.pk])
    assert "Họp thôn lấy ý kiến" not in text_of(client.get(part))
    assert client.get(reverse("tasks:share", args=[share.pk])).status_code == 404

    actions.show_inside(assignment=place.part, is_shown=True, by=place.ha, now=NOW)

    assert "Họp thôn lấy ý kiến" in text_of(client.get(part))
    assert client.get(reverse("tasks:share", args=[share.pk])).status_code == 200
    assert client.post(reverse("tasks:withdraw_share", args=[share.pk]), {"reason": "x"}).status_code == 403


def test_another_village_does_not_see_it(client, place):
    share, _other = shared(place)
    sign_in(client, a_village_head(at=place.elsewhere))

    assert client.get(reverse("tasks:share", args=[share.pk])).status_code == 404


def test_nobody_chosen_is_told_beside_the_field(client, place):
    sign_in(client, place.ha)

    answer = client.post(reverse("tasks:shares", args=[place.part.pk]), {"title": "Họp thôn"})

    assert_kind_refusal(answer, "Xin chọn ít nhất một đơn vị hoặc một người")
