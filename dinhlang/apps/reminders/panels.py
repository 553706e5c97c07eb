"""What this room shows elsewhere: its entry, the unread on the desk, ways to follow, words, and how letters stand."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.operations import public as operations
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders import access, queries
from dinhlang.apps.reminders.models import Mail, Wish
from dinhlang.apps.reminders.notices import sentence
from dinhlang.apps.tasks import public as tasks
from dinhlang.apps.units import public as units
from dinhlang.base import clock
from dinhlang.base.listing import first_of
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel
from dinhlang.look import days

SHOWN = 5

entry(_("Nhắc việc"), "reminders:listing", order=25, may=access.may_look)
audit.words(
    {
        "reminders.asked": _("nhắc một đơn vị"),
        "reminders.browser_told": _("bật thông báo trên máy"),
        "reminders.browser_left": _("ngừng thông báo trên máy"),
        "reminders.wished": _("chọn cách nhận lời nhắc"),
        "reminders.followed": _("tạo địa chỉ theo dõi"),
        "reminders.renewed": _("đổi địa chỉ theo dõi"),
        "reminders.unfollowed": _("bỏ địa chỉ theo dõi"),
    }
)
audit.fact_words(
    Wish._meta.label, {"mail": _("thư điện tử"), "hour": _("giờ gửi")}, values={"mail": dict(Mail.choices)}
)


@panel("desk.Aside", order=10)
def unread_on_desk(request: HttpRequest, person: people.Person) -> str:
    """The latest that the person did not read yet, and the way to all of them."""
    if not access.may_look(person):
        return ""
    today = clock.today()
    unread, gathered = first_of(queries.unread_of(person), SHOWN), queries.unread_roundup(person, day=today)
    told = [(one, sentence(one.sum(today), due=one.reminder.assignment.due)) for one in unread]
    if not told and gathered is None:
        return ""
    context = {"told": told, "number": unread.number + (gathered is not None), "gathered": gathered}
    return render_to_string("reminders/on_desk.html", context, request=request)


@panel("plans.PlanAside", order=70)
def following_of_plan(request: HttpRequest, plan: plans.Plan) -> str:
    """Ways to follow a plan; for those who hand it out, the text that urges."""
    knows = request.user.is_authenticated and access.may_look(request.user)
    if not knows and not plan.is_public:
        return ""
    context = {
        "plan": plan,
        "may_follow": knows,
        "may_urge": knows and tasks.may_hand_out(request.user, plan),
    }
    return render_to_string("reminders/on_plan.html", context, request=request)


@panel("tasks.Many", order=10)
def reminding_of_many(request: HttpRequest, tab: str) -> str:
    """Beside the list of parts: remind all that are ticked."""
    if not tasks.may_decide_somewhere(request.user):
        return ""
    return render_to_string("reminders/many_button.html", {}, request=request)


@panel("units.Unit", order=80)
def following_of_unit(request: HttpRequest, unit: units.Unit) -> str:
    """A calendar of what the body and those below it owe."""
    person = request.user
    if not (person.is_authenticated and person.may(people.Word.TASKS_READ, at=unit.path)):
        return ""
    return render_to_string("reminders/on_unit.html", {"unit": unit}, request=request)


@operations.facts
def letters_and_reminders(now: datetime) -> list[operations.Fact]:
    """Whether reminders are told in time, and letters go."""
    standing = queries.standing(now)
    return [_reminders(standing), _letters(standing)]


def _reminders(standing: queries.Standing) -> operations.Fact:
    label = gettext("Nhắc việc")
    if standing.late:
        told = ngettext("%(n)s lời nhắc tới lúc mà chưa nhắc.", "%(n)s lời nhắc tới lúc mà chưa nhắc.", standing.late)
        return operations.Fact(label, told % {"n": standing.late}, "late", "dinhlang worker")
    if standing.nobody:
        told = ngettext(
            "Trong 7 ngày, %(n)s lời nhắc không có ai để nhắc.",
            "Trong 7 ngày, %(n)s lời nhắc không có ai để nhắc.",
            standing.nobody,
        )
        cure = gettext("Trao vai trò cho người của các đơn vị đó.")
        return operations.Fact(label, told % {"n": standing.nobody}, "soon", cure)
    return operations.Fact(label, gettext("Không lời nhắc nào bị chậm."))


def _letters(standing: queries.Standing) -> operations.Fact:
    label = gettext("Thư nhắc việc")
    if not settings.EMAIL_HOST:
        cure = gettext("Đặt DINHLANG_MAIL_HOST nếu muốn gửi thư.")
        return operations.Fact(label, gettext("Chưa có máy chủ thư; lời nhắc chỉ hiện ở đây."), "none", cure)
    told = gettext("%(waiting)s thư quá giờ chưa gửi, %(refused)s bị từ chối, %(unsure)s không rõ đã tới trong 7 ngày.")
    counts = {"waiting": standing.waiting, "refused": standing.refused, "unsure": standing.unsure}
    if any(counts.values()):
        cure = gettext("Xem máy chủ thư và việc ngầm “Gửi thư nhắc việc”; thư chờ sẽ tự gửi khi máy chủ trở lại.")
        return operations.Fact(label, told % counts, "late" if standing.waiting else "soon", cure)
    last = standing.last_sent
    return operations.Fact(label, gettext("Gửi lần cuối %(moment)s.") % {"moment": days.moment(last)} if last else "–")
