"""A province whose plan is answered by its communes, for tests that look from above."""

from dataclasses import dataclass, field
from datetime import date

from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.plans import public as plans
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.tasks.tests.factories import NOW, TODAY
from dinhlang.apps.units import public as units
from dinhlang.apps.units.tests.factories import a_committee, a_commune, a_province, a_village

DUE = date(2026, 11, 25)
TRAINING = "Tổ chức tập huấn cho cán bộ cơ sở về thực hiện dân chủ"
OWN_PLAN = "Căn cứ Kế hoạch này, UBND các xã xây dựng kế hoạch triển khai thực hiện tại địa phương"


@dataclass
class Cascade:
    """The province's plan with its tasks, and the communes' committees that owe them."""

    province: units.Unit
    committee: units.Unit
    officer: object
    plan: plans.Plan
    communes: list[units.Unit] = field(default_factory=list)
    handed: list[tasks.Task] = field(default_factory=list)

    def part(self, commune: units.Unit, number: int = 0) -> tasks.Assignment:
        return tasks.Assignment.objects.select_related("unit", "task__plan__issuer").get(
            unit=commune, task=self.handed[number]
        )


def a_cascade(*, names=("Nhã Nam", "Đồng Kỳ"), texts=(TRAINING, OWN_PLAN), due=DUE, **facts) -> Cascade:
    province = a_province()
    committee = a_committee(of=province)
    officer = an_officer(at=committee)
    facts = {"clauses": [a_clause(text, label=f"II.{n}", due=due) for n, text in enumerate(texts, 1)]} | facts
    plan = a_plan(issuer=committee, by=officer, number="100/KH-UBND", **facts)
    made = Cascade(province, committee, officer, plan)
    made.communes = [a_committee(of=a_commune(name, parent=province)) for name in names]
    for clause in plans.clauses_of(plan):
        made.handed.append(tasks.hand_out(clause=clause, leads=made.communes, due=due, by=officer, now=NOW, day=TODAY))
    return made


def an_answer(cascade: Cascade, commune: units.Unit, *, due=DUE, takes=0, hand_out=True) -> plans.Plan:
    """The plan of a commune that takes over one clause of the province's, and hands it to a village."""
    own = an_officer(at=commune)
    facts = {"clauses": [a_clause("Tập huấn cho cán bộ thôn", due=due)], "based_on": [cascade.plan]}
    plan = a_plan(issuer=commune, by=own, issued_on=date(2026, 2, 10), **facts)
    (clause,) = plans.clauses_of(plan)
    upper = plans.clauses_of(cascade.plan)[takes]
    plans.take_over(plan, above=cascade.plan, chosen={upper: clause}, by=own, now=NOW)
    if hand_out:
        village = a_village(parent=commune.parent)
        tasks.hand_out(clause=clause, leads=[village], due=due, by=own, now=NOW, day=TODAY)
    return plan
