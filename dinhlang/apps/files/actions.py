"""Keeping what was sent."""

import hashlib
from datetime import datetime

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from dinhlang.apps.files.models import StoredFile
from dinhlang.apps.people import public as people
from dinhlang.base.refusal import Refusal


class CannotStore(Refusal):
    """The file is not kept, and why."""


def store(upload: UploadedFile, *, by: people.Person | None, now: datetime) -> StoredFile:
    """Check a file and keep it."""
    if not upload.size:
        raise CannotStore(_("Tệp này trống."))
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    key = digest.hexdigest()
    blob = f"{key[:2]}/{key[2:4]}/{key}"
    if not default_storage.exists(blob):
        upload.seek(0)
        default_storage.save(blob, upload)
    return StoredFile.objects.create(
        name=str(upload.name)[:150],
        content_type=upload.content_type or "application/octet-stream",
        size=upload.size,
        sha256=key,
        blob=blob,
        stored_at=now,
        stored_by=by,
    )
