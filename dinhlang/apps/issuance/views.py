"""Pages of outgoing documents."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dinhlang.apps.files import public as files
from dinhlang.apps.issuance import access, actions, queries
from dinhlang.apps.issuance.docx import to_docx
from dinhlang.apps.issuance.forms import BeginForm, DraftForm, FirstNumberForm
from dinhlang.apps.issuance.models import OutgoingDocument, State
from dinhlang.apps.people import public as people
from dinhlang.apps.reports import public as reports
from dinhlang.base import clock
from dinhlang.base.guard import anyone, guarded
from dinhlang.base.listing import page_of
from dinhlang.base.masking import reads_originals
from dinhlang.base.refusal import Refusal
from dinhlang.look import drafts
from dinhlang.look.forms import ReasonForm
from dinhlang.pure.drafting import Draft, document_number, missing
from dinhlang.pure.viet import short_day


@guarded(access.may_read)
def listing(request: HttpRequest) -> HttpResponse:
    """Outgoing documents, by state."""
    person: Any = request.user
    known = access.readable_documents(person)
    counts = queries.counts_by_state(known)
    state = queries.chosen_state(request.GET.get("tinh-trang", ""), counts, may_draft=access.may_draft(person))
    rows = known.in_state(state).for_lists().latest_first()
    tabs = [(one, one.label, counts.get(one, 0)) for one in State if counts.get(one) or one != State.WITHDRAWN]
    page = page_of(request, rows)
    context = {"page": page, "tabs": tabs, "state": state, "may_draft": access.may_draft(person)}
    return render(request, "issuance/listing.html", context)


@guarded(access.may_draft)
def beginning(request: HttpRequest) -> HttpResponse:
    """A new document of any kind."""
    person: Any = request.user
    form = BeginForm(request.POST or None, issuers=person.units_to(people.Word.DOCUMENTS_DRAFT))
    if request.method == "POST" and form.is_valid():
        try:
            document = actions.draft_document(**form.cleaned_data, by=person, now=clock.now())
        except Refusal as refused:
            refused.beside(form)
        else:
            return redirect("issuance:changing", document.pk)
    return render(request, "issuance/beginning.html", {"form": form})


@guarded(access.may_draft)
@require_POST
def from_report(request: HttpRequest, report_pk: int) -> HttpResponse:
    """The official document of a final report."""
    person: Any = request.user
    report = reports.report_for(person, report_pk)
    if not access.may_draft_for(person, report.unit):
        raise PermissionDenied
    document = actions.draft_from_report(report=report, by=person, now=clock.now())
    messages.success(request, _("Đã lập dự thảo. Xin xem lại thể thức rồi trình ký."))
    return redirect("issuance:document", document.pk)


@guarded(access.may_draft)
@require_POST
def urging(request: HttpRequest, plan_pk: int) -> HttpResponse:
    """A dispatch to all who are late under a plan, for whoever hands it out and drafts for its issuer."""
    person: Any = request.user
    plan = access.plan_to_urge(person, plan_pk)
    document = actions.draft_dispatch(plan=plan, by=person, now=clock.now())
    messages.success(request, _("Đã có dự thảo công văn đôn đốc. Xin xem lại thể thức rồi trình ký."))
    return redirect("issuance:document", document.pk)


@anyone("residents read what was issued and shown to them; everything else is not found by strangers")
def document(request: HttpRequest, pk: int) -> HttpResponse:
    """One document as it looks on paper, and what can be done with it."""
    found = access.document_for(request.user, pk)
    inside = request.user.is_authenticated
    context = {"document": found, "frame": "look/page.html" if inside else "look/public.html"}
    if inside:
        context |= _what_may_be_done(request.user, found)
    return render(request, "issuance/document.html", context)


def _what_may_be_done(person: Any, found: OutgoingDocument) -> dict[str, Any]:
    drafts_it, signs_it = access.may_draft_for(person, found.issuer), access.may_sign_for(person, found.issuer)
    is_open = found.state in {State.DRAFT, State.WAITING}
    return {
        "may_change": found.is_draft and drafts_it,
        "may_issue": found.state == State.WAITING and signs_it,
        "may_return": found.state == State.WAITING and (signs_it or drafts_it),
        "may_withdraw": (is_open and drafts_it) or (found.state == State.ISSUED and signs_it),
        "knows_inside": drafts_it or signs_it,
        "wanting": missing(queries.draft_of(found)) if found.is_draft else [],
        "signer_is_here": queries.is_named_as_signer(found, person),
    }


@anyone("residents take along what was issued and shown to them; everything else is not found by strangers")
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file: frozen at issuing, or drawn now from the draft."""
    found = access.document_for(request.user, pk)
    if not reads_originals(request) and (for_all := queries.draft_for_everyone(found)) != queries.draft_of(found):
        name = f"van-ban-{found.pk}-ban-cong-khai.docx"  # the kept file stays as it was signed, for officials
        return _docx(for_all, name=name)
    if found.file is not None:
        return files.serve(found.file, request=request, as_attachment=True)
    return _docx(queries.draft_of(found), name=f"du-thao-{found.pk}.docx")


def _docx(draft: Draft, *, name: str) -> HttpResponse:
    response = HttpResponse(to_docx(draft), content_type=actions.DOCX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@guarded(access.may_draft)
def changing(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The form of a draft."""
    person: Any = request.user
    found = access.document_to_draft(person, pk)
    form = DraftForm(request.POST) if request.method == "POST" else DraftForm.of(found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_draft(document=found, by=person, now=clock.now(), **form.values())
        except Refusal as refused:
            refused.beside(form)
        else:
            messages.success(request, _("Đã lưu dự thảo."))
            return drafts.done(redirect("issuance:document", pk), f"outgoing-{pk}")
    return render(request, "issuance/changing.html", {"form": form, "document": found})


@guarded(access.may_draft)
@require_POST
def submitting(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay the draft before the signer."""
    found = access.document_to_draft(request.user, pk)
    actions.submit_for_signature(document=found, by=request.user, now=clock.now())
    messages.success(request, _("Đã trình ký. Người ký sẽ thấy văn bản ở bàn việc của mình."))
    return redirect("issuance:document", pk)


@guarded(access.may_draft)
def returning(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a waiting document back to be mended, or fetch it back oneself."""
    person: Any = request.user
    found = access.document_for(person, pk)
    if not (access.may_sign_for(person, found.issuer) or access.may_draft_for(person, found.issuer)):
        raise PermissionDenied
    context = {
        "heading": _("Trả lại để sửa"),
        "text": _("Văn bản trở về trạng thái đang soạn; người soạn đọc được lý do."),
        "label": _("Trả lại"),
        "done": _("Đã trả lại văn bản cho người soạn."),
    }
    return _with_reason(request, found, actions.return_to_drafter, **context)


@guarded(access.may_draft)
def withdrawing(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a document back for good: a draft by its drafters, an issued one by its signers."""
    person: Any = request.user
    found = access.document_for(person, pk)
    allowed = access.may_sign_for if found.number else access.may_draft_for
    if not allowed(person, found.issuer):
        raise PermissionDenied
    kept = _("Số %(number)s được giữ trong sổ và không cấp lại.") % {"number": found.full_number}
    context = {
        "heading": _("Thu hồi văn bản") if found.number else _("Bỏ dự thảo"),
        "text": kept if found.number else _("Dự thảo này sẽ không dùng nữa; lịch sử của nó vẫn được giữ."),
        "label": _("Thu hồi văn bản này") if found.number else _("Bỏ dự thảo này"),
        "done": _("Đã thu hồi văn bản.") if found.number else _("Đã bỏ dự thảo."),
    }
    return _with_reason(request, found, actions.withdraw, **context)


def _with_reason(request: HttpRequest, found: OutgoingDocument, act: Any, *, done: str, **context: Any) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act(document=found, reason=form.cleaned_data["reason"], by=request.user, now=clock.now())
        except Refusal as refused:
            refused.beside(form)
        else:
            messages.success(request, done)
            return redirect("issuance:document", found.pk)
    return render(request, "issuance/reason.html", {"form": form, "document": found, **context})


@guarded(access.may_sign)
def issuing(request: HttpRequest, pk: int) -> HttpResponse:
    """The signer confirms: which document, under which number, of which day, seen by whom."""
    person: Any = request.user
    found, day = access.document_to_sign(person, pk), clock.today()
    if found.state != State.WAITING:  # signed a moment ago in another tab
        messages.info(request, actions.why_not_to_sign(found))
        return redirect("issuance:document", pk)
    begins = queries.latest_of_series(found, year=day.year)["number"] is None
    form = FirstNumberForm(request.POST or None, use_required_attribute=False) if begins else None
    if request.method == "POST" and (form is None or form.is_valid()):
        first = form.cleaned_data if form else {}
        issued = actions.issue(document=found, by=person, day=day, now=clock.now(), **first)
        messages.success(request, _("Đã ban hành văn bản số %(number)s.") % {"number": issued.full_number})
        return redirect("issuance:document", pk)
    number = f"{document_number(queries.next_number(found, year=day.year))}/{found.symbol}"
    context = {"document": found, "form": form, "number": number, "consequences": _consequences(found, number, day)}
    return render(request, "issuance/issuing.html", context)


def _consequences(found: OutgoingDocument, number: str, day: date) -> list[str]:
    return [
        _("Văn bản lấy số %(number)s, ngày %(day)s; số đã lấy không cấp lại cho văn bản khác.")
        % {"number": number, "day": short_day(day)},
        _("Tệp DOCX được giữ nguyên từ lúc này, không sửa được nữa."),
        _("Chữ ký số sẽ có ở bước sau: hôm nay xin in tệp ra, ký tay và đóng dấu."),
        _("Người dân đọc được văn bản này trên trang của địa phương.")
        if found.is_public
        else _("Văn bản không hiện cho người dân."),
    ]
