"""What a reminder says, and the letter that gathers them."""

from collections.abc import Iterable, Sequence
from datetime import date
from email.utils import formatdate
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.reminders import access
from dinhlang.apps.reminders.models import Letter, Notice
from dinhlang.apps.reminders.rules import Sum
from dinhlang.look import days

SHOWN = 60


def sentence(sum_: Sum, *, due: date | None) -> str:
    """ "Còn 3 ngày đến hạn 25/11/2026" """
    told = {"n": days.number(sum_.days), "due": days.numeric(due) if due else ""}
    if sum_.kind == "before":
        return ngettext("Còn %(n)s ngày đến hạn %(due)s", "Còn %(n)s ngày đến hạn %(due)s", sum_.days) % told
    if sum_.kind == "on":
        return _("Hôm nay đến hạn %(due)s") % told
    if sum_.kind == "late":
        return ngettext("Quá hạn %(n)s ngày, hạn %(due)s", "Quá hạn %(n)s ngày, hạn %(due)s", sum_.days) % told
    if sum_.kind == "asked":
        return _("Nơi giao nhắc việc này")
    return ngettext("Giao đã %(n)s ngày, chưa nhận", "Giao đã %(n)s ngày, chưa nhận", sum_.days) % told


def letter_of(letter: Letter, notices: Sequence[Notice], *, day: date) -> EmailMessage:
    """One e-mail with all that it has to say. No link in it opens a door without signing in, but the one to stop it."""
    stop = settings.ADDRESS + reverse("reminders:stop", args=[access.stop_token(letter.person)])
    host = urlsplit(settings.ADDRESS).hostname
    return EmailMessage(
        subject=_subject(notices, day=day),
        body="\n".join(_body(letter, notices, day=day, stop=stop)),
        to=[letter.person.email],
        headers={
            "Message-ID": f"<nhac-viec-{letter.pk}@{host}>",
            "Date": formatdate(letter.put_at.timestamp(), localtime=False),
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _subject(notices: Sequence[Notice], *, day: date) -> str:
    late = sum(one.sum(day).kind == "late" for one in notices)
    whole = ngettext("%(n)s lời nhắc", "%(n)s lời nhắc", len(notices)) % {"n": len(notices)}
    told = ngettext("%(n)s việc quá hạn", "%(n)s việc quá hạn", late) % {"n": late}
    return f"Đình Làng: {whole}, {told}" if late else f"Đình Làng: {whole}"


def _body(letter: Letter, notices: Sequence[Notice], *, day: date, stop: str) -> Iterable[str]:
    page = settings.ADDRESS + reverse("reminders:listing")
    yield _("Kính gửi %(name)s,") % {"name": letter.person.full_name}
    yield ""
    for notice in sorted(notices, key=lambda one: (one.reminder.assignment.due or date.max, one.pk))[:SHOWN]:
        yield from _lines(notice, day=day)
    if len(notices) > SHOWN:
        more = len(notices) - SHOWN
        yield ngettext("và %(n)s lời nhắc nữa:", "và %(n)s lời nhắc nữa:", more) % {"n": days.number(more)}
    yield _("Tất cả lời nhắc: %(page)s") % {"page": page}
    yield _("Ngừng nhận thư này (không cần đăng nhập): %(stop)s") % {"stop": stop}


def _lines(notice: Notice, *, day: date) -> Iterable[str]:
    part = notice.reminder.assignment
    yield f"- {sentence(notice.sum(day), due=part.due)}: {part.task.title}"
    yield f"  {part.unit.full_name} · {part.task.plan.name}"
    if notice.reminder.words:
        yield _("  Lời nhắn: %(words)s") % {"words": notice.reminder.words}
    yield f"  {settings.ADDRESS}{reverse('tasks:assignment', args=[part.pk])}"
    yield ""
