"""What a body hands on inside: to its own units, posts or persons. Its part rolls up from these."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks.models.tasks import Assignment
from dinhlang.apps.units import public as units


class ShareState(models.TextChoices):
    """How far a share is; the allowed steps stand in `rules.SHARE_STEPS`."""

    TODO = "todo", _("chưa làm")
    DOING = "doing", _("đang làm")
    IN = "in", _("đã nộp")
    RETURNED = "returned", _("trả lại")
    WITHDRAWN = "withdrawn", _("đã rút")


class ShareQuerySet(models.QuerySet["Share"]):
    """Phrases about shares."""

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.exclude(state=ShareState.WITHDRAWN)

    def open(self) -> Self:
        """Somebody inside has something to do."""
        return self.filter(state__in=(ShareState.TODO, ShareState.DOING, ShareState.RETURNED))


class Share(models.Model):
    """A piece of a body's part, in the hands of one of its units or persons."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="shares")
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.CharField(_("việc"), max_length=300)
    due = models.DateField(_("hạn"), null=True, blank=True)
    state = models.CharField(_("tình trạng"), max_length=10, choices=ShareState, default=ShareState.TODO)
    given_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = ShareQuerySet.as_manager()

    class Meta:
        verbose_name = _("phần giao bên trong")
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False, person__isnull=True) | Q(unit__isnull=True, person__isnull=False),
                name="a_share_is_a_units_or_a_persons",
            )
        ]

    def __str__(self) -> str:
        return f"{self.doer}: {self.title}"

    @property
    def doer(self) -> str:
        """Who has it in hands."""
        return self.unit.full_name if self.unit else str(self.person)


class ShareWord(models.Model):
    """What was told of a share: one line with the step it made."""

    share = models.ForeignKey(Share, on_delete=models.CASCADE, related_name="said")
    moment = models.DateTimeField()
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ShareState)
    words = models.TextField(_("nội dung"), blank=True)

    class Meta:
        verbose_name = _("lời về phần giao bên trong")

    def __str__(self) -> str:
        return f"{self.moment:%d/%m/%Y} {self.words[:60]}"


class ShareFile(models.Model):
    """What shows that a share is done."""

    word = models.ForeignKey(ShareWord, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(files.StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("tệp của phần giao bên trong")

    def __str__(self) -> str:
        return self.file.name
