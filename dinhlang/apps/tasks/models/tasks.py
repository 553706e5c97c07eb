"""Tasks out of a plan's clauses, what each body owes of them, and the progress it told with its evidence."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.deadlines import public as deadlines
from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import rules
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.pure.viet import search_text


class Part(models.TextChoices):
    """What part a body has in a task. To ask (đề nghị) is not to order."""

    LEAD = "lead", _("chủ trì")
    ADVISER = "adviser", _("tham mưu")
    PARTNER = "partner", _("phối hợp")
    REQUESTED = "requested", _("được đề nghị")


class State(models.TextChoices):
    """How far a body is; the allowed steps stand in `rules.STEPS`."""

    WAITING = "waiting", _("chưa nhận")
    DOING = "doing", _("đang làm")
    SUBMITTED = "submitted", _("chờ duyệt")
    RETURNED = "returned", _("trả lại")
    ACCEPTED = "accepted", _("xong")
    DECLINED = "declined", _("không nhận")
    WITHDRAWN = "withdrawn", _("đã rút")
    NOT_OURS = "not_ours", _("báo không thuộc diện")
    EXEMPT = "exempt", _("không thuộc diện")
    JOINED = "joined", _("nhập vào phần khác")


class TaskQuerySet(models.QuerySet["Task"]):
    """Phrases about tasks."""

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class Task(models.Model):
    """One duty of a plan, handed to bodies."""

    plan = models.ForeignKey(plans.Plan, on_delete=models.PROTECT, related_name="tasks", db_index=False)
    clause = models.ForeignKey(plans.Clause, on_delete=models.PROTECT, null=True, related_name="tasks")
    title = models.CharField(_("tên việc"), max_length=300)
    text = models.TextField(_("nội dung"))
    evidence_wanted = models.CharField(_("cần gửi về"), max_length=300, blank=True)
    time_words = models.CharField(_("thời gian trong kế hoạch"), max_length=300, blank=True)
    due = models.DateField(_("hạn"), null=True, blank=True)
    deadline = models.ForeignKey(deadlines.Deadline, on_delete=models.PROTECT, null=True, related_name="tasks")
    series = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="occurrences", db_index=False)
    """The task as it was first handed out, of which this is a later occurrence."""
    occurrence = models.DateField(_("kỳ"), null=True)
    handed_out_at = models.DateTimeField()
    handed_out_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    search_text = models.TextField(editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("nhiệm vụ")
        constraints = [
            models.UniqueConstraint(
                fields=["clause"],
                condition=Q(withdrawn_at__isnull=True, series__isnull=True),
                name="a_clause_is_handed_out_once",
            ),
            models.UniqueConstraint(fields=["series", "occurrence"], name="an_occurrence_is_handed_out_once"),
        ]
        indexes = [models.Index(fields=["plan", "withdrawn_at"])]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        self.search_text = search_text(f"{self.title} {self.plan}")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @staticmethod
    def usual_title(clause: plans.Clause) -> str:
        """What a clause's duty is called unless a person calls it otherwise."""
        said = {"leads": clause.lead_words, "partners": clause.partner_words, "time": clause.time_words}
        return rules.short_title(clause.text, **said)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Phrases about what is owed."""

    def open(self) -> Self:
        """The body itself has something to do."""
        return self.filter(state__in=rules.OPEN)

    def owing(self) -> Self:
        """Those whose result is counted: partners only help."""
        return self.filter(part__in=rules.OWING).exclude(state__in=rules.OUT)

    def overdue(self, *, on: date) -> Self:
        """Owed, and the latest day on time has passed."""
        return self.open().filter(part__in=rules.OWING, due__lt=on)

    def of_units_within(self, *paths: str) -> Self:
        """Of the bodies in these branches of the tree."""
        return self.filter(unit__in=units.Unit.objects.filter(within_any("path", paths)))

    def counted(self) -> Self:
        """Those that owe the result, and those that were found not to: these are counted apart."""
        return self.filter(part__in=rules.OWING).filter(Q(state=State.EXEMPT) | ~Q(state__in=rules.OUT))

    def alive(self) -> Self:
        """Not closed: there is still something to do or to decide."""
        return self.filter(state__in=rules.ALIVE)

    def to_be_accepted(self) -> Self:
        return self.filter(state=State.SUBMITTED)

    def to_be_decided(self) -> Self:
        """The issuer is asked: for a result, or for a duty that is said not to concern the body."""
        return self.filter(state__in=rules.TO_BE_DECIDED)

    def sent_by(self, person: people.Person) -> Self:
        """Those that this person handed in, added to, or called none of theirs, since they were last returned."""
        # Distinct: the database then begins with the few that one told, not with the many that wait.
        return self.filter(pk__in=told_by(person).values("assignment").distinct())

    def sent_by_others(self, person: people.Person) -> Self:
        """All but those: what one sent oneself, others decide."""
        # Asked of each part, so that the first few of many are found without looking at all.
        return self.filter(~Exists(told_by(person).filter(assignment=OuterRef("pk"))))


def told_by(person: people.Person) -> models.QuerySet["Progress"]:
    """What this person said that asks for a decision, unless it was returned since."""
    returned = Progress.objects.filter(assignment=OuterRef("assignment"), state=State.RETURNED, pk__gt=OuterRef("pk"))
    return Progress.objects.filter(~Exists(returned), state__in=rules.TO_BE_DECIDED, by=person).order_by()


class Assignment(models.Model):
    """What one body owes of one task. A member of two groups owes once; a unit that ends hands it on."""

    # No index of their own: those below begin with them.
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="assignments", db_index=False)
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="assignments", db_index=False)
    part = models.CharField(_("vai trò"), max_length=10, choices=Part, default=Part.LEAD)
    group_words = models.CharField(_("theo nhóm"), max_length=300, blank=True)
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.WAITING)
    due = models.DateField(_("hạn"), null=True, blank=True)
    added_at = models.DateTimeField(null=True, blank=True)
    """When it joined a task that others had already; None where it was handed out with the task."""
    changed_at = models.DateTimeField()
    submitted_on = models.DateField(null=True, blank=True)
    finished_on = models.DateField(null=True, blank=True)
    asked = models.BigIntegerField(_("kinh phí đề nghị (đồng)"), null=True, blank=True)
    allotted = models.BigIntegerField(_("kinh phí được giao (đồng)"), null=True, blank=True)
    inside_shown = models.BooleanField(_("cho nơi giao xem phần bên trong"), default=False)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("phần việc")
        constraints = [
            # What is closed stays as it was, also where the same task comes from a unit that is no more.
            models.UniqueConstraint(
                fields=["task", "unit"], condition=Q(state__in=rules.ALIVE), name="a_unit_owes_a_task_once"
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", finished_on__isnull=False)
                | (~Q(state="accepted") & Q(finished_on__isnull=True)),
                name="accepted_has_its_day",
            ),
            models.CheckConstraint(
                condition=(Q(asked__isnull=True) | Q(asked__gte=0)) & (Q(allotted__isnull=True) | Q(allotted__gte=0)),
                name="money_is_never_less_than_nothing",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "due"]),
            models.Index(fields=["task", "part", "state", "due"]),
            models.Index(fields=["task"], condition=Q(state__in=rules.TO_BE_DECIDED), name="parts_to_decide"),
            models.Index(
                fields=["changed_at", "id"], condition=Q(state__in=rules.TO_BE_DECIDED), name="parts_long_waiting"
            ),
            models.Index(fields=["due"], condition=Q(state__in=rules.OPEN), name="open_parts_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.unit}: {self.task}"

    def is_late(self, on: date) -> bool:
        """Owed, and the latest day on time has passed."""
        return self.state in rules.OPEN and self.part in rules.OWING and self.due is not None and self.due < on

    @property
    def is_open(self) -> bool:
        return self.state in rules.OPEN


class Progress(models.Model):
    """What a body told of its work: one line of the log, with the step it made."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="progress", db_index=False)
    moment = models.DateTimeField()
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")
    """Nobody where the house itself tells: a day that was reckoned anew, say."""
    words = models.TextField(_("đã làm được gì"), blank=True)
    state = models.CharField(max_length=10, choices=State)

    class Meta:
        verbose_name = _("tiến độ")
        indexes = [
            models.Index(fields=["assignment", "moment"]),
            models.Index(fields=["by"], condition=Q(state__in=rules.TO_BE_DECIDED), name="results_by_person"),
        ]

    def __str__(self) -> str:
        return f"{self.moment:%d/%m/%Y} {self.words[:60]}"


class Evidence(models.Model):
    """What shows that the work was done."""

    progress = models.ForeignKey(Progress, on_delete=models.CASCADE, related_name="evidence")
    file = models.ForeignKey(files.StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(_("chú thích"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("minh chứng")

    def __str__(self) -> str:
        return self.caption or self.file.name


class Extension(models.Model):
    """A body asks for a later day, with a reason; the issuer grants or refuses, with one. The old day stays."""

    class Answer(models.TextChoices):
        """What became of it."""

        GRANTED = "granted", _("đã gia hạn")
        REFUSED = "refused", _("không gia hạn")

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="extensions")
    due_before = models.DateField(_("hạn cũ"))
    wanted = models.DateField(_("ngày xin"))
    reason = models.CharField(_("lý do xin"), max_length=2000)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(_("trả lời"), max_length=10, choices=Answer, blank=True)
    granted = models.DateField(_("ngày được gia hạn"), null=True)
    answer_reason = models.CharField(_("lý do trả lời"), max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("xin gia hạn")
        ordering = ("-asked_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["assignment"], condition=Q(answer=""), name="one_open_request_a_part")
        ]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.due_before:%d/%m/%Y} → {self.granted or self.wanted:%d/%m/%Y}"
