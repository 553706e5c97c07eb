"""Who did what, when and why; rows are only ever added."""

from typing import Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units
from dinhlang.base.fields import within_any


class EntryQuerySet(models.QuerySet["Entry"]):
    """Phrases about the record."""

    def about(self, thing_type: str, thing_key: str) -> Self:
        """All that was done with one thing."""
        return self.filter(thing_type=thing_type, thing_key=thing_key)

    def readable_by(self, person: people.Person) -> Self:
        """One's own acts, and those in the units over which one may read the record."""
        reach = person.reach(people.Word.AUDIT_READ)
        readable = Q(actor=person) | within_any("unit__path", reach)
        if any(_is_top(path) for path in reach):
            readable |= Q(unit__isnull=True)
        return self.filter(readable)

    def latest_first(self) -> Self:
        return self.order_by("-moment", "-pk")


def _is_top(path: str) -> bool:
    """What belongs to no unit is read at the top of a tree."""
    return path.count(".") == 1


class OnlyAdded(models.Model):
    """A row that is written once. The database refuses the rest too (see `rules.sealing`)."""

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        if not self._state.adding:
            raise TypeError("An audit entry is never changed.")
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise TypeError("An audit entry is never deleted.")


class Entry(OnlyAdded):
    """One change of state: actor, moment, act, the thing, reason, before and after."""

    moment = models.DateTimeField(_("lúc"))
    actor = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")
    act = models.CharField(_("việc"), max_length=60)
    thing_type = models.CharField(max_length=60)
    thing_key = models.CharField(max_length=60)
    thing_name = models.CharField(_("đối tượng"), max_length=300)
    unit = models.ForeignKey(units.Unit, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("lý do"), blank=True)
    before = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    search_text = models.TextField(editable=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("mục nhật ký")
        indexes = [models.Index(fields=["thing_type", "thing_key"]), models.Index(fields=["moment"])]

    def __str__(self) -> str:
        return f"{self.moment:%d/%m/%Y %H:%M} {self.act} {self.thing_name}"


class Link(OnlyAdded):
    """An entry's place in the chain: places have no gaps, and no two rows have one place, so it cannot fork."""

    place = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="link")
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("mắt xích")

    def __str__(self) -> str:
        return f"{self.place}: {self.digest[:12]}"


class Seal(OnlyAdded):
    """What the chain was at the end of a day: one line for the minutes book, which holds everything before it."""

    day = models.DateField(_("ngày"), unique=True)
    place = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("niêm phong")

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y}: {self.digest[:12]}"
