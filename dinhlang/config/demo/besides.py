"""What else goes on around today, so that no page is empty: what stands in the way, who asks for more time, a council
that will sit, a decree that is awaited, a plan of the province that few communes have answered and that was amended."""

from dataclasses import dataclass
from datetime import date
from random import Random

from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.overview import public as overview
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.config.demo import texts
from dinhlang.config.demo.fates import Speakers, Year, unfold
from dinhlang.config.demo.handing import handed_out, published
from dinhlang.config.demo.moments import at, near
from dinhlang.config.demo.places import COMMUNE, PROVINCE

ISSUED, AMENDED = -16, -2
"""The province's plan is so many days old, and so many its amendment, about which nobody has decided yet."""

ANSWERED_SO_FAR, TOO_LATE = 4, 25
"""So many communes have a plan of their own by now; the day of the last of them comes so much later."""

OBSTACLES = (
    ("Họp dân bàn sửa đổi hương ước, quy ước", "T10", -4, "Nhà văn hóa đang sửa mái, chưa có chỗ họp cả thôn.", ""),
    (
        "Phát tin về Quy chế dân chủ trên loa truyền thanh",
        "T05",
        -6,
        "Loa của thôn hỏng từ tuần trước, chưa phát được.",
        "Trung tâm Phục vụ hành chính công cho mượn loa kéo; bác ra nhận trong ngày.",
    ),
)
"""Of Nhã Nam: task, village, when, what stands in the way, and what the commune answered, if it did."""


VIEWS = (
    ("binh", "Xã, phường quá hạn", "/toan-canh/?xem=late"),
    ("binh", "Kết quả chờ duyệt của cả tỉnh", "/toan-canh/?xem=waiting"),
    ("ha", "Việc đến hạn tuần này", "/toan-canh/lich/?xem=tuan"),
)
"""Who saved which page under which name."""


@dataclass
class Besides:
    """The day it is told for, the people who act, and chance."""

    day: date
    cast: dict[str, people.Person]
    speakers: Speakers
    chance: Random

    def tell_all(self, province_plan: plans.Plan) -> None:
        """After the story of Nhã Nam and the other communes, on whose tasks it builds."""
        self._obstacles()
        self._asked_days(province_plan)
        self._sittings()
        quality = self._quality()
        self._answers(quality)
        self._amended(quality)
        self._views()

    def _obstacles(self) -> None:
        """Two of villages, one of them answered; one of the commune's, which the province is asked about."""
        for title, village, days, words, answer in OBSTACLES:
            part = _part(title, f"{COMMUNE}.{village}")
            raised = near(self.day, days)
            said = tasks.Saying(words=words)
            by, now = self.speakers[part.unit_id], at(raised, 10)
            obstacle = tasks.raise_obstacle(assignment=part, said=said, by=by, now=now)
            if answer:
                told = tasks.Saying(words=answer, kind="words")
                tasks.answer(obstacle=obstacle, said=told, by=self.cast["ha"], now=at(near(raised, 1), 8))
        part = _part("Công khai tổng hợp ý kiến về dự thảo Quy chế dân chủ", f"{COMMUNE}.UB")
        words = "Chưa rõ ý kiến không ghi tên có phải công khai hay không; đề nghị tỉnh hướng dẫn."
        said = tasks.Saying(words=words)
        tasks.raise_obstacle(assignment=part, said=said, by=self.cast["ha"], now=at(near(self.day, -3), 14))

    def _asked_days(self, province_plan: plans.Plan) -> None:
        """A village asks the commune for more time, and the commune the province."""
        asked = near(self.day, -1)
        village = _part("Báo cáo năm của thôn", f"{COMMUNE}.T06")
        own = _part("Gửi kết quả rà soát văn bản về Sở Nội vụ", f"{COMMUNE}.UB", plan=province_plan)
        for part, days, reason in (
            (village, 7, "Chờ số liệu hộ nghèo mới rà soát xong."),
            (own, 9, "Còn hai hương ước chờ thôn họp lại."),
        ):
            by = self.speakers[part.unit_id]
            wanted = near(max(part.due or asked, self.day), days)
            tasks.ask_extension(assignment=part, wanted=wanted, reason=reason, by=by, now=at(asked, 16), day=asked)

    def _sittings(self) -> None:
        """The councils' calendars: what hangs on a sitting can be bound to one."""
        summer = texts.summer_of(self.day)
        for code, day, name in ((PROVINCE, 8, "binh"), (COMMUNE, 1, "ha")):
            deadlines.keep_session(
                place=units.Unit.objects.get(code=code),
                kind="midyear",
                year=summer,
                begins_on=near(date(summer, 7, day), 0),
                source="Nghị quyết về chương trình các kỳ họp của HĐND",
                by=self.cast[name],
                now=at(near(self.day, -12), 15),
            )

    def _quality(self) -> plans.Plan:
        """A plan of the province with every kind of time: a day, a sitting, an event that is awaited, milestones."""
        issued, binh = near(self.day, ISSUED), self.cast["binh"]
        text = texts.read("story-quality", day=self.day)
        plan = published(text, by=binh, on=issued, issued_on=issued)
        handed_out(plan, text, by=binh, on=near(issued, 1))
        ours = units.Unit.objects.get(code=f"{COMMUNE}.UB")
        parts = tasks.Assignment.objects.filter(task__plan=plan, task__clause__label="I.2").exclude(unit=ours)
        year = Year(self.day, self.speakers, self.chance, since=issued)
        unfold(list(parts.select_related("unit", "task__plan").order_by("pk")), binh, year)
        return plan

    def _answers(self, above: plans.Plan) -> None:
        """A few communes have made their own plan, and said which duty takes over which; the last comes too late."""
        upper = next(clause for clause in plans.clauses_of(above) if clause.label == "I.2")
        still = tasks.Assignment.objects.filter(task__clause=upper, state__in=tasks.OPEN, unit__kind="people_committee")
        found = still.exclude(unit__code=f"{COMMUNE}.UB").select_related("unit").order_by("unit__sort_key", "pk")
        for number, part in enumerate(found[:ANSWERED_SO_FAR]):
            later = TOO_LATE if number == ANSWERED_SO_FAR - 1 else 0
            self._answer(part.unit, above, upper, number=f"{66 + 3 * number}/KH-UBND", later=later)

    def _answer(
        self, committee: units.Unit, above: plans.Plan, upper: plans.Clause, *, number: str, later: int
    ) -> None:
        on, by = near(self.day, -6), self.speakers[committee.pk]
        text = texts.read("story-quality-commune", day=near(self.day, later) if later else self.day)
        place = committee.parent or committee
        text.head |= {"issuer": committee.code, "number": number, "title": f"{text.head['title']} {place.full_name}"}
        plan = published(text, by=by, on=on, issued_on=on, based_on=[above])
        handed_out(plan, text, by=by, on=near(on, 1))
        own = plans.clauses_of(plan)[0]
        plans.take_over(plan, above=above, chosen={upper: own}, by=by, now=at(near(on, 1), 15))

    def _amended(self, quality: plans.Plan) -> None:
        """The communes were given more time; what that means for the tasks waits for anh Bình's decision."""
        binh, on = self.cast["binh"], near(self.day, AMENDED)
        later = published(texts.read("story-quality-amended", day=self.day), by=binh, on=on, issued_on=on)
        reason = "Theo đề nghị của các xã, phường về thời gian lập kế hoạch"
        plans.change_plan(quality, later=later, kind="amend", reason=reason, by=binh, now=at(on, 15))

    def _views(self) -> None:
        """The pages to which people come back."""
        for name, title, address in VIEWS:
            overview.save_view(name=title, address=address, by=self.cast[name], now=at(near(self.day, -5), 9))


def _part(title: str, unit: str, *, plan: plans.Plan | None = None) -> tasks.Assignment:
    """What a body owes of a task of that name."""
    found = tasks.Assignment.objects.filter(task__title=title, unit__code=unit, state__in=tasks.OPEN)
    return found.filter(task__plan=plan).get() if plan else found.get()
