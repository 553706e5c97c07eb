"""A change that has not begun is taken back, with all that came with it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import an_administrator, an_officer
from dinhlang.apps.register import actions as register
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import TODAY, a_body, a_committee, a_commune, a_province, a_village
from dinhlang.base import clock

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
AHEAD = date(2027, 1, 1)


@pytest.fixture
def province(db):
    return a_province("Bắc Ninh", code="24")


@pytest.fixture
def quan(province):
    return an_administrator(at=province)


@pytest.fixture
def commune(province):
    """With a village, a committee and an office."""
    commune = a_commune("Tân Trung", code="A", parent=province)
    a_village("Đồi", code="A.1", parent=commune)
    a_body("Văn phòng", kind="office", parent=a_committee(of=commune, code="A.UB"), code="A.UB.VP")
    return commune


@pytest.fixture
def neighbour(province):
    commune = a_commune("An Dương", code="B", parent=province)
    a_village("Bãi", code="B.1", parent=commune)
    return commune


def withdraw(unit, quan, day=AHEAD, reason="chưa đủ căn cứ"):
    return register.withdraw_change(unit, day=day, reason=reason, by=quan, now=NOW)


def plan_of(kind, commune, neighbour, quan):
    acts = {
        "rename": lambda **how: register.rename_unit(commune, name="Nhã Nam", **how),
        "reclassify": lambda **how: register.reclassify_unit(commune, form="phường", **how),
        "move": lambda **how: register.move_unit(units.Unit.objects.get(code="A.1"), parent=neighbour, **how),
        "merge": lambda **how: register.merge_units(
            [commune, neighbour], into=register.NewUnit("Nhã Nam", "commune", "xã", "C"), **how
        ),
        "merge into": lambda **how: register.merge_units([commune], into=neighbour, **how),
        "split": lambda **how: register.split_unit(
            commune, into=[register.NewUnit(name, "commune", "xã") for name in ("Đông", "Tây")], **how
        ),
        "give away": lambda **how: register.split_unit(
            commune,
            into=[register.NewUnit("Đông", "commune", "xã")],
            fates={units.Unit.objects.get(code="A.1").pk: 0},
            remains=True,
            **how,
        ),
        "abolish": lambda **how: register.abolish_unit(commune, successors=[neighbour], **how),
    }
    acts[kind](day=AHEAD, by=quan, now=NOW)


class TestWithdrawing:
    @pytest.mark.parametrize(
        "kind", ["rename", "reclassify", "move", "merge", "merge into", "split", "give away", "abolish"]
    )
    def test_everything_is_as_if_it_had_never_been_decided(self, commune, neighbour, quan, kind):
        before = units.timelines()
        plan_of(kind, commune, neighbour, quan)
        assert units.timelines() != before

        withdraw(units.Unit.objects.get(code="A.1") if kind == "move" else commune, quan)

        assert units.timelines() == before
        assert not units.Succession.objects.exists()
        assert not search.Entry.objects.filter(title__in=["Xã Nhã Nam", "Xã Đông"]).exists()
        assert units.refresh_current(AHEAD) == 0

    def test_a_merge_may_be_withdrawn_at_the_unit_that_was_to_begin(self, commune, neighbour, quan):
        before = units.timelines()
        plan_of("merge", commune, neighbour, quan)
        new = units.Unit.objects.get(code="C")
        register.furnish(new, day=AHEAD, by=quan, now=NOW)

        left = withdraw(new, quan)

        assert left.code == "24"
        assert units.timelines() == before
        assert not units.Unit.objects.filter(code="C").exists()

    def test_what_was_decided_alone_for_the_same_day_stays(self, commune, neighbour, quan):
        plan_of("rename", commune, neighbour, quan)
        village = units.Unit.objects.get(code="B.1")
        register.rename_unit(village, name="Bến", day=AHEAD, by=quan, now=NOW)

        withdraw(commune, quan)

        assert units.version_of(village, day=AHEAD).name == "Bến"

    def test_the_record_says_who_took_it_back_and_why(self, commune, neighbour, quan):
        plan_of("rename", commune, neighbour, quan)

        withdraw(commune, quan)

        entry = audit.history_of(commune)[0]
        assert (entry.act, entry.actor, entry.reason) == ("units.withdrawn", quan, "chưa đủ căn cứ")
        assert (entry.before["name"], entry.after["name"]) == ("xã Nhã Nam", "xã Tân Trung")


class TestRefusals:
    def test_what_has_begun_cannot_be_withdrawn(self, commune, quan):
        register.rename_unit(commune, name="Nhã Nam", day=TODAY, by=quan, now=NOW)

        with pytest.raises(register.CannotWithdraw, match="đã có hiệu lực"):
            withdraw(commune, quan, day=TODAY)

    def test_a_reason_is_needed(self, commune, neighbour, quan):
        plan_of("rename", commune, neighbour, quan)

        with pytest.raises(register.CannotWithdraw, match="lý do"):
            withdraw(commune, quan, reason=" ")

    def test_a_day_on_which_nothing_begins_is_refused(self, commune, quan):
        with pytest.raises(register.CannotWithdraw, match="Không có thay đổi"):
            withdraw(commune, quan)

    def test_what_was_decided_for_later_goes_first(self, commune, neighbour, quan):
        plan_of("rename", commune, neighbour, quan)
        register.rename_unit(commune, name="Nhã Lam", day=AHEAD + timedelta(days=9), by=quan, now=NOW)

        with pytest.raises(register.CannotWithdraw, match="trước"):
            withdraw(commune, quan)

    def test_a_village_does_not_go_back_to_a_commune_that_ends(self, commune, neighbour, quan):
        plan_of("merge", commune, neighbour, quan)
        before = units.timelines()

        with pytest.raises(register.CannotWithdraw, match="xã Tân Trung"):
            withdraw(units.Unit.objects.get(code="A.1"), quan)

        assert units.timelines() == before

    def test_a_unit_that_someone_works_in_already_is_named(self, commune, neighbour, quan):
        plan_of("merge", commune, neighbour, quan)
        an_officer(at=units.Unit.objects.get(code="C"))

        with pytest.raises(register.CannotWithdraw, match="xã Nhã Nam đã được dùng"):
            withdraw(commune, quan)


class TestPage:
    def test_it_is_offered_only_where_something_is_planned(self, client, commune, quan):
        client.force_login(quan)
        ahead = (clock.today() + timedelta(days=40)).strftime("%d/%m/%Y")
        assert client.get("/don-vi/A/thu-hoi/").status_code == 404

        client.post("/don-vi/A/doi-ten/", {"name": "Nhã Nam", "day": ahead, "da-xem": "1"})
        assert "/don-vi/A/thu-hoi/" in client.get("/don-vi/A/").content.decode()

    def test_it_goes_from_form_to_preview_to_done(self, client, commune, quan):
        client.force_login(quan)
        day = clock.today() + timedelta(days=40)
        client.post("/don-vi/A/doi-ten/", {"name": "Nhã Nam", "day": f"{day:%d/%m/%Y}", "da-xem": "1"})
        told = {"day": day.isoformat(), "reason": "chưa đủ căn cứ"}

        page = client.post("/don-vi/A/thu-hoi/", told).content.decode()
        answer = client.post("/don-vi/A/thu-hoi/", {**told, "da-xem": "1"})

        assert "xã Tân Trung giữ nguyên sau ngày" in page and "UBND xã Tân Trung giữ nguyên" in page
        assert answer.status_code == 302
        assert units.version_of(commune, day=day).name == "Tân Trung"

    def test_a_word_over_everything_undone_is_needed(self, client, commune, neighbour, quan):
        day = clock.today() + timedelta(days=40)
        register.merge_units(
            [commune, neighbour], into=register.NewUnit("Nhã Nam", "commune", "xã", "C"), day=day, by=quan, now=NOW
        )
        client.force_login(an_administrator(at=commune))

        page = client.post("/don-vi/A/thu-hoi/", {"day": day.isoformat(), "reason": "thử"}).content.decode()

        assert "chưa được giao quyền thay đổi" in page
