"""Files that people sent, kept once under their checksum."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people import public as people


class Quarantine(models.TextChoices):
    """Why a file that is not as it should be is kept all the same: handed out to be saved, shown to nobody."""

    MACROS = "macros", _("có macro")
    LOCKED = "locked", _("khóa bằng mật khẩu")
    BROKEN = "broken", _("bị hỏng")


CAUTIONS = {
    Quarantine.MACROS: _(
        "“%(name)s” có macro. Bản gốc được giữ nguyên, macro không được chạy ở đây. Nếu tải về, chỉ mở khi tin người "
        "gửi và đừng bật macro; tốt nhất là xin lại bản .docx không có macro."
    ),
    Quarantine.LOCKED: _(
        "“%(name)s” bị khóa bằng mật khẩu nên máy không đọc được. Bản gốc vẫn được giữ để tải về. Hãy mở tệp, bỏ mật "
        "khẩu, lưu lại rồi gửi bản mới; hoặc dán nội dung vào đây."
    ),
    Quarantine.BROKEN: _(
        "“%(name)s” bị hỏng hoặc chưa tải xong nên máy không đọc được. Phần đã nhận vẫn được giữ để tải về. Hãy mở thử "
        "trên máy, lưu lại rồi gửi bản mới; hoặc dán nội dung vào đây."
    ),
}
"""What happened to such a file, and what to do."""


class StoredFile(models.Model):
    """A file that was checked and is kept. What it belongs to, and who may read it, the room that holds it knows."""

    name = models.CharField(_("tên tệp"), max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(_("dung lượng"))
    sha256 = models.CharField(max_length=64, db_index=True)
    blob = models.CharField(max_length=120)
    thumbnail = models.CharField(max_length=120, blank=True)
    quarantine = models.CharField(_("lý do giữ riêng"), max_length=10, choices=Quarantine, blank=True)
    stored_at = models.DateTimeField()
    stored_by = models.ForeignKey(people.Person, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("tệp")

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.content_type.startswith("image/")

    @property
    def may_be_read(self) -> bool:
        """Its words can be had: no lock and no damage stands before them, and no reader runs macros."""
        return self.quarantine in {"", Quarantine.MACROS}

    @property
    def caution(self) -> str:
        """What happened to a file that is kept aside, and what to do; empty for all others."""
        return str(CAUTIONS[Quarantine(self.quarantine)]) % {"name": self.name} if self.quarantine else ""
