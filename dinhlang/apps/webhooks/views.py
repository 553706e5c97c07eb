"""Addresses of a program that are called: making one, one with its calls, pausing, ending, sending again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from dinhlang.apps.webhooks import access, actions, queries
from dinhlang.apps.webhooks.forms import AddressForm
from dinhlang.apps.webhooks.models import DeliveryState, Webhook
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal
from dinhlang.look.forms import ReasonForm
from dinhlang.look.trying import tried


@guarded(access.may_manage)
@never_cache
@sensitive_variables("secret")
def making(request: HttpRequest, pk: int) -> HttpResponse:
    """A new address of a program; its secret is shown in the answer and nowhere else."""
    program = access.program_for(request.user, pk)
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            webhook, secret = actions.make(program, **form.cleaned_data, by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            return _shown(request, webhook, secret=secret)
    return render(request, "webhooks/making.html", {"form": form, "program": program})


@guarded(access.may_manage)
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One address: of what it is told, and how each call went."""
    return _shown(request, access.webhook_for(request.user, pk))


def _shown(request: HttpRequest, webhook: Webhook, *, secret: str = "") -> HttpResponse:
    page, words = page_of(request, queries.deliveries_of(webhook)), dict(queries.acts_in_words())
    context = {
        "webhook": webhook,
        "program": webhook.program,
        "acts": [words.get(act, act) for act in webhook.acts],
        "page": page,
        "rows": [(call, words.get(call.act, call.act)) for call in page],
        "secret": secret,
        "lost": DeliveryState.GIVEN_UP,
    }
    return render(request, "webhooks/detail.html", context)


@guarded(access.may_manage)
def stopping(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Pause for a while, or end for good; with a reason."""
    webhook, form = access.webhook_for(request.user, pk), ReasonForm(request.POST or None)
    act = actions.end if "end" in request.POST else actions.pause
    context = {"webhook": webhook, "program": webhook.program, "form": form}
    return tried(
        request,
        form,
        lambda: act(webhook, reason=form.cleaned_data["reason"], by=request.user, now=clock.now()),
        done=reverse("webhooks:detail", args=[webhook.pk]),
        again=lambda: render(request, "webhooks/stopping.html", context),
        said=lambda stopped: _("Đã ghi: %(state)s.") % {"state": stopped.get_state_display()},
    )


@guarded(access.may_manage)
@require_POST
def resuming(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Called again, also of what happened meanwhile."""
    webhook = actions.resume(access.webhook_for(request.user, pk), by=request.user, now=clock.now())
    messages.success(request, _("Lại báo, kể cả những gì xảy ra trong lúc dừng."))
    return redirect("webhooks:detail", webhook.pk)


@guarded(access.may_manage)
@require_POST
@never_cache
@sensitive_variables("secret")
def renewing(request: HttpRequest, pk: int) -> HttpResponse:
    """A new secret, shown in the answer; the old one signs nothing more."""
    webhook = access.webhook_for(request.user, pk)
    secret = actions.give_new_secret(webhook, by=request.user, now=clock.now())
    return _shown(request, webhook, secret=secret)


@guarded(access.may_manage)
@require_POST
def sending_again(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A call that was given up goes out once more."""
    call = access.delivery_for(request.user, pk)
    if actions.send_again(call, by=request.user, now=clock.now()):
        messages.success(request, _("Sẽ gửi lại trong ít phút."))
    return redirect("webhooks:detail", call.webhook_id)
