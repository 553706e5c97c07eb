"""Service accounts, for whoever looks after accounts: the list, one of them, making, a new token, revoking."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables

from dinhlang.apps.people import access, actions
from dinhlang.apps.people.forms import ProgramForm, ReasonForm
from dinhlang.apps.people.models import Person, ServiceAccount
from dinhlang.apps.people.rules import FOR_PROGRAMS, Word
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal


@guarded(access.may_manage_people)
def listing(request: HttpRequest) -> HttpResponse:
    """The service accounts within reach, those that work first."""
    programs = access.programs_for(cast(Person, request.user)).order_by("revoked_at", "ends", "pk")
    page = page_of(request, programs)
    today = clock.today()
    rows = [(program, program.works_on(today)) for program in page]
    return render(request, "people/programs.html", {"page": page, "rows": rows, "today": today})


@guarded(access.may_manage_people)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One service account: what it may, who answers for it, its tokens, its history."""
    return _shown(request, access.program_for(cast(Person, request.user), pk))


def _shown(request: HttpRequest, program: ServiceAccount, *, token: str = "") -> HttpResponse:
    now, today = clock.now(), clock.today()
    context = {
        "program": program,
        "works": program.works_on(today),
        "tokens": [(one, one.ends_at is None or one.ends_at > now) for one in program.tokens.order_by("-pk")[:20]],
        "token": token,
        "today": today,
    }
    return render(request, "people/program.html", context)


def _own_words(viewer: Person) -> set[str]:
    """What they hold by roles of their own: a program outlives a stand-in."""
    own = viewer.by_own_roles()
    return {str(word) for word in FOR_PROGRAMS if own.may(word)}


@guarded(access.may_manage_people)
@never_cache
@sensitive_variables("token")
def making(request: HttpRequest) -> HttpResponse:
    """A new one; its token is shown in the answer and nowhere else."""
    viewer = cast(Person, request.user)
    form = ProgramForm(request.POST or None, reach=viewer.reach(Word.PEOPLE_MANAGE), own=_own_words(viewer))
    if request.method == "POST" and form.is_valid():
        try:
            program, token = actions.make_program(**form.cleaned_data, by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            return _shown(request, program, token=token)
    return render(request, "people/making_program.html", {"form": form})


@guarded(access.may_manage_people)
@never_cache
@sensitive_variables("token")
def renewing(request: HttpRequest, pk: int) -> HttpResponse:
    """A new token, shown in the answer; the one before it goes on for a day."""
    viewer = cast(Person, request.user)
    program = access.program_for(viewer, pk)
    if request.method != "POST":
        return render(request, "people/renewing_token.html", {"program": program})
    token = actions.renew_token(program, by=viewer, now=clock.now())
    return _shown(request, program, token=token)


@guarded(access.may_manage_people)
def revoking(request: HttpRequest, pk: int) -> HttpResponse:
    """From this moment its tokens open nothing, for a reason."""
    viewer = cast(Person, request.user)
    program, form = access.program_for(viewer, pk), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.revoke_program(program, reason=form.cleaned_data["reason"], by=viewer, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã thu hồi tài khoản máy %(program)s.") % {"program": program})
            return redirect("people:program", program.pk)
    return render(request, "people/revoking_program.html", {"form": form, "program": program})
