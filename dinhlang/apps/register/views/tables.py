"""Tables of units go out and come in: export, form, upload, preview, confirmation, and the country's own list."""

import csv
import io
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dinhlang.apps.register import access, actions, forms, queries, tables
from dinhlang.apps.register.access import Asked
from dinhlang.apps.register.rules.rows import safe_cell
from dinhlang.apps.register.views.tree import at_day
from dinhlang.base import clock
from dinhlang.base.guard import guarded, signed_in
from dinhlang.base.listing import page_of
from dinhlang.base.refusal import Refusal

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 50
"""So many new and changed units are shown in a preview; the file itself has them all."""

EXAMPLE_ROWS: list[list[Any]] = [
    ["07306.1", "Tiến Phan", "thôn", "Thôn, tổ dân phố", "07306", date(2025, 7, 1), None, 214, 812],
    ["07306.UB", "UBND xã Nhã Nam", "", "Ủy ban nhân dân", "07306", date(2025, 7, 1), None, None, None],
]


@signed_in
def export(request: Asked) -> HttpResponseBase:
    """A branch of the tree (or all of it) as a table, as of a day or with its history."""
    code = request.GET.get("o", "")
    unit = access.unit_for(request.user, code) if code else None
    context = at_day(request)
    kind = request.GET.get("dang")
    if kind not in ("csv", "xlsx"):
        return render(request, "register/export.html", {**context, "unit": unit})
    rows = queries.exported_rows(unit, day=context["day"], with_history="lich-su" in request.GET)
    name = f"don-vi-{unit.code if unit else 'tat-ca'}-{context['day']:%Y-%m-%d}"
    return _as_file(rows, name, kind)


@signed_in
def example(request: Asked) -> HttpResponseBase:
    """The form to fill in, with two lines to look at."""
    return _as_file(EXAMPLE_ROWS, "mau-don-vi", "xlsx" if request.GET.get("dang") == "xlsx" else "csv")


def _as_file(rows: list[list[Any]], name: str, kind: str) -> HttpResponseBase:
    if kind == "xlsx":
        response: HttpResponseBase = HttpResponse(tables.write_xlsx(rows), content_type=XLSX)
    else:
        response = StreamingHttpResponse(tables.write_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


@guarded(access.may_import)
def upload(request: Asked) -> HttpResponse:
    """Send a table; it is read and shown before anything happens."""
    form = forms.ImportingForm(request.POST or None, request.FILES or None, initial={"day": clock.today()})
    if request.method == "POST" and form.is_valid():
        sent: UploadedFile = form.cleaned_data["upload"]
        sent.seek(0)  # the form has looked into it
        try:
            pending, _faults = actions.keep_for_preview(
                sent.read(), name=str(sent.name), day=form.cleaned_data["day"], by=request.user, now=clock.now()
            )
        except Refusal as refusal:
            form.add_error("upload", str(refusal))
        else:
            return redirect("register:preview", pending.pk)
    may_load = access.may_load_country(request.user)
    return render(request, "register/upload.html", {"form": form, "may_load": may_load, "may_import": True})


@guarded(access.may_import)
def preview(request: Asked, pk: int) -> HttpResponse:
    """What the table would change, or what is wrong with it; the second sending writes it."""
    pending = access.pending_import_for(request.user, pk)
    if request.method == "POST":
        done = actions.import_units(pending, by=request.user, now=clock.now())
        messages.success(request, _import_words(done))
        return redirect("register:tree")
    plan = actions.plan_of(pending, person=request.user)
    return render(
        request,
        "register/preview.html",
        {
            "pending": pending,
            "plan": plan,
            "faults": page_of(request, queries.told_faults(plan.faults), size=100),
            "created": plan.created[:SHOWN],
            "changed": plan.changed[:SHOWN],
            "more_created": max(0, len(plan.created) - SHOWN),
            "more_changed": max(0, len(plan.changed) - SHOWN),
        },
    )


def _import_words(done: actions.Imported) -> str:
    return _(
        "Đã nhập: %(created)s đơn vị mới, %(changed)s thay đổi, %(unchanged)s giữ nguyên, "
        "%(counted)s số hộ, %(placed)s tọa độ."
    ) % {
        "created": done.created,
        "changed": done.changed,
        "unchanged": done.unchanged,
        "counted": done.counted,
        "placed": done.placed,
    }


@guarded(access.may_import)
def faults(request: Asked, pk: int) -> HttpResponse:
    """The faults of a table as a table, to mend them one by one."""
    plan = actions.plan_of(access.pending_import_for(request.user, pk), person=request.user)
    buffer = io.StringIO("\ufeff")
    buffer.seek(1)
    writer = csv.writer(buffer)
    writer.writerow([_("Dòng"), _("Cột"), _("Lỗi"), _("Cách sửa")])
    for fault in queries.told_faults(plan.faults):
        writer.writerow([safe_cell(fault.where), fault.column, safe_cell(fault.what), safe_cell(fault.mend)])
    response = HttpResponse(buffer.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="loi-bang-don-vi.csv"'
    return response


@guarded(access.may_load_country)
def country(request: Asked) -> HttpResponse:
    """Put the country's units in, with the reform of 01/07/2025."""
    form = forms.LoadingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            loaded = actions.load_country(
                now=clock.now(), today=clock.today(), only=form.cleaned_data["only"], by=request.user
            )
        except Refusal as refusal:
            refusal.beside(form)
        else:
            messages.success(request, _loaded_words(loaded))
            return redirect("register:tree")
    return render(request, "register/country.html", {"form": form})


def _loaded_words(loaded: actions.Loaded) -> str:
    if not loaded.units:
        return _("Danh mục đã có đủ từ trước, không có gì thay đổi.")
    return ngettext(
        "Đã nạp %(n)s đơn vị và %(s)s quan hệ kế thừa.", "Đã nạp %(n)s đơn vị và %(s)s quan hệ kế thừa.", loaded.units
    ) % {"n": loaded.units, "s": loaded.successions}
