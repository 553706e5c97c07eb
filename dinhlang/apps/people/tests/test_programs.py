"""Service accounts: made, given new tokens, revoked, and recognised by a token and nothing else."""

from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.urls import reverse

from dinhlang.apps.people import actions
from dinhlang.apps.people.models import Person, ServiceAccount, Token
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.signals import person_changed
from dinhlang.apps.people.tests.factories import (
    NOW,
    PASSWORD,
    a_person,
    an_administrator,
    an_officer,
    sign_in,
    with_role,
)
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province, a_village
from dinhlang.base import clock, pace
from dinhlang.base.pace import WRONG_KEYS_A_MINUTE
from dinhlang.base.testing import assert_kind_refusal, html_of, status_of, text_of

pytestmark = pytest.mark.django_db
WHO = "/api/v1/toi"


@pytest.fixture(autouse=True)
def _no_earlier_tries():
    caches["pace"].clear()


@pytest.fixture
def commune():
    return a_commune("Nhã Nam", parent=a_province())


@pytest.fixture
def quan(commune):
    """An administrator of the commune."""
    return an_administrator(at=a_committee(of=commune))


@pytest.fixture
def ha(quan):
    return an_officer(at=quan.roles_in_force[0].unit)


@pytest.fixture
def told():
    heard = []

    def hear(signal, **facts):
        heard.append(facts)

    person_changed.connect(hear)
    yield heard
    person_changed.disconnect(hear)


def a_program(quan, ha, **more):
    facts = {
        "name": "Cổng dữ liệu tỉnh",
        "unit": quan.roles_in_force[0].place,
        "responsible": ha,
        "words": [Word.PLANS_READ],
        "ends": clock.today() + timedelta(days=90),
        "by": quan,
        "now": clock.now(),
    }
    return actions.make_program(**facts | more)


def ask(client, token, address=WHO, **more):
    return client.get(address, headers={"authorization": f"Bearer {token}"}, **more)


def test_a_program_learns_who_it_is(client, quan, ha, commune):
    program, token = a_program(quan, ha)

    answer = ask(client, token)

    assert answer.status_code == 200
    assert answer.json() == {
        "name": "Cổng dữ liệu tỉnh",
        "unit": {"code": commune.code, "name": commune.full_name},
        "words": ["plans.read"],
        "ends": program.ends.isoformat(),
    }


def test_an_answer_is_kept_nowhere_and_brings_no_cookie(client, quan, ha):
    _program, token = a_program(quan, ha)

    answer = ask(client, token)

    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "Authorization" in answer.headers["Vary"]
    assert not answer.cookies


def test_the_database_holds_no_token(quan, ha):
    _program, token = a_program(quan, ha)

    kept = Token.objects.get()

    assert token.startswith("dl_") and len(token) > 40
    assert token.startswith(kept.start) and len(kept.start) == 11
    assert token not in str(Token.objects.values().get())


HEADS = ["", "Bearer", "Bearer ", "Basic {token}", "Token {token}", "{token}", "Bearer dl_khong"]


@pytest.mark.parametrize("head", HEADS)
def test_without_a_good_token_nobody_is_answered(client, quan, ha, head):
    _program, token = a_program(quan, ha)

    answer = client.get(WHO, headers={"authorization": head.format(token=token)})

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="dinhlang"')
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "thẻ truy cập" in answer.json()["title"].lower()


def test_a_session_is_no_token(client, quan):
    sign_in(client, quan)

    assert client.get(WHO).status_code == 401


def test_a_token_opens_no_page(client, quan, ha):
    _program, token = a_program(quan, ha)

    for page in ("/nguoi/toi/", "/ban-viec/", "/ke-hoach/", "/nguoi/may/"):
        assert status_of(ask(client, token, page)) == 401


def test_a_token_in_the_address_is_no_token(client, quan, ha):
    _program, token = a_program(quan, ha)

    assert client.get(WHO, {"access_token": token, "token": token}).status_code == 401


def test_nobody_signs_in_as_a_program(client, quan, ha):
    program, token = a_program(quan, ha)

    for password in (token, PASSWORD, ""):
        client.post("/vao/", {"username": program.person.username, "password": password})

    assert status_of(client.get("/nguoi/toi/")) == 401
    assert not program.person.has_usable_password()


def test_wrong_tokens_are_counted_and_then_nothing_is_looked_at(client, quan, ha, monkeypatch):
    _program, token = a_program(quan, ha)
    now = pace.clock.now()
    monkeypatch.setattr(pace.clock, "now", lambda: now)  # a busy machine must not pass into the next minute
    client.defaults["REMOTE_ADDR"] = "10.0.0.9"
    for _ in range(WRONG_KEYS_A_MINUTE):
        assert ask(client, "dl_sai").status_code == 401

    answer = ask(client, token)

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    client.defaults["REMOTE_ADDR"] = "10.0.0.8"
    assert ask(client, token).status_code == 200


def test_right_tokens_are_not_counted_as_wrong(client, quan, ha):
    _program, token = a_program(quan, ha)
    client.defaults["REMOTE_ADDR"] = "10.0.0.9"

    assert {ask(client, token).status_code for _ in range(WRONG_KEYS_A_MINUTE + 5)} == {200}


def test_permission_answers_for_a_program_as_for_anyone(quan, ha, commune):
    program, token = a_program(quan, ha)
    village, other = a_village(parent=commune), a_commune("Tân Trung", parent=commune.parent)

    one = actions.program_of(token, now=clock.now())

    assert one.may(Word.PLANS_READ, at=village.path) and one.may(Word.PLANS_READ, at=commune.path)
    assert not one.may(Word.PLANS_READ, at=other.path)
    assert not one.may(Word.PLANS_READ, at=commune.parent.path)
    assert [word for word in Word if one.may(word)] == [Word.PLANS_READ]
    assert (one.units_to(Word.PLANS_READ), one.units_to(Word.DOCUMENTS_SIGN)) == ([program.unit], [])


def test_its_first_coming_of_a_day_is_recorded_with_the_program_as_who_did_it(client, quan, ha, told):
    program, token = a_program(quan, ha)
    told.clear()

    for _ in range(3):
        ask(client, token)

    assert [(one["act"], one["by"], one["unit"]) for one in told] == [
        ("people.program_came", program.person, program.unit)
    ]
    assert Token.objects.get().last_used_on == clock.today()
    assert token not in str(told)


def test_the_next_day_is_a_new_coming(quan, ha, told):
    _program, token = a_program(quan, ha)
    told.clear()

    for days in (0, 0, 1, 1):
        actions.program_of(token, now=clock.now() + timedelta(days=days))

    assert len(told) == 2


def test_a_program_ends_on_its_day(quan, ha):
    _program, token = a_program(quan, ha, ends=TODAY + timedelta(days=1), now=NOW)

    assert actions.program_of(token, now=NOW)
    assert actions.program_of(token, now=NOW + timedelta(days=1)) is None


def test_a_revoked_program_is_out_at_once(client, quan, ha, told):
    program, token = a_program(quan, ha)
    actions.revoke_program(program, reason="lộ thẻ", by=quan, now=clock.now())

    assert ask(client, token).status_code == 401
    assert (told[-1]["act"], told[-1]["reason"], told[-1]["by"]) == ("people.program_revoked", "lộ thẻ", quan)
    with pytest.raises(actions.CannotChangeProgram, match="thu hồi rồi"):
        actions.revoke_program(program, reason="nữa", by=quan, now=clock.now())
    with pytest.raises(actions.CannotChangeProgram, match="không còn hoạt động"):
        actions.renew_token(program, by=quan, now=clock.now())


def test_it_rests_while_nobody_answers_for_it(client, quan, ha):
    _program, token = a_program(quan, ha)
    Person.objects.filter(pk=ha.pk).update(is_active=False)
    assert ask(client, token).status_code == 401

    Person.objects.filter(pk=ha.pk).update(is_active=True)
    assert ask(client, token).status_code == 200


def test_a_new_token_takes_over_within_a_day(quan, ha):
    program, old = a_program(quan, ha, now=NOW, ends=TODAY + timedelta(days=90))
    new = actions.renew_token(program, by=quan, now=NOW)
    newest = actions.renew_token(program, by=quan, now=NOW + timedelta(hours=12))

    def good(hours):
        return [bool(actions.program_of(one, now=NOW + timedelta(hours=hours))) for one in (old, new, newest)]

    assert good(23) == [True, True, True]
    assert good(25) == [False, True, True]
    assert good(37) == [False, False, True]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": "  "}, "đặt tên"),
        ({"words": []}, "ít nhất một quyền đọc"),
        ({"words": [Word.PLANS_READ, Word.DOCUMENTS_SIGN]}, "Máy không làm thay người"),
        ({"words": [Word.PEOPLE_MANAGE]}, "Máy không làm thay người"),
        ({"ends": TODAY}, "sau hôm nay"),
        ({"ends": TODAY + timedelta(days=367)}, "không quá một năm"),
    ],
)
def test_what_makes_no_sense_is_refused(quan, ha, wrong, words):
    with pytest.raises(actions.CannotMakeProgram, match=words):
        a_program(quan, ha, **{"now": NOW, "ends": TODAY + timedelta(days=9)} | wrong)

    assert not ServiceAccount.objects.exists()


def test_nobody_gives_a_program_more_than_they_have(quan, ha, commune):
    outside = {"unit": commune.parent}, {"unit": a_commune("Tân Trung", parent=commune.parent)}, {"by": ha}
    for wrong in outside:
        with pytest.raises(actions.CannotMakeProgram, match="ngoài phạm vi"):
            a_program(quan, ha, **wrong)


@pytest.mark.parametrize("who", ["a stranger", "locked", "elsewhere"])
def test_whoever_answers_for_it_is_here_and_in_use(quan, ha, commune, who):
    if who == "locked":
        Person.objects.filter(pk=ha.pk).update(is_active=False)
    elsewhere = an_officer(at=a_commune("Tân Trung", parent=commune.parent))
    someone = {"a stranger": a_person(), "locked": ha, "elsewhere": elsewhere}[who]

    with pytest.raises(actions.CannotMakeProgram, match="Người phụ trách"):
        a_program(quan, someone)


def test_only_who_looks_after_its_unit_changes_it(client, quan, ha, commune):
    program, _token = a_program(quan, ha)
    other = an_administrator(at=a_committee(of=a_commune("Tân Trung", parent=commune.parent)))
    for act in (actions.renew_token, lambda p, **by: actions.revoke_program(p, reason="x", **by)):
        with pytest.raises(actions.CannotChangeProgram, match="ngoài phạm vi"):
            act(program, by=other, now=NOW)

    sign_in(client, other)
    for name in ("program", "renewing_token", "revoking_program"):
        assert client.get(reverse(f"people:{name}", args=[program.pk])).status_code == 404
    assert "Cổng dữ liệu tỉnh" not in text_of(client.get("/nguoi/may/"))


def asked(ha, **more):
    ends = clock.today() + timedelta(days=30)
    facts = {"name": "Cổng dữ liệu", "unit": "xã Nhã Nam", "words": ["plans.read", "tasks.read"]}
    return facts | {"responsible": ha.username, "ends": f"{ends:%d/%m/%Y}"} | more


def test_an_administrator_makes_one_and_sees_its_token_this_once(client, quan, ha):
    sign_in(client, quan)

    page = html_of(client.post("/nguoi/may/moi/", asked(ha)))
    program = ServiceAccount.objects.get()
    token = page.partition("<code>")[2].partition("</code>")[0].strip()

    assert ask(client, token).json()["words"] == ["plans.read", "tasks.read"]
    again = text_of(client.get(f"/nguoi/may/{program.pk}/"))
    assert token not in again and token[:11] in again
    assert "Cổng dữ liệu" in text_of(client.get("/nguoi/may/"))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"responsible": "khong.co"}, "Không thấy tài khoản “khong.co”"),
        ({"words": []}, "ít nhất một quyền đọc"),
        ({"words": ["issuance.sign"]}, "issuance.sign"),
        ({"ends": "1/1/2020"}, "sau hôm nay"),
        ({"unit": "Hà Nội"}, "Không thấy đơn vị"),
    ],
)
def test_a_mistake_is_told_and_nothing_typed_is_lost(client, quan, ha, wrong, words):
    sign_in(client, quan)

    answer = client.post("/nguoi/may/moi/", asked(ha, **wrong))

    assert_kind_refusal(answer, words)
    assert 'value="Cổng dữ liệu"' in html_of(answer)
    assert not ServiceAccount.objects.exists()


def test_a_token_is_renewed_and_the_account_revoked_on_its_page(client, quan, ha):
    program, old = a_program(quan, ha)
    sign_in(client, quan)

    page = html_of(client.post(f"/nguoi/may/{program.pk}/the/"))
    token = page.partition("<code>")[2].partition("</code>")[0].strip()
    assert {ask(client, one).status_code for one in (token, old)} == {200}

    assert client.post(f"/nguoi/may/{program.pk}/thu-hoi/", {"reason": ""}).status_code == 200
    client.post(f"/nguoi/may/{program.pk}/thu-hoi/", {"reason": "thôi dùng"})
    assert {ask(client, one).status_code for one in (token, old)} == {401}
    assert "đã thu hồi" in text_of(client.get(f"/nguoi/may/{program.pk}/"))


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, "đang dùng"),
        ({"ends": date(2020, 1, 1)}, "đã hết hạn"),
        ({"responsible": None}, "tạm ngưng"),
    ],
)
def test_the_list_says_how_each_stands(client, quan, ha, change, state):
    a_program(quan, ha)
    if "ends" in change:
        ServiceAccount.objects.update(**change)
    if "responsible" in change:
        Person.objects.filter(pk=ha.pk).update(is_active=False)
    sign_in(client, quan)

    assert state in text_of(client.get("/nguoi/may/"))


def test_programs_are_not_among_people(client, quan, ha):
    program, _token = a_program(quan, ha)
    sign_in(client, quan)

    assert "Cổng dữ liệu tỉnh" not in text_of(client.get("/nguoi/?state=all"))
    assert client.get(f"/nguoi/{program.person.pk}/").status_code == 404
    assert "Cổng dữ liệu tỉnh" not in text_of(client.get(f"/nguoi/quyen/?don_vi={program.unit.code}"))


def test_only_words_that_the_maker_holds_are_offered(client, quan, ha):
    sign_in(client, quan)
    page = html_of(client.get("/nguoi/may/moi/"))
    assert 'value="plans.read"' in page
    assert 'value="intake.take_in"' not in page
    assert "Không có ở đây vì bạn không có quyền ấy: Nhận văn bản" in page

    sign_in(client, with_role(quan, "officer", quan.roles_in_force[0].unit))
    assert 'value="intake.take_in"' in html_of(client.get("/nguoi/may/moi/"))
