"""Documents cited in a text: "Quyết định số 346/QĐ-TTg ngày 06/4/2023 của Thủ tướng Chính phủ ban hành Kế hoạch …"."""

import datetime as dt
import re
from dataclasses import dataclass

from dinhlang.pure.reading.day import DAY, day_of
from dinhlang.pure.reading.sheet import Sheet, Span

_KINDS = {
    "bo luat": "Bộ luật", "luat": "Luật", "phap lenh": "PL", "hien phap": "Hiến pháp", "nghi quyet lien tich": "NQLT",
    "nghi quyet": "NQ", "nghi dinh": "NĐ", "quyet dinh": "QĐ", "chi thi": "CT", "ke hoach lien tich": "KHLT",
    "ke hoach hanh dong": "KH", "ke hoach": "KH", "chuong trinh hanh dong": "CTr", "chuong trinh phoi hop": "CTr",
    "chuong trinh": "CTr", "cong van": "CV", "van ban": "CV", "thong tu lien tich": "TTLT", "thong tu": "TT",
    "huong dan lien tich": "HDLT", "huong dan": "HD", "ket luan": "KL", "thong bao ket luan": "TB", "thong bao": "TB",
    "thong tri": "TTr", "cong dien": "CĐ", "to trinh": "TTr", "bao cao": "BC", "de an": "ĐA", "quy dinh": "QyĐ",
    "quy che": "QC", "phuong an": "PA", "lenh": "L", "bien ban": "BB",
}  # fmt: skip
_NAMES = "|".join(sorted(_KINDS, key=len, reverse=True)).replace(" ", r"\s+")
_SYMBOL = r"[a-z][a-z0-9&]{0,24}(?:\s?[-/.]\s?[a-z][a-z0-9&]{0,24}){0,6}"
_NUMBER = (
    rf"(?P<number>\d{{1,6}}[a-z]?(?:\s?/\s?\d{{4}})?(?:\s?[-/]\s?|(?=[a-z]{{2,5}}/)){_SYMBOL}(?:\s\d\d(?=\s+ngay))?)"
)
_CITED = re.compile(
    rf"\b(?P<kind>{_NAMES})(?:\s+(?:cua\s+[^,;.\d\n]{{1,60}}\s+)?(?:so\s*:?\s*)+(?:{_NUMBER}|(?P<bare>\d{{1,6}})(?=[\s,;.)]))"
    rf"|\s+{_NUMBER.replace('number', 'plain')})"
)
_LAW = re.compile(
    r"\b(?P<kind>bo\s+luat|luat|phap\s+lenh)\s+(?P<name>(?!so\b|nay\b|la\b|tuc\b|duoc\b)[^;.,:\n()]{2,160}?)"
    r"(?=\s*(?:,?\s+so\s*:?\s*\d|,?\s+(?:duoc\s+\S+\s+\S+\s+\S+\s+\S+\s+\S+\s+)?ngay\s+\d|,?\s+nam\s+\d{4}|[;.,:()]|\s+va\s+(?:bo\s+)?luat\b|"
    r"\s+(?:da\s+)?duoc\b|\s+tren\s+dia\s+ban|$))"
)
_LAW_NUMBER = re.compile(
    r",?\s*so\s*:?\s*(?P<number>\d{1,4}\s?/\s?\d{4}\s?/\s?[a-z]{2,10}\s?\d{0,2}|\d{1,4}-[a-z0-9/]{2,12})"
)
_THEN_DAY = re.compile(r"\s*[,(]?\s*(?=ngay\s)")
_THEN_ISSUER = re.compile(
    r"\s*,?\s*cua\s+(?P<issuer>[^;.:\n()]{2,140}?)(?=\s*(?:[;.:()\"“”]|\n\s*\n|$|,?\s+(?:ve|ban\s+hanh|phe\s+duyet|quy\s+dinh|"
    r"huong\s+dan|sua\s+doi|thuc\s+hien|trien\s+khai|tai|tren\s+dia\s+ban|giao|bo\s+sung|thanh\s+lap|v/v|nham|doi\s+voi|"
    r"la|va\s+(?:cac|" + _NAMES + r")|thong\s+qua|cong\s+bo)\b|,))"
)
_THEN_TITLE = re.compile(
    r"\s*,?\s*[\"“]?(?P<title>(?:ve\s+viec|ve|ban\s+hanh|phe\s+duyet|quy\s+dinh|huong\s+dan|sua\s+doi|thuc\s+hien|"
    r"trien\s+khai|giao|bo\s+sung|thanh\s+lap|v/v|thong\s+qua)\s[^;:]{3,400}?)(?=\s*(?:[;:]|\.(?:\s|$)|\n\s*\n|$|"
    r",\s+(?:uy\s+ban|ubnd|can\s+cu)|,\s+(?:" + _NAMES + r")\s+(?:\S+\s+){0,2}so\b))"
)


@dataclass(frozen=True)
class Citation:
    """One cited document, as far as it is named, and where."""

    kind: str
    number: str | None
    date: dt.date | None
    issuer: str | None
    title: str | None
    span: Span

    def as_json(self) -> dict[str, object]:
        """Return plain values."""
        return {
            "kind": self.kind,
            "number": self.number,
            "date": self.date.isoformat() if self.date else None,
            "issuer": self.issuer,
            "title": self.title,
            "span": list(self.span),
        }


def citations_in(text: str) -> tuple[Citation, ...]:
    """Return every document cited, in order; spans count characters of the text given."""
    return citations_on(Sheet(text), 0, len(text))


def citations_on(sheet: Sheet, start: int, end: int) -> tuple[Citation, ...]:
    """Return every document cited between two places of a sheet."""
    numbered = [_with_number(sheet, found, end) for found in _CITED.finditer(sheet.flat, start, end)]
    taken = [one.span for one in numbered]
    laws = [
        _law(sheet, found, end)
        for found in _LAW.finditer(sheet.flat, start, end)
        if _is_name(sheet.text[found.start() : found.start("name") + 1])
    ]
    free = [law for law in laws if not any(first <= law.span[0] < last for first, last in taken)]
    return tuple(sorted(numbered + free, key=lambda one: one.span))


def _is_name(opening: str) -> bool:
    """A law is named with capitals: "Luật Đất đai", not "luật sư" nor "luật đó"."""
    return opening[:1].isupper() and (opening[-1:].isupper() or opening.split(maxsplit=1)[0] in {"Luật", "LUẬT"})


def _with_number(sheet: Sheet, found: re.Match[str], end: int) -> Citation:
    name = next(group for group in ("number", "plain", "bare") if found[group])
    number = "".join(sheet.text[found.start(name) : found.end(name)].replace("–", "-").split())
    return _completed(sheet, found, found.end(), end, number=number)


def _law(sheet: Sheet, found: re.Match[str], end: int) -> Citation:
    title = sheet.value(found.start(), found.end("name"))
    after, number = found.end(), None
    if with_number := _LAW_NUMBER.match(sheet.flat, after, end):
        number = "".join(sheet.text[with_number.start("number") : with_number.end("number")].split())
        after = with_number.end()
    return _completed(sheet, found, after, end, number=number, title=title)


def _completed(
    sheet: Sheet, found: re.Match[str], after: int, end: int, *, number: str | None, title: str | None = None
) -> Citation:
    """Add day, issuer and title, as far as they follow."""
    day = issuer = None
    opening = _THEN_DAY.match(sheet.flat, after, end)
    if opening and (on := DAY.match(sheet.flat, opening.end(), end)):
        day, after = day_of(on), on.end()
    if by := _THEN_ISSUER.match(sheet.flat, after, end):
        issuer, after = sheet.value(*by.span("issuer")), by.end()
    if title is None and (about := _THEN_TITLE.match(sheet.flat, after, end)):
        title = sheet.value(*about.span("title"))
        after = about.end()
    kind = _KINDS[" ".join(found["kind"].split())]
    return Citation(kind, number, day, issuer, title, (found.start(), after))
