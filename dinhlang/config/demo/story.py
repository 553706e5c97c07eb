"""What goes on in xã Nhã Nam: the province's plan, the commune's answer, twelve villages, and the days around today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dinhlang.apps.intake import public as intake
from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import public as reports
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.config.demo import pictures, texts, words
from dinhlang.config.demo.fates import Speakers
from dinhlang.config.demo.handing import Desk, handed_out, parts_of, published, tell
from dinhlang.config.demo.moments import at, near, plan_days
from dinhlang.config.demo.places import COMMUNE
from dinhlang.pure.viet import short_day

# What became of each task, one letter for each body in the order of their codes: a accepted, s handed in and waiting
# for acceptance, d doing, r returned, w not begun. Village T01 is ông Tư's.
PROVINCE = {
    "Hội nghị phổ biến Luật đến cán bộ, thôn, tổ dân phố": "a",
    "Kiện toàn Ban Thanh tra nhân dân": "a",
    "Đối thoại giữa người đứng đầu và Nhân dân": "a",
    "Gửi kết quả rà soát văn bản về Sở Nội vụ": "d",
    "Công khai tổng hợp ý kiến về dự thảo Quy chế dân chủ": "d",
    "Tự kiểm tra việc thực hiện dân chủ": "w",
    "Báo cáo năm thực hiện dân chủ ở cơ sở": "d",
}
PLAN = {
    "Niêm yết những việc phải công khai tại nhà văn hóa": "aaaaaaaaaaaa",
    "Phát tin về Quy chế dân chủ trên loa truyền thanh": "daaadadaawww",
    "Họp dân bàn sửa đổi hương ước, quy ước": "raaaasaaadaa",
    "Hội nghị lấy ý kiến về dự thảo Quy chế": "a",
    "Công khai vốn và tiến độ đường bê tông thôn": "d",
    "Tự kiểm tra việc thực hiện dân chủ trong cơ quan": "asd",
    "Giám sát việc niêm yết ở các thôn": "dw",
    "Báo cáo năm của thôn": "wwawwdwwwdww",
}
CONSULTATION = {
    "Công khai dự thảo tại Trung tâm và trên loa": "a",
    "Họp thôn lấy ý kiến về dự thảo Quy chế": "aaaaaaaaaaaa",
    "Tổng hợp ý kiến của Mặt trận và các đoàn thể": "s",
    "Trả lời từng ý kiến": "d",
}
DOING = {
    "Gửi kết quả rà soát văn bản về Sở Nội vụ": "Đã rà soát 9 trên 11 văn bản; còn hai hương ước chờ thôn gửi.",
    "Công khai tổng hợp ý kiến về dự thảo Quy chế dân chủ": "Đã xong bản tổng hợp; còn thiếu ảnh của 4 nhà văn hóa.",
    "Báo cáo năm thực hiện dân chủ ở cơ sở": "Đã có số liệu của các thôn; đang viết phần phương hướng.",
    "Trả lời từng ý kiến": "Đã trả lời 506 trên 538 ý kiến.",
}
RETURNED = "Biên bản chưa ghi số hộ dự họp và số hộ tán thành. Bác bổ sung giúp rồi gửi lại nhé."


@dataclass
class Story:
    """The day it is told for, the people who act in it, and chance."""

    day: date
    cast: dict[str, people.Person]
    speakers: Speakers
    chance: Random

    def tell_all(self) -> plans.Plan:
        """Everything, in the order in which it happened; answers with the province's plan."""
        first, second = plan_days(self.day)
        province, _ = self._plan("story-province", by="binh", on=first, became={}, desk="binh")
        self._become(province, PROVINCE, desk="binh", only=f"{COMMUNE}.UB")
        plan, _ = self._plan("story-commune", by="ha", on=second, became=PLAN, based_on=[province])
        opened = near(self.day, -40)
        consultation, _ = self._plan("story-consultation", by="ha", on=opened, became=CONSULTATION, based_on=[plan])
        self._being_marked()
        self._papers(province, plan, consultation)
        return province

    # Plans and what became of their tasks

    def _plan(
        self,
        name: str,
        *,
        by: str,
        on: date,
        became: dict[str, str],
        desk: str = "ha",
        based_on: Sequence[plans.Plan] = (),
    ) -> tuple[plans.Plan, dict[str, tasks.Task]]:
        text = texts.read(name, day=self.day)
        plan = published(text, by=self.cast[by], on=on, issued_on=on, based_on=based_on)
        handed = handed_out(plan, text, by=self.cast[by], on=near(on, 1))
        self._become(plan, became, desk=desk)
        return plan, handed

    def _become(self, plan: plans.Plan, became: dict[str, str], *, desk: str, only: str = "") -> None:
        for task in tasks.tasks_of(plan):
            parts = [part for part in parts_of(task) if not only or part.unit.code == only]
            in_order = sorted(parts, key=lambda part: part.unit.code)
            for part, letter in zip(in_order, became.get(task.title, ""), strict=not only and bool(became)):
                self._tell(part, letter, Desk(self.cast[desk]))

    def _tell(self, part: tasks.Assignment, letter: str, desk: Desk) -> None:
        if letter == "w":
            return
        latest, speaker = near(self.day, -1), self.speakers[part.unit_id]
        due = min(part.due or latest, latest)
        handed = part.task.handed_out_at.date()
        begun = max(near(handed, 1), near(due, -self.chance.randint(8, 14)))
        if letter == "d":
            tell(part, self._words(part), by=speaker, moment=at(begun, 10, part.unit_id % 50))
            return
        sent = max(begun, near(due, -self.chance.randint(1, 6)))
        evidence = self._pictures(part, sent)
        moment = at(sent, 9, part.unit_id % 50)
        tell(part, self._finished(part), by=speaker, moment=moment, finished=True, pictures=evidence)
        decided = min(sent + timedelta(days=self.chance.randint(0, 3)), latest)
        if letter == "a":
            desk.accept(part, decided)
        elif letter == "r":
            desk.return_(part, max(near(self.day, -3), sent), RETURNED)

    def _words(self, part: tasks.Assignment) -> str:
        return DOING.get(part.task.title) or self.chance.choice(words.PROGRESS)

    def _finished(self, part: tasks.Assignment) -> str:
        if part.task.title.startswith("Họp dân"):
            return "Đã họp dân, gửi kèm biên bản."
        if part.task.title.startswith("Niêm yết"):
            return "Đã niêm yết tại nhà văn hóa, có ảnh kèm theo."
        return self.chance.choice(words.FINISHED)

    def _pictures(self, part: tasks.Assignment, sent: date) -> list[tuple[str, bytes]]:
        place, title, day = part.unit.full_name, part.task.title, f"Ngày {short_day(sent)}"
        if title.startswith("Niêm yết"):
            board = pictures.notice_board(place, "Những việc phải công khai để Nhân dân biết", day, chance=self.chance)
            return [(f"niem-yet-{part.unit.code.lower()}.jpg", board)]
        if title.startswith("Họp"):
            return [(f"bien-ban-{part.unit.code.lower()}.jpg", self._minutes(part, title, day))]
        return []

    def _minutes(self, part: tasks.Assignment, title: str, day: str) -> bytes:
        households = units.households_on(part.unit, day=self.day) or 100
        came = households - self.chance.randint(8, 40)
        agreed = came - self.chance.randint(0, 15)
        counts = "" if part.unit.code.endswith("T01") else f"{came}/{households} hộ dự · {agreed} hộ tán thành"
        return pictures.minutes(part.unit.full_name.capitalize(), title, counts, day, chance=self.chance)

    # Papers

    def _being_marked(self) -> None:
        """A plan that chị Hà took in yesterday, two of its duties marked."""
        text = texts.read("story-arrived", day=self.day)
        committee = units.Unit.objects.get(code=text.head["issuer"])
        arrived, ha = near(self.day, -1), self.cast["ha"]
        document = intake.take_in(
            owner=committee,
            issuer=committee,
            title=text.head["title"],
            number=text.head["number"],
            issued_on=near(self.day, -2),
            text=text.text,
            by=ha,
            now=at(arrived, 15),
        )
        for duty in text.duties:
            told = {name: value for name, value in vars(duty.facts).items() if name not in {"start", "end"}}
            start, end = duty.facts.start or 0, duty.facts.end or 0
            intake.mark_stretch(document, start=start, end=end, by=ha, now=at(arrived, 15, 20), **told)

    def _papers(self, province: plans.Plan, plan: plans.Plan, consultation: plans.Plan) -> None:
        """One report issued some weeks ago, one that waits for bà Lan's signature, one that chị Hà is still writing."""
        issued = self._document(plan, as_of=near(self.day, -25), laid=near(self.day, -24))
        lan, signed = self.cast["lan"], near(self.day, -23)
        issuance.issue(document=issued, by=lan, day=signed, now=at(signed, 14))
        self._document(consultation, as_of=near(self.day, -4), laid=near(self.day, -2))
        self._gathered(province, as_of=near(self.day, -1))

    def _gathered(self, plan: plans.Plan, *, as_of: date) -> reports.Report:
        committee = units.Unit.objects.get(code=f"{COMMUNE}.UB")
        return reports.gather_report(plan=plan, unit=committee, as_of=as_of, by=self.cast["ha"], now=at(as_of, 17, 30))

    def _document(self, plan: plans.Plan, *, as_of: date, laid: date) -> issuance.OutgoingDocument:
        ha, report = self.cast["ha"], self._gathered(plan, as_of=as_of)
        edited = reports.edit_narrative(
            report=report,
            shortcomings=report.shortcomings or "Một số thôn gửi minh chứng chậm.",
            directions=report.directions or "Tiếp tục đôn đốc các thôn, các phòng hoàn thành đúng hạn.",
            by=ha,
            now=at(laid, 8),
        )
        final = reports.finish_report(report=edited, by=ha, now=at(laid, 8, 30))
        document = issuance.draft_from_report(report=final, by=ha, now=at(laid, 9))
        return issuance.submit_for_signature(document=document, by=ha, now=at(laid, 9, 15))
