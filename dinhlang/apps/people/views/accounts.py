"""Looking after accounts: the list, one person, making, changing, locking, a new password."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from dinhlang.apps.people import access, actions, queries
from dinhlang.apps.people.forms import NewPersonForm, PeopleFilter, PersonForm, ReasonForm
from dinhlang.apps.people.models import Invitation, Person
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.signals import tell_seen
from dinhlang.apps.people.views.inviting import shown
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of, sorted_by
from dinhlang.base.refusal import Refusal

COLUMNS = {"name": "sort_key", "username": "username"}


def reach_of(request: HttpRequest) -> list[str]:
    """The branches whose people the administrator looks after."""
    return cast(Person, request.user).reach(Word.PEOPLE_MANAGE)


@guarded(access.may_manage_people)
def listing(request: HttpRequest) -> HttpResponse:
    """The people within reach."""
    form = PeopleFilter(request.GET)
    form.fields["unit"].offer(reach_of(request))  # type: ignore[attr-defined]
    form.is_valid()
    people, sort = sorted_by(request, _chosen(request, form.cleaned_data), COLUMNS, default="name")
    context = {"form": form, "page": page_of(request, people), "sort": sort, "is_filtered": any(request.GET.values())}
    return render(request, "people/listing.html", context)


def _chosen(request: HttpRequest, chosen: dict) -> queries.QuerySet[Person]:
    day = clock.today()
    people = queries.people_with_roles(reach_of(request), day=day).named(chosen.get("q", ""))  # type: ignore[attr-defined]
    if chosen.get("state") != "all":
        people = people.filter(is_active=chosen.get("state") != "locked")
    if chosen.get("kind") or chosen.get("unit"):
        path = chosen["unit"].path if chosen.get("unit") else ""
        people = queries.holding(people, kind=chosen.get("kind", ""), path=path, day=day)
    return people


@guarded(access.may_manage_people)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: account, roles, history."""
    return _shown(request, access.person_for(cast(Person, request.user), pk))


def _shown(request: HttpRequest, person: Person, *, password: str = "") -> HttpResponse:
    viewer, today = cast(Person, request.user), clock.today()
    tell_seen(person, by=viewer, page="account", why=Word.PEOPLE_MANAGE, now=clock.now())
    roles = [
        (role, access.may_end(viewer, role) and (role.ends is None or role.ends > today))
        for role in queries.roles_of(person)
    ]
    return render(
        request,
        "people/detail.html",
        {
            "person": person,
            "roles": roles,
            "today": today,
            "is_here": person.is_here_on(today),
            "has_left": person.leaves_on is not None and person.leaves_on < today,
            "password": password,
            "stand_ins": queries.stand_ins_of(person, day=today),
            "passkeys": person.passkeys.count(),
            "sign_ins": person.sign_ins.open(clock.now()).count(),
            "waits_until": actions.waits_until(person, now=clock.now()),
            "invitation": Invitation.objects.filter(person=person, good_until__gt=clock.now()).first(),
            "identities": list(person.identities.all()),
            "may_manage": access.may_manage_account(viewer, person, day=today),
        },
    )


@guarded(access.may_manage_people)
@never_cache
@sensitive_variables("password")
def creating(request: HttpRequest) -> HttpResponse:
    """A new account with its first role; the password is shown in the answer and nowhere else."""
    form = NewPersonForm(request.POST or None, reach=reach_of(request), initial={"begins": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            person, password = actions.create_person(
                **form.cleaned_data, by=cast(Person, request.user), now=clock.now()
            )
        except Refusal as refusal:
            refusal.beside(form)
        else:
            viewer = cast(Person, request.user)
            is_invited = "invite" in request.POST
            return shown(request, person, by=viewer) if is_invited else _shown(request, person, password=password)
    return render(request, "people/creating.html", {"form": form})


@guarded(access.may_manage_people)
def changing(request: HttpRequest, pk: int) -> HttpResponse:
    """Name and ways to reach someone."""
    viewer = cast(Person, request.user)
    person = access.account_for(viewer, pk, day=clock.today())
    tell_seen(person, by=viewer, page="account_form", why=Word.PEOPLE_MANAGE, now=clock.now())
    form = PersonForm(request.POST or None, initial=actions.accounts.facts_of(person))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_person(person, **form.cleaned_data, by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã lưu thông tin của %(person)s.") % {"person": person})
            return redirect("people:detail", person.pk)
    return render(request, "people/changing.html", {"form": form, "person": person})


@guarded(access.may_manage_people)
def locking(request: HttpRequest, pk: int) -> HttpResponse:
    """Lock an account, or open it again, with a reason."""
    viewer = cast(Person, request.user)
    person, form = access.account_for(viewer, pk, day=clock.today()), ReasonForm(request.POST or None)
    is_here = person.is_here_on(clock.today())
    is_active = not is_here
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            actions.set_active(person, is_active=is_active, reason=reason, by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            said = _("Đã mở lại tài khoản của %(person)s.") if is_active else _("Đã khóa tài khoản của %(person)s.")
            messages.success(request, said % {"person": person})
            return redirect("people:detail", person.pk)
    return render(request, "people/locking.html", {"form": form, "person": person, "is_here": is_here})


@guarded(access.may_manage_people)
@never_cache
@sensitive_variables("password")
def new_password(request: HttpRequest, pk: int) -> HttpResponse:
    """A new random password for someone, shown in the answer and nowhere else."""
    viewer = cast(Person, request.user)
    person = access.account_for(viewer, pk, day=clock.today())
    if request.method != "POST":
        return render(request, "people/new_password.html", {"person": person})
    password = actions.reset_password(person, by=viewer, now=clock.now())
    return _shown(request, person, password=password)
