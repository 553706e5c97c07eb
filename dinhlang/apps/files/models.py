"""Files that people sent, kept once under their checksum."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people


class StoredFile(models.Model):
    """A file that was checked and is kept. What it belongs to, and who may read it, the room that holds it knows."""

    name = models.CharField(_("tên tệp"), max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng"))
    sha256 = models.CharField(max_length=64, db_index=True)
    blob = models.CharField(max_length=120)
    thumbnail = models.CharField(max_length=120, blank=True)
    stored_at = models.DateTimeField()
    stored_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("tệp")

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")
