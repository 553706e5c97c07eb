"""Who must do it, and with whom, as a sentence says it: "Giao X chủ trì, phối hợp với Y …", "Đề nghị Z …"."""

import re
from dataclasses import replace
from functools import lru_cache

from dinhlang.pure.reading.brackets import told_in_brackets
from dinhlang.pure.reading.doers import Doers
from dinhlang.pure.reading.names import KIND_OF_LIST, end_behind_place, split_names, starts_name, without_brackets
from dinhlang.pure.reading.partners import CHOSEN, WITH, partners_of, without_asides
from dinhlang.pure.reading.sheet import LOWER, UPPER
from dinhlang.pure.reading.tones import old_tone
from dinhlang.pure.reading.verbs import STRONG, VERB, is_asked, opens_with_verb, order_at

_END = re.compile(r"(?<!\bTT)(?<!\bVP)[:.;!?](?:\s|$)")
_LEAD_IN = re.compile(
    r"(?:(?:Trên cơ sở|Căn cứ|Theo(?! dõi)|Dựa trên|Trong phạm vi|Hằng năm|Hàng năm|Định kỳ|Sau khi|Sau|Trước"
    r"|Khi|Trong|Từ|Đối với|Ngay sau khi|Nếu|Trường hợp|Hằng quý|Hàng quý|Hằng tháng|Hàng tháng|Để"
    r"|Kết thúc|Đến|Hết|Chậm nhất|Muộn nhất|Vào|Với|Cuối|Đầu(?! tư| mối)|Nhằm|Ngoài ra|Đồng thời|Bên cạnh đó|Việc)\b"
    r"[^.;:]{0,400}?(?:,\s*(?:thì\s+)?|\bthì\s+|:\s*))"
)
_TITLE = re.compile(r"[^.;:]{3,110}:\s+")
_FOR_THEM = re.compile(r"(?:Đối với|Về phía)\s+([^,.;:]{4,110}?),?\s+thì\s+")
_OFFICE = re.compile(
    r"(?:Công an|Trạm|Hội|Đoàn|Ban|Phòng|UBND|Trường|Văn phòng|Công chức|Bộ phận|Chi hội|Sở|Đài|Tổ|Trung tâm)\s"
)
_NEW_VERB = re.compile(  # words that a sentence has after its subject, where the verb is none we know
    rf"\s*(?!(?:và|của|các|cùng|với|theo|tại|trên|trong|để|có|là|đã|được|bị|không|nơi|về|thì|nếu|khi|hoặc|cho)\b)"
    rf"(?:[{LOWER}]+\s+){{2}}[{LOWER}]+"
)
_WORK_AND_BODY = re.compile(r"([^:;.]{6,140}):\s+([^:.]{3,160})[.;]?$")
_TIME_BEHIND = re.compile(  # "Lập dự toán: Phòng Kinh tế; xong tháng 4."
    r";\s*(?:xong|trong|trước|từ|chậm nhất|hoàn thành|tháng|quý|ngày|hằng|hàng|mỗi|thường xuyên)\b[^;:]{0,60}$", re.I
)
_ANNOUNCES = re.compile(
    r"(?:\bsau|\bsau đây|gồm|\blà|\bnhư|cụ thể|đối tượng|thành phần|địa điểm|nội dung|tại|cho|với|của|về|các)$", re.I
)
_THEREFORE = re.compile(
    r"(?<=[.;])\s+(?:(?:Vì vậy|Vì thế|Do đó|Do vậy|Theo đó|Trước mắt|Bên cạnh đó|Đồng thời),?\s+)(?:đề nghị"
    r"|yêu cầu|giao)\s+"
)
_ABOUT = re.compile(r"Về (?!phía)[^:]{5,420}:\s+")  # "Về việc …: giao Sở A …"
_LONGEST_ABOUT = 600
_RHYTHM_BEFORE = re.compile(r"(?:Hằng|Hàng) (?:năm|quý|tháng|tuần|ngày)\s+")
_PURPOSE_OF = re.compile(r"(?:Để|Nhằm)\b[^.;:]{3,160},\s+(?=Sở|Bộ|UBND|Ủy ban|Phòng|Công an|Ban|Chi cục)")
_PURPOSE = re.compile(r"(?:Để|Nhằm)\b[^.:]{0,400}?;\s*")
_WEAK = re.compile(
    r"(?:trực tiếp|quản lý|giới thiệu|được giao|được phân công|tham gia|sử dụng|phụ trách|theo dõi|có"
    r"|cần|đề nghị|phát hiện|tổ chức|xây dựng|nội dung|thực hiện|tại kế hoạch)"
)
_BY = re.compile(
    rf"\bdo (?=(?:[{UPPER}]|các )[^.;]{{2,120}}?\s(?:tổ chức|chủ trì|thực hiện|chịu trách nhiệm|đảm nhiệm|phụ trách)\b)"
)
_LISTS = re.compile(rf"(?:^|,\s*|\bvà\s+)(?:các|những)\s+[{LOWER}, -]{{2,60}}:\s*")
_PLAIN_NAME = re.compile(  # where no verb is known, a name ends at the first small word that belongs to no name
    rf"(?:[{UPPER}]\S*\s+|(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|ấp"
    rf"|khu phố|tổ dân phố|và|các|của|thuộc"
    r"|ban|ngành|sở|phòng|đơn vị|cơ quan|tổ chức|đoàn thể|địa phương|cấp|có|liên quan|chuyên môn"
    r"|chính trị|hội|công an|quân sự|y tế|giáo dục"
    r"|an|nhân|dân|vụ|thủ trưởng|trưởng|phó|chủ tịch|tế|trạm|trường|công chức|cán bộ|lao động|nông dân"
    r"|phụ nữ|thanh niên)[,;]?\s+)+|"
)
_LONGEST, _NEAR = 320, 160
_SHORT_SUBJECT, _LONG_TITLE = 90, 72
_OF_A_LIST = re.compile(
    r"(?:sở|ban|phòng|ngành|đoàn thể|đơn vị|cơ quan|địa phương|tổ chức|xã|phường|thị trấn|đặc khu|quận|huyện|thị xã)\b"
)
_NAMES_A_GROUP = re.compile(r"\bcác |\bUBND |\bủy ban nhân dân ", re.I)
_LONGEST_LIST = 900  # of a list all of whose pieces are names
_LEADS_TOO = re.compile(r"[Đđ]ồng chủ trì (?:cùng )?(?:với )?")
_BEHIND_DASH = re.compile(  # "Cấp phát tờ gấp ở 05 thôn - Phòng Tư pháp thực hiện, xong trước 31/10."
    rf"\s[-–]\s+((?=[{UPPER}])[^-–.;:]{{3,90}}?)\s+(?:chủ trì|thực hiện|phụ trách|đảm nhiệm)(?:,[^.;]{{0,60}})?[.;]?$"
)
_ORDER_IN_BRACKETS = re.compile(r"\(([Gg]iao [^()]{8,400})\)[.;]?$")
LEADS_AND_HELPS = re.compile(
    r"(.+?)\s+chủ trì\s*[,;]\s*(?:và\s+)?((?!phối hợp).+?)\s+(?:cùng\s+)?phối hợp(?:\s+thực hiện)?[.;]?"
)
_SAID_LAST = re.compile(  # "…. Chủ trì là Phòng Tư pháp; cùng thực hiện có Công an xã."
    r"(?<=[.;])\s+(?:Cơ quan |Đơn vị )?[Cc]hủ trì(?: thực hiện)? là ([^.;]{3,200})"
    r"(?:;\s*(?:cùng thực hiện|(?:cơ quan |đơn vị )?phối hợp)(?: thực hiện)? (?:có|là|gồm) ([^.;]{3,300}))?[.;]?$"
)
_MONEY = re.compile(r"(?:Ngân sách|Kinh phí|Nguồn)\b")
_BODY = re.compile(  # what a clause in the middle of a sentence must begin with to name a doer of its own
    r"(?:các|những|mỗi|từng)\s+(?:sở|ban|ngành|bộ|cơ quan|đơn vị|địa phương|tổ chức|đoàn thể|hội|phòng|xã|phường|huyện"
    r"|quận|thị xã|thành phố|tỉnh|đặc khu|thôn|ấp|bản|buôn|khu phố|đội|khoa|tổ|trường|doanh nghiệp|thành viên"
    r"|đồng chí|chuyên viên"
    r"|cấp|lực lượng|hợp tác xã|trung tâm|viện|đài|báo|công ty|hiệp hội|chi hội|chi bộ|cán bộ"
    r"|công chức|bộ phận|chủ đầu tư"
    r"|trạm|cơ sở)\b|(?!các\s|những\s)",
    re.I,
)


@lru_cache(maxsize=2048)
def doers_of(text: str) -> Doers:
    """Read leads and partners from a duty."""
    plain = without_asides(old_tone(text))
    if (told := _FOR_THEM.match(plain)) and starts_name(told[1]) and not starts_name(plain[told.end() :]):
        names = tuple(split_names(text[told.start(1) : told.end(1)]))
        return Doers(names, partners_of(text, told.end()), rest=told.end())
    start = order_at(plain) or _addressed(plain) or _after_lead_in(plain) or _after_title(plain)
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
    names += leads_beside(text, rest)
    later = _later_subjects(text, plain) if rest < len(text) else ()
    names = tuple(dict.fromkeys((*names, *(n for n in later if n not in found))))
    return Doers(names, tuple(name for name in found if name not in names), is_asked(plain), rest, rest >= len(text))


def leads_beside(text: str, rest: int = 0) -> tuple[str, ...]:
    """Read "Đồng chủ trì với Bộ Y tế, phối hợp với …": whoever leads beside the body that the sentence is about."""
    plain = old_tone(text)
    found = _LEADS_TOO.match(plain, rest)
    if not found or not starts_name(plain[found.end() :]):
        return ()
    verb = VERB.search(plain, found.end() + 1)
    stop = _END.search(plain, found.end())
    ends = [one.start() for one in (verb, stop) if one]
    return tuple(split_names(text[found.end() : min(ends, default=len(text))]))


def _addressed(plain: str) -> int:
    """Pass over "Đối với" before a body that the words after a colon are for: "Đối với các thôn: Tổ chức họp dân"."""
    found = re.match(r"(?:Đối với|Về phía)\s+", plain)
    if not found or not starts_name(plain[found.end() :]):
        return 0
    end = subject_end(plain, found.end())
    return found.end() if end is not None and plain[end : end + 1] in {":", ""} else 0


def length_of_title(plain: str) -> int:
    """How many letters "Về việc …: " takes, up to the colon behind which somebody is told something."""
    if not _ABOUT.match(plain):
        return 0
    ends = [found.end() for found in re.finditer(r":\s+", plain[:_LONGEST_ABOUT])]
    told = (end for end in ends if order_at(plain[end:]) or (starts_name(plain[end:]) and subject_end(plain, end)))
    return next(told, ends[0])


def _after_title(plain: str) -> int:
    """Pass over a title before the sentence about a body: "Thủy lợi: Tổ thủy nông nạo vét …"."""
    if size := length_of_title(plain):
        after = size + order_at(plain[size:])
        if after > size or starts_name(plain[after:]):
            return after
        inner = _after_lead_in(plain[after : after + 1].upper() + plain[after + 1 :])
        return after + inner if inner else 0
    found = _TITLE.match(plain)
    if not found or starts_name(plain) or WITH.search(found[0]):
        return 0
    if not starts_name(plain[found.end() :]):  # "Thi đua: Cuối năm 2026, Ban Thường trực xem xét …"
        inner = _after_lead_in(plain[found.end() :])
        return found.end() + inner if inner else 0
    end = subject_end(plain, found.end())
    long = "," in found[0] or len(found[0]) > _LONG_TITLE
    if end is None or (long and not (opens_with_verb(plain) and end - found.end() < _SHORT_SUBJECT // 2)):
        return 0
    return found.end() if VERB.match(plain, end) else 0


def _without_subject(text: str, plain: str, start: int) -> Doers:
    """Read a sentence that does not begin with a body: "… do X tổ chức", "Phối hợp với Y …"."""
    if (last := _SAID_LAST.search(plain)) and starts_name(last[1]):
        helps = split_names(text[last.start(2) : last.end(2)]) if last[2] else []
        return Doers(tuple(split_names(text[last.start(1) : last.end(1)])), tuple(helps), rest=start)
    by = (
        None
        if (opens_with_verb(plain) and not plain.startswith("Thông qua")) or _MONEY.match(plain)
        else _BY.search(plain)
    )
    leads: tuple[str, ...] = ()
    if by and starts_name(plain[by.end() :]) and (end := subject_end(plain, by.end())) is not None:
        leads = tuple(split_names(text[by.end() : end]))
    if not leads and (order := _THEREFORE.search(plain)) and (asked := doers_of(text[order.end() :])).leads:
        return replace(asked, asked=is_asked(order[0].split()[-1]), rest=start, only_named=False)
    if not leads and (behind := _BEHIND_DASH.search(plain)) and starts_name(behind[1]):
        return Doers(tuple(split_names(text[behind.start(1) : behind.end(1)])), partners_of(text, start), rest=start)
    if not leads and (told := told_in_brackets(text) or _ordered_in_brackets(text)):
        return replace(told, rest=start)
    leads = leads or _after_the_colon(text, plain) or _later_subjects(text, plain)
    return Doers(leads, partners_of(text, start), is_asked(plain), start, aside=bool(leads))


def _ordered_in_brackets(text: str) -> Doers | None:
    """Read whom an order in brackets is for: "Ban hành Quy chế (Giao Công an tỉnh chủ trì, phối hợp với …)"."""
    found = _ORDER_IN_BRACKETS.search(text)
    told = doers_of(found[1]) if found else None
    return told if told and told.leads and not told.aside else None


def _after_the_colon(text: str, plain: str) -> tuple[str, ...]:
    """Read a work and behind a colon nothing but who does it: "Trang trí khánh tiết: Công chức Văn hóa - Xã hội."."""
    found = _WORK_AND_BODY.match(_TIME_BEHIND.sub("", plain))
    if (
        not found
        or _ANNOUNCES.search(found[1])
        or not opens_with_verb(plain)
        or not found[2][0].isupper()
        or not starts_name(found[2])
    ):
        return ()
    end = subject_end(plain, found.start(2))
    whole = end is not None and end >= found.end(2) - 1 and not VERB.search(found[2])
    return tuple(split_names(text[found.start(2) : end])) if whole else ()


def _later_subjects(text: str, plain: str) -> tuple[str, ...]:
    """ "Tiếp tục thi hành Luật; các cơ quan rà soát …; chính quyền các cấp …": each clause may name its own doer."""
    names: list[str] = []
    for found in re.finditer(r"(?<=[;.])\s+(?=[^\W\d_])", plain):
        at = found.end() + (_after_lead_in(plain[found.end() :]) if _PURPOSE_OF.match(plain, found.end()) else 0)
        if not (_BODY.match(plain, at) and starts_name(plain[at:])):
            continue
        end = subject_end(plain, at)
        if (
            end is not None
            and end - at < _SHORT_SUBJECT
            and (acts_at(plain, end) or (_OFFICE.match(plain, at) and _NEW_VERB.match(plain, end)))
        ):
            names += split_names(text[at:end])
    return tuple(dict.fromkeys(names))


def acts_at(plain: str, at: int) -> bool:
    """Say whether a verb that makes a clause of its own follows a name, not one that only describes it."""
    verb = VERB.match(plain, at)
    return bool(verb) and not re.match(r"trực tiếp|trong phạm vi|theo (?!dõi)|khi\b|quản lý", verb[0])  # type: ignore[index]


def _after_lead_in(plain: str) -> int:
    """Pass over "Trên cơ sở …, ", where a body's name follows; else stay at the beginning."""
    if purpose := _PURPOSE.match(plain):
        end = subject_end(plain, purpose.end())
        if end is not None and VERB.match(plain, end):
            return purpose.end()
    if (again := _RHYTHM_BEFORE.match(plain)) and starts_name(plain[again.end() :]):
        return again.end()
    found = _LEAD_IN.match(plain)
    tries = 0
    while found and tries < 6:
        if (named := _named_at(plain, found)) is not None:
            return named
        segment = plain[found.end() : found.end() + _NEAR]
        if opens_with_verb(segment) and not _LEAD_IN.match(segment[:1].upper() + segment[1:]):
            return 0
        following = re.compile(r"[^.;]{0,200}?(?:,\s*(?:thì\s+)?|\bthì\s+)").match(plain, found.end())
        found, tries = following, tries + 1
    return 0


def _named_at(plain: str, lead_in: re.Match[str]) -> int | None:
    """Where a body that acts, or is told to, is named right behind a lead-in."""
    at = lead_in.end()
    if starts_name(plain[at:]) and (end := subject_end(plain, at)) is not None:
        in_list = _OF_A_LIST.match(plain, at) and _NAMES_A_GROUP.search(lead_in[0])
        if not in_list and (VERB.match(plain, end) or plain[end : end + 1] in {":", ""}):
            return at
    return _ordered_at(plain, at) or None


def _ordered_at(plain: str, at: int) -> int:
    """Pass over an order in the middle: "Trên cơ sở kết quả …, giao Sở Y tế thành lập đoàn"; 0 where none stands."""
    name = at + order_at(plain[at:])
    end = subject_end(plain, name) if name > at and starts_name(plain[name:]) else None
    return name if end is not None and VERB.match(plain, end) else 0


def subject_end(plain: str, start: int) -> int | None:
    """Where the name of the body ends that stands before a verb or a colon; None if no name stands there."""
    if not starts_name(plain[start:]):
        return None
    longest = start + _length_of_list(plain, start)
    verb = VERB.search(plain, start + _post_length(plain[start:]), longest)
    if verb and _closes_a_name(plain, verb):
        verb = None
    stop = _stop_of(plain, start, longest, verb.start() if verb else longest)
    if verb and CHOSEN.search(plain[start : verb.start()]):
        verb = STRONG.search(plain, verb.end(), min(longest, verb.end() + 60)) or verb
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
        end = len(plain) if len(plain) <= longest else 0
    if verb is None and stop and plain[stop.start()] in ".;!?":
        end = _plain_end(plain, start, end)
    end = end_behind_place(plain, start, end) if end else end
    return end if end and _is_a_name(plain[start:end]) else None


def _closes_a_name(plain: str, verb: re.Match[str]) -> bool:
    """Say whether a verb is the last word of a name: "các tổ chức cung cấp dịch vụ chi trả"."""
    is_last = not plain[verb.end() :].strip(" .;:")
    return is_last and plain[: verb.start()].endswith(("dịch vụ ", "công tác ", "nhiệm vụ ", "hoạt động "))


def _length_of_list(plain: str, start: int) -> int:
    """How far a subject may reach: farther where piece after piece of a list is a name."""
    at = start
    for found in re.finditer(r"[,;]\s+|\s+và\s+", plain[start : start + _LONGEST_LIST]):
        if start + found.start() - at > _LONGEST // 2:
            break
        if starts_name(plain[start + found.end() :]):
            at = start + found.end()
    return max(_LONGEST, at - start + _LONGEST // 2)


def _stop_of(plain: str, start: int, longest: int, verb: int) -> re.Match[str] | None:
    """Where the words end among which a subject stands; a semicolon between two names does not end them."""
    stop = _END.search(plain, start, longest)
    while stop and stop[0].startswith(";") and stop.start() < verb:
        after = stop.end()
        if not (plain[after : after + 1].isupper() or plain.startswith("các ", after)) or not starts_name(
            plain[after:]
        ):
            break
        stop = _END.search(plain, after, longest)
    return stop


def _plain_end(plain: str, start: int, end: int) -> int:
    """Where a name ends that no known verb follows: before several small words that belong to no name."""
    named = _PLAIN_NAME.match(plain[start:end])
    rest = plain[start + named.end() : end] if named else ""
    small = re.match(rf"(?:[{LOWER}]+[,;]?\s+){{3}}", rest)
    found = named[0].rstrip(" ,") if named else ""
    return start + len(found) if found and small and starts_name(found) else end


def _is_list(plain: str, start: int, colon: int, end: int) -> bool:
    """ "các hội: Hội Nông dân, Hội Phụ nữ … tuyên truyền": the colon stands inside the list."""
    if KIND_OF_LIST.search(plain, start, min(colon + 2, len(plain))):
        return not re.search(r"[.;]\s", plain[colon:end])
    return (
        bool(_LISTS.search(plain[start : colon + 1]))
        and starts_name(plain[colon + 1 : end].strip())
        and not re.search(r"[.;]\s", plain[colon:end])
    )


def _post_length(words: str) -> int:
    """How many letters of a post's name may look like verbs: "Cán bộ phụ trách lĩnh vực giám sát …"."""
    found = re.match(
        r"(?:\S+\s+){0,4}?phụ trách (?:lĩnh vực|công tác|về)\s+(?:\S+\s+){2}"
        r"|(?:chuyên viên|công chức|cán bộ|viên chức|đồng chí|đ/c"
        r"|phó)\s(?:[^\s,;:]+\s+){0,8}?(?<!trực tiếp )phụ trách"
        r"(?! chung| công tác| lĩnh vực| các| địa bàn| xã| huyện| cụm| thôn)\s+(?:\S+\s+){2}",
        words,
        re.I,
    )
    return found.end() if found else 1


def _strong_after(plain: str, at: int, stop: int) -> int | None:
    """ "cơ quan trực tiếp quản lý người ứng cử có trách nhiệm": the name runs on to "có trách nhiệm"."""
    found = STRONG.search(plain, at, min(stop, at + 60))
    return found.start() if found and "," not in plain[at : found.start()] else None


def _is_a_name(words: str) -> bool:
    words = without_brackets(words).strip(" ,")
    return bool(words) and len(words) < _LONGEST_LIST and not re.search(r"\b(?:nhằm|để|nếu|thì|gồm|bao gồm)\b", words)
