"""An adopted plan: its clauses, what it is based on, and the plans that answer it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.intake import public as intake
from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units


class Plan(models.Model):
    """A plan that a person confirmed: from now on it binds those it names."""

    document = models.OneToOneField(intake.Document, on_delete=models.PROTECT, null=True, related_name="plan")
    kind = models.CharField(_("loại văn bản"), max_length=10, default="KH")
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    title = models.CharField(_("trích yếu"), max_length=500)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    issuer = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="plans_issued")
    place = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="plans_here")
    based_on = models.ManyToManyField("self", symmetrical=False, related_name="answered_by", blank=True)
    bases = models.JSONField(_("căn cứ"), default=list, blank=True)
    is_public = models.BooleanField(_("công khai cho người dân"), default=True)
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("kế hoạch")
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "number"], condition=~Q(number=""), name="one_plan_a_number_an_issuer"
            ),
        ]
        indexes = [models.Index(fields=["place", "-issued_on"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Clause(models.Model):
    """One duty as the plan words it, with its place in the source text."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="clauses")
    order = models.PositiveIntegerField()
    label = models.CharField(_("mục"), max_length=40, blank=True)
    text = models.TextField(_("nội dung"))
    lead_words = models.CharField(_("chủ trì"), max_length=500, blank=True)
    partner_words = models.CharField(_("phối hợp"), max_length=1000, blank=True)
    time_words = models.CharField(_("thời gian"), max_length=300, blank=True)
    due = models.DateField(_("hạn"), null=True, blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("nội dung của kế hoạch")
        constraints = [models.UniqueConstraint(fields=["plan", "order"], name="one_clause_an_order")]

    def __str__(self) -> str:
        return f"{self.label} {self.text[:80]}".strip()
