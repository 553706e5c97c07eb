"""From written text to one line of words in one spelling, each knowing where it stood.

Plans arrive by scan and by hand: "kê từ", "qúy", "Quý I /2025", "l5/12/2025", letters without their marks, marks
that float free. The grammar reads only what this file has made: small words, single blanks, every figure a figure.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from dinhlang.pure.dates.words import ALIASES, COMMON, NUMERALS, UNITS, WITHOUT_MARKS, words_of

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LIST_SIGN = re.compile(r"[-–+*•#|]+ |\d{1,2}[.)] |[^\W\d_][.)] ")
_HATS = frozenset("\u0302\u0306\u031b")
_TOKEN = re.compile(
    r"(?P<number>(?<![^\W\d_])[lIO]?\d[\dlIO]*(?!\w)|\d+)"
    r"|(?P<word>(?:[^\W\d_][\u0300-\u036f]*)+)"
    r"|(?P<line>\s*\n\s*)"
    r"|(?P<mark>[,;:/.()+\-–—−‐‑÷~’'′\[\]|&])"
)
_DASHES = dict.fromkeys("–—−‐‑÷~", "-")
_SAME = {**_DASHES, "[": "(", "]": ")", "’": "'", "′": "'", "|": "¶"}
_LOOKS_LIKE = str.maketrans({"l": "1", "I": "1", "O": "0"})
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "l": 1,
    "ll": 2,
    "lll": 3,
    "lv": 4,
    "il": 2,
    "li": 2,
    "ill": 3,
    "iil": 3,
    "lii": 3,
}


@dataclass(slots=True)
class Token:
    """One word, figure or sign, and where it stands in the text."""

    word: str
    start: int
    end: int
    kind: str = "word"


@dataclass(frozen=True)
class Line:
    """The words of a text with single blanks between them, and the way back to the text."""

    words: str
    starts: tuple[int, ...]  # where each token begins in `words`
    tokens: tuple[Token, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where words[start:end] stands in the text that was read."""
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, max(start, end - 1)) - 1
        return self.tokens[first].start, self.tokens[last].end


@lru_cache(maxsize=4096)
def syllable(word: str) -> tuple[str, str, str]:
    """A syllable as (bare letters, hats over them, tone), wherever the tone was put: qúy and quý are one."""
    bare: list[str] = []
    hats: list[str] = []
    tone = ""
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in _TONES:
            tone = character
        elif character in _HATS:
            hats[-1:] = [character]
        elif not unicodedata.combining(character):
            plain = "d" if character in "đð" else character
            bare.append(plain)
            hats.append("-" if plain != character else " ")
    return "".join(bare), "".join(hats), tone


def _lexicon() -> tuple[dict[tuple[str, str, str], str], dict[str, list[str]]]:
    exact = {syllable(word): word for word in COMMON} | {syllable(a): word for a, word in ALIASES.items()}
    by_letters: dict[str, list[str]] = {}
    for word in COMMON:
        by_letters.setdefault(syllable(word)[0], []).append(word)
    return exact, by_letters


_EXACT, _BY_LETTERS = _lexicon()
_OWN_SENSE = words_of("nam tư tự quy ngay den hang thang hai la gia tai sau")  # words of their own, not slips


@lru_cache(maxsize=8192)
def spelled(word: str, unmarked: bool) -> str:
    """The one spelling of a word: as the lexicon has it; a word that lost marks finds the word it was."""
    known = _EXACT.get(syllable(word))
    if unmarked and word.isascii():
        return WITHOUT_MARKS.get(word.lower(), known or _worn(word) or word.lower())
    if known:
        return known
    low = unicodedata.normalize("NFC", word).lower()
    return low if low in _OWN_SENSE else _worn(word) or low


def _worn(word: str) -> str | None:
    """The only word of the lexicon that this one can be what is left of."""
    bare, hats, tone = syllable(word)
    if len(bare) < 2:
        return None
    found = [whole for whole in _BY_LETTERS.get(bare, ()) if _is_left_of((hats, tone), syllable(whole)[1:])]
    return found[0] if len(found) == 1 else None


def _is_left_of(worn: tuple[str, str], whole: tuple[str, str]) -> bool:
    return worn[1] in ("", whole[1]) and all(a in (" ", b) for a, b in zip(worn[0], whole[0], strict=True))


def line_of(text: str) -> Line:
    """Cut a text into words of one spelling."""
    unmarked = text.isascii() and any(c.isalpha() for c in text)
    tokens = [
        _token(match, unmarked) for match in _TOKEN.finditer(text) if not match["line"] or _begins_anew(text, match)
    ]
    tokens = _figures_in_words(_figures_twice(_quarters(_slips(tokens))))
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token.word) + 1
    return Line(" ".join(token.word for token in tokens), tuple(starts), tuple(tokens))


def _begins_anew(text: str, match: re.Match[str]) -> bool:
    """Whether a new line is a new thought, not a sentence broken by the edge of the page."""
    at = match.end()
    if text[max(0, match.start() - 3) : match.start()].lower() in {"quý", "quí"}:
        return False
    if at >= len(text) or (text[at].islower() and not _LIST_SIGN.match(text, at)):
        return False
    return text[at].isupper() or match.group().count("\n") > 1 or bool(_LIST_SIGN.match(text, at))


def _token(match: re.Match[str], unmarked: bool) -> Token:
    written, (start, end) = match.group(), match.span()
    if match["number"]:
        return Token(written.translate(_LOOKS_LIKE), start, end, "number")
    if match["line"]:
        return Token("¶", start, end, "mark")
    if match["mark"]:
        return Token(_SAME.get(written, written), start, end, "mark")
    return Token(spelled(written, unmarked), start, end)


def _slips(tokens: list[Token]) -> list[Token]:
    """Slips that only their neighbours betray: "kê từ", "tư ngày", "nam 2025", "ngày l/6"."""
    nothing = Token("", 0, 0)
    for at, token in enumerate(tokens):
        before = tokens[at - 1] if at else nothing
        after = tokens[at + 1] if at + 1 < len(tokens) else nothing
        meant = next((word for slips, word, betrays in _SLIPS if token.word in slips and betrays(before, after)), None)
        if meant:
            token.word = meant
        elif token.word in {"l", "o"} and before.word in {"ngày", "tháng", "/"}:
            token.word, token.kind = token.word.translate(str.maketrans("lo", "10")), "number"
        elif token.word == "tháng" and _is_a_day(tokens[at + 1 : at + 3]):
            token.word = "ngày"  # "trước tháng 28/10/2019"
        elif before.word == "quý" and _SPOILT_QUARTER.fullmatch(token.word):
            token.word = token.word.replace("l", "i").replace("1", "i")  # a scan's "quý IlI"
    return tokens


def _is_a_day(behind: list[Token]) -> bool:
    """A number that no month has, and a month behind it: "28/10"."""
    number, bar = [token.word for token in [*behind, Token("", 0, 0), Token("", 0, 0)][:2]]
    return bar == "/" and number.isdecimal() and 12 < int(number) <= 31


_SPOILT_QUARTER = re.compile(r"(?=.*[iv])(?=.*[l1])[ivl1]{2,3}")
_Betrays = Callable[[Token, Token], bool]
_NAMED = words_of("ngày tháng quý năm khi nay")
_SLIPS: tuple[tuple[frozenset[str], str, _Betrays], ...] = (
    (words_of("kê kề kế"), "kể", lambda before, after: after.word in {"từ", "tư", "tử"}),
    (words_of("tử tữ tứ tự tư"), "từ", lambda before, after: before.word in {"kể", "tính"}),
    (words_of("tư tự tù"), "từ", lambda before, after: before.word != "tháng" and after.word in _NAMED),
    (words_of("hàng hang hăng hẳng"), "hằng", lambda before, after: after.word in UNITS or after.kind == "number"),
    (words_of("nam nằm nãm"), "năm", lambda before, after: after.kind == "number" and len(after.word) == 4),
    (words_of("ngay"), "ngày", lambda before, after: after.kind == "number"),
    (words_of("thang"), "tháng", lambda before, after: after.kind == "number"),
    (words_of("quy qui quỷ quỹ"), "quý", lambda before, after: after.word in _ROMAN),
)


def _quarters(tokens: list[Token]) -> list[Token]:
    """Roman figures after "quý", and after its commas and dashes, become q1 to q4."""
    named = False
    for at, token in enumerate(tokens):
        if token.word in {"quý", "q"} or (named and token.word in {"quý", ",", "và", "-", "đến", "hoặc", "hết", "/"}):
            named = True
            continue
        each = at > 1 and tokens[at - 2].word in _EACH  # "mỗi quý 01 lớp"
        figure = _quarter(token, tokens[at - 1].word, tokens[at + 1 : at + 3]) if named and not each else 0
        if figure:
            token.word, token.kind = f"q{figure}", "quarter"
        named = bool(figure) and at > 0
    return _quarter_glued(tokens)


_EACH = words_of("mỗi từng hằng một")
_COUNTS = words_of("lần đợt buổi cuộc kỳ lượt tháng")


_PLAIN = {"1": 1, "2": 2, "3": 3, "4": 4, "11": 2, "111": 3}


def _quarter(token: Token, before: str, behind: list[Token]) -> int:
    """Which quarter a figure is; 0 when it counts something else ("quý 1 lần", "quý II, 3 tháng")."""
    after = behind[0].word if behind else ""
    of_itself = before in {"quý", "q"}
    if token.kind == "number":
        listed = after in {"năm", ",", "và", ")", ""} or (after == "/" and len(behind) > 1 and len(behind[1].word) == 4)
        counted = after in _COUNTS or not (of_itself or (listed and len(token.word) == 1))
        return 0 if counted else _PLAIN.get(token.word.lstrip("0"), 0)
    if of_itself and token.word in {"một", "hai", "ba", "bốn", "tư"}:
        return 0 if after in _COUNTS else NUMERALS[token.word]
    return _ROMAN.get(token.word, 0) if before != "/" else 0


_GLUED = re.compile(r"(?:q|quý|quí|qúy)(?P<figure>i{1,3}|iv)")


def _quarter_glued(tokens: list[Token]) -> list[Token]:
    """ "1V" and "QIV" come as two pieces or as one."""
    out: list[Token] = []
    for token in tokens:
        if token.word == "v" and out and out[-1].word == "q1" and out[-1].end == token.start:
            out[-1] = Token("q4", out[-1].start, token.end, "quarter")
        elif glued := _GLUED.fullmatch(token.word):
            edge = token.end - len(glued["figure"])
            out.append(Token("quý", token.start, edge))
            out.append(Token(f"q{_ROMAN[glued['figure']]}", edge, token.end, "quarter"))
        else:
            out.append(token)
    return out


def _figures_twice(tokens: list[Token]) -> list[Token]:
    """ "06 (sáu) tháng", "03 (03) ngày": the figure once."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        end = _bracket_of_numerals(tokens, at) if out and out[-1].kind == "number" else 0
        if end:
            out[-1].end = tokens[end].end
            at = end + 1
        else:
            out.append(tokens[at])
            at += 1
    return out


def _bracket_of_numerals(tokens: list[Token], at: int) -> int:
    """Where a bracket ends that holds nothing but numerals in words; 0 when it is another bracket."""
    if tokens[at].word != "(":
        return 0
    for end in range(at + 1, min(at + 6, len(tokens))):
        if tokens[end].word == ")":
            return end if end > at + 1 else 0
        if tokens[end].word not in NUMERALS:
            return 0
    return 0


def _figures_in_words(tokens: list[Token]) -> list[Token]:
    """Numerals in words before a unit or after "tháng" become figures: "hai tuần", "tháng mười hai"."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        size, figure = _numeral(tokens, at)
        after = tokens[at + size].word if at + size < len(tokens) else ""
        before = out[-1].word if out else ""
        if size and _is_count(tokens[at].word, before, after, size):
            out.append(Token(str(figure), tokens[at].start, tokens[at + size - 1].end, "number"))
            at += size
        else:
            out.append(tokens[at])
            at += 1
    return out


def _is_count(word: str, before: str, after: str, size: int) -> bool:
    if before == "tháng" and size == 1 and word in {"tư", "giêng", "chạp"}:
        return True
    if word in {"giêng", "chạp", "tư", "mươi"} or before in {"thứ", "tết"}:
        return False
    if word == "năm" and size == 1:  # five, or the year?
        return after in UNITS - {"năm"} and before not in _YEAR_BEFORE and not before.isdigit()
    return after in UNITS or (before == "tháng" and word != "năm")


_YEAR_BEFORE = words_of("hằng mỗi cuối đầu giữa các trong cả từng một / hết")


def _numeral(tokens: list[Token], at: int) -> tuple[int, int]:
    """How many words from here are one numeral up to 99, and its value."""
    words = [token.word for token in tokens[at : at + 3]]
    if not words or words[0] not in NUMERALS:
        return 0, 0
    if words[0] == "mười":
        unit = NUMERALS.get(words[1], 0) if len(words) > 1 and words[1] != "mươi" else 0
        follows = tokens[at + 2].word if at + 2 < len(tokens) else ""
        if unit and not (words[1] == "năm" and follows not in UNITS):
            return 2, 10 + unit % 10
        return 1, 10
    if len(words) > 1 and words[1] == "mươi":
        unit = NUMERALS.get(words[2], 0) if len(words) > 2 and words[2] not in {"mươi", "mười"} else 0
        return (3, NUMERALS[words[0]] * 10 + unit) if unit else (2, NUMERALS[words[0]] * 10)
    return 1, NUMERALS[words[0]]
