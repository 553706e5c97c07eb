"""The people of the demo: eight whom a visitor may be, and the many around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.config.demo import words

AT_ONCE = 2000


@dataclass(frozen=True)
class Account:
    """One of the eight, and what to look at when being them."""

    username: str
    full_name: str
    honorific: str
    kind: str
    unit: str
    title: str
    look_at: str


ACCOUNTS = (
    Account("ha", "Nguyễn Thu Hà", "chị", "officer", "07306.UB.VP", "Chuyên viên", "bàn việc, giao việc, duyệt"),
    Account("lan", "Trần Thị Lan", "bà", "leader", "07306.UB", "Chủ tịch", "văn bản chờ ký"),
    Account("tu", "Nguyễn Văn Tư", "ông", "village_head", "07306.T01", "Trưởng thôn", "việc của thôn, trên điện thoại"),
    Account("minh", "Phạm Quang Minh", "anh", "inspector", "07306.MT", "Phó Chủ tịch", "giám sát, nhật ký"),
    Account("binh", "Ngô Thanh Bình", "anh", "officer", "24.UB.VP", "Chuyên viên", "tỉnh thấy ai xong, ai muộn"),
    Account(
        "hung", "Lê Quang Hùng", "ông", "leader", "24.UB", "Phó Chủ tịch", "ký văn bản của tỉnh, trang của lãnh đạo"
    ),
    Account("van", "Đỗ Thị Vân", "chị", "viewer", "24.UB.NV", "Chuyên viên", "xem mọi việc của tỉnh"),
    Account("quan", "Vũ Anh Quân", "anh", "administrator", "24", "Quản trị", "đơn vị, người dùng, quyền"),
)


def open_accounts(*, password: str, begins: date, now: datetime) -> dict[str, people.Person]:
    """The eight, by user name."""
    found = units.Unit.objects.in_bulk([account.unit for account in ACCOUNTS], field_name="code")
    opened = {
        account.username: people.create_person(
            username=account.username,
            full_name=account.full_name,
            honorific=account.honorific,
            kind=account.kind,
            unit=found[account.unit],
            title=account.title,
            begins=begins,
            password=password,
            by=None,
            now=now,
        )[0]
        for account in ACCOUNTS
    }
    office = found["24.UB.VP"]  # so that the administrator can make a program that hands documents in
    people.give_role(opened["quan"], kind="officer", unit=office, title="Chuyên viên", begins=begins, by=None, now=now)
    return opened


@dataclass(frozen=True)
class Post:
    """A role to be filled with a made-up person."""

    unit: units.Unit
    kind: str
    title: str
    begins: date
    ends: date | None = None


def appoint(posts: Sequence[Post], *, chance: Random, hashed: str, now: datetime) -> list[people.Person]:
    """Somebody for each post, in bulk; all know the password of the hash given (none: no signing in)."""
    places = _places([post.unit for post in posts])
    made = [_person(post, number, chance, hashed) for number, post in enumerate(posts, 1)]
    people.Person.objects.bulk_create(made, batch_size=AT_ONCE)
    people.Role.objects.bulk_create(
        [
            people.Role(
                person=person,
                unit=post.unit,
                place=places[post.unit.pk],
                kind=post.kind,
                title=post.title,
                begins=post.begins,
                ends=post.ends,
            )
            for person, post in zip(made, posts, strict=True)
        ],
        batch_size=AT_ONCE,
    )
    audit.record_many(
        audit.entry("people.created", person, by=None, now=now, unit=post.unit, after={"username": person.username})
        for person, post in zip(made, posts, strict=True)
    )
    return made


def _places(among: Iterable[units.Unit]) -> dict[int, units.Unit]:
    """For each unit the nearest place above it, in one question."""
    above = {unit.pk: [int(part) for part in unit.path.split(".") if part] for unit in among}
    wanted = {pk for numbers in above.values() for pk in numbers}
    places = {unit.pk: unit for unit in units.Unit.objects.of_kind(*units.TERRITORIES) if unit.pk in wanted}
    return {pk: next(places[one] for one in reversed(numbers) if one in places) for pk, numbers in above.items()}


_SHORT = {"leader": "ld", "officer": "cv", "village_head": "tt"}


def _person(post: Post, number: int, chance: Random, hashed: str) -> people.Person:
    name, honorific = words.a_person(chance)
    username = f"{post.unit.code.lower()}.{_SHORT.get(post.kind, post.kind)}"
    if post.ends is not None:
        username += f".{post.begins.year}"
    person = people.Person(username=f"{username[:54]}{number if len(username) > 54 else ''}", full_name=name)
    person.honorific = honorific
    if hashed:
        person.password = hashed
    else:
        person.set_unusable_password()
    person.fill_in()
    return person
