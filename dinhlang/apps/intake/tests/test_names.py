"""Whom the names in a document mean, and whom never: bodies of another place, level or kind."""

from datetime import date

import pytest
from django.urls import reverse

from dinhlang.apps.audit.models import Entry
from dinhlang.apps.intake import actions, queries
from dinhlang.apps.intake.rules import contradict, could_be, own_name_in
from dinhlang.apps.intake.tests.factories import NOW, a_document, a_read_document, told_of
from dinhlang.apps.people.tests.factories import sign_in
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_body, a_committee, a_commune, a_province

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 31)


@pytest.fixture
def office():
    return a_committee()


@pytest.fixture
def elsewhere():
    """A commune of another province that is in the register too."""
    return a_committee(of=a_commune("Phước Long", parent=a_province("Bình Phước")))


def bodies_of(document):
    return queries.Bodies(document, day=DAY)


class TestNamesCompared:
    NEVER = [
        ("UBND thành phố Hà Nội", "UBND tỉnh Bắc Ninh"),
        ("UBND tỉnh Lai Châu", "UBND tỉnh Bắc Ninh"),
        ("Bộ Công an", "Công an xã Nhã Nam"),
        ("Bộ Khoa học và Công nghệ", "Sở Khoa học và Công nghệ"),
        ("Ban Dân vận Thị ủy", "UBND thị xã Phước Long"),
        ("UBND xã Tân Trung", "UBND xã Tân Hưng"),
    ]
    PERHAPS = [
        ("Phng Văn hóa Xã hộ", "Phòng Văn hóa – Xã hội"),
        ("Sơ Khoa hoc và Công ngh", "Sở Khoa học và Công nghệ"),
        ("Phòng Văn hóa", "Phòng Văn hóa – Xã hội"),
    ]

    @pytest.mark.parametrize(("one", "other"), NEVER)
    def test_another_level_kind_or_proper_name_is_never_the_same(self, one, other):
        assert not could_be(units.name_key(one), units.name_key(other))

    @pytest.mark.parametrize(("one", "other"), PERHAPS)
    def test_lost_letters_and_words_left_out_may_be(self, one, other):
        assert could_be(units.name_key(one), units.name_key(other))

    def test_levels_and_the_proper_name_are_told(self):
        assert contradict("uy ban nhan dan thi xa", "uy ban nhan dan tinh bac ninh")
        assert not contradict("phong van hoa xa hoi", "phong van hoa")
        assert own_name_in("uy ban nhan dan thi xa phuoc long") == "phuoc long"
        assert own_name_in("phong van hoa xa hoi") == ""


class TestWhoIsMeant:
    def test_while_the_issuer_is_unknown_ones_own_bodies_are_not_meant(self, office):
        above = a_committee(of=office.parent.parent)
        a_body("Sở Nội vụ", parent=above)
        document = a_read_document(at=office, told=told_of(issuer="UBND thành phố Hà Nội"))

        bodies = bodies_of(document)

        assert document.issuer is None
        assert bodies.meant("Sở Nội vụ").kind == "unknown"
        assert bodies.meant("UBND thành phố Hà Nội").kind == "unknown"
        assert bodies_of(a_document(at=office)).meant("Sở Nội vụ").kind == "one"

    def test_an_issuer_of_another_place_is_found_in_the_whole_register(self, office, elsewhere):
        own = a_body("Phòng Nội vụ", parent=office)
        theirs = a_body("Phòng Nội vụ", parent=elsewhere)
        document = a_read_document(at=office, told=told_of(issuer=elsewhere.full_name))

        meant = bodies_of(document).meant("Phòng Nội vụ").unit

        assert document.issuer == elsewhere
        assert (meant == theirs, meant == own) == (True, False)

    def test_a_body_named_with_its_place_is_found_wherever_it_stands(self, office, elsewhere):
        assert bodies_of(a_document(at=office)).meant(elsewhere.full_name).unit == elsewhere


class TestOnThePage:
    @pytest.fixture
    def document(self, office):
        return a_read_document(at=office)

    @pytest.fixture
    def room(self, client, document):
        sign_in(client, document.taken_in_by)
        return lambda **asked: client.get(reverse("intake:checking", args=[document.pk]), asked).content.decode()

    def name(self, client, document, **data):
        return client.post(reverse("intake:naming", args=[document.pk]), data, follow=True).content.decode()

    def test_the_card_shows_which_unit_is_meant_and_leads_to_changing_it(self, client, document, room, office):
        assert f"→ {office.full_name}" in room()
        assert "?ten=1#ten-uy-ban-nhan-dan-xa" in room()

    def test_a_kept_answer_is_taken_back(self, client, document, room, office):
        other = a_body("Phòng Kinh tế", parent=office)
        self.name(client, document, words="UBND xã", unit=other.full_name)
        assert f"→ {other.full_name}" in room()

        self.name(client, document, words="UBND xã", forget="1")

        assert f"→ {office.full_name}" in room()
        assert Entry.objects.latest("pk").act == "intake.body_unnamed"

    def test_a_unit_of_another_level_is_doubted(self, client, document, room, office):
        above = a_committee(of=office.parent.parent)

        page = self.name(client, document, words="UBND xã", unit=above.full_name)

        assert "hai tên khác cấp" in page
        assert "khác cấp" in room()

    def test_a_name_that_nobody_bears_stays_in_its_field_with_the_reason_beside_it(self, client, document, room):
        page = self.name(client, document, words="Phòng Văn hóa – Xã hội", unit="Phòng Không Có")

        assert 'value="Phòng Không Có"' in page
        assert "Không có đơn vị nào tên như vậy" in page

    def test_a_guess_is_taken_only_by_its_own_button(self, client, document, room, office):
        a_body("Phòng Văn hóa và Xã hội", parent=office)
        page = room()

        assert "Có thể là Phòng Văn hóa và Xã hội" in page
        assert page.count('value="Phòng Văn hóa và Xã hội') == 1  # offered while one types, not filled in

    def test_product_and_where_to_send_are_words_and_can_be_corrected(self, client, document, room):
        mark = document.marks.get(label="II.b")
        mark.details = {"send_to": ["UBND xã"], "via": ["Phòng Nội vụ"], "product": "Báo cáo"}
        mark.save()
        mark.document = document
        assert "['" not in room()

        words = {name: getattr(mark, name) for name in ("label", "text", "lead_words", "time_words", "due")}
        by = document.taken_in_by
        facts = {**words, "send_to": "UBND tỉnh; Sở Nội vụ", "via": "", "product": "Báo cáo"}
        mark = actions.correct(mark, seen=mark.version, by=by, now=NOW, **facts)

        assert mark.details["send_to"] == ["UBND tỉnh", "Sở Nội vụ"]
        assert "via" not in mark.details
        assert Entry.objects.latest("pk").after["send_to"] == "UBND tỉnh; Sở Nội vụ"


class TestLeavingAll:
    def test_names_without_a_unit_stay_as_words_at_once_and_guesses_are_still_asked(self, client, office):
        a_body("Phòng Văn hóa - Xã hội", parent=office)
        names = ["Phng Văn hóa Xã hộ", "Viện Hàn lâm", "Hội Cựu giáo chức"]
        document = a_read_document(at=office)
        document.marks.filter(label="II.b").update(lead_words="; ".join(names))
        sign_in(client, document.taken_in_by)

        client.post(reverse("intake:naming", args=[document.pk]), {"leave_all": "1"})

        kinds = {name: bodies_of(document).meant(name).kind for name in names}
        assert kinds == {names[0]: "guess", "Viện Hàn lâm": "left", "Hội Cựu giáo chức": "left"}
        assert Entry.objects.filter(act="intake.body_named").count() >= 2


@pytest.mark.parametrize("words", ["Công chức Tư pháp – hộ tịch", "Trưởng thôn", "Chủ tịch UBND xã"])
def test_a_post_is_no_body_to_ask_about(office, words):
    meant = bodies_of(a_document(at=office)).meant(words)

    assert (meant.kind, meant.unit, meant.is_settled) == ("post", None, True)
