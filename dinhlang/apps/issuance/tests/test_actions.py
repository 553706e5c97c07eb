"""Drafting, laying before the signer, issuing, withdrawing."""

from datetime import date
from io import BytesIO

import docx
import pytest
from django.core.files.storage import default_storage

from dinhlang.apps.audit import public as audit
from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.issuance.tests.factories import a_draft, a_notice, issued, waiting
from dinhlang.apps.people.tests.factories import a_leader, a_person, with_role
from dinhlang.apps.reports.tests.factories import NOW, a_report, a_world_at_work, at
from dinhlang.apps.search import public as search
from dinhlang.apps.units.tests.factories import a_body

pytestmark = pytest.mark.django_db


def test_a_draft_is_filled_with_what_the_house_knows():
    draft = a_draft()

    assert (draft.issuer_words, draft.superior_words) == ("Ủy ban nhân dân tỉnh Bắc Ninh", "")
    assert (draft.kind, draft.symbol, draft.place_words) == ("BC", "BC-UBND", "Bắc Ninh")
    assert draft.powers == [["TM.", "Ủy ban nhân dân"]]
    assert (draft.signer_title, draft.signer_name) == ("Chủ tịch", "Trần Thị Lan")
    assert draft.recipients == ["Ủy ban MTTQ Việt Nam tỉnh Bắc Ninh"]
    assert draft.number is None


def test_a_department_names_its_committee_above_itself():
    world = a_world_at_work()
    department = a_body("Sở Nội vụ", parent=world.committee)

    notice = issuance.draft_document(
        issuer=department, kind_code="TB", title="Về lịch họp", body="Họp.", by=world.officer, now=NOW
    )

    assert (notice.superior_words, notice.issuer_words) == ("Ủy ban nhân dân tỉnh Bắc Ninh", "Sở Nội vụ")
    assert notice.symbol == "TB-SNV"


def test_a_deputy_signs_for_the_head():
    world = a_world_at_work()
    department = a_body("Sở Nội vụ", parent=world.committee)
    with_role(a_person("Vũ Văn Bình"), "leader", department, title="Phó Giám đốc")

    notice = issuance.draft_document(
        issuer=department, kind_code="TB", title="Về lịch họp", body="Họp.", by=world.officer, now=NOW
    )

    assert notice.powers == [["KT.", "Giám đốc"]]


def test_no_document_comes_of_a_report_that_is_still_a_draft():
    world = a_world_at_work()

    with pytest.raises(issuance.CannotDraft, match="chốt báo cáo trước"):
        issuance.draft_from_report(report=a_report(world), by=world.officer, now=NOW)


def test_issuing_takes_a_number_and_a_day_and_freezes_the_file():
    world = a_world_at_work()

    document = issued(world)

    assert document.full_number == "01/BC-UBND"
    assert (document.day, document.signed_by) == (date(2026, 11, 20), world.leader)
    assert document.file.name == "01-BC-UBND.docx"
    with default_storage.open(document.file.blob) as kept:
        words = "\n".join(cell.text for table in docx.Document(BytesIO(kept.read())).tables for cell in table._cells)
    assert "01/BC-UBND" in words
    assert "DỰ THẢO" not in words
    assert audit.history_of(document)[0].act == "issuance.issued"


def test_numbers_count_on_for_each_kind_and_begin_again_each_year():
    world = a_world_at_work()
    day, new_year = date(2026, 12, 31), date(2027, 1, 1)

    numbers = [
        issued(world, a_notice(world), day=day).full_number,
        issued(world, a_notice(world), day=day).full_number,
        issued(world, a_notice(world, kind_code="công văn"), day=day).full_number,
        issued(world, a_notice(world), day=new_year).full_number,
    ]

    assert numbers == ["01/TB-UBND", "02/TB-UBND", "01/UBND-VP", "01/TB-UBND"]


def test_a_withdrawn_document_keeps_its_number():
    world = a_world_at_work()
    first = issued(world, a_notice(world))
    issuance.withdraw(document=first, reason="Sai ngày họp", by=world.leader, now=NOW)

    second = issued(world, a_notice(world))

    assert second.number == 2
    first.refresh_from_db()
    assert (first.state, first.full_number, first.remark) == ("withdrawn", "01/TB-UBND", "Sai ngày họp")


def test_a_number_never_bears_an_earlier_day_than_the_one_before():
    world = a_world_at_work()
    issued(world, a_notice(world))

    with pytest.raises(issuance.CannotIssue, match="thuận nhau"):
        issued(world, a_notice(world), day=date(2026, 11, 19))


@pytest.mark.parametrize("name", ["Vũ Văn Bình", "Trần Thị Làn"])
def test_only_the_person_named_as_signer_issues(name):
    world = a_world_at_work()
    document = waiting(world)
    other = with_role(a_person(name), "leader", world.committee, title="Phó Chủ tịch")

    with pytest.raises(issuance.CannotIssue, match="Trần Thị Lan"):
        issuance.issue(document=document, by=other, day=date(2026, 11, 20), now=NOW)

    document.refresh_from_db()
    assert (document.state, document.number) == ("waiting", None)


def test_what_is_missing_is_said_before_it_is_laid_before_the_signer():
    world = a_world_at_work()
    draft = issuance.change_draft(document=a_draft(world), by=world.officer, now=NOW, recipients=[], symbol="BC UBND")

    with pytest.raises(issuance.CannotSubmit, match=r"Ký hiệu viết liền.*Thiếu nơi nhận"):
        issuance.submit_for_signature(document=draft, by=world.officer, now=NOW)


def test_a_returned_document_says_why_and_may_be_changed_again():
    world = a_world_at_work()

    document = issuance.return_to_drafter(document=waiting(world), reason="Thêm nơi nhận", by=world.leader, now=NOW)

    assert (document.state, document.remark) == ("draft", "Thêm nơi nhận")
    assert list(issuance.returned_to(world.officer)) == [document]
    assert issuance.change_draft(document=document, by=world.officer, now=NOW, title="Mới").title == "Mới"


def test_a_document_that_waits_or_is_issued_is_not_changed():
    world = a_world_at_work()

    with pytest.raises(issuance.CannotDraft, match="không còn là dự thảo"):
        issuance.change_draft(document=waiting(world), by=world.officer, now=NOW, title="Khác")


@pytest.mark.parametrize("act", ["submit_for_signature", "return_to_drafter", "issue", "withdraw"])
def test_a_withdrawn_document_goes_nowhere(act):
    world = a_world_at_work()
    document = issuance.withdraw(document=a_draft(world), reason="Trùng", by=world.officer, now=NOW)
    more = {"issue": {"day": date(2026, 11, 20)}, "submit_for_signature": {}}.get(act, {"reason": "x"})

    with pytest.raises(Exception, match="được") as refused:
        getattr(issuance, act)(document=document, by=world.leader, now=NOW, **more)

    assert type(refused.value).__name__.startswith("Cannot")


def test_the_leader_sees_what_waits_for_her_signature():
    world = a_world_at_work()
    document = waiting(world)
    a_draft(world)

    assert list(issuance.waiting_for_signature(world.leader)) == [document]
    assert not issuance.waiting_for_signature(world.officer).exists()
    assert not issuance.waiting_for_signature(a_leader()).exists()


def test_an_issued_document_is_found_and_a_withdrawn_one_is_not():
    world = a_world_at_work()
    document = issued(world)

    assert search.find("ket qua thuc hien", person=None, kind="outgoing").total == 1
    issuance.withdraw(document=document, reason="Sai số liệu", by=world.leader, now=NOW)
    assert search.find("ket qua thuc hien", person=None, kind="outgoing").total == 0


def test_residents_see_what_was_shown_to_them():
    world = a_world_at_work()
    hidden = issuance.change_draft(document=a_draft(world), by=world.officer, now=NOW, is_public=False)
    issued(world, hidden)

    shown = issued(world)

    assert list(issuance.issued_public_of(world.province)) == [shown]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("title", "a" * 10_000, "10000 ký tự"),
        ("symbol", "B" * 31, "tối đa 30"),
        ("powers_text", "Chủ tịch", "Mỗi dòng bắt đầu bằng TM."),
    ],
)
def test_what_is_too_long_or_unreadable_gets_a_sentence_beside_its_field(name, value, sentence):
    world = a_world_at_work()

    with pytest.raises(issuance.CannotDraft, match=sentence) as refused:
        issuance.change_draft(document=a_draft(world), by=world.officer, now=NOW, **{name: value})

    assert refused.value.field == name


def test_control_characters_and_formulas_do_no_harm():
    world = a_world_at_work()
    body = '=HYPERLINK("x")\x00\x0b\n| a\x08 | =1+1 |\n| <b>đậm</b> | @x |'
    draft = issuance.change_draft(document=a_draft(world), by=world.officer, now=NOW, body_text=body, title="=1+1\x07")

    document = issued(world, draft)

    with default_storage.open(document.file.blob) as kept:
        made = docx.Document(BytesIO(kept.read()))
    assert made.core_properties.title == "Báo cáo =1+1"
    assert any("<b>đậm</b>" in cell.text for table in made.tables for cell in table._cells)


def test_a_draft_begun_without_title_or_of_no_known_kind_is_refused():
    world = a_world_at_work()

    with pytest.raises(issuance.CannotDraft, match="trích yếu"):
        a_notice(world, title=" ")
    with pytest.raises(issuance.CannotDraft, match="loại văn bản"):
        a_notice(world, kind_code="XX")


def test_what_did_not_change_leaves_no_trace():
    world = a_world_at_work()
    draft = a_draft(world)

    issuance.change_draft(document=draft, by=world.officer, now=at(date(2026, 11, 21)), title=draft.title)

    assert [entry.act for entry in audit.history_of(draft)] == ["issuance.drafted"]
