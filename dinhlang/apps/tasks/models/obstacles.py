"""What stands in the way of a body's work (khó khăn, vướng mắc): raised, passed up, answered, settled, line by line."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks.models.tasks import Assignment
from dinhlang.apps.units import public as units


class ObstacleState(models.TextChoices):
    """Where an obstacle is; the allowed steps stand in `rules.OBSTACLE_STEPS`."""

    OPEN = "open", _("chờ trả lời")
    ANSWERED = "answered", _("đã trả lời")
    SETTLED = "settled", _("đã gỡ")


class ObstacleStep(models.TextChoices):
    """What was done about an obstacle."""

    RAISED = "raised", _("nêu vướng mắc")
    PASSED_UP = "passed_up", _("chuyển lên cấp trên")
    ANSWERED = "answered", _("trả lời")
    SETTLED = "settled", _("đồng ý với trả lời")
    AGAIN = "again", _("nêu lại")


class AnswerKind(models.TextChoices):
    """With what an obstacle is answered."""

    WORDS = "words", _("ý kiến trả lời")
    DOCUMENT = "document", _("văn bản hướng dẫn")
    DECISION = "decision", _("quyết định")


class ObstacleQuerySet(models.QuerySet["Obstacle"]):
    """Phrases about what stands in the way."""

    def waiting(self) -> Self:
        """Nobody answered yet."""
        return self.filter(state=ObstacleState.OPEN)

    def unsettled(self) -> Self:
        """Whoever raised it has not said that it is out of the way."""
        return self.exclude(state=ObstacleState.SETTLED)


class Obstacle(models.Model):
    """What stands in a body's way (khó khăn, vướng mắc). It lives beside the part's state and outlasts its changes."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="obstacles")
    title = models.CharField(_("vướng mắc"), max_length=200)
    state = models.CharField(_("tình trạng"), max_length=10, choices=ObstacleState, default=ObstacleState.OPEN)
    answerer = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    raised_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    objects = ObstacleQuerySet.as_manager()

    class Meta:
        verbose_name = _("khó khăn, vướng mắc")
        indexes = [
            models.Index(fields=["answerer", "state", "raised_at"]),
            models.Index(fields=["assignment"], condition=Q(state="open"), name="obstacles_nobody_answered"),
        ]

    def __str__(self) -> str:
        return self.title


class ObstacleWord(models.Model):
    """What was said of an obstacle: raised, passed up, answered, settled or raised again, each a line that stays."""

    obstacle = models.ForeignKey(Obstacle, on_delete=models.CASCADE, related_name="said")
    moment = models.DateTimeField()
    by = models.ForeignKey(people.Person, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=10, choices=ObstacleStep)
    words = models.TextField(_("nội dung"), blank=True)
    kind = models.CharField(_("trả lời bằng"), max_length=10, choices=AnswerKind, blank=True)
    document = models.CharField(_("số, tên văn bản"), max_length=300, blank=True)
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("lời về vướng mắc")

    def __str__(self) -> str:
        return f"{self.moment:%d/%m/%Y} {self.words[:60]}"


class ObstacleFile(models.Model):
    """A file that shows what stands in the way, or that answers."""

    word = models.ForeignKey(ObstacleWord, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(files.StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("tệp kèm vướng mắc")

    def __str__(self) -> str:
        return self.file.name
