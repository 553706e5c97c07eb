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

from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders import access
from dinhlang.apps.reminders.models import Letter, Notice
from dinhlang.apps.reminders.queries.gathered import Gathered, Under
from dinhlang.apps.reminders.queries.shown import Late
from dinhlang.apps.reminders.rules import Sum, in_parts, told_together
from dinhlang.look import days
from dinhlang.pure.viet import capital_first

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


def gathered_sentence(found: Gathered) -> str:
    """ "36 phần việc đã quá hạn trong các kế hoạch anh, chị theo dõi" """
    told = {"n": days.number(found.number)}
    return (
        ngettext(
            "%(n)s phần việc đã quá hạn trong các kế hoạch anh, chị theo dõi",
            "%(n)s phần việc đã quá hạn trong các kế hoạch anh, chị theo dõi",
            found.number,
        )
        % told
    )


def under_sentence(under: Under) -> str:
    """ "12 phần việc, lâu nhất từ hạn 20/10/2026" """
    told = {"n": days.number(under.number), "day": days.numeric(under.since)}
    one = _("%(n)s phần việc, hạn %(day)s")
    return (one if under.number == 1 else _("%(n)s phần việc, lâu nhất từ hạn %(day)s")) % told


def to_paste(plan: plans.Plan, late: Sequence[Late], *, day: date, with_soon: bool, root: str) -> list[str]:
    """Who is late under a plan, in words for a group chat, in pieces that such a chat takes."""
    told = {"plan": plan.name, "day": days.numeric(day)}
    late_only = _("%(plan)s: việc quá hạn đến %(day)s") % told
    head = _("%(plan)s: việc quá hạn, sắp đến hạn, tính đến %(day)s") % told if with_soon else late_only
    owed = [(f"{one.task} ({days.relative(one.due, day)})", capital_first(one.unit)) for one in late]
    return in_parts(head, told_together(owed), root + reverse("plans:plan", args=[plan.pk])) if late else []


def letter_of(
    letter: Letter, notices: Sequence[Notice], *, day: date, gathered: Gathered | None = None
) -> EmailMessage:
    """One e-mail with all that it has to say. No link in it opens a door without signing in, but the one to stop it."""
    stop = settings.ADDRESS + reverse("reminders:stop", args=[access.stop_token(letter.person)])
    host = urlsplit(settings.ADDRESS).hostname
    return EmailMessage(
        subject=_subject(notices, gathered, day=day),
        body="\n".join(_body(letter, notices, gathered, day=day, stop=stop)),
        to=[letter.person.email],
        headers={
            "Message-ID": f"<nhac-viec-{letter.pk}@{host}>",
            "Date": formatdate(letter.put_at.timestamp(), localtime=False),
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def _subject(notices: Sequence[Notice], gathered: Gathered | None, *, day: date) -> str:
    if gathered and not notices:
        return f"Đình Làng: {gathered_sentence(gathered)}"
    late = sum(one.sum(day).kind == "late" for one in notices)
    whole = ngettext("%(n)s lời nhắc", "%(n)s lời nhắc", len(notices)) % {"n": len(notices)}
    told = ngettext("%(n)s việc quá hạn", "%(n)s việc quá hạn", late) % {"n": late}
    return f"Đình Làng: {whole}, {told}" if late else f"Đình Làng: {whole}"


def _body(
    letter: Letter, notices: Sequence[Notice], gathered: Gathered | None, *, day: date, stop: str
) -> Iterable[str]:
    page = settings.ADDRESS + reverse("reminders:listing")
    yield _("Kính gửi %(name)s,") % {"name": letter.person.full_name}
    yield ""
    for notice in sorted(notices, key=lambda one: (one.reminder.assignment.due or date.max, one.pk))[:SHOWN]:
        yield from _lines(notice, day=day)
    if len(notices) > SHOWN:
        more = len(notices) - SHOWN
        yield ngettext("và %(n)s lời nhắc nữa:", "và %(n)s lời nhắc nữa:", more) % {"n": days.number(more)}
    if gathered:
        yield from _gathered_lines(gathered)
    yield _("Tất cả lời nhắc: %(page)s") % {"page": page}
    yield _("Ngừng nhận thư này (không cần đăng nhập): %(stop)s") % {"stop": stop}


def _gathered_lines(gathered: Gathered) -> Iterable[str]:
    yield f"{gathered_sentence(gathered)}:"
    for under in gathered.shown:
        yield f"- {under.plan}: {under_sentence(under)}"
    more = gathered.plans - len(gathered.shown)
    if more:
        yield ngettext("và %(n)s kế hoạch nữa", "và %(n)s kế hoạch nữa", more) % {"n": days.number(more)}
    yield f"  {settings.ADDRESS}{reverse('tasks:listing')}?xem=phan&state=late"
    yield ""


def _lines(notice: Notice, *, day: date) -> Iterable[str]:
    part = notice.reminder.assignment
    yield f"- {sentence(notice.sum(day), due=part.due)}: {part.task.title}"
    yield f"  {part.unit.full_name} · {part.task.plan.name}"
    if notice.reminder.words:
        yield _("  Lời nhắn: %(words)s") % {"words": notice.reminder.words}
    yield f"  {settings.ADDRESS}{reverse('tasks:assignment', args=[part.pk])}"
    yield ""
