"""Read the sentence that says what a commune was formed from: "Xã A, Phường B (huyện C) (phần còn lại …)"."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

FORMS = ("thị trấn", "phường", "xã", "huyện")
UNCHANGED = "giữ nguyên"
WHOLE_DISTRICT = "huyện"
_COMMA_OUTSIDE_BRACKETS = re.compile(r",\s*(?![^()]*\))")
_BRACKET = re.compile(r"\(([^()]*)\)")
_PART = re.compile(r"phần còn lại|một phần")
_MERGED_INTO = re.compile(r"sau khi sáp nhập vào (.+)")
_TARGET_LIST = re.compile(r",\s*| và ")
_DISTRICT = re.compile(r"(?:thuộc )?((?:huyện|quận|thị xã|thành phố) .+|quận \d+)", re.IGNORECASE)
TONES = "\u0300\u0301\u0303\u0309\u0323"
_TYPOGRAPHIC = str.maketrans({"’": "'", "‘": "'", "–": "-"})


@dataclass(frozen=True)
class Mention:
    """One old unit as the sentence names it."""

    words: str
    form: str  # "" where the sentence leaves it out
    name: str
    district: str  # "huyện Yên Thế", "" where the name does not repeat
    province: str
    partly: bool
    rest_went_to: tuple[str, ...]  # full names of the other new communes that took a share


@cache
def mentions(sentence: str) -> tuple[Mention, ...]:
    """The old units named in the sentence, in its order."""
    return tuple(_mention(words) for words in _COMMA_OUTSIDE_BRACKETS.split(sentence.strip()) if words)


def _mention(words: str) -> Mention:
    brackets = _BRACKET.findall(words)
    form, name = form_and_name(_BRACKET.sub("", words).strip())
    district, province = _district(brackets)
    partly = any(_PART.search(inside) for inside in brackets)
    return Mention(words, form, name, district, province, partly, _rest(brackets))


def form_and_name(words: str) -> tuple[str, str]:
    """("thị trấn", "Cao Thượng") of "Thị trấn Cao Thượng"; the form is "" where it was left out."""
    for form in FORMS:
        if words.lower().startswith(form + " "):
            return form, words[len(form) + 1 :].strip()
    return "", words


def _district(brackets: list[str]) -> tuple[str, str]:
    for inside in brackets:
        if found := _DISTRICT.fullmatch(inside.strip()):
            district, _, province = found[1].partition(", tỉnh ")
            return district, province
    return "", ""


def _rest(brackets: list[str]) -> tuple[str, ...]:
    for inside in brackets:
        if found := _MERGED_INTO.search(inside):
            names = _TARGET_LIST.split(found[1].removesuffix(" mới"))
            form, _ = form_and_name(names[0])
            return tuple(name if form_and_name(name)[0] else f"{form} {name}" for name in names)
    return ()


@cache
def close(name: str) -> str:
    """Spelling that differs only in where the tone mark sits, in case or in typography becomes equal."""
    marks = unicodedata.normalize("NFD", name.translate(_TYPOGRAPHIC).casefold())
    return " ".join(_tone_last(word) for word in marks.replace("-", " ").split())


@cache
def loose(name: str) -> str:
    """Spelling without any marks: for names the two sources write differently (Đăk, Đắk, Đak, Dak; i, y)."""
    bare = "".join(c for c in close(name) if not unicodedata.combining(c) and c not in TONES)
    return re.sub(r"[^a-z0-9]", "", bare.replace("đ", "d").replace("y", "i"))


def _tone_last(word: str) -> str:
    tones = "".join(c for c in word if c in TONES)
    return "".join(c for c in word if c not in TONES).lstrip("0") + tones
