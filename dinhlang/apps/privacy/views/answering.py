"""Answering: the list with its days, one request, and each step of it."""

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.privacy import access, actions, queries
from dinhlang.apps.privacy.forms import AnswerForm, ExtendForm, PaperForm, ReplyForm
from dinhlang.apps.privacy.models import DataRequest, Export, Kind
from dinhlang.base import clock
from dinhlang.base.guard import guarded, signed_in
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal
from dinhlang.pure.law import PERSONAL_DATA, rule_on


@guarded(access.may_answer)
def listing(request: HttpRequest) -> HttpResponse:
    """The requests of one's places: the open ones, the late ones, all."""
    person, today = cast(people.Person, request.user), clock.today()
    found = queries.requests_to_answer(person)
    chosen = request.GET.get("loc", "")
    late = found.late(on=today)  # type: ignore[attr-defined]
    shown = {"tat-ca": found, "qua-han": late}.get(chosen, found.open())  # type: ignore[attr-defined]
    context = {"page": page_of(request, shown), "chosen": chosen, "late": late.count(), "today": today}
    return render(request, "privacy/listing.html", context)


@signed_in
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One request: what was asked, its days, the answer, and what can be done next."""
    person = cast(people.Person, request.user)
    found = access.request_for(person, pk)
    _note(found, person, page="request")
    context = {
        "asked": found,
        "deadlines": found.deadlines.all(),
        "export": Export.objects.filter(request=found).first(),
        "is_mine": found.person_id == person.pk,
        "may_answer": access.may_answer_this(person, found),
        "today": clock.today(),
    }
    return render(request, "privacy/request.html", context)


def _note(found: DataRequest, person: people.Person, *, page: str) -> None:
    if found.person is not None:
        people.tell_seen(found.person, by=person, page=page, why=people.Word.PRIVACY_ANSWER, now=clock.now())


@signed_in
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take the export along; written into the record, and shown to the person if somebody else took it."""
    person = cast(people.Person, request.user)
    found = access.request_for(person, pk)
    export = Export.objects.filter(request=found).first()
    if export is None or not default_storage.exists(export.blob):
        raise Http404
    audit.record("privacy.taken_along", found, by=person, now=clock.now(), unit=found.unit)
    _note(found, person, page="export")
    name = f"du-lieu-ca-nhan-{found.pk}.zip"
    response = FileResponse(default_storage.open(export.blob), as_attachment=True, filename=name)
    response["Cache-Control"] = "no-store"
    return response


@guarded(access.may_answer)
def recording(request: HttpRequest) -> HttpResponse:
    """Write down what came on paper."""
    person = cast(people.Person, request.user)
    form = PaperForm(request.POST or None, person=person, initial={"received_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        facts = {**form.cleaned_data, "person": form.cleaned_data["username"]}
        del facts["username"]
        try:
            made = actions.record_paper(**facts, by=person, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _("Đã ghi yêu cầu. Hãy trả lời trước hạn."))
            return redirect("privacy:request", made.pk)
    return render(request, "privacy/recording.html", {"form": form})


@guarded(access.may_answer)
def accepting(request: HttpRequest, pk: int) -> HttpResponse:
    """The first reply."""
    words = {"heading": _("Trả lời đã nhận"), "label": _("Gửi trả lời"), "done": _("Đã trả lời người yêu cầu.")}
    return _step(request, pk, ReplyForm, actions.accept, words)


@guarded(access.may_answer)
def finishing(request: HttpRequest, pk: int) -> HttpResponse:
    """Do it, and say what was done."""
    words = {"heading": _("Làm và trả lời kết quả"), "label": _("Làm ngay và trả lời"), "done": _("Đã làm xong.")}
    return _step(request, pk, AnswerForm, actions.finish, words, consequences=True)


@guarded(access.may_answer)
def refusing(request: HttpRequest, pk: int) -> HttpResponse:
    """Say why it cannot be done."""
    words = {
        "heading": _("Trả lời không làm được"),
        "label": _("Gửi trả lời"),
        "done": _("Đã trả lời không làm được."),
        "text": _("Chỉ từ chối khi luật buộc phải giữ. Hãy nói rõ căn cứ và nơi khiếu nại."),
    }
    return _step(request, pk, AnswerForm, actions.refuse, words)


@guarded(access.may_answer)
def extending(request: HttpRequest, pk: int) -> HttpResponse:
    """More time, once and not for long; what goes beyond the article is said, not stopped."""
    words = {"heading": _("Thêm thời gian"), "label": _("Gia hạn"), "done": _("Đã gia hạn và ghi lý do.")}
    rule = rule_on(PERSONAL_DATA, "extension", day=clock.today())
    words["text"] = f"{rule.says} ({rule.article})"
    return _step(request, pk, ExtendForm, actions.extend, words)


def _step(
    request: HttpRequest,
    pk: int,
    form_class: type[forms.Form],
    act: Callable[..., Any],
    words: dict[str, str],
    *,
    consequences: bool = False,
) -> HttpResponse:
    person = cast(people.Person, request.user)
    found = access.request_to_answer(person, pk)
    form = form_class(request.POST or None, initial={"answer": _usual_answer(found)} if consequences else None)
    if request.method == "POST" and form.is_valid():
        try:
            doubts = act(found, **form.cleaned_data, by=person, now=clock.now())
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, words["done"])
            for rule in doubts if isinstance(doubts, list) else []:
                messages.warning(request, _("Xin xem lại căn cứ: %(says)s") % {"says": f"{rule.says} ({rule.article})"})
            return redirect("privacy:request", pk)
    return render(request, "privacy/step.html", {**words, "asked": found, "form": form, "consequences": consequences})


def _usual_answer(found: DataRequest) -> str:
    """What to say honestly when a thing is done; a person reads it over before it goes."""
    if found.kind == Kind.ERASE and found.person is not None:
        return _(
            "Đã xóa họ tên, tên đăng nhập, thư điện tử, điện thoại, mật khẩu và mọi cách đăng nhập của tài khoản. "
            "Còn giữ lại, và vì sao: nhật ký đã niêm phong không sửa được, nên các mục cũ vẫn còn tên lúc đó và số của "
            "tài khoản; văn bản đã ban hành giữ họ tên người ký; giấy đồng ý giữ họ tên làm bằng chứng; hồ sơ công "
            "việc chỉ còn số của tài khoản. Đây là hồ sơ của cơ quan nhà nước. Nếu không đồng ý, ông/bà có quyền "
            "khiếu nại với người đứng đầu cơ quan."
        )
    if found.kind == Kind.RESTRICT:
        return _(
            "Đã hạn chế: trang công khai không hiện họ tên của ông/bà nữa. Bản gốc văn bản đã ban hành vẫn giữ họ "
            "tên người ký, vì là hồ sơ của cơ quan nhà nước."
        )
    return ""
