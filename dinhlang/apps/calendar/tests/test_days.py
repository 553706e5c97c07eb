"""Days off that a house adds and withdraws, what counts then, and the page of a year."""

from datetime import date

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.calendar import access, actions, queries
from dinhlang.apps.calendar.models import DecidedDay
from dinhlang.apps.calendar.tests.factories import STORM, a_day_off
from dinhlang.apps.people.tests.factories import NOW, an_administrator, an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province
from dinhlang.base.testing import text_of
from dinhlang.pure.dates import default_calendar

pytestmark = pytest.mark.django_db
PAGE = "/ngay-nghi/"
FORM = {
    "day": "3/12/2026",
    "what": "off",
    "name": "nghỉ tránh bão",
    "source": "Công điện 01/CĐ-UBND",
    "reason": "bão số 9",
}


@pytest.fixture
def quan(client):
    return sign_in(client, an_administrator(at=a_committee()))


def test_a_day_counts_while_its_line_stands():
    quan = an_administrator(at=a_committee())
    assert queries.calendar_in_force() == default_calendar()

    line = a_day_off(by=quan)
    assert not queries.calendar_in_force().works_on(STORM)
    assert queries.calendar_in_force().why_off(STORM) == "nghỉ tránh bão"

    actions.withdraw_day(line, reason="bão tan", by=quan, now=NOW)
    assert queries.calendar_in_force().works_on(STORM)


def test_a_saturday_may_be_made_a_working_day():
    a_day_off(date(2026, 12, 5), works=True, name="làm bù", by=an_administrator(at=a_committee()))

    assert queries.calendar_in_force().works_on(date(2026, 12, 5))


def test_who_did_it_and_why_is_in_the_record_and_the_line_stays():
    quan = an_administrator(at=a_committee())
    line = a_day_off(by=quan)
    actions.withdraw_day(line, reason="bão tan", by=quan, now=NOW)

    withdrawn, added = audit.history_of(line)

    assert (added.act, added.actor, added.reason) == ("calendar.added", quan, "bão số 9")
    assert (withdrawn.act, withdrawn.actor, withdrawn.reason) == ("calendar.withdrawn", quan, "bão tan")
    assert added.after["source"] == "Công điện 01/CĐ-UBND"
    assert DecidedDay.objects.get().withdrawn_at == NOW


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": " "}, "name"),
        ({"source": " \n"}, "source"),
        ({"reason": ""}, "reason"),
        ({"day": date(1926, 12, 3)}, "day"),
        ({"day": STORM}, "day"),
    ],
)
def test_what_cannot_be_added_is_said_beside_its_field(facts, field):
    quan = an_administrator(at=a_committee())
    a_day_off(by=quan)

    with pytest.raises(actions.CannotAmend) as refused:
        a_day_off(**{"day": date(2026, 12, 4), "by": quan} | facts)

    assert refused.value.field == field
    assert DecidedDay.objects.count() == 1


def test_a_line_is_withdrawn_once_and_with_a_reason_and_its_day_is_free_again():
    quan = an_administrator(at=a_committee())
    line = a_day_off(by=quan)

    with pytest.raises(actions.CannotAmend, match="lý do"):
        actions.withdraw_day(line, reason=" ", by=quan, now=NOW)
    actions.withdraw_day(line, reason="bão tan", by=quan, now=NOW)
    with pytest.raises(actions.CannotAmend, match="người khác rút"):
        actions.withdraw_day(line, reason="bão tan", by=quan, now=NOW)

    assert a_day_off(by=quan).pk != line.pk


def test_only_who_administers_everyone_here_amends():
    province = a_province()
    commune = a_commune(parent=province)
    quan, ha = (an_administrator(at=a_committee(of=place)) for place in (province, commune))

    assert access.may_amend(quan)
    assert not access.may_amend(ha)
    assert not access.may_amend(an_officer(at=a_committee(of=province)))


def test_the_page_tells_where_each_day_comes_from(client, quan):
    a_day_off(by=quan)
    page = text_of(client.get(PAGE, {"nam": "2026"}))

    assert "Thứ Năm, 03/12/2026: nghỉ tránh bão" in page
    assert "Nơi đây ghi · Công điện 01/CĐ-UBND" in page
    assert "Lịch chung · thông báo lịch nghỉ lễ, Tết năm 2026" in page
    assert "Thư viện lịch tính" in text_of(client.get(PAGE, {"nam": "2031"}))


def test_a_line_says_what_it_stands_for_instead(client, quan):
    a_day_off(date(2026, 11, 24), name="Ngày Văn hóa Việt Nam", by=quan)

    assert "thay cho lịch chung: Ngày Văn hóa Việt Nam, chưa có" in text_of(client.get(PAGE, {"nam": "2026"}))


@pytest.mark.parametrize("asked", ["", "xưa", "1", "99999", "²"])
def test_a_year_that_is_none_shows_this_year(client, quan, asked):
    assert "làm bù năm 20" in text_of(client.get(PAGE, {"nam": asked}))


def test_a_day_is_added_and_withdrawn_on_the_pages(client, quan):
    page = text_of(client.post(f"{PAGE}them/", FORM, follow=True))
    assert "nghỉ tránh bão" in page
    line = DecidedDay.objects.get()
    assert (line.day, line.works) == (STORM, False)

    page = text_of(client.post(f"{PAGE}{line.pk}/rut/", {"reason": "bão tan"}, follow=True))

    assert "Đã rút, không còn tính" in page
    assert "bão tan" in text_of(client.get(f"{PAGE}{line.pk}/rut/"))


def test_a_refused_day_loses_nothing_that_was_typed(client, quan):
    a_day_off(by=quan)

    page = text_of(client.post(f"{PAGE}them/", FORM))

    assert "đã có một dòng còn hiệu lực" in page
    assert "bão số 9" in page


def test_a_version_is_said_by_the_change_that_made_it():
    quan = an_administrator(at=a_committee())
    before = queries.calendar_in_force().version
    line = a_day_off(by=quan)
    now_in_force = queries.calendar_in_force().version

    base, changed, unknown = (queries.said_versions([one])[0] for one in (before, now_in_force, "không ai biết"))

    assert (base.line, base.is_known, base.is_in_force) == (None, True, False)
    assert (changed.line, changed.by, changed.moment, changed.is_in_force) == (line, quan, line.added_at, True)
    assert not unknown.is_known
