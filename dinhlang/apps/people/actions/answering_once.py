"""A write that is sent twice is done once: the first answer is kept for a day under the sender's own key."""

from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from dinhlang.apps.people.models import KeptAnswer, Person
from dinhlang.base.refusal import Refusal


class CannotRepeat(Refusal):
    """The key was used for something else."""


def digest_of(request: HttpRequest) -> str:
    """What was asked, as a digest: the address and everything sent, however the parts were packed."""
    found = sha256(f"{request.path}\n{request.content_type}\n".encode())
    if request.content_type != "multipart/form-data":
        found.update(request.body)
        return found.hexdigest()
    for name, values in sorted(request.POST.lists()):
        found.update(f"{name}={values!r}\n".encode())
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            found.update(f"{name}={file.name!r}:{file.size}\n".encode())
            for chunk in file.chunks():
                found.update(chunk)
            file.seek(0)
    return found.hexdigest()


def answered_before(person: Person, key: str, digest: str) -> KeptAnswer | None:
    """What the same write was answered before; a key for another write is refused."""
    kept = KeptAnswer.objects.filter(person=person, key=key).first()
    return None if kept is None else _same(kept, digest)


@transaction.atomic
def once(
    person: Person, key: str, digest: str, *, now: datetime, act: Callable[[], tuple[int, Mapping[str, Any]]]
) -> KeptAnswer:
    """Act and keep the answer in one transaction: of two at once, the second waits and gets what the first got."""
    facts = {"digest": digest, "made_at": now}
    kept, is_first = KeptAnswer.objects.get_or_create(person=person, key=key, defaults=facts)
    if not is_first:
        return _same(kept, digest)
    kept.status, told = act()
    kept.told = dict(told)
    kept.save(update_fields=["status", "told"])
    return kept


def _same(kept: KeptAnswer, digest: str) -> KeptAnswer:
    if kept.digest != digest:
        raise CannotRepeat(_("Khóa này đã dùng cho một lần ghi khác. Mỗi lần ghi cần một khóa riêng."))
    return kept
