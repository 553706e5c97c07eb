"""What roles mean, without a database."""

from time import process_time

import pytest

from dinhlang.apps.people.rules import (
    OWN_ONLY,
    READING,
    ROLES,
    Word,
    coarse,
    core,
    device_of,
    is_easily_guessed,
    reaches_over_place,
    roles_with,
)


@pytest.mark.parametrize("role", ROLES)
def test_every_role_reads_the_whole_place(role):
    assert ROLES[role].words >= READING
    assert all(reaches_over_place(role, word) for word in READING)


@pytest.mark.parametrize("word", sorted(OWN_ONLY))
def test_nobody_acts_in_the_name_of_another_body(word):
    assert not any(reaches_over_place(role, word) for role in ROLES)


def test_only_a_leader_signs():
    assert roles_with(Word.DOCUMENTS_SIGN) == ["leader"]


def test_only_an_administrator_looks_after_people():
    assert roles_with(Word.PEOPLE_MANAGE) == ["administrator"]


def test_an_administrator_does_nobodys_work():
    doing = {Word.TASKS_HAND_OUT, Word.TASKS_PROGRESS, Word.TASKS_ACCEPT, Word.PLANS_ADOPT, Word.DOCUMENTS_SIGN}

    assert not ROLES["administrator"].words & doing


@pytest.mark.parametrize(
    "password",
    [
        "matkhau123456",
        "Mật khẩu 2026!",
        "anhyeuemanhyeuem",
        "111111111111",
        "123456789012",
        "abcdefghijkl",
        "Admin@123456",
        "M@tKhau@2026",
        "Nguyễn Văn An 1990",
        "nguyenthithuha",
        "Thái Nguyên 2026",
        "hanoivietnam36",
        "1qaz2wsx3edc",
        "q1w2e3r4t5y6",
        "chủ tịch xã 123",
        "hoa mai hoa mai hoa mai",
        "12345678901x",
    ],
)
def test_the_commonest_passwords_are_easily_guessed(password):
    assert is_easily_guessed(password)


@pytest.mark.parametrize(
    "password",
    [
        "mái đình cong vút",
        "k7mp-x2qd-9rtw-hbn4",
        "Hà Nội mùa này vắng",
        "cây đa bến nước sân đình",
        "ba con vịt qua sông 7 lần",
        "Nguyễn Du ngồi uống trà",
    ],
)
def test_a_sentence_of_ones_own_is_not(password):
    assert not is_easily_guessed(password)


def test_a_long_password_is_looked_at_as_fast_as_a_short_one():
    began = process_time()

    is_easily_guessed("anhang" * 30 + "x y z w")

    assert process_time() - began < 5


@pytest.mark.parametrize(("password", "word"), [("dragon123456", "dragon"), ("!!Sunshine2024", "sunshine")])
def test_digits_and_signs_around_a_word_do_not_hide_it(password, word):
    assert core(password) == word


@pytest.mark.parametrize(
    ("said", "device"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile Safari/604.1", "Safari · iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/120.0 Chrome/114.0 Safari/537.36", "Cốc Cốc · Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox · Linux"),
        ("curl/8", ""),
    ],
)
def test_a_device_is_told_as_people_call_it(said, device):
    assert device_of(said) == device


@pytest.mark.parametrize(
    ("address", "network"),
    [("203.0.113.77", "203.0.113.0/24"), ("2001:db8:1:2::3", "2001:db8:1::/48"), ("", ""), ("không", "")],
)
def test_of_an_address_only_the_network_is_kept(address, network):
    assert coarse(address) == network
