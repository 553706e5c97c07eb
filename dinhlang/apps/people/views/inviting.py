"""A link for someone to choose their own password: made and withdrawn by whoever looks after the account, used once."""

from typing import cast

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from dinhlang.apps.people import access, actions
from dinhlang.apps.people.forms import NewPasswordForm
from dinhlang.apps.people.models import How, Person
from dinhlang.apps.people.rules import INVITED_FOR
from dinhlang.apps.people.views.second_factor import let_in
from dinhlang.base import clock
from dinhlang.base.guard import anyone, guarded
from dinhlang.base.refusal import Refusal


@guarded(access.may_manage_people)
@require_POST
@never_cache
@sensitive_variables("token", "link")
def inviting(request: HttpRequest, pk: int) -> HttpResponse:
    """A new link, shown in the answer and nowhere else."""
    viewer = cast(Person, request.user)
    person = access.account_for(viewer, pk, day=clock.today())
    return shown(request, person, by=viewer)


@sensitive_variables("token", "link")
def shown(request: HttpRequest, person: Person, *, by: Person) -> HttpResponse:
    """The page with the link on it."""
    token = actions.invite(person, by=by, now=clock.now())
    link = request.build_absolute_uri(reverse("people:invited", args=[token]))
    return render(request, "people/invitation.html", {"person": person, "link": link, "good_for": INVITED_FOR})


@guarded(access.may_manage_people)
@require_POST
def withdrawing(request: HttpRequest, pk: int) -> HttpResponse:
    """The link opens nothing any more."""
    viewer = cast(Person, request.user)
    person = access.account_for(viewer, pk, day=clock.today())
    actions.withdraw_invitation(person, by=viewer, now=clock.now())
    messages.success(request, _("Đã rút liên kết mời của %(person)s.") % {"person": person})
    return redirect("people:detail", person.pk)


@anyone("whoever was invited is not yet signed in; the link itself is the key")
@sensitive_post_parameters()
@never_cache
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password, and come in. A token has 256 bits: nobody guesses it, so dead links make nobody wait."""
    form, now = NewPasswordForm(request.POST or None), clock.now()
    person = actions.invited(token, now=now)
    if person is None:
        return render(request, "people/invited.html", {"person": None}, status=404)
    if request.method == "POST" and form.is_valid():
        try:
            person = actions.accept_invitation(token, password=form.cleaned_data["new"], now=now)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            onward = resolve_url(settings.LOGIN_REDIRECT_URL)
            return let_in(request, person, how=How.INVITATION, onward=onward)
    return render(request, "people/invited.html", {"form": form, "person": person})
