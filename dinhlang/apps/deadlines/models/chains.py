"""The chain of a report: who sends to whom, and by when each level sends so that the last recipient has it in time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.deadlines.models.days import Why
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units


class ReportChain(models.Model):
    """A standing duty to report that goes up through several levels, laid out from its last recipient's day."""

    class Rhythm(models.TextChoices):
        """How often it comes back."""

        ONCE = "once", _("một lần")
        MONTH = "month", _("hằng tháng")
        QUARTER = "quarter", _("hằng quý")
        HALF = "half", _("6 tháng một lần")
        YEAR = "year", _("hằng năm")

    plan = models.ForeignKey(plans.Plan, on_delete=models.PROTECT, related_name="report_chains")
    title = models.CharField(_("báo cáo"), max_length=200)
    recipient = models.CharField(_("nơi nhận cuối"), max_length=200)
    rhythm = models.CharField(_("nhịp"), max_length=10, choices=Rhythm)
    calendar_version = models.CharField(_("bản lịch ngày nghỉ"), max_length=20)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(_("lý do thôi"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("chuỗi báo cáo")
        ordering = ("-made_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "title"], condition=models.Q(ended_at__isnull=True), name="one_chain_a_report"
            )
        ]

    def __str__(self) -> str:
        return self.title


class ChainLevel(models.Model):
    """One that sends: all bodies of a level within the plan's place, or one body by name; from the highest down."""

    chain = models.ForeignKey(ReportChain, on_delete=models.CASCADE, related_name="levels")
    order = models.PositiveSmallIntegerField()
    level = models.CharField(_("cấp"), max_length=20, choices=units.UnitKind)
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, null=True, related_name="+")
    days = models.PositiveSmallIntegerField(_("ngày làm việc để tổng hợp"))
    clause = models.ForeignKey(plans.Clause, on_delete=models.PROTECT, null=True, related_name="+")
    """The duty by which these bodies are asked: its tasks are due as the chain says."""

    class Meta:
        verbose_name = _("bậc của chuỗi báo cáo")
        ordering = ("chain", "order")
        constraints = [models.UniqueConstraint(fields=["chain", "order"], name="one_level_an_order")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Who sends."""
        if self.unit is not None:
            return self.unit.full_name
        return str(NAMES.get(units.UnitKind(self.level), self.get_level_display()))


NAMES = {
    units.UnitKind.PROVINCE: _("UBND các tỉnh, thành phố"),
    units.UnitKind.DISTRICT: _("UBND các huyện, quận, thị xã"),
    units.UnitKind.COMMUNE: _("UBND các xã, phường, đặc khu"),
    units.UnitKind.VILLAGE: _("các thôn, tổ dân phố"),
}


class ChainPeriod(models.Model):
    """One report of the series."""

    chain = models.ForeignKey(ReportChain, on_delete=models.CASCADE, related_name="periods")
    order = models.PositiveSmallIntegerField()
    closes_on = models.DateField(_("kỳ báo cáo kết thúc"))
    last_day = models.DateField(_("nơi nhận cuối nhận trước ngày"))

    class Meta:
        verbose_name = _("kỳ của chuỗi báo cáo")
        ordering = ("chain", "order")
        constraints = [models.UniqueConstraint(fields=["chain", "order"], name="one_period_an_order")]

    def __str__(self) -> str:
        return f"{self.closes_on:%d/%m/%Y}"


class ChainDay(models.Model):
    """By when one level sends in one period, and from when it puts together."""

    period = models.ForeignKey(ChainPeriod, on_delete=models.CASCADE, related_name="days")
    level = models.ForeignKey(ChainLevel, on_delete=models.CASCADE, related_name="days_of_periods")
    day = models.DateField(_("gửi trước ngày"))
    starts_on = models.DateField(_("tổng hợp từ ngày"))
    reckoning = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("ngày của chuỗi báo cáo")
        ordering = ("period", "level__order")
        constraints = [models.UniqueConstraint(fields=["period", "level"], name="one_day_a_level_a_period")]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"


class ChainMove(models.Model):
    """A day of a chain that was moved: what it was, what it became, why. Never changed afterwards."""

    chain_day = models.ForeignKey(ChainDay, on_delete=models.CASCADE, related_name="moves")
    before = models.DateField()
    after = models.DateField()
    why = models.CharField(max_length=10, choices=Why)
    words = models.CharField(max_length=500, blank=True)
    moment = models.DateTimeField()
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("lần đổi ngày của chuỗi báo cáo")
        ordering = ("-moment", "-pk")

    def __str__(self) -> str:
        return f"{self.before:%d/%m/%Y} → {self.after:%d/%m/%Y}"
