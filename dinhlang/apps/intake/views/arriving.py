"""A document arrives: kept at once, read while one waits or does something else, asked about if it is here already."""

import logging
from typing import Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dinhlang.apps.files import public as files
from dinhlang.apps.intake import access, actions, queries
from dinhlang.apps.intake.forms import ArrivalForm, PastingForm, TwinForm
from dinhlang.apps.intake.models import Document, Reading, ReadingState, TwinAnswer
from dinhlang.apps.intake.opening.opener import CannotOpen, picture_of_page
from dinhlang.apps.operations import public as operations
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts

log = logging.getLogger(__name__)
AT_ONCE = 300_000
"""Bytes of a file, or letters of a text, that are read while the person waits: less than a second."""
QUICK = (".txt", ".md", ".docx", ".docm")


@guarded(access.may_take_in)
def arriving(request: HttpRequest) -> HttpResponseBase:
    """A file or pasted words; the next page shows the reading, or how far it is."""
    own = request.user.units_to(people.Word.DOCUMENTS_TAKE_IN)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ArrivalForm(*posted, own=own)
    if request.method == "POST" and form.is_valid():
        try:
            reading = _arrive(request, form.cleaned_data)
        except Refusal as refusal:
            refusal.beside(form)
        else:
            _read_if_quick(reading)
            return drafts.done(redirect("intake:checking", reading.document_id), "intake-arrival")
    return render(request, "intake/arriving.html", {"form": form})


def _arrive(request: HttpRequest, told: dict[str, Any]) -> Reading:
    now, upload = clock.now(), told["upload"]
    try:
        file = files.store(upload, by=request.user, now=now) if upload else None
    except files.CannotStore as refusal:
        refusal.field = "upload"
        raise
    text = "" if file else told["text"]
    return actions.arrive(owner=told["owner"], text=text, file=file, by=request.user, now=now)


def _read_if_quick(reading: Reading) -> None:
    """A short text is read at once. Whatever goes wrong, the job that waits in the queue does it again."""
    document = reading.document
    file = document.file
    size = file.size if file else len(document.text)
    is_known = file is not None and not file.may_be_read and not document.text  # that it gives no words
    is_slow = file is not None and not document.text and not file.name.lower().endswith(QUICK)
    if not is_known and (size > AT_ONCE or is_slow):
        return
    try:
        actions.work_on(reading, now=clock.now)
    except Exception:
        log.exception("reading %s at once", reading.pk)


def waiting_page(
    request: HttpRequest,
    one: Document,
    *,
    form: TwinForm | None = None,
    pasting: PastingForm | None = None,
) -> HttpResponse:
    """How far the reading is; what stood in its way; whether it is here already."""
    reading, now = queries.in_work(one), clock.now()
    is_asking = reading is not None and reading.state == ReadingState.ASKING
    one.is_asking = is_asking  # type: ignore[attr-defined]
    is_stuck = actions.is_stuck(reading, now=now) and not is_asking
    context = {
        "document": one,
        "reading": reading,
        "is_asking": is_asking,
        "is_going": one.state == "arrived" and not is_asking,
        "is_stuck": is_stuck,
        "has_worker": operations.has_worker(now),
        "likeness": round(100 * reading.likeness) if reading and reading.likeness else None,
        "twin": reading.twin
        if reading and reading.twin and access.may_read_document(request.user, reading.twin)
        else None,
        "looks_like": reading.twin if reading else None,
        "form": form or TwinForm(initial=queries.answer_to_offer(reading) if reading else {}),
        "pasting": pasting or PastingForm(),
        "may_change": access.may_mark(request.user, one),
        "may_read_again": one.file is None or one.file.may_be_read or bool(one.text),
    }
    return render(request, "intake/waiting.html", context)


@guarded(access.may_take_in)
@require_POST
def reading_again(request: HttpRequest, pk: int) -> HttpResponseBase:
    """From the beginning; what a person checked stays."""
    one = access.document_to_mark(request.user, pk)
    _read_if_quick(actions.read_again(one, by=request.user, now=clock.now()))
    return redirect("intake:checking", one.pk)


@guarded(access.may_take_in)
@require_POST
def reading_anyway(request: HttpRequest, pk: int) -> HttpResponseBase:
    """It looks like another: a later version of it, a copy, or another one after all."""
    one, form = access.document_to_mark(request.user, pk), TwinForm(request.POST)
    if not form.is_valid():
        return waiting_page(request, one, form=form)
    if form.cleaned_data["answer"] == TwinAnswer.SAME:
        return _set_aside_as_copy(request, one, form.cleaned_data["reason"])
    try:
        reading = actions.read_anyway(one, **form.cleaned_data, by=request.user, now=clock.now())
    except Refusal as refusal:
        refusal.beside(form)
        return waiting_page(request, one, form=form)
    _read_if_quick(reading)
    return redirect("intake:checking", one.pk)


def _set_aside_as_copy(request: HttpRequest, one: Document, reason: str) -> HttpResponseBase:
    """The copy goes aside; the person goes on with the one that was here before, if it is theirs to open."""
    twin = actions.is_the_same(one, reason=reason, by=request.user, now=clock.now()).twin
    messages.success(request, _("Đã cất bản vừa nhận đi; có thể mở lại trong danh sách văn bản đã cất."))
    may_open = twin is not None and access.may_read_document(request.user, twin)
    return redirect("intake:document", twin.pk) if twin and may_open else redirect("intake:document", one.pk)


@guarded(access.may_take_in)
@require_POST
def pasting(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Words for a document that the machine could not read."""
    one, form = access.document_to_mark(request.user, pk), PastingForm(request.POST)
    if form.is_valid():
        try:
            reading = actions.give_text(one, **form.cleaned_data, by=request.user, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            _read_if_quick(reading)
            messages.success(request, _("Đã ghi nội dung bên cạnh tệp gốc."))
            return redirect("intake:checking", one.pk)
    return waiting_page(request, one, pasting=form)


@guarded(access.may_read)
def page(request: HttpRequest, pk: int, number: int) -> HttpResponseBase:
    """A page of the original as a picture, drawn when somebody looks at it."""
    one = access.document_for(request.user, pk)
    if one.file is None or one.file.content_type != "application/pdf":
        raise Http404
    etag = quote_etag(f"{one.file.sha256}-{number}")
    answer: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if answer is None:
        answer = _drawn(one.file, number)
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = "private, no-cache"  # asked anew each time, so a withdrawn right counts at once
    return answer


@guarded(access.may_take_in)
def place(request: HttpRequest, pk: int, mark_pk: int) -> HttpResponseBase:
    """What stands of a task in the picture of its page, cut out: for whoever has no script, or a small screen."""
    mark = access.mark_for(request.user, pk, mark_pk)
    file, found = mark.document.file, queries.cut_of(mark)
    if file is None or found is None:
        raise Http404
    number, cut = found
    etag = quote_etag(f"{file.sha256}-{number}-{cut[0]}-{cut[1]}")
    answer: HttpResponseBase = get_conditional_response(request, etag=etag) or _drawn(file, number, cut)
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _drawn(file: files.StoredFile, number: int, cut: tuple[int, int] | None = None) -> HttpResponse:
    try:
        with default_storage.open(file.blob) as content:
            drawn = picture_of_page(content.read(), file.name, page=number, cut=cut)
    except CannotOpen:
        raise Http404 from None
    return HttpResponse(drawn, content_type="image/webp")


@guarded(access.may_read)
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture that a document came as, to be seen beside its words."""
    one = access.document_for(request.user, pk)
    if one.file is None or not (one.file.is_picture or one.file.content_type == "application/pdf"):
        raise Http404
    return files.serve(one.file, request=request)
