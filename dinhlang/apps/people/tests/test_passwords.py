"""Choosing one's own password, and setting one for others."""

import hashlib
import unicodedata

import pytest

from dinhlang.apps.people import actions
from dinhlang.apps.people.models import Person
from dinhlang.apps.people.tests.factories import NOW, PASSWORD, a_person, an_administrator, an_officer
from dinhlang.apps.units.tests.factories import a_committee

pytestmark = pytest.mark.django_db
NEW = "mái đình cong vút trong nắng"


def test_a_person_chooses_a_new_password():
    ha = an_officer()

    actions.change_own_password(ha, old=PASSWORD, new=NEW, now=NOW)

    assert Person.objects.get(pk=ha.pk).check_password(NEW)


@pytest.mark.parametrize(
    ("old", "new", "field", "words"),
    [
        ("sai rồi", NEW, "old", "chưa đúng"),
        (PASSWORD, PASSWORD, "new", "phải khác"),
        (PASSWORD, "ngắn", "new", "ít nhất 12 ký tự"),
        (PASSWORD, "ha.nguyenthi", "new", "giống tên"),
        (PASSWORD, "1q2w3e4r5t6y", "new", "dễ đoán"),
        (PASSWORD, "dragon 123456!", "new", "dễ đoán"),
    ],
)
def test_a_wrong_or_weak_password_is_refused_with_what_to_do(old, new, field, words):
    ha = a_person(username="ha.nguyenthi")

    with pytest.raises((actions.CannotChangePassword, actions.WrongPassword), match=words) as refused:
        actions.change_own_password(ha, old=old, new=new, now=NOW)

    assert refused.value.field == field


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_what_stands_in_the_file_of_breaches_is_refused_from_every_keyboard(tmp_path, settings, form):
    file = tmp_path / "digests"
    file.write_text(hashlib.sha1(NEW.encode()).hexdigest().upper() + ":7\n")
    settings.BREACHED_PASSWORDS = str(file)

    with pytest.raises(actions.CannotChangePassword, match="dễ đoán"):
        actions.change_own_password(an_officer(), old=PASSWORD, new=unicodedata.normalize(form, NEW), now=NOW)


def test_a_file_of_breaches_that_went_keeps_nobody_from_a_new_password(tmp_path, settings, caplog):
    settings.BREACHED_PASSWORDS = str(tmp_path / "gone")

    actions.change_own_password(an_officer(), old=PASSWORD, new=NEW, now=NOW)

    assert "DINHLANG_BREACHED_PASSWORDS" in caplog.text


def test_an_administrator_sets_a_random_password():
    committee = a_committee()
    ha = an_officer(at=committee)

    password = actions.reset_password(ha, by=an_administrator(at=committee), now=NOW)

    ha.refresh_from_db()
    assert ha.check_password(password)
    assert not ha.check_password(PASSWORD)


def test_ones_own_password_is_chosen_and_not_reset():
    quan = an_administrator()

    with pytest.raises(actions.CannotChangePassword, match="Đổi mật khẩu"):
        actions.reset_password(quan, by=quan, now=NOW)


def test_a_lock_that_came_meanwhile_is_not_undone_by_a_new_password():
    ha = an_officer()
    Person.objects.filter(pk=ha.pk).update(is_active=False)

    actions.change_own_password(ha, old=PASSWORD, new=NEW, now=NOW)

    assert not Person.objects.get(pk=ha.pk).is_active


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_password_is_the_same_on_every_keyboard(form):
    person = a_person()

    assert person.check_password(unicodedata.normalize(form, PASSWORD))
    assert not person.check_password(PASSWORD + "x")
