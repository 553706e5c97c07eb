"""Where this room is met: the desk, one's own page, the foot of every public page; and the words of its acts.

Not the navigation: it is full, and whoever answers comes from the desk.
"""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.privacy import access, queries
from dinhlang.apps.privacy.models import Kind, State, Way
from dinhlang.base import clock
from dinhlang.base.panels import panel
from dinhlang.base.waiting import Waiting, waiting

FEW = 5

audit.words(
    {
        "privacy.asked": _("nhận yêu cầu về dữ liệu cá nhân"),
        "privacy.accepted": _("trả lời đã nhận yêu cầu"),
        "privacy.extended": _("gia hạn yêu cầu"),
        "privacy.done": _("làm xong yêu cầu"),
        "privacy.refused": _("trả lời không làm được"),
        "privacy.taken_back": _("rút lại yêu cầu"),
        "privacy.gathered": _("lập bản dữ liệu cá nhân"),
        "privacy.taken_along": _("tải bản dữ liệu cá nhân"),
        "privacy.text_written": _("viết lời hỏi ý kiến"),
        "privacy.agreed": _("ghi nhận sự đồng ý"),
        "privacy.withdrawn": _("ghi nhận việc rút lại đồng ý"),
        "privacy.cleared": _("dọn dữ liệu cá nhân hết hạn"),
    }
)
audit.fact_words(
    "privacy.DataRequest",
    {"due": _("hạn")},
    values={"kind": dict(Kind.choices), "state": dict(State.choices), "way": dict(Way.choices)},
)


@panel("desk.Aside", order=50)
def requests_on_the_desk(request: HttpRequest, person: people.Person) -> str:
    """What waits for whoever answers, the most pressing first."""
    if not access.may_answer(person):
        return ""
    found = queries.requests_to_answer(person).open()  # type: ignore[attr-defined]
    context = {"requests": found[:FEW], "count": found.count(), "today": clock.today()}
    return render_to_string("privacy/desk_panel.html", context, request=request)


@panel("people.Me", order=50)
def way_to_own_data(request: HttpRequest, person: people.Person) -> str:
    """From one's own page to what is kept of oneself."""
    return render_to_string("privacy/me_panel.html", {}, request=request)


@waiting(order=50)
def requests_of(person: people.Person) -> list[Waiting]:
    """The requests that the person answers."""
    if not access.may_answer(person):
        return []
    found = queries.requests_to_answer(person).open()  # type: ignore[attr-defined]
    return [Waiting(_("Yêu cầu về dữ liệu cá nhân chờ trả lời"), found.count(), reverse("privacy:listing"))]
