"""What a commune has not made public reaches no stranger and no foreigner, whatever address they try."""

import io
import zipfile

import pytest
from django.urls import reverse

from tests.house.routes import all_routes
from tests.house.walk import Walker, doors, on_the_day_of_the_tests
from tests.house.world import SECRET, World

FOREIGN = ("stranger", "no role", "foreign officer", "foreign leader", "foreign inspector", "foreign administrator")
GUESSED = 16


def opened(answer) -> str:
    """All words of an answer: its head, its body, and what is packed in it."""
    words = [str(answer.headers), answer.whole.decode("utf-8", "ignore")]
    if answer.whole.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(answer.whole)) as packed:
            words += [packed.read(name).decode("utf-8", "ignore") for name in packed.namelist()]
    return "\n".join(words).casefold()


def addresses(world):
    """Every page with the real things, every page with guessed numbers, and the pages that search, list and export."""
    yield from (url for _, _, url in doors(world))
    numbers = [str(number) for number in range(1, GUESSED)]
    for route in all_routes():
        if route.address.count("<int:") == 1 and route.address.count("<") == 1:
            yield from (reverse(route.name, args=[number]) for number in numbers)
    for page in ("/tim/", "/nhiem-vu/", "/ke-hoach/", "/van-ban-den/", "/van-ban-di/", "/bao-cao/", "/nhat-ky/", "/"):
        yield f"{page}?q={SECRET}"
    yield from (f"/tim/?q={SECRET}&kind={kind}" for kind in ("plan", "task", "outgoing", "document", "report", "unit"))
    yield from ("/nhiem-vu/tai-ve.csv", "/don-vi/xuat/?dang=xlsx", "/don-vi/xuat/", f"/nguoi/quyen/?q={SECRET}")
    yield from (f"/cong-khai/{kind}/{n}/" for kind in ("plan", "outgoing", "unit") for n in range(1, GUESSED))


@pytest.mark.slow
def test_no_foreigner_ever_reads_what_is_not_public(db):
    world = World()
    urls = sorted(set(addresses(world)))
    leaks = []
    with on_the_day_of_the_tests():
        for name in FOREIGN:
            walker = Walker(world.persons[name])
            leaks += [f"{name} {url}" for url in urls if SECRET.casefold() in said_without_the_question(walker, url)]

    assert leaks == []


def said_without_the_question(walker, url):
    """A page may repeat the words that were asked for; it may not know more of them than it was told."""
    said, word = opened(walker.ask("GET", url)), SECRET.casefold()
    return said.replace(word, "", repeats(walker, url)) if f"?q={SECRET}" in url and word in said else said


def repeats(walker, url):
    """How often the same page repeats words that nobody ever wrote."""
    return opened(walker.ask("GET", url.replace(SECRET, "Khongaiviet"))).count("khongaiviet")


def test_the_walk_would_see_a_leak(db):
    world = World()
    officer = Walker(world.persons["officer"])
    with on_the_day_of_the_tests():
        pages = [f"/van-ban-di/{world.draft.pk}/tai/", f"/nhiem-vu/{world.task.pk}/", f"/tim/?q={SECRET}"]

        assert all(SECRET.casefold() in said_without_the_question(officer, page) for page in pages)
