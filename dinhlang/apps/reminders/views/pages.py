"""The list of reminders, how one wishes to get them, secret addresses, and the text to paste."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.reminders import access, actions, queries, rules
from dinhlang.apps.reminders.forms import WishForm
from dinhlang.apps.reminders.models import Because, Notice, Subscription, Wish
from dinhlang.apps.reminders.notices import sentence, to_paste, under_sentence
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import clock, push
from dinhlang.base.guard import anyone, guarded
from dinhlang.base.listing import key_of, page_of
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import capital_first, mask

FOR_PROGRAMS = "a calendar program signs in nowhere; its secret address opens what its owner may read now"
SOON = 7


@guarded(access.may_look)
def listing(request: HttpRequest) -> HttpResponse:
    """What this person was told: unread, or all."""
    person: Any = request.user
    found, shows_all = access.notices_of(person), request.GET.get("xem") == "het"
    unread = found.pending()
    rows = (found if shows_all else unread).with_facts().latest_first()
    page = page_of(request, rows)
    told = [(notice, *_told(notice)) for notice in page]
    latest = unread.order_by("-pk").values_list("pk", flat=True).first()
    context: dict[str, Any] = {
        "page": page,
        "told": told,
        "shows_all": shows_all,
        "unread": unread.count(),
        "latest": latest,
    }
    context |= _gathered(person, shows_all=shows_all)
    context["number"] = context["unread"] + context.get("is_unread", False)
    return render(request, "reminders/listing.html", context)


def _gathered(person: people.Person, *, shows_all: bool) -> dict[str, Any]:
    """What is late under the person: until it is read, and with everything."""
    today = clock.today()
    unread = queries.unread_roundup(person, day=today)
    found = unread or (queries.gathered_for(person, day=today) if shows_all else None)
    if found is None:
        return {}
    lines = [(under, under_sentence(under)) for under in found.shown]
    more = found.plans - len(lines)
    return {"gathered": found, "lines": lines, "gathered_more": more, "is_unread": unread is not None}


def _told(notice: Notice) -> tuple[str, str]:
    """The kind of mark, and the sentence of today."""
    sum_ = notice.sum(clock.today())
    part = notice.reminder.assignment
    if (because := notice.settled) is not None:
        kind = "done" if part.state == tasks.State.ACCEPTED else "none"
        return kind, part.get_state_display() if because == Because.ENDED else str(because.label)
    return ("late" if sum_.kind == "late" else "soon"), sentence(sum_, due=part.due)


@require_POST
@guarded(access.may_look)
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """One was read."""
    actions.read(notice=access.notice_for(request.user, pk), now=clock.now())
    return redirect("reminders:listing")


@require_POST
@guarded(access.may_look)
def reading_all(request: HttpRequest) -> HttpResponse:
    """All that the page showed were read."""
    latest = key_of(request.POST.get("latest", "")) or 0
    number = actions.read_all(by=request.user, now=clock.now(), up_to=latest)
    said = ngettext("Đã đánh dấu %(n)s lời nhắc.", "Đã đánh dấu %(n)s lời nhắc.", number)
    messages.success(request, said % {"n": number})
    return redirect("reminders:listing")


@require_POST
@guarded(access.may_look)
def reading_gathered(request: HttpRequest) -> HttpResponse:
    """What is late under the person was read; it is told again when something more passes its day, or in a week."""
    actions.read_roundups(by=request.user, now=clock.now(), day=clock.today())
    return redirect("reminders:listing")


@guarded(access.may_look)
def wishing(request: HttpRequest) -> HttpResponse:
    """Daily at an hour, at once, or none."""
    person: Any = request.user
    kept = Wish.objects.filter(person=person).first() or Wish(person=person)
    form = WishForm(request.POST or None, instance=kept)
    if request.method == "POST" and form.is_valid():
        try:
            actions.wish(**form.cleaned_data, by=person, now=clock.now())
        except Refusal as refused:
            refused.beside(form)
        else:
            messages.success(request, _("Đã ghi cách nhận lời nhắc."))
            return redirect("reminders:listing")
    context = {"form": form, "email": person.email, "sends": bool(settings.EMAIL_HOST), **_browsers(person)}
    return render(request, "reminders/wishing.html", context)


def _browsers(person: people.Person) -> dict[str, Any]:
    """What the page needs to offer messages in browsers; nothing where the house sends none."""
    if not settings.PUSH_SERVICES:
        return {}
    key = push.public_text(push.private_key(settings.PUSH_KEY))
    return {"push_key": key, "browsers": access.browsers_of(person)}


# A mail program posts here of its own accord (RFC 8058) and has no cookie to protect; all it can do is stop letters.
@csrf_exempt
@anyone("the signed link in a letter stops letters to one person and does nothing else; nobody signs in for that")
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, so that a program that only looks at links stops nothing; then stop."""
    person = access.person_of_stop(token)
    is_done = request.method == "POST"
    if is_done:
        actions.stop_letters(person=person, now=clock.now())
    return render(request, "reminders/stop.html", {"is_done": is_done})


@guarded(access.may_look)
def following(request: HttpRequest) -> HttpResponse:
    """The person's secret addresses, and those that can be made."""
    person: Any = request.user
    known = list(access.subscriptions_of(person))
    shown = [(one, *_addresses(request, one)) for one in known]
    followed = {one.unit_id for one in known}
    offered = [unit for unit in access.units_to_follow(person) if unit.pk not in followed]
    has_own = any(one.unit_id is None and one.plan_id is None for one in known)
    context = {"shown": shown, "offered": offered, "has_own": has_own}
    return render(request, "reminders/following.html", context)


def _addresses(request: HttpRequest, subscription: Subscription) -> tuple[str, str]:
    secret = access.secret_of(subscription)
    names = ("reminders:calendar", "reminders:feed")
    calendar, feed = (request.build_absolute_uri(reverse(name, args=[secret])) for name in names)
    return calendar, feed


@require_POST
@guarded(access.may_look)
def follow(request: HttpRequest) -> HttpResponse:
    """A secret address of oneself, of a body, or of a plan."""
    person: Any = request.user
    unit, plan = key_of(request.POST.get("unit", "")), key_of(request.POST.get("plan", ""))
    about: dict[str, Any] = {}
    if plan is not None:
        about["plan"] = plans.plan_for(person, plan)
    elif unit is not None:
        about["unit"] = access.unit_to_follow(person, pk=unit)
    actions.follow(by=person, now=clock.now(), **about)
    messages.success(request, _("Đã có địa chỉ theo dõi. Xin chép địa chỉ vào phần mềm lịch."))
    return redirect("reminders:following")


@require_POST
@guarded(access.may_look)
def renewing(request: HttpRequest, pk: int) -> HttpResponse:
    """Another address instead of one that others may know."""
    person: Any = request.user
    actions.renew(subscription=access.subscription_for(person, pk), by=person, now=clock.now())
    messages.success(request, _("Đã đổi địa chỉ. Địa chỉ cũ không mở được nữa."))
    return redirect("reminders:following")


@require_POST
@guarded(access.may_look)
def unfollowing(request: HttpRequest, pk: int) -> HttpResponse:
    """None any more."""
    person: Any = request.user
    actions.unfollow(subscription=access.subscription_for(person, pk), by=person, now=clock.now())
    messages.success(request, _("Đã bỏ địa chỉ này."))
    return redirect("reminders:following")


@anyone(FOR_PROGRAMS)
def calendar(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The days of a person, a body or a plan as a calendar program reads them."""
    found, owner = _opened(secret)
    root, host = _root(request), _host()
    if found.plan is not None:
        events = queries.events_of_plan(owner, found.plan, root=root, host=host)
    else:
        events = queries.events_of_parts(_parts(found, owner), day=clock.today(), root=root, host=host)
    return _unchanged_or(request, rules.ical(_name_of(found), events), "text/calendar; charset=utf-8")


@anyone(FOR_PROGRAMS)
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """What happened lately, for a feed reader."""
    found, owner = _opened(secret)
    root, host = _root(request), _host()
    parts = _parts(found, owner)
    if found.plan is not None:
        parts = parts.filter(task__in=access.tasks_of_plan(owner, found.plan))
    text = rules.atom(
        key=f"tag:{host},2026:theo-doi-{found.pk}",
        title=_name_of(found),
        url=root + reverse("tasks:listing"),
        own_url=root + request.path,
        begun_at=found.made_at,
        items=queries.changes_of(parts, root=root, host=host),
    )
    return _unchanged_or(request, text, "application/atom+xml; charset=utf-8")


@anyone("residents follow a public plan")
def plan_feed(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What everyone may know of a public plan."""
    plan, root, host = access.public_plan_for(pk), _root(request), _host()
    text = rules.atom(
        key=f"tag:{host},2026:tin-ke-hoach-{plan.pk}",
        title=mask(str(plan)),
        url=root + reverse("plans:plan", args=[plan.pk]),
        own_url=root + request.path,
        begun_at=plan.adopted_at,
        items=[_masked(item) for item in queries.news_of_plan(plan, root=root, host=host)],
    )
    return _unchanged_or(request, text, "application/atom+xml; charset=utf-8", is_secret=False)


def _masked(item: rules.Item) -> rules.Item:
    """As on every public page: nothing that points at one person."""
    return rules.Item(item.key, mask(item.title), item.moment, item.url, mask(item.text))


def _opened(secret: str) -> tuple[Subscription, people.Person]:
    """The subscription, and its owner with the roles of today; 404 where the owner is here no more."""
    found = access.opened_by(secret)
    owner = people.person_on(found.owner_id, day=clock.today())
    if owner is None or (found.plan is not None and not plans.may_read_plan(owner, found.plan)):
        raise Http404
    return found, owner


def _parts(found: Subscription, owner: people.Person) -> Any:
    if found.unit is not None:
        return access.parts_of_unit(owner, found.unit)
    return tasks.readable_parts(owner) if found.plan is not None else tasks.mine_to_do(owner)


def _name_of(found: Subscription) -> str:
    if found.plan is not None:
        return found.plan.name
    return capital_first(found.unit.full_name) if found.unit is not None else _("Việc của tôi · Đình Làng")


def _root(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _host() -> str:
    """Stays the same however people reach the house, so that no day stands twice in a calendar."""
    return settings.ADDRESS.partition("://")[2].partition(":")[0]


def _unchanged_or(request: HttpRequest, text: str, kind: str, *, is_secret: bool = True) -> HttpResponseBase:
    """304 where nothing changed since the program came last."""
    etag = f'"{sha256(text.encode()).hexdigest()[:32]}"'
    response = HttpResponse(text, content_type=kind)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache" if is_secret else "public, max-age=300"
    if is_secret:
        response.headers["X-Robots-Tag"] = "noindex"
    return get_conditional_response(request, etag=etag, response=response) or response


@guarded(access.may_hand_out_somewhere)
def pasting(request: HttpRequest, pk: int) -> HttpResponse:
    """A text about who is late or due soon under a plan, to paste into a group chat."""
    person: Any = request.user
    plan = access.plan_to_urge(person, pk)
    with_soon = request.GET.get("xem") == "sap-den-han"
    day = clock.today()
    late = list(queries.late_lines(plan, day=day, ahead=SOON if with_soon else 0))
    parts = to_paste(plan, late, day=day, with_soon=with_soon, root=_root(request))
    context = {"plan": plan, "parts": parts, "number": len(late), "with_soon": with_soon, "longest": rules.LONGEST}
    return render(request, "reminders/pasting.html", context)
