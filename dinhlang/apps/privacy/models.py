"""What people ask about their data and by when it is due, who looked at it, what they agreed to, what was cleared."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.privacy import rules
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any


class Kind(models.TextChoices):
    """What a person may ask for (Luật 91/2025/QH15, Điều 4)."""

    SEE = "see", _("Xem và lấy dữ liệu của tôi")
    CORRECT = "correct", _("Sửa cho đúng")
    RESTRICT = "restrict", _("Hạn chế: không hiện tên trên trang công khai")
    ERASE = "erase", _("Xóa")
    OBJECT = "object", _("Phản đối một việc xử lý")
    WITHDRAW = "withdraw", _("Rút lại sự đồng ý")


class State(models.TextChoices):
    """Where a request stands; the allowed steps stand in `rules.STEPS`."""

    RECEIVED = "received", _("vừa nhận")
    ACCEPTED = "accepted", _("đang làm")
    DONE = "done", _("đã xong")
    REFUSED = "refused", _("không làm được")
    TAKEN_BACK = "taken_back", _("đã rút lại")


class Way(models.TextChoices):
    """How it came to the house."""

    HOUSE = "house", _("trên trang này")
    PAPER = "paper", _("bằng giấy, nói trực tiếp")


class RequestQuerySet(models.QuerySet["DataRequest"]):
    """Phrases about requests."""

    def open(self) -> Self:
        return self.filter(state__in=rules.OPEN)

    def answerable_by(self, person: people.Person) -> Self:
        """Those of the units over which one answers; what belongs to no unit is answered at the top of a tree."""
        reach = person.reach(people.Word.PRIVACY_ANSWER)
        found = within_any("unit__path", reach)
        if any(path.count(".") == 1 for path in reach):
            found |= Q(unit__isnull=True)
        return self.filter(found)

    def late(self, *, on: date) -> Self:
        """Open, and one of their days has passed."""
        return self.open().filter(Exists(Deadline.objects.filter(request=OuterRef("pk"), met_on=None, due__lt=on)))

    def with_names(self) -> Self:
        return self.select_related("person", "unit", "made_by", "answered_by").prefetch_related("deadlines")


class DataRequest(models.Model):
    """What a person asks about their data, and the answer."""

    kind = models.CharField(_("yêu cầu"), max_length=10, choices=Kind)
    person = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("họ và tên người yêu cầu"), max_length=120)
    contact = models.CharField(_("cách liên lạc"), max_length=200, blank=True)
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.TextField(_("nội dung yêu cầu"), blank=True)
    proposed = models.JSONField(_("nội dung đúng"), default=dict, blank=True)
    consent = models.ForeignKey("Consent", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    way = models.CharField(_("đến bằng"), max_length=10, choices=Way, default=Way.HOUSE)
    received_on = models.DateField(_("ngày nhận"))
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("tình trạng"), max_length=10, choices=State, default=State.RECEIVED)
    reply = models.TextField(_("trả lời lúc nhận"), blank=True)
    answer = models.TextField(_("kết quả"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("yêu cầu về dữ liệu cá nhân")
        indexes = [models.Index(fields=["state", "received_on"]), models.Index(fields=["person", "-made_at"])]

    def __str__(self) -> str:
        # Without the name: the record keeps this sentence for good, and the name may be erased one day.
        return f"{self.get_kind_display()} ({self.received_on:%d/%m/%Y}, số {self.pk})"

    @property
    def is_open(self) -> bool:
        return self.state in rules.OPEN


class DeadlineKind(models.TextChoices):
    """What is due."""

    REPLY = "reply", _("trả lời đã nhận")
    DONE = "done", _("làm xong")
    ELSEWHERE = "elsewhere", _("nơi nhận dữ liệu cũng làm xong")


class Deadline(models.Model):
    """A day by which something is due, with the article that says so, as it stood when the request came."""

    request = models.ForeignKey(DataRequest, on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField(_("việc"), max_length=10, choices=DeadlineKind)
    due = models.DateField(_("hạn"))
    article = models.CharField(_("căn cứ"), max_length=200)
    says = models.CharField(_("nội dung"), max_length=300)
    confidence = models.CharField(max_length=10)
    law_begins = models.DateField()
    law_ends = models.DateField(null=True, blank=True)
    met_on = models.DateField(_("làm ngày"), null=True, blank=True)
    extensions = models.PositiveSmallIntegerField(default=0)
    first_due = models.DateField(_("hạn lúc đầu"))
    reason = models.CharField(_("lý do gia hạn"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("hạn của yêu cầu")
        ordering = ["due", "pk"]
        constraints = [models.UniqueConstraint(fields=["request", "kind"], name="one_deadline_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.due:%d/%m/%Y}"

    @property
    def is_sure(self) -> bool:
        """Whether the article itself was read; else the page says that the day only reminds."""
        return self.confidence == "high"


class Export(models.Model):
    """What was gathered for a person, ready to be taken along for some days."""

    request = models.OneToOneField(DataRequest, on_delete=models.CASCADE, related_name="export")
    blob = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField(_("dung lượng"))
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("bản dữ liệu cá nhân")

    def __str__(self) -> str:
        return f"{self.request} {self.sha256[:8]}"


class Look(models.Model):
    """Someone opened what the house keeps of a person. Rows are only added, and go after two years."""

    moment = models.DateTimeField(_("lúc"))
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    page = models.CharField(_("trang"), max_length=40)
    why = models.CharField(_("vì sao được xem"), max_length=40)

    class Meta:
        verbose_name = _("lần xem dữ liệu")
        indexes = [models.Index(fields=["person", "-moment"]), models.Index(fields=["moment"])]

    def __str__(self) -> str:
        return f"{self.moment:%d/%m/%Y %H:%M} {self.page}"


class ConsentPurpose(models.TextChoices):
    """Where the house rests on consent, and nowhere else: what no law orders to be shown."""

    PHOTO = "photo", _("Đăng ảnh có hình tôi trên trang công khai")
    NAME = "name", _("Ghi họ tên tôi trên trang công khai")


class ConsentText(models.Model):
    """The words that were shown; changed words are a new version, old ones stay."""

    purpose = models.CharField(_("mục đích"), max_length=10, choices=ConsentPurpose)
    version = models.PositiveIntegerField(_("bản"))
    text = models.TextField(_("lời hỏi ý kiến"))
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("lời hỏi ý kiến")
        constraints = [models.UniqueConstraint(fields=["purpose", "version"], name="one_consent_text_a_version")]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, {self.version}"


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Phrases about consent."""

    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)

    def within(self, paths: Iterable[str]) -> Self:
        return self.filter(within_any("unit__path", paths))


class Consent(models.Model):
    """One person agreed to one thing, having read one version of the words; perhaps no longer."""

    text = models.ForeignKey(ConsentText, on_delete=models.PROTECT, related_name="given")
    person = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("họ và tên người đồng ý"), max_length=120)
    about = models.CharField(_("cho ảnh, việc nào"), max_length=300)
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    way = models.CharField(_("đồng ý bằng"), max_length=10, choices=Way)
    given_at = models.DateTimeField(_("đồng ý lúc"))
    recorded_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(_("rút lại lúc"), null=True, blank=True)
    withdrawn_words = models.CharField(_("lời rút lại"), max_length=500, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("sự đồng ý")
        indexes = [models.Index(fields=["person"]), models.Index(fields=["unit", "-given_at"])]

    def __str__(self) -> str:
        return f"{self.text.get_purpose_display()} (số {self.pk})"

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None


class Clearing(models.Model):
    """What passed its time and was cleared on a day: how many rows of which table."""

    day = models.DateField(_("ngày"))
    made_at = models.DateTimeField()
    counts = models.JSONField(_("số dòng"), default=dict)

    class Meta:
        verbose_name = _("lần dọn dữ liệu hết hạn")

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}"
