"""A list leaves as a file, in the format that was asked for."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from dinhlang.apps.overview.tables import as_csv, as_xlsx
from dinhlang.base import clock

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_file(request: HttpRequest, name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponseBase:
    """`?dang=xlsx` makes a workbook; anything else CSV, line by line."""
    answer: HttpResponseBase
    is_book = request.GET.get("dang") == "xlsx"
    header = [str(words) for words in header]
    if is_book:
        answer = HttpResponse(as_xlsx(header, rows), content_type=XLSX)
    else:
        answer = StreamingHttpResponse(as_csv(header, rows), content_type="text/csv; charset=utf-8")
    ending = "xlsx" if is_book else "csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}-{clock.today():%Y-%m-%d}.{ending}"'
    return answer
