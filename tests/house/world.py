"""One thing of each kind in a commune, and everyone who may come by: of the commune, of the next one, of the province.

What the commune has not made public carries the word `SECRET`, which no stranger and no foreigner may ever read.
"""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines.actions import LevelFacts, keep_session, lay_chain
from dinhlang.apps.deadlines.rules import Period
from dinhlang.apps.files import public as files
from dinhlang.apps.intake import public as intake
from dinhlang.apps.intake.actions import arrive, cannot_read, set_aside
from dinhlang.apps.intake.actions.reading import finish
from dinhlang.apps.intake.models import Reading
from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.operations.tests.factories import a_given_up_job
from dinhlang.apps.overview.actions import save_view
from dinhlang.apps.people.actions import invite, let_stand_in, make_program
from dinhlang.apps.people.models import ServiceAccount
from dinhlang.apps.people.tests import factories as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.plans.tests.factories import a_clause, a_plan
from dinhlang.apps.privacy.tests.factories import a_consent, a_request
from dinhlang.apps.register.actions import keep_for_preview
from dinhlang.apps.reminders import actions as reminding
from dinhlang.apps.reminders.models import Notice, PushAddress, Reminder, Subscription
from dinhlang.apps.reports import public as reports
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.tasks.actions import Saying, raise_obstacle, share_out, tell_share
from dinhlang.apps.tasks.models import Evidence, Extension, Heir, ObstacleFile, ShareFile
from dinhlang.apps.tasks.tests.factories import a_photo
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province, a_village
from dinhlang.apps.webhooks.models import Webhook
from dinhlang.base import clock
from dinhlang.base.secrets import hide
from tests.house.examples import Examples

SECRET = "Hoamocmien"
NOW = people.NOW
MARKED = f"b) Tổ chức tập huấn {SECRET} cho người hoạt động ở các thôn."
TEXT = f"KẾ HOẠCH\nVề việc {SECRET}\n\na) Rà soát {SECRET}.\n\n{MARKED}\n"
SPAN = [TEXT.index(MARKED), TEXT.index(MARKED) + len(MARKED)]
TASK = {"path": "b", "text": MARKED, "confidence": 0.9, "source": {"text": [SPAN]}, "leads": [SECRET]}
REPORT = {"text": f"Báo cáo {SECRET}", "from": SECRET, "to": SECRET}
TOLD = {"title": SECRET, "tasks": [TASK], "reports": [REPORT], "bases": [SECRET]}
TABLE = f"Mã định danh;Tên;Loại;Hình thức;Mã cấp trên;Từ ngày\nZ1;{SECRET};thôn;thôn;A1;01/01/2026\n".encode()


class World(Examples):
    """Everything the walk needs: places, people, things, and the arguments of each route."""

    def __init__(self) -> None:
        self.province = a_province("Bắc Ninh", code="P1")
        self.own, self.foreign = (
            a_commune(name, code=code, parent=self.province) for name, code in (("Nhã Nam", "A1"), ("Tân Trung", "B1"))
        )
        self.village = a_village("Tiến Phan", code="A2", parent=self.own)
        self.committee = a_committee(of=self.own, code="A3")
        self.persons = {"stranger": None, "no role": people.a_stranger()}
        self.persons |= self._people_of(self.committee, self.village, "")
        next_door = a_committee(of=self.foreign, code="B3")
        self.persons |= self._people_of(next_door, a_village("Hai", code="B2", parent=self.foreign), "foreign ")
        self.persons |= self._people_of(a_committee(of=self.province, code="P3"), None, "province ")
        self._arrived()
        self._planned()
        self._done()
        self._timed()
        self._reported()
        self._issued()
        self._sent()
        self._reminded()

    def _people_of(self, committee, village, prefix) -> dict:
        made = {
            "viewer": people.a_viewer,
            "officer": people.an_officer,
            "leader": people.a_leader,
            "inspector": people.an_inspector,
            "administrator": people.an_administrator,
        }
        of_village = {f"{prefix}village head": people.a_village_head(at=village)} if village else {}
        return of_village | {f"{prefix}{name}": make(at=committee) for name, make in made.items()}

    def _document(self, title, *, number) -> intake.Document:
        stored = files.store(SimpleUploadedFile(f"{SECRET}.txt", TEXT.encode()), by=self.officer, now=NOW)
        facts = {"owner": self.committee, "issuer": self.committee, "by": self.officer, "now": NOW}
        return intake.take_in(title=title, text=TEXT, number=number, file=stored, is_another=True, **facts)

    @property
    def officer(self):
        return self.persons["officer"]

    def _arrived(self) -> None:
        self.document = self._document(f"Đang đánh dấu {SECRET}", number="901/KH-UBND")
        self.mark = self._marked(self.document)
        self.set_aside = set_aside(
            document=self._document(f"Đã cất {SECRET}", number="902/KH-UBND"), reason=SECRET, by=self.officer, now=NOW
        )

        self.read = finish(self._arrival(f"{TEXT}\nBản để kiểm."), text=TEXT, told=TOLD, now=NOW).document
        self.unread = cannot_read(self._arrival(f"Chưa đọc {SECRET}"), SECRET, now=NOW).document
        self.asking = self._arrival("", file=self.document.file).document

    def _arrival(self, text, *, file=None) -> Reading:
        return arrive(owner=self.committee, text=text, file=file, by=self.officer, now=NOW)

    def _marked(self, document) -> intake.Mark:
        start = TEXT.index(MARKED)
        return intake.mark_stretch(document, start=start, end=start + len(MARKED), by=self.officer, now=NOW)

    def _planned(self) -> None:
        document = self._document(f"Chưa công khai {SECRET}", number="903/KH-UBND")
        self._marked(document)
        acting = {"by": self.officer, "now": NOW}
        self.hidden = plans.adopt_plan(document=document, is_public=False, bases=[f"Căn cứ {SECRET}"], **acting)
        clauses = [a_clause("Họp dân bàn việc làng"), a_clause("Công khai thu chi")]
        self.public = a_plan(issuer=self.committee, by=self.officer, title="Kế hoạch công khai", clauses=clauses)
        facts = {"title": f"Kế hoạch gốc {SECRET}", "is_public": False, "clauses": [a_clause()]}
        self.basis = a_plan(issuer=self.committee, by=self.officer, **facts)
        plans.link(self.hidden, based_on=[self.basis], **acting)
        self.change = plans.change_plan(self.basis, later=self.hidden, kind="amend", reason=SECRET, **acting)

    def _done(self) -> None:
        when = {"by": self.officer, "now": NOW, "day": TODAY}
        due = date(2026, 12, 1)
        self.task = tasks.hand_out(
            clause=self.hidden.clauses.get(), title=f"Tập huấn {SECRET}", leads=[self.village], due=due, **when
        )
        self.left = self.basis.clauses.get()
        self.public_task = tasks.hand_out(clause=self.public.clauses.first(), leads=[self.village], due=due, **when)
        self.part = tasks.Assignment.objects.get(task=self.task)
        self.public_part = tasks.Assignment.objects.get(task=self.public_task)
        for part in (self.part, self.public_part):
            tasks.tell_progress(
                assignment=part,
                words=f"Đã họp {SECRET}",
                uploads=[a_photo(f"{SECRET}.png")],
                by=self.persons["village head"],
                now=NOW,
                finished=True,
            )
        self.evidence = Evidence.objects.get(progress__assignment=self.part)
        said = Saying(f"Chưa có phòng họp {SECRET}", uploads=[a_photo(f"{SECRET}-phong.png")])
        head = self.persons["village head"]
        self.obstacle = raise_obstacle(assignment=self.part, said=said, by=head, now=NOW)
        self.obstacle_file = ObstacleFile.objects.get()
        self._shared(head)
        facts = {"day": date(2027, 1, 1), "by": self.persons["administrator"], "at": NOW, "reason": f"Đề án {SECRET}"}
        self.heir = Heir.objects.create(unit=self.village, successor=self.committee, is_chosen=True, **facts)

    def _shared(self, head) -> None:
        acting = {"by": head, "now": NOW}
        (self.share,) = share_out(assignment=self.part, title=f"Mời dân {SECRET}", persons=[head], **acting)
        tell_share(share=self.share, words=SECRET, uploads=[a_photo(f"{SECRET}-moi.png")], finished=True, **acting)
        self.share_file = ShareFile.objects.get()

    def _timed(self) -> None:
        asking = {"asked_by": self.persons["village head"], "asked_at": NOW, "reason": SECRET}
        days = {"due_before": date(2026, 12, 1), "wanted": date(2026, 12, 9)}
        self.later = Extension.objects.create(assignment=self.part, **asking, **days)
        said = {"kind": "midyear", "year": 2027, "begins_on": date(2027, 7, 7), "source": SECRET}
        self.session = keep_session(place=self.own, **said, by=self.officer, now=NOW)
        about = {"plan": self.hidden, "title": f"Báo cáo {SECRET}", "recipient": SECRET, "rhythm": "once", "times": 1}
        period = Period(date(2026, 12, 1), date(2026, 12, 25))
        levels = [LevelFacts("commune", 5, unit=self.hidden.keeper)]
        when = {"calendar": calendar.calendar_in_force(), "by": self.officer, "now": NOW, "day": TODAY}
        self.chain = lay_chain(**about, first=period, levels=levels, **when)

    def _reported(self) -> None:
        facts = {"plan": self.hidden, "unit": self.committee, "as_of": TODAY, "by": self.officer, "now": NOW}
        self.draft_report = reports.gather_report(**facts)
        self.final_report = reports.finish_report(report=reports.gather_report(**facts), by=self.officer, now=NOW)

    def _draft(self, title) -> issuance.OutgoingDocument:
        facts = {"issuer": self.committee, "kind_code": "TB", "body": f"1. Nội dung {title}."}
        draft = issuance.draft_document(title=title, by=self.officer, now=NOW, **facts)
        return issuance.change_draft(document=draft, by=self.officer, now=NOW, recipients=["Các thôn"])

    def _issue(self, draft) -> issuance.OutgoingDocument:
        waiting = issuance.submit_for_signature(document=draft, by=self.officer, now=NOW)
        return issuance.issue(document=waiting, by=self.persons["leader"], day=TODAY, now=NOW)

    def _issued(self) -> None:
        self.draft = self._draft(f"Dự thảo {SECRET}")
        self.inner = self._issue(self._draft(f"Nội bộ {SECRET}"))
        shown = issuance.change_draft(document=self._draft("Lịch tiếp dân"), by=self.officer, now=NOW, is_public=True)
        self.shown = self._issue(shown)

    def _sent(self) -> None:
        self.pending, _faults = keep_for_preview(
            TABLE, name=f"{SECRET}.csv", day=TODAY, by=self.persons["administrator"], now=NOW
        )
        self.program = self._program()
        self.webhook = self._webhook()
        self.role = self.persons["village head"].roles.get()
        self.stand_in = let_stand_in(
            self.persons["viewer"],
            absent=self.persons["village head"],
            begins=clock.today() + timedelta(days=30),
            ends=clock.today() + timedelta(days=40),
            reason="nghỉ phép",
            by=self.persons["administrator"],
            now=clock.now(),
        )
        self.link = invite(self.persons["village head"], by=self.persons["administrator"], now=clock.now())
        self.job = a_given_up_job(trouble=SECRET)
        self.day_off = self._decided_day()
        facts = {"name": SECRET, "address": "/toan-canh/", "now": NOW}
        self.view = save_view(by=self.persons["village head"], **facts)
        head = self.persons["village head"]
        self.asked = a_request(kind="object", person=head, words=SECRET)
        self.consent = a_consent(person=head, about=SECRET, by=self.persons["administrator"])

    def _webhook(self) -> Webhook:
        facts = {"address": "https://may.example.vn/", "acts": ["plans.adopted"], "hidden_secret": hide("whsec_x")}
        made = Webhook.objects.create(program=self.program, made_by=self.program.responsible, made_at=NOW, **facts)
        call = {"act": "plans.adopted", "thing": f"/api/v1/{SECRET}", "moment": NOW, "due_at": NOW}
        made.deliveries.create(place=1, name="msg_1", state="given_up", **call)
        return made

    def _program(self) -> ServiceAccount:
        quan = self.persons["administrator"]
        facts = {"name": SECRET, "words": ["plans.read"], "responsible": quan, "ends": date(2026, 12, 31)}
        return make_program(unit=self.own, by=quan, now=NOW, **facts)[0]

    def _decided_day(self) -> calendar.DecidedDay:
        facts = {"name": f"nghỉ {SECRET}", "source": SECRET, "reason": SECRET, "by": self.persons["administrator"]}
        return calendar.add_day(day=date(2026, 12, 3), works=False, now=NOW, **facts)

    def _reminded(self) -> None:
        head, nobody = self.persons["village head"], self.persons["no role"]
        facts = {"step": "before", "days": 7, "anchor": date(2026, 12, 1), "due_at": NOW}
        told = Reminder.objects.create(assignment=self.part, state="told", settled_at=NOW, **facts)
        self.notice = Notice.objects.create(reminder=told, person=head, told_at=NOW)
        keys = {"p256dh": SECRET, "auth": SECRET, "endpoint": f"https://push.example/{SECRET}", "key": "1"}
        self.browser = PushAddress.objects.create(person=head, name="Firefox", made_at=NOW, **keys)
        self.subscription = reminding.follow(by=head, now=NOW)
        self.of_nobody = Subscription.objects.create(owner=nobody, plan=self.hidden, nonce="da-mat-quyen", made_at=NOW)
