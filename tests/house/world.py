"""One thing of each kind in a commune, and everyone who may come by: of the commune, of the next one, of the province.

What the commune has not made public carries the word `SECRET`, which no stranger and no foreigner may ever read.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from dinhlang.apps.calendar import public as calendar
from dinhlang.apps.deadlines.actions import keep_session
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
from dinhlang.apps.reminders import access as following
from dinhlang.apps.reminders import actions as reminding
from dinhlang.apps.reminders.models import Notice, Reminder, Subscription
from dinhlang.apps.reports import public as reports
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.tasks.actions import Saying, raise_obstacle, share_out, tell_share
from dinhlang.apps.tasks.models import Evidence, Extension, Heir, ObstacleFile, ShareFile
from dinhlang.apps.tasks.tests.factories import a_photo
from dinhlang.apps.units.tests.factories import TODAY, a_committee, a_commune, a_province, a_village
from dinhlang.base import clock

SECRET = "Hoamocmien"
NOW = people.NOW
MARKED = f"b) Tổ chức tập huấn {SECRET} cho người hoạt động ở các thôn."
TEXT = f"KẾ HOẠCH\nVề việc {SECRET}\n\na) Rà soát {SECRET}.\n\n{MARKED}\n"
SPAN = [TEXT.index(MARKED), TEXT.index(MARKED) + len(MARKED)]
TASK = {"path": "b", "text": MARKED, "confidence": 0.9, "source": {"text": [SPAN]}, "leads": [SECRET]}
REPORT = {"text": f"Báo cáo {SECRET}", "from": SECRET, "to": SECRET}
TOLD = {"title": SECRET, "tasks": [TASK], "reports": [REPORT], "bases": [SECRET]}
TABLE = f"Mã định danh;Tên;Loại;Hình thức;Mã cấp trên;Từ ngày\nZ1;{SECRET};thôn;thôn;A1;01/01/2026\n".encode()


class World:
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
        self.subscription = reminding.follow(by=head, now=NOW)
        self.of_nobody = Subscription.objects.create(owner=nobody, plan=self.hidden, nonce="da-mat-quyen", made_at=NOW)

    def examples(self) -> dict[str, list[tuple[str, tuple]]]:
        """For each route that takes arguments: what it is asked for, in words, and the arguments."""
        return {name: list(found) for name, found in self._examples()}

    def _examples(self) -> Iterator[tuple[str, list]]:
        yield from self._examples_of_intake()
        yield from self._examples_of_plans()
        yield from self._examples_of_tasks()
        yield from self._examples_of_papers()
        yield from self._examples_of_people_and_units()
        yield from self._examples_of_the_portal()
        yield from self._examples_of_privacy()
        for name in ("job", "rerun", "drop"):
            yield f"operations:{name}", [("given up", (self.job.pk,))]
        yield from self._examples_of_reminders()
        hidden, public = self.task.deadline_id, self.public_task.deadline_id
        for name in ("why", "ending", "recording", "taking_back", "evidence", "linking"):
            yield f"deadlines:{name}", [("plan not public", (hidden,)), ("plan public", (public,))]
        for name in ("moving", "cancelling"):
            yield f"deadlines:{name}", [("of the commune", (self.session.pk,))]
        yield "calendar:withdrawing", [("added here", (self.day_off.pk,))]

    def _examples_of_reminders(self):
        yield "reminders:reading", [("of the village head", (self.notice.pk,))]
        for name in ("renewing", "unfollowing"):
            yield f"reminders:{name}", [("of the village head", (self.subscription.pk,))]
        yield "reminders:stop", [("a link that nobody was given", ("khong-co",))]
        old = following.secret_of(self.of_nobody)
        for name in ("calendar", "feed"):
            secrets = [("a secret that nobody was given", ("khong-co",)), ("whose owner lost the role", (old,))]
            yield f"reminders:{name}", secrets
        for name in ("plan_feed", "pasting"):
            yield f"reminders:{name}", [("not public", (self.hidden.pk,)), ("public", (self.public.pk,))]
        yield "issuance:urging", [("not public", (self.hidden.pk,)), ("public", (self.public.pk,))]

    def _examples_of_privacy(self):
        steps = ("request", "taking_back", "download", "accepting", "extending", "finishing", "refusing")
        for name in steps:
            yield f"privacy:{name}", [("of the village head", (self.asked.pk,))]
        for name in ("consent", "withdrawing"):
            yield f"privacy:{name}", [("of the village head", (self.consent.pk,))]

    def _examples_of_intake(self):
        document, kept = ("being marked", (self.document.pk,)), ("adopted", (self.hidden.document_id,))
        for name in ("document", "original"):
            yield f"intake:{name}", [document, kept]
        for name in ("correcting", "setting_aside", "marking", "putting_back"):
            yield f"intake:{name}", [document]
        read, asking = ("read", (self.read.pk,)), ("asked about", (self.asking.pk,))
        yield "intake:reading_again", [document, ("unread", (self.unread.pk,))]
        yield "intake:reading_anyway", [asking]
        yield "intake:pasting", [("unread", (self.unread.pk,))]
        yield "intake:picture", [document]
        yield "intake:page", [("being marked", (self.document.pk, 1))]
        for name in ("checking", "accepting", "adding", "heading", "naming", "gold"):
            yield f"intake:{name}", [read, asking]
        for name in ("reporting", "dropping_report"):
            yield f"intake:{name}", [("read", (self.read.pk, 0))]
        for name in ("mending", "dropping", "taking_back"):
            yield f"intake:{name}", [("read", (self.read.pk, self.read.marks.get().pk))]
        yield "intake_api:document", [document]
        yield "intake:bringing_back", [("set aside", (self.set_aside.pk,))]
        for name in ("wording", "giving", "splitting", "joining", "removing"):
            yield f"intake:{name}", [("being marked", (self.document.pk, self.mark.pk))]

    def _examples_of_plans(self):
        hidden, public = ("not public", (self.hidden.pk,)), ("public", (self.public.pk,))
        for name in ("plan", "basing", "showing"):
            yield f"plans:{name}", [hidden, public]
        for name in ("source", "original"):
            yield f"plans:{name}", [hidden]
        yield from self._examples_of_the_cascade()
        yield "plans:unbasing", [("not public", (self.hidden.pk, self.basis.pk))]
        yield "plans:adopting", [("being marked", (self.document.pk,))]
        for name in ("hand_out", "money", "money_csv", "money_xlsx"):
            yield f"tasks:{name}", [hidden, public]
        yield "tasks:hand_out_clause", [("not public", (self.basis.pk, self.left.pk))]

    def _examples_of_the_cascade(self):
        hidden, public = ("not public", (self.hidden.pk,)), ("public", (self.public.pk,))
        for name in ("cascade", "changing", "numbering"):
            yield f"plans:{name}", [hidden, public]
        for name in ("confirming", "taking_over"):
            yield f"plans:{name}", [("not public", (self.hidden.pk, self.basis.pk))]
        for name in ("plan", "plan_paper", "plan_export", "coverage", "coverage_export"):
            yield f"overview:{name}", [hidden, public]
        yield "overview:asking", [("not public", (self.hidden.pk, self.hidden.clauses.get().pk))]
        change = ("not public", (self.change.pk,))
        yield "plans:difference", [change]
        for name in ("consequences", "confirming_unchanged"):
            yield f"overview:{name}", [change]
        yield "overview:confirming", [("not public", (self.change.pk, 1))]
        yield "overview:place", [("commune", (self.own.code,))]
        yield "overview:dropping", [("of the village head", (self.view.pk,))]

    def _examples_of_tasks(self):
        for name in ("task", "decide", "change_due", "withdraw", "add_members"):
            yield (
                f"tasks:{name}",
                [("plan not public", (self.task.pk,)), ("plan public", (self.public_task.pk,))],
            )
        bodies = ("ask_money", "allot_money", "comment", "reassign", "raise_obstacle", "shares", "show_inside")
        deciding = ("accept", "send_back", "take_off", "exempt")
        for name in ("assignment", "receive", "tell", *deciding, *bodies, "decline", "not_ours", "asking_extension"):
            yield (
                f"tasks:{name}",
                [("plan not public", (self.part.pk,)), ("plan public", (self.public_part.pk,))],
            )
        yield "tasks:answering_extension", [("plan not public", (self.later.pk,))]
        for name in ("", "answer_", "pass_up_", "settle_"):
            yield f"tasks:{name}obstacle", [("plan not public", (self.obstacle.pk,))]
        yield "tasks:raise_obstacle_again", [("plan not public", (self.obstacle.pk,))]
        for name in ("share", "tell_share", "return_share", "withdraw_share"):
            yield f"tasks:{name}", [("plan not public", (self.share.pk,))]
        yield "tasks:withdraw_heir", [("chosen ahead", (self.heir.pk,))]
        yield "tasks:share_file", [("plan not public", (self.share_file.pk,))]
        yield "tasks:obstacle_file", [("plan not public", (self.obstacle_file.pk,))]
        for name in ("evidence", "thumbnail"):
            yield f"tasks:{name}", [("plan not public", (self.evidence.pk,))]

    def _examples_of_papers(self):
        both = [("draft", (self.draft_report.pk,)), ("final", (self.final_report.pk,))]
        for name in ("report", "editing", "gathering_again", "finishing", "reopening", "printing"):
            yield f"reports:{name}", both
        yield "reports:counted", [(words, (*args, "late")) for words, args in both]
        drafts, inner, shown = ("draft", self.draft), ("issued, inner", self.inner), ("issued, public", self.shown)
        papers = [(words, (paper.pk,)) for words, paper in (drafts, inner, shown)]
        for name in ("document", "download", "changing", "submitting", "returning", "issuing", "withdrawing"):
            yield f"issuance:{name}", papers
        yield "issuance:from_report", [(words, args) for words, args in both]

    def _examples_of_people_and_units(self):
        head = self.persons["village head"]
        of_accounts = ("changing", "locking", "new_password", "taking_off", "taking_identity_off", "giving_role")
        for name in ("detail", *of_accounts):
            yield f"people:{name}", [("village head", (head.pk,))]
        for name in ("program", "renewing_token", "revoking_program"):
            yield f"people:{name}", [("of the commune", (self.program.pk,))]
        for name in (
            "inviting",
            "withdrawing",
            "ending_sign_ins",
            "ending_wait",
            "letting_stand_in",
            "handing_over",
            "leaving",
        ):
            yield f"people:{name}", [("village head", (head.pk,))]
        yield "people:withdrawing_leaving", [("village head", (head.pk,))]
        yield "people:invited", [("a link that nobody was given", ("khong-co",)), ("the village head's", (self.link,))]
        yield "people:ending_stand_in", [("village head", (head.pk, self.stand_in.pk))]
        yield "people:removing_passkey", [("nobody's", (99,))]
        yield "people:ending_role", [("village head", (head.pk, self.role.pk))]
        yield "register:unit", [("village", (self.village.code,))]
        yield "register:act", [("village", (self.village.code, "doi-ten"))]
        for name in ("preview", "faults"):
            yield f"register:{name}", [("sent by the administrator", (self.pending.pk,))]

    def _examples_of_the_portal(self):
        code = self.own.code
        yield "portal:place", [("commune", (code,))]
        yield "portal:plans", [("commune", (code,))]
        yield "portal:plan", [("not public", (code, self.hidden.pk)), ("public", (code, self.public.pk))]
        yield (
            "portal:task",
            [
                ("not public", (code, self.hidden.pk, self.task.pk)),
                ("under another plan", (code, self.public.pk, self.task.pk)),
                ("public", (code, self.public.pk, self.public_task.pk)),
            ],
        )
        yield "portal:village", [("village", (code, self.village.code))]
        yield (
            "portal:document",
            [
                ("draft", (code, self.draft.pk)),
                ("issued, inner", (code, self.inner.pk)),
                ("issued, public", (code, self.shown.pk)),
            ],
        )
        yield "portal:found", [("plan not public", ("plan", self.hidden.pk)), ("plan public", ("plan", self.public.pk))]
