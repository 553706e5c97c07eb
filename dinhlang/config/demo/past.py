"""What was: the five plans that the house is built for, in the places and the time they come from, all done by now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.config.demo import texts, words
from dinhlang.config.demo.accounts import Post, appoint
from dinhlang.config.demo.handing import Desk, handed_out, parts_of, published, tell
from dinhlang.config.demo.moments import at, near
from dinhlang.config.demo.places import RECORD_BEGINS, REFORM, WARD


@dataclass(frozen=True)
class Past:
    """One plan: its text, when its tasks were handed out, and what it stood on."""

    name: str
    handed_on: date
    bases: tuple[str, ...] = ()


PAST = (
    Past("a-thai-nguyen", date(2023, 6, 1), ("Quyết định số 346/QĐ-TTg ngày 06/4/2023 của Thủ tướng Chính phủ",)),
    Past("d-lac-vien", date(2023, 8, 1), ("Kế hoạch số 129/KH-UBND của UBND quận Ngô Quyền",)),
    Past(
        "b-phuoc-long",
        date(2024, 2, 5),
        (
            "Quyết định số 346/QĐ-TTg ngày 06/4/2023 của Thủ tướng Chính phủ",
            "Nghị quyết số 31/2023/NQ-HĐND ngày 08/12/2023 của HĐND tỉnh",
        ),
    ),
    Past("e-tan-trung", date(2024, 2, 27), ("Công văn số 1476-CV/BCĐ và 1479-CV/BCĐ ngày 30/01/2024",)),
    Past("c-vinh-cuu", date(2024, 4, 1), ("Kế hoạch số 89/KH-UBND ngày 14/3/2024 của UBND tỉnh Đồng Nai",)),
)


def tell_the_past(*, chance: Random, now: datetime, day: date) -> None:
    """All five plans, each with an officer of its time; their places are no more, and nothing of them is still owed."""
    for past in PAST:
        text = texts.read(past.name, day=day)
        officer, leader = _at_the_committee(text.head["issuer"], chance=chance, now=now)
        plan = published(text, by=officer, on=past.handed_on - timedelta(days=1), bases=past.bases)
        for task in handed_out(plan, text, by=officer, on=past.handed_on).values():
            _finish(task, officer, Desk(leader), past.handed_on, chance)


def _at_the_committee(issuer: str, *, chance: Random, now: datetime) -> list[people.Person]:
    """The officer who hands out and writes down what the bodies told, and the leader who accepts it."""
    committee = units.Unit.objects.get(code=issuer)
    ends = date(2025, 3, 1) if issuer.startswith(WARD) else REFORM
    posts = [
        Post(committee, "officer", "Chuyên viên", RECORD_BEGINS, ends),
        Post(committee, "leader", "Phó Chủ tịch", RECORD_BEGINS, ends),
    ]
    return appoint(posts, chance=chance, hashed="", now=now)


def _finish(task: tasks.Task, speaker: people.Person, desk: Desk, handed: date, chance: Random) -> None:
    """Everyone did it, most on time, a few some days late; what hangs on an event waited for it."""
    for part in parts_of(task):
        due = part.due or near(handed, 120)
        earliest = min(handed + timedelta(days=3), due)
        told_on = max(earliest, near(due, -chance.choice([1, 2, 3, 5, 8, 12, 20]) if chance.random() < 0.9 else 4))
        tell(part, chance.choice(words.FINISHED), by=speaker, moment=at(told_on, 9), finished=True)
        desk.accept(part, near(told_on, chance.randint(0, 4)), 16)


def plans_of_the_past() -> Sequence[plans.Plan]:
    """The five plans, for whoever wants to show them."""
    issuers = [texts.read(past.name, day=RECORD_BEGINS).head["issuer"] for past in PAST]
    return list(plans.Plan.objects.filter(issuer__code__in=issuers).order_by("pk"))
