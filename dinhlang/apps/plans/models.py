"""An adopted plan: its clauses, what it is based on, and the plans that answer it."""

from datetime import date
from textwrap import shorten
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.intake import public as intake
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import rules
from dinhlang.apps.units import public as units
from dinhlang.pure.viet import CitedNumber, fold, search_text, short_day


class PlanQuerySet(models.QuerySet["Plan"]):
    """Phrases about adopted plans."""

    def of_place(self, place: units.Unit) -> Self:
        return self.filter(place=place)

    def of_year(self, year: int) -> Self:
        """By the day of issue; a draft without one counts in the year in which it was adopted here."""
        return self.filter(Q(issued_on__year=year) | Q(issued_on__isnull=True, adopted_at__year=year))

    def numbered(self, number: str, *, issued_on: date | None) -> Self:
        """Those under a number of the year of a day; of a day that is not known yet, any year may be meant."""
        found = self.filter(number__iexact=number)
        return found if issued_on is None else found.filter(number_year=issued_on.year)

    def public(self) -> Self:
        """Those that residents may read."""
        return self.filter(is_public=True)

    def with_words(self, words: str) -> Self:
        """Those whose heading holds every word, with or without marks."""
        found = self
        for word in fold(words).split():
            found = found.filter(search_text__contains=word)
        return found

    def with_names(self) -> Self:
        return self.select_related("issuer", "keeper", "place")

    def latest_first(self) -> Self:
        return self.order_by(F("issued_on").desc(nulls_first=True), "-pk")


class Plan(models.Model):
    """A plan that a person confirmed: from now on it binds those it names."""

    document = models.OneToOneField(intake.Document, on_delete=models.PROTECT, null=True, related_name="plan")
    kind = models.CharField(
        _("loại văn bản"), max_length=10, choices=intake.DocumentKind, default=intake.DocumentKind.PLAN
    )
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    number_year = models.PositiveSmallIntegerField(default=0, editable=False)  # of `issued_on`; 0 while without a day
    title = models.CharField(_("trích yếu"), max_length=500)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    issuer = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="plans_issued")
    keeper = models.ForeignKey(  # who speaks for it here: its issuer, or the body below that received it
        units.Unit, on_delete=models.PROTECT, related_name="plans_kept", verbose_name=_("đơn vị thực hiện")
    )
    place = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="plans_here")
    based_on = models.ManyToManyField("self", symmetrical=False, related_name="answered_by", blank=True)
    bases = models.JSONField(_("căn cứ"), default=list, blank=True)
    is_public = models.BooleanField(_("công khai cho người dân"), default=True)
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    search_text = models.TextField(editable=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("kế hoạch")
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "keeper", "number", "number_year"],  # numbers begin anew each year
                condition=~Q(number=""),
                name="one_plan_a_number_a_year",
            ),
        ]
        indexes = [models.Index(fields=["place", "-issued_on"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()

    def save(self, *args: object, **kwargs: object) -> None:
        self.search_text = search_text(f"{self.number} {self.title} {self.issuer.full_name}")
        self.number_year = self.issued_on.year if self.issued_on else 0
        if self.keeper_id is None:
            self.keeper = self.issuer
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def is_received(self) -> bool:
        """Issued by a body above, and taken in by one below for its own units."""
        return self.keeper_id != self.issuer_id

    @property
    def name(self) -> str:
        """As people call it: its number, else its title."""
        return self.number or self.title

    @property
    def citation(self) -> str:
        """As another document cites it: the number comes back each year, so its day stands beside it."""
        if not self.number or self.issued_on is None:
            return self.number
        return gettext("%(number)s ngày %(day)s") % {"number": self.number, "day": short_day(self.issued_on)}


class Clause(models.Model):
    """One duty as the plan words it, with its place in the source text."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="clauses")
    order = models.PositiveIntegerField()
    label = models.CharField(_("mục"), max_length=40, blank=True)
    text = models.TextField(_("nội dung"))
    lead_words = models.CharField(_("chủ trì"), max_length=1000, blank=True)
    adviser_words = models.CharField(_("tham mưu"), max_length=1000, blank=True)
    partner_words = models.CharField(_("phối hợp"), max_length=2000, blank=True)
    time_words = models.CharField(_("thời gian"), max_length=500, blank=True)
    due = models.DateField(_("hạn"), null=True, blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    sources = models.JSONField(default=dict, blank=True)  # where the words for who and when stand, as in the mark
    asks_for_plan = models.BooleanField(_("phải lập kế hoạch riêng"), null=True)  # None: its own words say it

    class Meta:
        verbose_name = _("nội dung của kế hoạch")
        constraints = [models.UniqueConstraint(fields=["plan", "order"], name="one_clause_an_order")]

    def __str__(self) -> str:
        return f"{self.label} {shorten(self.text, 100, placeholder='…')}".strip()

    @property
    def mark(self) -> str:
        """How one points at it in a line: its label, else its number in the row, and its first words."""
        return f"{self.label or self.order}. {self.text[:60]}"

    @property
    def says(self) -> list[tuple[Any, str]]:
        """What the plan itself writes of who and when; whom it was really given to stands in the room of tasks."""
        due = short_day(self.due) if self.due and not rules.writes_a_day(self.time_words) else ""
        names = ("lead_words", "adviser_words", "partner_words", "time_words")
        words = {name: getattr(self, name) for name in names} | {"time_words": rules.unlabelled(self.time_words)}
        written = [(name, text) for name, text in [*words.items(), ("due", due)] if text]
        return [(Clause._meta.get_field(name).verbose_name, text) for name, text in written]  # type: ignore[union-attr]

    @property
    def wants_a_plan(self) -> bool:
        """Whether those who owe it must make a plan of their own: as a person said, else as its words say."""
        return rules.asks_for_a_plan(self.text) if self.asks_for_plan is None else self.asks_for_plan

    @property
    def has_place(self) -> bool:
        """Whether its words can be shown where they stand in the text."""
        return self.plan.document_id is not None and self.start is not None


class Citation(models.Model):
    """A number that a plan names among its legal bases: by it, plans are proposed to be linked."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="citations")
    words = models.CharField(_("căn cứ"), max_length=1000)
    number = models.CharField(_("số, ký hiệu"), max_length=60)
    key = models.CharField(max_length=60, editable=False, db_index=True)
    year = models.PositiveSmallIntegerField(default=0, editable=False)  # of the day said beside it; 0: none is said

    class Meta:
        verbose_name = _("căn cứ được nhắc")
        constraints = [
            models.UniqueConstraint(fields=["plan", "key", "year"], name="a_plan_cites_a_number_of_a_year_once")
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def said(self) -> CitedNumber:
        """The number with its year, where the words say one."""
        return CitedNumber(self.number, self.year or None)


class Answer(models.Model):
    """A clause of a plan takes over a clause of the plan above, as a person said."""

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="answers")
    answered = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="taken_over_by")
    said_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = _("nhiệm vụ thực hiện nhiệm vụ cấp trên")
        constraints = [models.UniqueConstraint(fields=["clause", "answered"], name="a_clause_answers_another_once")]

    def __str__(self) -> str:
        return f"{self.clause_id} → {self.answered_id}"


class ChangeKind(models.TextChoices):
    """What a later plan does to an earlier one."""

    AMEND = "amend", _("sửa đổi, bổ sung")
    REPLACE = "replace", _("thay thế")
    EXTEND = "extend", _("gia hạn")


class Change(models.Model):
    """A later plan amends, replaces or extends an earlier one of the same issuer; both stay readable."""

    earlier = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="changed_by")
    later = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(_("thay đổi"), max_length=10, choices=ChangeKind)
    reason = models.CharField(_("lý do"), max_length=500)
    said_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        verbose_name = _("thay đổi kế hoạch")
        constraints = [models.UniqueConstraint(fields=["earlier", "later"], name="a_plan_changes_another_once")]

    def __str__(self) -> str:
        return f"{self.later.name} {self.get_kind_display()} {self.earlier.name}"


class Difference(models.Model):
    """One clause before and after; what was handed out of it follows only once a person decided."""

    class Kind(models.TextChoices):
        """What became of the clause."""

        SAME = "same", _("giữ nguyên")
        CHANGED = "changed", _("sửa")
        DROPPED = "dropped", _("bỏ")
        ADDED = "added", _("thêm")

    class Decision(models.TextChoices):
        """What a person let follow."""

        FOLLOWED = "followed", _("chuyển sang bản mới")
        WITHDRAWN = "withdrawn", _("rút lại")
        KEPT = "kept", _("giữ như đã giao")

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="differences")
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    earlier = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, related_name="differences_after")
    later = models.ForeignKey(Clause, on_delete=models.PROTECT, null=True, related_name="differences_before")
    decision = models.CharField(_("quyết định"), max_length=10, choices=Decision, blank=True)
    decided_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("điểm khác")
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=["change", "order"], name="one_difference_an_order")]

    def __str__(self) -> str:
        return f"{self.order}. {self.get_kind_display()}"

    @property
    def due_moves(self) -> bool:
        """Whether the day of the clause is another now."""
        return self.earlier is not None and self.later is not None and self.earlier.due != self.later.due

    @property
    def words(self) -> list[tuple[str, str]]:
        """The clause with its changed words marked: kept, out, in."""
        return rules.marked(self.earlier.text if self.earlier else "", self.later.text if self.later else "")

    @property
    def time_words(self) -> list[tuple[str, str]]:
        """The words of time of a clause that stands in both versions, marked alike; nothing where they are the same."""
        if self.earlier is None or self.later is None or self.earlier.time_words == self.later.time_words:
            return []
        return rules.marked(self.earlier.time_words, self.later.time_words)
