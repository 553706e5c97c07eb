"""The marking page says beside each line what its words were taken for, and nothing else."""

import pytest
from django.urls import reverse

from dinhlang.apps.intake.queries import lines_of, marks_of
from dinhlang.apps.intake.tests.factories import a_document, a_mark
from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.base.testing import text_of

pytestmark = pytest.mark.django_db
DUTY = """b) Tổ chức tuyên truyền Luật trên đài truyền thanh.
- Cơ quan tham mưu thực hiện: Phòng Văn hóa – Xã hội.
- Cơ quan phối hợp: Các thôn.
- Sản phẩm: Báo cáo tổng hợp, gửi về Phòng Nội vụ.
- Thời gian thực hiện: Quý III năm 2026."""
WORDS = {"adviser": "Phòng Văn hóa – Xã hội", "partner": "Các thôn", "time": "Quý III năm 2026"}


@pytest.fixture
def document():
    office = a_committee()
    return a_document(at=office, by=an_officer(at=office), text=f"KẾ HOẠCH\n\n{DUTY}\n\nc) Việc khác.\n")


@pytest.fixture
def mark(document):
    """As the machine proposes it: one stretch for the whole duty, and where each part of it stands."""
    made = a_mark(document, document.text[document.text.index("b)") : document.text.index("\n\nc)")])
    made.sources = {"text": [[made.start, made.end]]} | {part: [_place(document, said)] for part, said in WORDS.items()}
    made.details = {"product": "Báo cáo tổng hợp", "send_to": ["Phòng Nội vụ"], "timing": {"text": WORDS["time"]}}
    made.save()
    return made


def _place(document, words):
    start = document.text.index(words)
    return [start, start + len(words)]


def test_each_line_of_a_duty_is_said_to_be_what_was_taken_from_it(document, mark):
    says = {
        line.paragraph.text[:12]: [part for part, _n in line.says] for line in lines_of(document, marks_of(document))
    }

    assert says["b) Tổ chức t"] == []
    assert says["- Cơ quan th"] == ["adviser"]
    assert says["- Cơ quan ph"] == ["partner"]
    assert says["- Sản phẩm: "] == ["product", "send_to"]
    assert says["- Thời gian "] == ["time"]


def test_the_page_says_it_in_words(client, document, mark):
    sign_in(client, document.taken_in_by)

    page = text_of(client.get(reverse("intake:document", args=[document.pk])))

    for part in ("tham mưu", "phối hợp", "sản phẩm", "nơi gửi kết quả"):
        assert f"{part} của nhiệm vụ 1" in page
    assert page.count("thời gian của nhiệm vụ 1") == 1


def test_a_line_is_offered_for_advisers_too(client, document, mark):
    sign_in(client, document.taken_in_by)

    page = client.get(reverse("intake:document", args=[document.pk]), {"nhiem-vu": mark.pk}).content.decode()

    assert 'value="adviser:3"' in page or 'value="adviser:4"' in page
