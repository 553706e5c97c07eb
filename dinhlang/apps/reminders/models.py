"""Reminders with their moment, whom each was told, the letters that carry them, and what people wish."""

from datetime import date, datetime
from hashlib import sha256
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders import rules
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units


class Step(models.TextChoices):
    """What a reminder is for."""

    BEFORE = "before", _("sắp đến hạn")
    ON = "on", _("đến hạn")
    AFTER = "after", _("quá hạn")
    LEADER = "leader", _("quá hạn, báo lãnh đạo")
    UNRECEIVED = "unreceived", _("chưa nhận việc")
    ASKED = "asked", _("nơi giao nhắc")


class ReminderState(models.TextChoices):
    """Where a reminder stands; from waiting to one of the others, and back from cancelled while its moment is ahead."""

    WAITING = "waiting", _("chưa tới lúc")
    TOLD = "told", _("đã nhắc")
    CANCELLED = "cancelled", _("đã bỏ")


class Because(models.TextChoices):
    """Why a reminder was not told."""

    ENDED = "ended", _("việc đã xong, đã gửi hoặc đã rút")
    MOVED = "moved", _("hạn đã đổi")
    RECEIVED = "received", _("đã nhận việc")
    OVERTAKEN = "overtaken", _("đã có lời nhắc mới hơn cùng lúc")
    NOBODY = "nobody", _("đơn vị chưa có ai dùng tài khoản")
    SETTINGS = "settings", _("nơi cài đặt không nhắc bước này nữa")


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Phrases about reminders."""

    def waiting(self) -> Self:
        return self.filter(state=ReminderState.WAITING)

    def due(self, now: datetime) -> Self:
        """Their moment has come, however long ago: a missed night is caught up."""
        return self.waiting().filter(due_at__lte=now)


class Reminder(models.Model):
    """One thing to tell about one part, at one moment. Two of one kind for one day cannot be, so nobody gets two."""

    assignment = models.ForeignKey(tasks.Assignment, on_delete=models.PROTECT, related_name="reminders", db_index=False)
    step = models.CharField(_("bước nhắc"), max_length=10, choices=Step)
    days = models.PositiveSmallIntegerField(_("số ngày"))
    anchor = models.DateField(_("tính từ ngày"))
    due_at = models.DateTimeField(_("nhắc lúc"))
    state = models.CharField(_("tình trạng"), max_length=10, choices=ReminderState, default=ReminderState.WAITING)
    settled_at = models.DateTimeField(null=True)
    because = models.CharField(_("vì sao bỏ"), max_length=10, choices=Because, blank=True)
    words = models.CharField(_("lời nhắn"), max_length=500, blank=True)
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")
    """Who asked for it; nobody where the calendar did."""

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("lời nhắc")
        constraints = [
            models.UniqueConstraint(fields=["assignment", "step", "days", "anchor"], name="a_reminder_is_there_once"),
            models.CheckConstraint(
                condition=Q(state="waiting", settled_at=None) | ~Q(state="waiting"), name="waiting_is_not_settled"
            ),
            models.CheckConstraint(
                condition=(Q(state="cancelled") & ~Q(because="")) | (~Q(state="cancelled") & Q(because="")),
                name="cancelled_says_why",
            ),
        ]
        indexes = [models.Index(fields=["due_at"], condition=Q(state="waiting"), name="reminders_to_tell")]

    def __str__(self) -> str:
        return f"{self.get_step_display()} · {self.assignment}"

    @property
    def against(self) -> Because | None:
        """Why it is not to be told, as things stand at this moment; in words of rows what `_holds` asks."""
        part = self.assignment
        if not part.is_open or part.part not in tasks.OWING or part.task.withdrawn_at is not None:
            return Because.ENDED
        if self.step == Step.UNRECEIVED:
            return None if part.state == tasks.State.WAITING else Because.RECEIVED
        return None if self.step == Step.ASKED or part.due == self.anchor else Because.MOVED


class LetterState(models.TextChoices):
    """Where a letter stands; what `handing` that nobody answered for becomes is said in decision 0019."""

    WAITING = "waiting", _("chờ gửi")
    HANDING = "handing", _("đang trao cho máy chủ thư")
    SENT = "sent", _("đã gửi")
    DROPPED = "dropped", _("không còn gì để gửi")
    REFUSED = "refused", _("máy chủ thư từ chối")
    UNSURE = "unsure", _("không rõ đã tới chưa")
    CARRIED = "carried", _("không rõ; đã nhắc lại trong thư sau")


class LetterQuerySet(models.QuerySet["Letter"]):
    """Phrases about letters."""

    def due(self, now: datetime) -> Self:
        return self.filter(state=LetterState.WAITING, due_at__lte=now)

    def in_state(self, *states: str) -> Self:
        return self.filter(state__in=states)


class Letter(models.Model):
    """One e-mail to one person. Only one waits for each; what comes meanwhile joins it."""

    person = models.ForeignKey(people.Person, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(_("tình trạng"), max_length=10, choices=LetterState, default=LetterState.WAITING)
    put_at = models.DateTimeField(_("xếp hàng lúc"))
    due_at = models.DateTimeField(_("gửi lúc"))
    handing_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("đã gửi lúc"), null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(_("trục trặc"), max_length=300, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("thư nhắc việc")
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=Q(state="waiting"), name="one_letter_waits_a_person"),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | ~Q(state="sent"), name="sent_has_its_moment"
            ),
        ]
        indexes = [models.Index(fields=["state", "due_at"])]

    def __str__(self) -> str:
        return f"{self.person} {self.due_at:%d/%m/%Y}"


def _holds() -> Q:
    """What a reminder was about is still so: the part is owed and open, not received, of that day."""
    part = "reminder__assignment__"
    owed = Q(**{f"{part}state__in": tasks.OPEN, f"{part}part__in": tasks.OWING, f"{part}task__withdrawn_at": None})
    unreceived = Q(reminder__step=Step.UNRECEIVED, reminder__assignment__state=tasks.State.WAITING)
    on_due = ~Q(reminder__step__in=(Step.UNRECEIVED, Step.ASKED)) & Q(reminder__assignment__due=F("reminder__anchor"))
    return owed & (unreceived | on_due | Q(reminder__step=Step.ASKED))


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Phrases about what people were told."""

    def standing(self) -> Self:
        """Whose fact is not gone. Asked whenever one is shown, so a step of the part settles it in the same moment."""
        return self.filter(_holds())

    def pending(self) -> Self:
        """Neither read nor settled by what happened since."""
        return self.standing().unread()

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def with_facts(self) -> Self:
        return self.select_related("reminder__assignment__unit", "reminder__assignment__task__plan__issuer")

    def latest_first(self) -> Self:
        return self.order_by("-told_at", "-pk")


class Notice(models.Model):
    """That one person was told one reminder: once, read or not, and by which letter."""

    reminder = models.ForeignKey(Reminder, on_delete=models.CASCADE, related_name="notices", db_index=False)
    person = models.ForeignKey(people.Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    told_at = models.DateTimeField(_("nhắc lúc"))
    read_at = models.DateTimeField(_("đọc lúc"), null=True)
    letter = models.ForeignKey(Letter, on_delete=models.SET_NULL, null=True, related_name="notices")

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần nhắc")
        constraints = [models.UniqueConstraint(fields=["reminder", "person"], name="a_person_is_told_once")]
        indexes = [models.Index(fields=["person", "-told_at"])]

    def __str__(self) -> str:
        return f"{self.person} · {self.reminder}"

    def sum(self, day: date) -> rules.Sum:
        """What it says on a day, in figures: the state of the matter as of now, not as of when it was told."""
        due = self.reminder.assignment.due
        return rules.sum_of(self.reminder.step, anchor=self.reminder.anchor, due=due, day=day)

    @property
    def settled(self) -> Because | None:
        """Why there is nothing to do about it any more; nothing while its fact stands."""
        return self.reminder.against


class Roundup(models.Model):
    """That one person was told, in one line, how much is late under the bodies for which it hands work out.

    One a person and day at most, never one a part. Only how much it was is kept: what it names is asked when shown.
    """

    person = models.ForeignKey(people.Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    day = models.DateField(_("tính đến ngày"))
    due_at = models.DateTimeField(_("nhắc lúc"))
    told_at = models.DateTimeField(_("đã nhắc lúc"))
    late = models.PositiveIntegerField(_("số phần việc quá hạn"))
    read_at = models.DateTimeField(_("đọc lúc"), null=True)
    letter = models.ForeignKey(Letter, on_delete=models.SET_NULL, null=True, related_name="roundups")

    class Meta:
        verbose_name = _("bản gom việc quá hạn")
        ordering = ("-day", "-pk")
        constraints = [models.UniqueConstraint(fields=["person", "day"], name="one_roundup_a_person_a_day")]

    def __str__(self) -> str:
        return f"{self.person} {self.day:%d/%m/%Y}"


class Mail(models.TextChoices):
    """How a person gets reminders by e-mail."""

    DIGEST = "digest", _("Mỗi ngày một thư, gom mọi lời nhắc")
    AT_ONCE = "at_once", _("Ngay khi có lời nhắc")
    NONE = "none", _("Không gửi thư")


class Wish(models.Model):
    """How one person wishes to be reminded by e-mail. Who never said so gets a digest."""

    person = models.OneToOneField(people.Person, on_delete=models.CASCADE, related_name="+")
    mail = models.CharField(_("thư điện tử"), max_length=10, choices=Mail, default=Mail.DIGEST)
    hour = models.PositiveSmallIntegerField(_("giờ gửi"), default=rules.USUAL_HOUR)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("cách nhận lời nhắc")
        constraints = [models.CheckConstraint(condition=Q(hour__lte=23), name="an_hour_of_the_day")]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_mail_display()}"


class PushAddress(models.Model):
    """One browser that a person asked to be told in, and the message that waits for it: one at most."""

    person = models.ForeignKey(people.Person, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=64, unique=True)
    endpoint = models.URLField(_("địa chỉ nhận thông báo"), max_length=500)
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    name = models.CharField(_("máy"), max_length=80)
    made_at = models.DateTimeField(_("bật lúc"))
    due_at = models.DateTimeField(null=True)
    handing_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("đã gửi lúc"), null=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("máy nhận thông báo")
        ordering = ("made_at", "pk")
        indexes = [models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="pushes_that_wait")]

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def key_of(endpoint: str) -> str:
        """What makes an address one: the same browser that asks again is no second one."""
        return sha256(endpoint.encode()).hexdigest()


class Subscription(models.Model):
    """A secret address at which a program reads somebody's days without signing in: of oneself, a body, or a plan.

    It opens what its owner may read at that moment. The address is signed, never kept: only what makes it new is.
    """

    owner = models.ForeignKey(people.Person, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, null=True, related_name="+")
    plan = models.ForeignKey(plans.Plan, on_delete=models.PROTECT, null=True, related_name="+")
    nonce = models.CharField(max_length=32)
    made_at = models.DateTimeField(_("tạo lúc"))
    renewed_at = models.DateTimeField(_("đổi lúc"), null=True)

    class Meta:
        verbose_name = _("địa chỉ theo dõi")
        constraints = [
            models.UniqueConstraint(
                fields=["owner"], condition=Q(unit=None, plan=None), name="one_calendar_of_oneself"
            ),
            models.UniqueConstraint(fields=["owner", "unit"], name="one_calendar_a_unit"),
            models.UniqueConstraint(fields=["owner", "plan"], name="one_calendar_a_plan"),
            models.CheckConstraint(condition=Q(unit=None) | Q(plan=None), name="of_a_unit_or_of_a_plan"),
        ]

    def __str__(self) -> str:
        return str(self.plan or self.unit or self.owner)
