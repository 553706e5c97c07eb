"""Keeping what was sent, once it was looked into."""

import hashlib
from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dinhlang.apps.audit import public as audit
from dinhlang.apps.files.checks import Reason, Unfit, bare, kind_of, look_for_viruses, thumbnail_of
from dinhlang.apps.files.models import Quarantine, StoredFile
from dinhlang.apps.files.rules import Kind, clean_name, kind_aside
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line

WELCOME = gettext_lazy(
    "Nhận: PDF, Word, Excel, PowerPoint, OpenDocument, RTF, ảnh JPEG, PNG, WebP, GIF, "
    "văn bản .txt, .csv, ghi âm MP3, OGG, phim MP4."
)
SENTENCES = {
    Reason.UNKNOWN: gettext_lazy("Chưa nhận được loại tệp của “%(name)s”. %(welcome)s"),
    Reason.BROKEN_PICTURE: gettext_lazy(
        "“%(name)s” có tên là ảnh nhưng không mở được như ảnh, có thể tệp bị cắt cụt khi gửi. Hãy gửi lại bản gốc."
    ),
    Reason.HUGE_PICTURE: gettext_lazy(
        "Ảnh “%(name)s” có quá nhiều điểm ảnh. Hãy thu nhỏ dưới 100 triệu điểm rồi gửi lại."
    ),
    Reason.BROKEN_DOCUMENT: gettext_lazy("“%(name)s” bị hỏng hoặc chưa tải xong. Hãy mở thử trên máy rồi gửi lại."),
    Reason.BOMB: gettext_lazy(
        "“%(name)s” bung ra lớn bất thường nên không nhận. Hãy lưu lại bằng Word hoặc Excel rồi gửi."
    ),
    Reason.MACROS: gettext_lazy(
        "“%(name)s” có chứa macro nên không nhận. Hãy lưu lại dạng không macro (.docx, .xlsx) rồi gửi."
    ),
    Reason.LOCKED: gettext_lazy("“%(name)s” bị khóa bằng mật khẩu. Hãy bỏ mật khẩu rồi gửi lại."),
    Reason.HEIC: gettext_lazy(
        "Ảnh “%(name)s” ở dạng HEIC. Trên iPhone chọn Cài đặt › Camera › Định dạng › Tương thích nhất, "
        "hoặc lưu thành JPEG, rồi gửi lại."
    ),
    Reason.STRANGE_PATHS: gettext_lazy(
        "“%(name)s” chứa đường dẫn lạ nên không nhận. Hãy mở bằng Word hoặc Excel, lưu thành tệp mới rồi gửi."
    ),
    Reason.TCVN3_OR_VNI: gettext_lazy(
        "“%(name)s” dùng bảng mã cũ (TCVN3 hoặc VNI). Hãy lưu lại ở bảng mã Unicode (UTF-8) rồi gửi."
    ),
    Reason.VIRUS: gettext_lazy(
        "“%(name)s” có mã độc nên không nhận. Hãy báo người quản trị máy tính, quét máy, rồi gửi bản sạch."
    ),
    Reason.NOT_SCANNED: gettext_lazy(
        "Chưa quét được mã độc trong “%(name)s” nên chưa nhận. Hãy gửi lại sau ít phút; nếu vẫn vậy, "
        "báo người quản trị."
    ),
}


QUARANTINES = {
    Reason.MACROS: Quarantine.MACROS,
    Reason.LOCKED: Quarantine.LOCKED,
    Reason.BROKEN_DOCUMENT: Quarantine.BROKEN,
    Reason.BROKEN_PICTURE: Quarantine.BROKEN,
}
"""What is kept all the same by a room that must not lose what arrived."""

UNFINISHED_KEPT = timedelta(days=1)


class CannotStore(Refusal):
    """The file is not kept: what is wrong with it, and how to mend it."""


def examine(upload: File, *, takes_pages: bool = False, quarantines: bool = False) -> Kind:
    """Look into a file once: what it is by its content; raises CannotStore with a sentence.

    With `quarantines`, a document that is locked, cut off or carries macros comes through, to be kept aside; one that
    the virus daemon knows never does.
    """
    known = getattr(upload, "examined_as", None)
    if isinstance(known, Kind):
        return known
    _check_size(upload)
    try:
        kind = _kind(upload, takes_pages=takes_pages, quarantines=quarantines)
        if settings.CLAMAV:
            look_for_viruses(upload, daemon=settings.CLAMAV)
    except Unfit as unfit:
        said = {"name": _shown_name(upload), "welcome": WELCOME}
        raise CannotStore(SENTENCES[unfit.reason] % said) from None
    upload.examined_as = kind  # type: ignore[attr-defined]
    return kind


def _kind(upload: File, *, takes_pages: bool, quarantines: bool) -> Kind:
    try:
        return kind_of(upload, takes_pages=takes_pages)
    except Unfit as unfit:
        why = QUARANTINES.get(unfit.reason) if quarantines else None
        aside = kind_aside(str(upload.name), why) if why else None
        if aside is None:
            raise
        return aside


def store(upload: File, *, by: people.Person | None, now: datetime, quarantines: bool = False) -> StoredFile:
    """Check a file and keep it, each content once; a picture without what the camera wrote of place and owner.

    The bytes are written before the row: a crash between the two leaves bytes that nobody points to, never a row
    that points nowhere.
    """
    kind = examine(upload, quarantines=quarantines)
    sent, _size = _fingerprint(upload)
    kept = _bare(upload) if kind.content_type.startswith("image/") else upload
    sha256, size = _fingerprint(kept)
    folder = f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
    thumbnail = ""
    if kind.content_type.startswith("image/"):
        thumbnail = _kept(f"{folder}.webp", ContentFile(thumbnail_of(upload)))
    blob = _kept(folder, kept)  # outside the transaction: a slow store must not hold up everybody's writing
    with transaction.atomic():
        stored = StoredFile.objects.create(
            name=clean_name(str(upload.name), kind.extensions),
            content_type=kind.content_type,
            size=size,
            sha256=sha256,
            blob=blob,
            thumbnail=thumbnail,
            quarantine=kind.aside,
            stored_at=now,
            stored_by=by,
        )
        after = {"sha256": sha256, "sent": sent, "size": size} | ({"quarantine": kind.aside} if kind.aside else {})
        audit.record("files.stored", stored, by=by, now=now, after=after)
    return stored


def sweep_leftovers(*, now: datetime) -> int:
    """Bytes that came in and were never finished go after a day; a bucket never holds any."""
    sweep = getattr(default_storage, "sweep", None)
    return sweep(before=now - UNFINISHED_KEPT) if sweep else 0


def _bare(upload: File) -> File:
    """The record still holds the checksum of what was sent, for whoever has the original."""
    return ContentFile(bare(upload), name=upload.name)


def _check_size(upload: File) -> None:
    said = {"name": _shown_name(upload), "limit": filesizeformat(settings.UPLOAD_LIMIT)}
    if not upload.size:
        raise CannotStore(_("“%(name)s” trống, không có gì bên trong. Hãy chọn lại tệp.") % said)
    if upload.size > settings.UPLOAD_LIMIT:
        said["size"] = filesizeformat(upload.size)
        raise CannotStore(
            _("“%(name)s” nặng %(size)s, mỗi tệp nhiều nhất %(limit)s. Hãy nén, tách nhỏ hoặc giảm cỡ ảnh.") % said
        )


def _shown_name(upload: File) -> str:
    return one_line(str(upload.name or ""))[-80:] or "?"


def _fingerprint(upload: File) -> tuple[str, int]:
    upload.seek(0)
    digest, size = hashlib.sha256(), 0
    for chunk in upload.chunks():
        digest.update(chunk)
        size += len(chunk)
    return digest.hexdigest(), size


def _kept(name: str, content: File) -> str:
    """The name under which the bytes lie: written now, or kept already. One cut short by a crash is left aside."""
    with suppress(FileNotFoundError):
        if default_storage.size(name) == content.size:
            return name
    content.seek(0)
    return default_storage.save(name, content)
