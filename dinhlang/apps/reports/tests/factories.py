"""A plan with two tasks and three communes at work on it, and reports on how it stands."""

from datetime import UTC, date, datetime

from dinhlang.apps.people.tests.factories import a_leader, an_officer
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.reports import public as reports
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units.tests.factories import TODAY, a_body, a_committee, a_commune, a_province

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TRAINING = "Tổ chức tập huấn cho trưởng thôn"
REVIEW = "Rà soát quy chế dân chủ của cơ quan"


def at(day, hour=3) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


class AWorld:
    """Bắc Ninh's committee, its plan, and three communes that owe a training and a review."""

    def __init__(self):
        self.province = a_province()
        self.committee = a_committee(of=self.province)
        self.front = a_body("Ủy ban MTTQ Việt Nam tỉnh Bắc Ninh", kind="front", parent=self.province)
        self.officer, self.leader = an_officer(at=self.committee), a_leader(at=self.committee)
        communes = [a_commune(name, parent=self.province) for name in ("Nhã Nam", "Tân Trung", "Phúc Hòa")]
        self.doers = [a_committee(of=commune) for commune in communes]
        self.plan = a_plan(
            issuer=self.committee,
            by=self.officer,
            number="141/KH-UBND",
            issued_on=date(2026, 5, 20),
            title="Kế hoạch nâng cao năng lực cán bộ",
            clauses=[a_clause(TRAINING), a_clause(REVIEW)],
            now=at(date(2026, 5, 21)),
        )
        self.training, self.review = (self._task(*facts) for facts in ((0, date(2026, 9, 30)), (1, date(2026, 12, 15))))

    def _task(self, place, due):
        clause = self.plan.clauses.order_by("order")[place]
        day = date(2026, 6, 1)
        return tasks.hand_out(clause=clause, leads=self.doers, due=due, by=self.officer, now=at(day), day=day)

    def part(self, task, doer) -> tasks.Assignment:
        return tasks.Assignment.objects.get(task=task, unit=doer)

    def tell(self, task, doer, day, *, finished=False):
        person = an_officer(at=doer)
        part = self.part(task, doer)
        tasks.tell_progress(assignment=part, words="Đã làm", by=person, now=at(day), finished=finished)

    def accept(self, task, doer, day):
        tasks.accept(assignment=self.part(task, doer), by=self.officer, now=at(day), day=day)

    def live(self):
        """One training accepted in August, one handed in, one late; one review under way."""
        first, second, _third = self.doers
        self.tell(self.training, first, date(2026, 8, 1), finished=True)
        self.accept(self.training, first, date(2026, 8, 5))
        self.tell(self.training, second, date(2026, 11, 10), finished=True)
        self.tell(self.review, first, date(2026, 11, 15))
        return self

    def report(self, *, unit=None, as_of=TODAY, by=None, now=NOW, **facts) -> reports.Report:
        return reports.gather_report(
            plan=self.plan, unit=unit or self.committee, as_of=as_of, by=by or self.officer, now=now, **facts
        )


def a_world_at_work() -> AWorld:
    return AWorld().live()


def a_report(world=None, **facts) -> reports.Report:
    return (world or a_world_at_work()).report(**facts)


def a_final_report(world=None, **facts) -> reports.Report:
    world = world or a_world_at_work()
    return reports.finish_report(report=world.report(**facts), by=world.officer, now=NOW)
