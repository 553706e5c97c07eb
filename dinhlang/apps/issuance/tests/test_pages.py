"""The pages of outgoing documents, as people walk them."""

from io import BytesIO

import docx
import pytest

from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.issuance.forms import DraftForm
from dinhlang.apps.issuance.models import OutgoingDocument
from dinhlang.apps.issuance.tests.factories import a_draft, a_final_report, a_notice, issued, waiting
from dinhlang.apps.people.tests.factories import a_person, sign_in, with_role
from dinhlang.apps.reports.tests.factories import NOW, a_world_at_work
from dinhlang.base.testing import assert_kind_refusal, html_of, text_of

pytestmark = pytest.mark.django_db


def test_from_a_final_report_to_an_issued_document(client):
    world = a_world_at_work()
    report = a_final_report(world)
    sign_in(client, world.officer)

    page = html_of(client.get(f"/bao-cao/{report.pk}/"))
    drafted = client.post(f"/van-ban-di/tu-bao-cao/{report.pk}/", follow=True)
    document = OutgoingDocument.objects.get()
    submitted = client.post(f"/van-ban-di/{document.pk}/trinh-ky/", follow=True)
    sign_in(client, world.leader)
    confirm = client.get(f"/van-ban-di/{document.pk}/ban-hanh/")
    done = client.post(f"/van-ban-di/{document.pk}/ban-hanh/", {"first_number": 1}, follow=True)

    assert f"/van-ban-di/tu-bao-cao/{report.pk}/" in page
    assert "Trình ký" in text_of(drafted) and "DỰ THẢO" in text_of(drafted)
    assert "Đã trình ký" in text_of(submitted)
    assert "Ban hành văn bản số 01/BC-UBND?" in text_of(confirm)
    assert "ký tay và đóng dấu" in text_of(confirm)
    assert "Đã ban hành văn bản số 01/BC-UBND" in text_of(done)
    assert "Bắc Ninh, ngày 20 tháng 11 năm 2026" in text_of(done)
    assert "DỰ THẢO" not in text_of(done)


def test_the_document_stands_on_the_page_of_its_report(client):
    world = a_world_at_work()
    document = issued(world)
    sign_in(client, world.officer)

    assert "01/BC-UBND" in text_of(client.get(f"/bao-cao/{document.report_id}/"))


def test_a_draft_is_downloaded_as_a_draft(client):
    draft = a_draft(world := a_world_at_work())
    sign_in(client, world.officer)

    answer = client.get(f"/van-ban-di/{draft.pk}/tai/")

    words = [paragraph.text for paragraph in docx.Document(BytesIO(answer.content)).paragraphs]
    assert answer["Content-Disposition"] == f'attachment; filename="du-thao-{draft.pk}.docx"'
    assert any("Thực hiện Kế hoạch số 141/KH-UBND" in text for text in words)


def test_an_issued_document_is_downloaded_as_it_was_frozen(client):
    world = a_world_at_work()
    document = issued(world)
    sign_in(client, world.officer)

    answer = client.get(f"/van-ban-di/{document.pk}/tai/")

    assert "01-BC-UBND.docx" in answer["Content-Disposition"]
    assert docx.Document(BytesIO(answer.getvalue())).paragraphs


def as_sent(document, **changes):
    """What a browser sends back of the form."""
    return {name: value for name, value in DraftForm.of(document).initial.items() if value is not False} | changes


def test_a_form_sent_back_unchanged_changes_nothing_but_the_widths(client):
    world = a_world_at_work()
    draft = a_draft(world)
    sign_in(client, world.officer)

    client.post(f"/van-ban-di/{draft.pk}/sua/", as_sent(draft))

    after = OutgoingDocument.objects.get(pk=draft.pk)
    assert (after.title, after.recipients, after.powers) == (draft.title, draft.recipients, draft.powers)
    assert [block["type"] for block in after.body] == [block["type"] for block in draft.body]


def test_a_draft_is_changed_in_its_form(client):
    world = a_world_at_work()
    draft = a_draft(world)
    sign_in(client, world.officer)
    form = as_sent(draft, recipients="Bộ Nội vụ\nSở Nội vụ", body_text="I. Kết quả\nĐã xong <script>.")

    page = client.post(f"/van-ban-di/{draft.pk}/sua/", form, follow=True)

    assert "- Bộ Nội vụ; - Sở Nội vụ; - Lưu: VT." in text_of(page)
    assert "<script>." not in html_of(page)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "a" * 10_000, "500"),
        ("symbol", "B" * 31, "30"),
        ("powers_text", "Chủ tịch xã", "Mỗi dòng bắt đầu bằng TM."),
        ("body_text", "a" * 200_001, "200000"),
    ],
)
def test_a_form_that_does_not_fit_comes_back_with_everything_typed(client, field, value, sentence):
    world = a_world_at_work()
    draft = a_draft(world)
    sign_in(client, world.officer)

    page = client.post(f"/van-ban-di/{draft.pk}/sua/", as_sent(draft, **{field: value, "recipients": "Nơi đã gõ"}))

    assert_kind_refusal(page, sentence)
    assert "Nơi đã gõ" in html_of(page)


def test_a_new_document_of_another_kind(client):
    world = a_world_at_work()
    sign_in(client, world.officer)
    facts = {"kind_code": "GM", "title": "Họp giao ban tháng 12", "issuer": world.committee.pk}

    page = client.post("/van-ban-di/moi/", facts, follow=True)

    assert "Sửa dự thảo" in text_of(page)
    assert OutgoingDocument.objects.get().symbol == "GM-UBND"


def test_nobody_drafts_in_the_name_of_another_body(client):
    world = a_world_at_work()
    sign_in(client, world.officer)

    client.post("/van-ban-di/moi/", {"kind_code": "GM", "title": "Họp", "issuer": world.doers[0].pk})

    assert not OutgoingDocument.objects.exists()


def test_an_incomplete_draft_says_what_is_missing(client):
    world = a_world_at_work()
    draft = issuance.change_draft(document=a_notice(world), by=world.officer, now=NOW, signer_name="")
    sign_in(client, world.officer)

    page = text_of(client.get(f"/van-ban-di/{draft.pk}/"))
    refused = client.post(f"/van-ban-di/{draft.pk}/trinh-ky/")

    assert "Cần bổ sung trước khi trình ký" in page and "Thiếu họ và tên người ký" in page
    assert_kind_refusal(refused, "Chưa trình ký được")


def test_the_signer_gives_it_back_with_a_reason(client):
    world = a_world_at_work()
    document = waiting(world)
    sign_in(client, world.leader)

    empty = client.post(f"/van-ban-di/{document.pk}/tra-lai/", {"reason": ""})
    page = client.post(f"/van-ban-di/{document.pk}/tra-lai/", {"reason": "Thêm số liệu xã Tân Trung"}, follow=True)

    assert empty.status_code == 200
    assert "Thêm số liệu xã Tân Trung" in text_of(page)


def test_a_leader_who_is_not_named_is_told_so(client):
    world = a_world_at_work()
    document = waiting(world)
    sign_in(client, with_role(a_person("Vũ Văn Bình"), "leader", world.committee, title="Phó Chủ tịch"))

    answer = client.post(f"/van-ban-di/{document.pk}/ban-hanh/", {"first_number": 1})

    assert_kind_refusal(answer, "Trần Thị Lan", "Vũ Văn Bình")


def test_a_series_may_go_on_where_the_paper_register_stopped(client):
    world = a_world_at_work()
    first, second = waiting(world, a_notice(world)), waiting(world, a_notice(world))
    sign_in(client, world.leader)

    wrong = client.post(f"/van-ban-di/{first.pk}/ban-hanh/", {"first_number": "0"})
    client.post(f"/van-ban-di/{first.pk}/ban-hanh/", {"first_number": "118"})
    asked = text_of(client.get(f"/van-ban-di/{second.pk}/ban-hanh/"))
    client.post(f"/van-ban-di/{second.pk}/ban-hanh/", {"first_number": "7"})

    assert wrong.status_code == 200
    assert "Số đầu tiên" not in asked and "119/TB-UBND" in asked
    assert sorted(OutgoingDocument.objects.values_list("number", flat=True)) == [118, 119]


def test_a_withdrawn_document_shows_its_number_and_why(client):
    world = a_world_at_work()
    document = issued(world)
    sign_in(client, world.leader)

    page = text_of(client.post(f"/van-ban-di/{document.pk}/thu-hoi/", {"reason": "Sai số liệu"}, follow=True))

    assert "Lý do thu hồi: Sai số liệu" in page and "01/BC-UBND" in page


def test_the_list_has_a_tab_for_each_state(client):
    world = a_world_at_work()
    sign_in(client, world.officer)
    empty = [text_of(client.get(f"/van-ban-di/?tinh-trang={state}")) for state in ("draft", "waiting", "issued")]
    a_draft(world), waiting(world), issued(world)

    assert "Chưa có dự thảo nào" in empty[0]
    assert "Không có văn bản nào chờ ký" in empty[1]
    assert "Chưa có văn bản nào ở đây" in empty[2]
    assert "Đang soạn 1 Chờ ký 1 Đã ban hành 1" in text_of(client.get("/van-ban-di/"))
    assert client.get("/van-ban-di/?tinh-trang=xyz&page=99").status_code == 200


def test_a_long_list_asks_the_database_little(client, django_assert_max_num_queries):
    world = a_world_at_work()
    for _ in range(30):
        a_notice(world)
    sign_in(client, world.officer)

    with django_assert_max_num_queries(10):
        client.get("/van-ban-di/")


def test_a_document_asks_the_database_little(client, django_assert_max_num_queries):
    world = a_world_at_work()
    document = issued(world)
    sign_in(client, world.officer)

    with django_assert_max_num_queries(10):
        client.get(f"/van-ban-di/{document.pk}/")


def test_who_comes_to_sign_what_is_signed_is_told_so_instead_of_asked(client):
    world = a_world_at_work()
    document = issued(world)
    sign_in(client, world.leader)

    for page in (
        client.get(f"/van-ban-di/{document.pk}/ban-hanh/", follow=True),
        client.post(f"/van-ban-di/{document.pk}/ban-hanh/", follow=True),
    ):
        assert "Văn bản này đã được ban hành, số 01/BC-UBND, ngày 20/11/2026" in text_of(page)
        assert "Ban hành và lấy số" not in text_of(page)


def test_lines_too_long_are_said_and_kept(client):
    world = a_world_at_work()
    document = a_draft(world)
    sign_in(client, world.officer)
    typed = "x" * 10_000
    names = ("title", "filed", "symbol", "place_words", "signer_name", "signer_title", "addressees", "recipients")

    page = client.post(f"/van-ban-di/{document.pk}/sua/", dict.fromkeys(names, typed))

    assert set(names) <= set(page.context["form"].errors)
    assert html_of(page).count(typed) == len(names)
