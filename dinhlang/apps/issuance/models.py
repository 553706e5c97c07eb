"""A document on its way out of the house: drafted, laid before the signer, issued under a number, or withdrawn."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reports import public as reports
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any
from dinhlang.pure.drafting import document_number

KIND_NAMES = {
    "NQ": pgettext_lazy("kind of document", "Nghị quyết"),
    "QĐ": pgettext_lazy("kind of document", "Quyết định"),
    "CT": pgettext_lazy("kind of document", "Chỉ thị"),
    "QC": pgettext_lazy("kind of document", "Quy chế"),
    "QyĐ": pgettext_lazy("kind of document", "Quy định"),
    "TC": pgettext_lazy("kind of document", "Thông cáo"),
    "TB": pgettext_lazy("kind of document", "Thông báo"),
    "HD": pgettext_lazy("kind of document", "Hướng dẫn"),
    "CTr": pgettext_lazy("kind of document", "Chương trình"),
    "KH": pgettext_lazy("kind of document", "Kế hoạch"),
    "PA": pgettext_lazy("kind of document", "Phương án"),
    "ĐA": pgettext_lazy("kind of document", "Đề án"),
    "DA": pgettext_lazy("kind of document", "Dự án"),
    "BC": pgettext_lazy("kind of document", "Báo cáo"),
    "BB": pgettext_lazy("kind of document", "Biên bản"),
    "TTr": pgettext_lazy("kind of document", "Tờ trình"),
    "HĐ": pgettext_lazy("kind of document", "Hợp đồng"),
    "CĐ": pgettext_lazy("kind of document", "Công điện"),
    "BGN": pgettext_lazy("kind of document", "Bản ghi nhớ"),
    "BTT": pgettext_lazy("kind of document", "Bản thỏa thuận"),
    "GUQ": pgettext_lazy("kind of document", "Giấy ủy quyền"),
    "GM": pgettext_lazy("kind of document", "Giấy mời"),
    "GGT": pgettext_lazy("kind of document", "Giấy giới thiệu"),
    "GNP": pgettext_lazy("kind of document", "Giấy nghỉ phép"),
    "PG": pgettext_lazy("kind of document", "Phiếu gửi"),
    "PC": pgettext_lazy("kind of document", "Phiếu chuyển"),
    "PB": pgettext_lazy("kind of document", "Phiếu báo"),
    "công văn": pgettext_lazy("kind of document", "Công văn"),
}
"""As the pages name them; the form of a document is Vietnamese in every language."""


class State(models.TextChoices):
    """Where the document is; the allowed steps stand in `rules.STEPS`."""

    DRAFT = "draft", _("đang soạn")
    WAITING = "waiting", _("chờ ký")
    ISSUED = "issued", _("đã ban hành")
    WITHDRAWN = "withdrawn", _("đã thu hồi")


class OutgoingQuerySet(models.QuerySet["OutgoingDocument"]):
    """Phrases about outgoing documents."""

    def of_issuers_within(self, *paths: str) -> Self:
        """Of the bodies in these branches of the tree."""
        return self.filter(within_any("issuer__path", paths))

    def in_state(self, *states: str) -> Self:
        return self.filter(state__in=states)

    def for_lists(self) -> Self:
        """With what a list shows, without the heavy rest."""
        heavy = ("body", "bases", "recipients", "addressees", "powers")
        return self.select_related("issuer", "drafted_by", "signed_by", "file").defer(*heavy)

    def latest_first(self) -> Self:
        return self.order_by("-changed_at", "-pk")


class OutgoingDocument(models.Model):
    """An official document by Nghị định 30/2020/NĐ-CP. Its number is taken when it is issued, never before."""

    issuer = models.ForeignKey(
        units.Unit, on_delete=models.PROTECT, related_name="outgoing_documents", verbose_name=_("cơ quan ban hành")
    )
    kind = models.CharField(_("loại văn bản"), max_length=10, choices=list(KIND_NAMES.items()))
    superior_words = models.CharField(_("cơ quan chủ quản trực tiếp"), max_length=200, blank=True)
    issuer_words = models.CharField(_("tên cơ quan ban hành"), max_length=200)
    number = models.PositiveIntegerField(_("số"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("năm"), null=True, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=30)
    place_words = models.CharField(_("địa danh"), max_length=100)
    day = models.DateField(_("ngày ban hành"), null=True, blank=True)
    title = models.CharField(_("trích yếu"), max_length=500)
    addressees = models.JSONField(_("kính gửi"), default=list, blank=True)
    bases = models.JSONField(_("căn cứ"), default=list, blank=True)
    body = models.JSONField(_("nội dung"), default=list)
    recipients = models.JSONField(_("nơi nhận"), default=list)
    filed = models.CharField(_("lưu"), max_length=100, default="VT")
    powers = models.JSONField(_("quyền hạn ký"), default=list, blank=True)
    signer_title = models.CharField(_("chức vụ người ký"), max_length=100, blank=True)
    signer_name = models.CharField(_("họ và tên người ký"), max_length=120, blank=True)
    is_public = models.BooleanField(_("công khai cho người dân"), default=False)
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.DRAFT)
    report = models.ForeignKey(
        reports.Report, on_delete=models.PROTECT, null=True, blank=True, related_name="outgoing_documents"
    )
    urges = models.ForeignKey(plans.Plan, on_delete=models.PROTECT, null=True, blank=True, related_name="dispatches")
    file = models.ForeignKey(files.StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    drafted_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    signed_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    remark = models.TextField(_("lý do trả lại hoặc thu hồi"), blank=True)

    objects = OutgoingQuerySet.as_manager()

    class Meta:
        verbose_name = _("văn bản đi")
        constraints = [
            models.UniqueConstraint(
                fields=["issuer", "kind", "year", "number"],
                condition=Q(number__isnull=False),
                name="one_document_a_number_a_year",
            ),
            models.CheckConstraint(
                condition=Q(
                    number__isnull=True, year__isnull=True, day__isnull=True, signed_at__isnull=True, file__isnull=True
                )
                | Q(
                    number__gte=1,
                    year__isnull=False,
                    day__isnull=False,
                    signed_by__isnull=False,
                    signed_at__isnull=False,
                    file__isnull=False,
                ),
                name="numbered_is_signed_and_kept",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn")
                | Q(state="issued", number__isnull=False)
                | Q(state__in=["draft", "waiting"], number__isnull=True),
                name="a_number_comes_with_issuing",
            ),
        ]
        indexes = [models.Index(fields=["issuer", "state", "-changed_at"]), models.Index(fields=["issuer", "-day"])]

    def __str__(self) -> str:
        return f"{self.full_number} {self.title}".strip()

    @property
    def full_number(self) -> str:
        """05/BC-UBND; empty before it is issued."""
        return f"{document_number(self.number)}/{self.symbol}" if self.number else ""

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT
