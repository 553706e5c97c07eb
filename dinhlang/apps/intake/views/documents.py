"""The list, the arrival, and the page of one document with what may be done to it."""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dinhlang.apps.files import public as files
from dinhlang.apps.intake import access, actions, queries
from dinhlang.apps.intake.forms import NEAR, FactsForm, MarkForm, SearchForm, TakingInForm
from dinhlang.apps.intake.models import Document, DocumentState, Mark
from dinhlang.apps.intake.opening.opened import Limits
from dinhlang.apps.intake.opening.opener import CannotOpen, open_document
from dinhlang.apps.intake.opening.sentences import sentences_of
from dinhlang.apps.intake.rules import LINES_A_PAGE, paragraphs
from dinhlang.apps.intake.views.arriving import waiting_page
from dinhlang.apps.people import public as people
from dinhlang.base import clock
from dinhlang.base.guard import guarded
from dinhlang.base.listing import key_of, page_holding, page_of, sorted_by
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts
from dinhlang.look.forms import ReasonForm

COLUMNS = {
    "arrived": "arrived_at",
    "issued": "issued_on",
    "issuer": "issuer__sort_key",
    "tasks": "number_of_marks",
}
WHILE_ONE_WAITS = Limits(seconds=45, recognised_pages=3)
"""What a file may take while its sender waits for the page; long scans are read in the background."""
FACTS = ("kind", "number", "issued_on", "issuer", "title")


@guarded(access.may_read)
def listing(request: HttpRequest) -> HttpResponse:
    """What arrived in the person's units."""
    form = SearchForm(request.GET)
    words, state = request.GET.get("q", ""), request.GET.get("state", "")
    documents = queries.listed(queries.readable_by(request.user), state=state, words=words)
    rows, sort = sorted_by(request, documents, COLUMNS, default="-arrived")
    context = {
        "page": page_of(request, rows),
        "sort": sort,
        "form": form,
        "is_filtered": bool(words or state),
        "may_take_in": access.may_take_in(request.user),
    }
    return render(request, "intake/listing.html", context)


@guarded(access.may_take_in)
def taking_in(request: HttpRequest) -> HttpResponseBase:
    """A document arrives, pasted or as a file."""
    own = request.user.units_to(people.Word.DOCUMENTS_TAKE_IN)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = TakingInForm(*posted, own=own, today=clock.today())
    if request.method == "POST" and form.is_valid():
        try:
            document = _take_in(request, form)
        except actions.CannotTakeInTwice as refusal:
            form.twin = refusal.twin
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã nhập văn bản. Giờ hãy đánh dấu từng nhiệm vụ trong đó."))
            return drafts.done(redirect("intake:document", document.pk), "intake-new")
    context = {"form": form, "units_near": queries.units_near(request.user), "near": NEAR}
    return render(request, "intake/taking_in.html", context)


def _take_in(request: HttpRequest, form: TakingInForm) -> Document:
    now, facts = clock.now(), form.cleaned_data
    if facts["upload"]:
        stored = _stored(request, facts["upload"])
        form.keep(stored, facts["text"] if facts["text"].strip() else _text_of(request, form, stored))
    return actions.take_in(
        **{name: facts[name] for name in (*FACTS, "text", "owner", "is_another")},
        file=facts["kept_file"],
        by=request.user,
        now=now,
    )


def _text_of(request: HttpRequest, form: TakingInForm, stored: files.StoredFile) -> str:
    """The words of the file; if it gives none, it is kept all the same, so that a person may paste them beside it."""
    upload = form.cleaned_data["upload"]
    if not stored.may_be_read:
        form.keep(stored, form.cleaned_data["text"])
        raise actions.CannotTakeIn(stored.caution, field="upload")
    upload.seek(0)
    try:
        opened = open_document(upload.read(), str(upload.name), limits=WHILE_ONE_WAITS)
    except CannotOpen:
        form.keep(stored, form.cleaned_data["text"])
        raise
    for sentence in sentences_of(opened.notes):
        messages.info(request, sentence)
    return opened.text


def _stored(request: HttpRequest, upload: Any) -> files.StoredFile:
    try:
        return files.store(upload, by=request.user, now=clock.now())
    except files.CannotStore as refusal:
        refusal.field = "upload"
        raise


@guarded(access.may_read)
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """The text, to be marked; `?nhiem-vu=` opens one of its marks. While it is read: how far the machine is."""
    one = access.document_for(request.user, pk)
    if one.state in {DocumentState.ARRIVED, DocumentState.UNREAD}:
        return waiting_page(request, one)
    return shown(request, one, current=_asked_for(request, one) if one.is_open else None)


def _asked_for(request: HttpRequest, one: Document) -> Mark | None:
    """The mark that the address names."""
    asked = key_of(request.GET.get("nhiem-vu", ""))
    return one.marks.filter(pk=asked).first() if asked is not None else None


def shown(
    request: HttpRequest, one: Document, *, current: Mark | None = None, form: MarkForm | None = None
) -> HttpResponse:
    """The page of a document with its current mark; of a long text the part in which that, or a given line, stands."""
    marks = queries.marks_of(one)
    may_mark = one.is_open and access.may_mark(request.user, one)
    if current is not None and form is None:
        form = MarkForm(instance=current)
    lines, opened = paragraphs(one.text), current or _asked_for(request, one)
    wanted = key_of(request.GET.get("dong", "1"))
    at = queries.line_at(lines, max(opened.start, opened.end - 1)) if opened is not None else (wanted or 1) - 1
    page = page_holding(request, lines, at, size=LINES_A_PAGE)
    context = {
        "document": one,
        "marks": marks,
        "waiting": sum(mark.waits for mark in marks),
        "reading": queries.in_work(one),
        "without_lead": sum(not mark.lead_words for mark in marks),
        "page": page,
        "lines": queries.lines_of(one, marks, current if may_mark else None, shown=page.object_list),
        "current": current if may_mark else None,
        "form": form,
        "has_next": current is not None and any(mark.start > current.start for mark in marks),
        "may_mark": may_mark,
        "may_change": access.may_mark(request.user, one),
        "removed": request.session.get(removed_key(one)) if may_mark else None,
    }
    return render(request, "intake/document.html", context)


def removed_key(one: Document) -> str:
    """Where the session keeps the mark that was taken away last."""
    return f"intake-removed-{one.pk}"


@guarded(access.may_take_in)
def correcting(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct number, day, issuer or title."""
    one = access.document_to_mark(request.user, pk)
    form = FactsForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(one, name) for name in FACTS},
        today=clock.today(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_facts(one, **form.cleaned_data, by=request.user, now=clock.now())
        except actions.CannotChange as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã sửa thông tin văn bản."))
            return redirect("intake:document", one.pk)
    context = {"document": one, "form": form, "units_near": queries.units_near(request.user), "near": NEAR}
    return render(request, "intake/correcting.html", context)


@guarded(access.may_take_in)
def setting_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Not to be worked on, and why."""
    one = access.document_to_mark(request.user, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_aside(one, reason=form.cleaned_data["reason"], by=request.user, now=clock.now())
        except actions.CannotSetAside as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã cất văn bản đi. Có thể mở lại bất cứ lúc nào."))
            return redirect("intake:listing")
    return render(request, "intake/setting_aside.html", {"document": one, "form": form})


@guarded(access.may_take_in)
@require_POST
def bringing_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Go on with a document that was set aside."""
    one = access.document_to_mark(request.user, pk)
    actions.bring_back(one, by=request.user, now=clock.now())
    messages.success(request, _("Đã mở lại văn bản. Các nhiệm vụ đã đánh dấu vẫn còn."))
    return redirect("intake:document", one.pk)


@guarded(access.may_take_in)
def gold(request: HttpRequest, pk: int) -> HttpResponseBase:
    """What people confirmed of this document, in the form of a gold reading: to teach and to measure readers with."""
    one = access.document_to_mark(request.user, pk)
    kept = queries.gold_of(one)
    if not (kept["checked"]["header"] or kept["checked"]["tasks"] or kept["checked"]["reports"]):
        messages.warning(request, _("Chưa có phần nào được người kiểm, nên chưa có bản đọc đã kiểm để tải."))
        return redirect("intake:checking" if one.is_open else "intake:document", one.pk)
    told = json.dumps(kept, ensure_ascii=False, indent=2)
    answer = HttpResponse(told + "\n", content_type="application/json; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="ban-doc-{one.pk}.json"'
    return answer


@guarded(access.may_read)
def original(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file as it was sent."""
    one = access.document_for(request.user, pk)
    if one.file is None:
        raise Http404
    return files.serve(one.file, request=request, as_attachment=True)
