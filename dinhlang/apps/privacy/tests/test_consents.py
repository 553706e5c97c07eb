"""Consent: clear, for one purpose, in known words, provable, withdrawn as easily as given."""

import pytest
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people.tests.factories import NOW, an_administrator, an_officer, sign_in
from dinhlang.apps.privacy import actions, queries
from dinhlang.apps.privacy.models import Consent, ConsentPurpose, Way
from dinhlang.apps.privacy.tests.factories import a_text
from dinhlang.apps.units.tests.factories import a_committee, a_commune
from dinhlang.base.refusal import Refusal
from dinhlang.base.testing import assert_kind_refusal, html_of, text_of

pytestmark = pytest.mark.django_db
ABOUT = "ảnh buổi họp thôn"


@pytest.fixture
def quan():
    return an_administrator(at=a_committee())


@pytest.fixture
def ha(quan):
    return an_officer(at=quan.roles_in_force[0].unit)


def agree(text, by, **facts):
    return actions.agree(**{"text": text, "about": ABOUT, "is_clear": True, "by": by, "now": NOW} | facts)


def test_silence_is_not_consent(ha, quan):
    with pytest.raises(Refusal, match="Im lặng"):
        agree(a_text(by=quan), ha, is_clear=False)

    assert not queries.has_consent("photo", about=ABOUT, person=ha)


def test_consent_is_for_one_purpose_and_one_thing(ha, quan):
    agree(a_text(by=quan), ha)

    assert queries.has_consent("photo", about=ABOUT, person=ha)
    assert not queries.has_consent("name", about=ABOUT, person=ha)
    assert not queries.has_consent("photo", about="ảnh khác", person=ha)
    assert not queries.has_consent("photo", about=ABOUT, person=quan)


def test_it_keeps_the_very_words_that_were_read(ha, quan):
    first = agree(a_text(by=quan), ha)
    newer = actions.write_text(purpose="photo", text="Lời mới.", by=quan, now=NOW)

    assert first.text.version == 1
    assert agree(newer, ha).text.version == 2
    with pytest.raises(Refusal, match="bản mới"):
        agree(first.text, ha)


def test_withdrawing_is_one_step_and_kept(client, ha, quan):
    consent = agree(a_text(by=quan), ha)
    sign_in(client, ha)

    client.post(reverse("privacy:withdrawing", args=[consent.pk]), {"words": ""})

    consent.refresh_from_db()
    assert not consent.stands
    assert not queries.has_consent("photo", about=ABOUT, person=ha)
    assert {e.act for e in audit.history_of(consent)} == {"privacy.agreed", "privacy.withdrawn"}
    with pytest.raises(Refusal, match="rút lại rồi"):
        actions.withdraw(consent, words="", by=ha, now=NOW)


def test_what_was_signed_on_paper_is_written_down_within_reach(quan):
    text, unit = a_text(by=quan), quan.roles_in_force[0].unit

    made = agree(text, quan, name="Bà Bảy", unit=unit)

    assert (made.person, made.way, made.recorded_by) == (None, Way.PAPER, quan)
    assert queries.has_consent("photo", about=ABOUT, name="Bà Bảy")
    with pytest.raises(Refusal, match="ngoài phạm vi"):
        agree(text, quan, name="Bà Bảy", unit=a_commune("Khác", code="Z9"))


def test_only_whoever_answers_writes_the_words(ha, quan):
    with pytest.raises(Refusal, match="Chỉ người trả lời"):
        a_text(by=ha)
    a_text(by=quan)
    with pytest.raises(Refusal, match="giống hệt"):
        a_text(by=quan)


def test_the_tick_is_never_set_beforehand(client, ha, quan):
    a_text(by=quan)
    sign_in(client, ha)
    page = reverse("privacy:agreeing") + "?muc-dich=photo"

    assert "checked" not in html_of(client.get(page))
    assert_kind_refusal(client.post(page, {"about": ABOUT, "version": "1"}), "Im lặng không phải là đồng ý")
    assert not Consent.objects.exists()


def test_words_that_changed_while_they_were_read_are_read_again(client, ha, quan):
    a_text(by=quan)
    sign_in(client, ha)
    page = reverse("privacy:agreeing") + "?muc-dich=photo"
    actions.write_text(purpose=ConsentPurpose.PHOTO, text="Lời mới.", by=quan, now=NOW)

    answer = client.post(page, {"about": ABOUT, "version": "1", "yes": "on"})

    assert_kind_refusal(answer, "vừa có bản mới", "Lời mới.")


def test_the_proof_shows_the_words_and_the_moment(client, ha, quan):
    consent = agree(a_text(by=quan), ha)
    sign_in(client, ha)

    said = text_of(client.get(reverse("privacy:consent", args=[consent.pk])))

    for words in ("Nguyễn Thị Hà", ABOUT, "xin đăng ảnh của ông/bà", "bản 1", "08:30 ngày 20/11/2026"):
        assert words in said
