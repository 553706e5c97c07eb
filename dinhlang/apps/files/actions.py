"""Keeping what was sent: checked by what it is, kept once under its checksum, never half."""

import hashlib
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from dinhlang.apps.files.models import StoredFile
from dinhlang.apps.files.rules import (
    Content,
    Fault,
    content_of,
    fault_of_archive,
    fault_of_picture,
    has_macros,
    safe_name,
    thumbnail_of,
)
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal


class CannotStore(Refusal):
    """The file is not kept, and why."""


def store(upload: UploadedFile, *, by: people.Person | None, now: datetime) -> StoredFile:
    """Check a file and keep it; the bytes are written before the row, so a row never lacks its bytes."""
    said = str(upload.name or "")
    size = upload.size or 0
    _refuse_by_size(said, size)
    content = check(upload)
    blob = _kept_once(upload)
    with transaction.atomic():
        return StoredFile.objects.create(
            name=safe_name(said, content),
            content_type=content.content_type,
            size=size,
            sha256=Path(blob).name,
            blob=blob,
            thumbnail=_small_picture(upload, blob) if content.is_picture else "",
            stored_at=now,
            stored_by=by,
        )


def check(upload: UploadedFile) -> Content:
    """What the file is; refused with a sentence if it is not welcome, not whole or not harmless."""
    said, file = str(upload.name or ""), cast(BinaryIO, upload)
    content = content_of(file)
    if content is None:
        raise CannotStore(
            _(
                "Tệp “%(name)s” không thuộc loại nhận được. Xin gửi ảnh (JPG, PNG, WebP), PDF, Word, Excel, văn bản, "
                "ghi âm MP3 hoặc video MP4."
            )
            % {"name": said}
        )
    fault = fault_of_picture(file) if content.is_picture else fault_of_archive(file) if content.is_archive else None
    if fault is not None:
        raise CannotStore(_worded(fault) % {"name": said})
    if content.is_archive and has_macros(file):
        raise CannotStore(
            _("Tệp “%(name)s” có chương trình chạy kèm (macro). Xin lưu lại dưới dạng không có macro rồi gửi.")
            % {"name": said}
        )
    return content


def _refuse_by_size(name: str, size: int) -> None:
    if not size:
        raise CannotStore(_("Tệp “%(name)s” trống. Xin chọn lại tệp.") % {"name": name})
    if size > settings.UPLOAD_LIMIT:
        raise CannotStore(
            _("Tệp “%(name)s” nặng %(size)s, quá mức %(limit)s. Xin giảm cỡ ảnh hoặc chia tệp ra.")
            % {"name": name, "size": filesizeformat(size), "limit": filesizeformat(settings.UPLOAD_LIMIT)}
        )


def _worded(fault: Fault) -> str:
    return {
        Fault.DAMAGED: _("Tệp “%(name)s” bị hỏng, không mở được. Xin mở lại trên máy, lưu và gửi lần nữa."),
        Fault.ENCRYPTED: _("Tệp “%(name)s” có đặt mật khẩu. Xin bỏ mật khẩu rồi gửi lại."),
        Fault.TOO_BIG_INSIDE: _("Tệp “%(name)s” mở ra quá lớn nên không nhận, phòng tệp gây hại."),
        Fault.STRANGE_PATHS: _("Tệp “%(name)s” chứa đường dẫn lạ nên không nhận, phòng tệp gây hại."),
        Fault.NOT_A_PICTURE: _("Tệp “%(name)s” mang tên ảnh nhưng không phải ảnh, hoặc ảnh bị hỏng. Xin chụp lại."),
        Fault.TOO_MANY_PIXELS: _("Ảnh “%(name)s” quá lớn. Xin gửi ảnh dưới 60 triệu điểm ảnh."),
    }[fault]


def _kept_once(upload: UploadedFile) -> str:
    """Where the bytes lie; the same bytes lie there once, whoever sends them."""
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    key = digest.hexdigest()
    blob = f"{key[:2]}/{key[2:4]}/{key}"
    if not default_storage.exists(blob):
        upload.seek(0)
        _save(blob, File(upload.file or upload))
    return blob


def _save(name: str, content: File) -> None:
    """Under this name and no other: where somebody sent the same bytes a moment before, theirs stay."""
    saved = default_storage.save(name, content)
    if saved != name:
        default_storage.delete(saved)


def _small_picture(upload: UploadedFile, blob: str) -> str:
    small = f"{blob}.webp"
    if not default_storage.exists(small):
        _save(small, ContentFile(thumbnail_of(cast(BinaryIO, upload))))
    return small
