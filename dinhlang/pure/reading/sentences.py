"""Who must do it, and with whom, as a sentence says it: "Giao X chủ trì, phối hợp với Y …", "Đề nghị Z …"."""

import re
from dataclasses import dataclass
from functools import lru_cache

from dinhlang.pure.reading.names import split_names, starts_name, without_brackets
from dinhlang.pure.reading.sheet import LOWER, UPPER
from dinhlang.pure.reading.tones import old_tone
from dinhlang.pure.reading.verbs import STRONG, VERB, is_asked, order_at

_END = re.compile(r"(?<!\bTT)(?<!\bVP)[:.;!?](?:\s|$)")
_LEAD_IN = re.compile(
    r"(?:(?:Trên cơ sở|Căn cứ|Theo|Dựa trên|Trong phạm vi|Hằng năm|Hàng năm|Định kỳ|Sau khi|Sau|Trước"
    r"|Khi|Trong|Từ|Đối với|Ngay sau khi|Nếu|Trường hợp|Hằng quý|Hàng quý|Hằng tháng|Hàng tháng|Để"
    r"|Nhằm|Ngoài ra|Đồng thời|Bên cạnh đó|Việc)\b"
    r"[^.;:]{0,400}?(?:,\s*(?:thì\s+)?|\bthì\s+|:\s*))"
)
_WEAK = re.compile(
    r"(?:trực tiếp|quản lý|giới thiệu|được giao|được phân công|tham gia|sử dụng|phụ trách|theo dõi|có"
    r"|cần|đề nghị|phát hiện|tổ chức|xây dựng|nội dung|thực hiện|tại kế hoạch)"
)
_LIST_END = re.compile(rf"[:.!?](?:\s|$)|[;,]\s*(?=[{LOWER}])")
_WITH = re.compile(
    r"(?:[Pp]hối hợp|[Cc]ùng)(?:\s+(?:chặt chẽ|tốt|thường xuyên|kịp thời|hiệu quả|cùng|đồng bộ"
    r"|liên ngành|thực hiện|chặt chẽ,?\s+(?:hiệu quả|kịp thời)))*\s+(?:cùng với|cùng|với|giữa)?\s*"
)
_MEET = re.compile(r"(?:[Hh]ọp với|trao đổi với|làm việc với|thống nhất với)\s+")
_DIRECT = re.compile(r"(?:[Tt]rực tiếp\s+)?[Cc]hỉ đạo(?:\s*,\s*(?:đôn đốc|hướng dẫn|kiểm tra|giao))?\s+(?:cho\s+)?")
_BY = re.compile(
    rf"\bdo (?=(?:[{UPPER}]|các )[^.;]{{2,120}}?\s(?:tổ chức|chủ trì|thực hiện|chịu trách nhiệm|đảm nhiệm|phụ trách)\b)"
)
_LISTS = re.compile(rf"(?:^|,\s*|\bvà\s+)(?:các|những)\s+[{LOWER}, -]{{2,60}}:\s*")
_PLAIN_NAME = re.compile(  # where no verb is known, a name ends at the first small word that belongs to no name
    rf"(?:[{UPPER}]\S*\s+|(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|ấp|khu phố|tổ dân phố|và|các|của|thuộc"
    r"|ban|ngành|sở|phòng|đơn vị|cơ quan|tổ chức|đoàn thể|địa phương|cấp|có|liên quan|chuyên môn|chính trị|hội|công an|quân sự|y tế|giáo dục"
    r"|an|nhân|dân|vụ|thủ trưởng|trưởng|phó|chủ tịch|trạm|trường|công chức|cán bộ|lao động|nông dân|phụ nữ|thanh niên)[,;]?\s+)+|"
)
_LONGEST, _NEAR = 320, 160


@dataclass(frozen=True)
class Doers:
    """What a sentence says of who does it: leads, partners, whether they are asked, and where the rest begins."""

    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    asked: bool = False
    rest: int = 0
    only_named: bool = False


@lru_cache(maxsize=2048)
def doers_of(text: str) -> Doers:
    """Read leads and partners from a duty."""
    plain = old_tone(text)
    order = order_at(plain)
    start = order or _after_lead_in(plain)
    end = subject_end(plain, start)
    if end is None:
        return _without_subject(text, plain, start)
    names = tuple(split_names(text[start:end]))
    if listed := _LISTS.search(text[start:end]):
        names = tuple(split_names(text[start : start + listed.start()])) + tuple(
            split_names(text[start + listed.end() : end])
        )
    rest = end + len(re.match(r"[\s:,.\-–]*", text[end:])[0])  # type: ignore[index]
    found = partners_of(text, rest)
    return Doers(names, tuple(name for name in found if name not in names), is_asked(plain), rest, rest >= len(text))


def _without_subject(text: str, plain: str, start: int) -> Doers:
    """Read a sentence that does not begin with a body: "… do X tổ chức", "Phối hợp với Y …"."""
    by = _BY.search(plain)
    leads: tuple[str, ...] = ()
    if by and starts_name(plain[by.end() :]) and (end := subject_end(plain, by.end())) is not None:
        leads = tuple(split_names(text[by.end() : end]))
    leads = leads or _later_subjects(text, plain)
    return Doers(leads, partners_of(text, start), is_asked(plain), start)


def _later_subjects(text: str, plain: str) -> tuple[str, ...]:
    """ "Tiếp tục thi hành Luật; các cơ quan rà soát …; chính quyền các cấp …": each clause may name its own doer."""
    names: list[str] = []
    for found in re.finditer(r"(?<=;)\s+(?=[^\W\d_])", plain):
        at = found.end()
        if starts_name(plain[at:]) and (end := subject_end(plain, at)) is not None and end - at < 90:
            verb = VERB.match(plain, end)
            names += split_names(text[at:end]) if verb else []
    return tuple(dict.fromkeys(names))


def begins_together(text: str) -> bool:
    """Say whether a duty without a doer begins with those it is done with: "Phối hợp với Y …"."""
    plain = old_tone(text)
    return bool(_WITH.match(plain) or _DIRECT.match(plain) or _MEET.match(plain.lower()) or "(phối hợp" in plain)


def _after_lead_in(plain: str) -> int:
    """Pass over "Trên cơ sở …, ", where a body's name follows; else stay at the beginning."""
    found = _LEAD_IN.match(plain)
    tries = 0
    while found and tries < 6:
        if starts_name(plain[found.end() :]) and subject_end(plain, found.end()) is not None:
            return found.end()
        following = re.compile(r"[^.;]{0,200}?(?:,\s*(?:thì\s+)?|\bthì\s+)").match(plain, found.end())
        found, tries = following, tries + 1
    return 0


def subject_end(plain: str, start: int) -> int | None:
    """Where the name of the body ends that stands before a verb or a colon; None if no name stands there."""
    if not starts_name(plain[start:]):
        return None
    verb = VERB.search(plain, start + _post_length(plain[start:]), start + _LONGEST)
    stop = _END.search(plain, start, start + _LONGEST)
    if (
        verb
        and _WEAK.match(verb[0])
        and (strong := _strong_after(plain, verb.end(), stop.start() if stop else len(plain)))
    ):
        end = strong
    elif (verb and (stop is None or verb.start() < stop.start())) or (
        stop and verb and plain[stop.start()] == ":" and _is_list(plain, start, stop.start(), verb.start())
    ):
        end = verb.start()
    elif stop:
        end = stop.start()
    else:
        end = len(plain) if len(plain) - start <= _LONGEST else 0
    if verb is None and stop and plain[stop.start()] in ".;!?":
        end = _plain_end(plain, start, end)
    return end if end and _is_a_name(plain[start:end]) else None


def _plain_end(plain: str, start: int, end: int) -> int:
    """Where a name ends that no known verb follows: before several small words that belong to no name."""
    named = _PLAIN_NAME.match(plain[start:end])
    rest = plain[start + named.end() : end] if named else ""
    small = re.match(rf"(?:[{LOWER}]+[,;]?\s+){{3}}", rest)
    return start + len(named[0].rstrip(" ,")) if named and named[0].strip() and small else end


def _is_list(plain: str, start: int, colon: int, end: int) -> bool:
    """ "các hội: Hội Nông dân, Hội Phụ nữ … tuyên truyền": the colon stands inside the list."""
    return (
        bool(_LISTS.search(plain[start : colon + 1]))
        and starts_name(plain[colon + 1 : end].strip())
        and not re.search(r"[.;]\s", plain[colon:end])
    )


def _post_length(words: str) -> int:
    """How many letters of a post's name may look like verbs: "Cán bộ phụ trách lĩnh vực giám sát …"."""
    found = re.match(r"(?:\S+\s+){0,4}?phụ trách (?:lĩnh vực|công tác|về)\s+(?:\S+\s+){2}", words)
    return found.end() if found else 1


def _strong_after(plain: str, at: int, stop: int) -> int | None:
    """ "cơ quan trực tiếp quản lý người ứng cử có trách nhiệm": the name runs on to "có trách nhiệm"."""
    found = STRONG.search(plain, at, min(stop, at + 60))
    return found.start() if found and "," not in plain[at : found.start()] else None


def _is_a_name(words: str) -> bool:
    words = without_brackets(words).strip(" ,")
    return bool(words) and len(words) < _LONGEST and not re.search(r"\b(?:nhằm|để|nếu|thì)\b", words)


def partners_of(text: str, start: int = 0) -> tuple[str, ...]:
    """Return those with whom it is done."""
    plain = old_tone(text)
    names: list[str] = []
    for found in _WITH.finditer(plain, start):
        if found[0].rstrip().endswith("giữa"):
            continue
        names += _names_after(text, plain, found.end())
    for told in (_MEET.search(plain, start, start + _NEAR), _DIRECT.match(plain, start)):
        names += _names_after(text, plain, told.end()) if told else []
    return tuple(dict.fromkeys(names))


def _names_after(text: str, plain: str, start: int) -> list[str]:
    """Return the list of bodies that stands after "phối hợp với"."""
    if not starts_name(plain[start:]):
        return []
    verb = VERB.search(plain, start + 1, start + _LONGEST * 2)
    stops = [
        found.start()
        for found in (
            verb,
            re.compile(
                r"[:.!?](?:\s|$)|\b(?:trong việc|trong công tác|để|nhằm|khi|về|trong quá trình|trong tổ chức)\b"
            ).search(plain, start),
        )
        if found
    ]
    end = min(stops, default=len(plain))
    return split_names(text[start:end])
