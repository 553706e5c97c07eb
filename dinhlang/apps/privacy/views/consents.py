"""Consent: agreeing oneself, writing down what was signed on paper, the proof to print, taking it back."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.people import public as people
from dinhlang.apps.privacy import access, actions, queries
from dinhlang.apps.privacy.forms import AgreeForm, PaperConsentForm, TextForm, WithdrawForm
from dinhlang.apps.privacy.models import ConsentPurpose, ConsentText
from dinhlang.base import clock
from dinhlang.base.guard import guarded, signed_in
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal


def _asked_text(request: HttpRequest) -> ConsentText | None:
    """The newest words of the purpose that the page is about."""
    return queries.latest_texts().get(request.GET.get("muc-dich", ""))


def _read_version(request: HttpRequest, newest: ConsentText) -> ConsentText:
    """The version that was on the page when it was read."""
    read = request.POST.get("version", "")
    found = ConsentText.objects.filter(purpose=newest.purpose, version=int(read) if read.isdecimal() else 0).first()
    return found or newest


@signed_in
def agreeing(request: HttpRequest) -> HttpResponse:
    """Read the words of one purpose, and say yes by one's own tick."""
    person, text = cast(people.Person, request.user), _asked_text(request)
    form = AgreeForm(request.POST or None)
    if text is not None and request.method == "POST" and form.is_valid():
        facts = {"about": form.cleaned_data["about"], "is_clear": form.cleaned_data["yes"]}
        try:
            made = actions.agree(text=_read_version(request, text), **facts, by=person, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã ghi nhận. Bạn rút lại lúc nào cũng được."))
            return redirect("privacy:consent", made.pk)
    context = {"form": form, "text": text, "texts": queries.latest_texts().values(), "may_write": False}
    return render(request, "privacy/agreeing.html", context)


@guarded(access.may_answer)
def listing(request: HttpRequest) -> HttpResponse:
    """The words in use, and who agreed to what."""
    person = cast(people.Person, request.user)
    texts = queries.latest_texts()
    context = {
        "page": page_of(request, queries.consents_recorded(person)),
        "purposes": [(purpose, texts.get(purpose.value)) for purpose in ConsentPurpose],
    }
    return render(request, "privacy/consents.html", context)


@guarded(access.may_answer)
def writing(request: HttpRequest) -> HttpResponse:
    """A new version of the words."""
    person, text = cast(people.Person, request.user), _asked_text(request)
    initial = {"purpose": request.GET.get("muc-dich", ""), "text": text.text if text else ""}
    form = TextForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.write_text(**form.cleaned_data, by=person, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã lưu bản mới. Người đã đồng ý trước đây vẫn là đồng ý với bản cũ."))
            return redirect("privacy:consents")
    return render(request, "privacy/writing_text.html", {"form": form})


@guarded(access.may_answer)
def recording(request: HttpRequest) -> HttpResponse:
    """What somebody signed on paper."""
    person, text = cast(people.Person, request.user), _asked_text(request)
    form = PaperConsentForm(request.POST or None, person=person)
    if text is not None and request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        facts = {"name": given["name"], "about": given["about"], "unit": given["unit"], "is_clear": given["yes"]}
        try:
            made = actions.agree(text=_read_version(request, text), **facts, by=person, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã ghi nhận. Hãy giữ bản giấy có chữ ký."))
            return redirect("privacy:consent", made.pk)
    context = {"form": form, "text": text, "texts": queries.latest_texts().values(), "may_write": True}
    return render(request, "privacy/agreeing.html", context)


@signed_in
def proof(request: HttpRequest, pk: int) -> HttpResponse:
    """Who agreed to what, with the very words that were read; to be printed."""
    person = cast(people.Person, request.user)
    found = access.consent_for(person, pk)
    if found.person is not None:
        people.tell_seen(found.person, by=person, page="consent", why=people.Word.PRIVACY_ANSWER, now=clock.now())
    return render(request, "privacy/proof.html", {"consent": found, "is_mine": found.person_id == person.pk})


@signed_in
def withdrawing(request: HttpRequest, pk: int) -> HttpResponse:
    """No longer; without a reason, at once."""
    person = cast(people.Person, request.user)
    found, form = access.consent_for(person, pk), WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(found, words=form.cleaned_data["words"], by=person, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã rút lại sự đồng ý. Hãy gỡ ảnh hoặc họ tên khỏi trang công khai."))
            return redirect("privacy:consent", pk)
    return render(request, "privacy/withdrawing.html", {"consent": found, "form": form})
