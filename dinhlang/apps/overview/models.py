"""What this room keeps: counts of places, so that a board need not count a province, and views that people saved."""

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people
from dinhlang.apps.units import public as units


class PlaceState(models.TextChoices):
    """How a place stands, by what matters most in it."""

    LATE = "late", _("có việc quá hạn")
    WAITING = "waiting", _("có việc chờ duyệt")
    DOING = "doing", _("đang làm")
    DONE = "done", _("xong hết")
    NONE = "none", _("chưa nhận việc")


class PlaceCount(models.Model):
    """How far the bodies of one place are with everything they owe, as of a moment."""

    place = models.OneToOneField(units.Unit, on_delete=models.CASCADE, related_name="place_count")
    state = models.CharField(_("tình trạng"), max_length=10, choices=PlaceState, db_index=True)
    done = models.PositiveIntegerField()
    submitted = models.PositiveIntegerField()
    doing = models.PositiveIntegerField()
    late = models.PositiveIntegerField()
    rest = models.PositiveIntegerField()
    counted_at = models.DateTimeField()

    class Meta:
        verbose_name = _("số đếm của địa bàn")

    def __str__(self) -> str:
        return f"{self.place_id}: {self.state}"

    @property
    def total(self) -> int:
        return self.done + self.submitted + self.doing + self.late + self.rest


class SavedView(models.Model):
    """A page with what was chosen on it, under a name; whoever has the address opens it with their own permission."""

    person = models.ForeignKey(people.Person, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(_("tên"), max_length=80)
    address = models.CharField(_("địa chỉ"), max_length=1000)
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = _("cách xem đã lưu")
        ordering = (F("name").asc(), "pk")
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="one_view_a_name_a_person")]

    def __str__(self) -> str:
        return self.name
