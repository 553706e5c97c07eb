"""With whom it is done, as a sentence says it: "phối hợp với Y", "chỉ đạo Z", "… , Văn phòng UBND xã phối hợp"."""

import re

from dinhlang.pure.reading.names import KIND_OF_LIST, end_behind_place, split_names, starts_name
from dinhlang.pure.reading.sheet import UPPER
from dinhlang.pure.reading.tones import old_tone
from dinhlang.pure.reading.verbs import VERB

WITH = re.compile(
    r"(?:[Pp]hối hợp(?:,| và) (?:cung cấp thông tin|trao đổi(?: thông tin)?|thống nhất|chia sẻ(?: thông tin)?)"
    r"(?= với)|[Pp]hối hợp|(?<!đồng hành )[Cc]ùng|[Kk]ết hợp(?=(?: chặt chẽ)?(?: với)? (?:các|Ban|Sở|Phòng|UBND"
    r"|Ủy ban|Công an|Hội"
    r"|Đoàn)\b))(?:,?\s+(?:chặt chẽ|tốt|cụ thể|thường xuyên|kịp thời|hiệu quả|cùng|đồng bộ"
    r"|liên ngành|thực hiện|hỗ trợ|chặt chẽ,?\s+(?:hiệu quả|kịp thời)))*\s+(?:cùng với|cùng|với|giữa)?\s*"
)
_EAGERLY = re.compile(
    r"(?:(?:Chủ động|Tích cực|Thường xuyên|Kịp thời|Duy trì|Tiếp tục|Tăng cường|Đẩy mạnh|Làm tốt(?: công tác)?|Chủ trì)"
    r",?\s+)+(?=phối hợp|kết hợp)"
)
_MEET = re.compile(
    r"(?<!thành phần )(?<!buổi )(?<!lịch )(?<!cuộc )(?<!nội dung )(?:[Hh]ọp với|(?:[Kk]ý"
    r"|ký kết)(?: (?:thỏa thuận|hợp đồng|quy chế|biên bản)[^,;.]{0,40})? với"
    r"|[Tt]rao đổi với|[Ll]àm việc(?: cụ thể| trực tiếp)? với|[Tt]hống nhất với|làm đầu mối (?:kết nối|liên hệ) với)\s+"
)
_DIRECT = re.compile(
    r"(?:(?:[Tt]rực tiếp|[Đđ]ịnh hướng,|[Pp]hân công,|[Hh]ướng dẫn(?:,| và))\s+)?[Cc]hỉ đạo(?: trực tiếp)?"
    r"(?:\s*,\s*(?:đôn đốc"
    r"|hướng dẫn|kiểm tra|giao(?: trách nhiệm| nhiệm vụ)?))?(?:\s+(?:kịp thời|ngay|chặt chẽ|sát sao"
    r"|quyết liệt))?\s+(?:cho\s+)?"
)
_THEN_TIME = re.compile(
    r";\s*(?=(?:từ|xong|trước|trong|hoàn thành|chậm nhất|hằng|hàng|khi|sau khi|thường xuyên|định kỳ|quý|tháng"
    r"|năm|\d)\b)",
    re.I,
)
_HELPS = re.compile(  # "Công an xã chủ trì …, Văn phòng UBND xã phối hợp; …"
    rf"[,;]\s+((?:[{UPPER}]|các )(?:(?!\bkhi\b|\bđể\b"
    rf"|\btrong\b)[^,;.:()]){{3,90}}?)\s+(?:cùng\s+)?phối hợp(?=\s*[;.,)]|\s+thực hiện\s*[;.,)]|$)"
)
_LEADS_THEN_HELPS = re.compile(  # "Công an xã chủ trì, Ban Chỉ huy Quân sự xã và các thôn phối hợp tuần tra"
    rf"chủ trì\s*[,;]\s+(?:và\s+)?((?:[{UPPER}]|các )(?:(?!\bkhi\b|\bđể\b|\bphối hợp\b)[^;.:()]){{3,160}}?)"
    rf"\s+(?:cùng\s+)?phối hợp\b(?!\s+với)"
)
_THEN_DIRECTS = re.compile(r"chỉ đạo(?:,? hướng dẫn|,? đôn đốc)?\s+(?=\S)")
_DIRECT_INSIDE = re.compile(
    r"(?:(?<=tiếp tục )|(?<=[,;.] )|(?<=[Đđ]ồng thời )|(?<=và )|(?<=trách nhiệm ))[Cc]hỉ đạo\s+(?=các |Chi "
    r"|Phòng |phòng |chi |giáo viên|nhân viên|cán bộ|đội ngũ|Công an|UBND|Tổ |Hội |Trạm |Trường |đơn vị|lực lượng)"
)
_ONLY_A_KIND = frozenset({"cơ quan", "đơn vị", "cơ quan chủ trì", "đơn vị chủ trì", "hệ thống", "bộ phận", "người"})
_IN_BRACKETS = re.compile(r"\([^()]{0,400}\)")
CHOSEN = re.compile(r"(?:được giao|được phân công|được ủy quyền)(?: nhiệm vụ)?\s+$")
_LONGEST, _NEAR = 320, 160


def without_asides(plain: str) -> str:
    """Blank out what stands in brackets: "Sở A (cơ quan chủ trì) hướng dẫn …" is Sở A that guides."""
    return _IN_BRACKETS.sub(lambda found: " " * len(found[0]), plain) if "(" in plain else plain


def begins_together(text: str) -> bool:
    """Say whether a duty without a doer begins with those it is done with: "Phối hợp với Y …"."""
    plain = _EAGERLY.sub("", old_tone(text))
    return bool(WITH.match(plain) or _DIRECT.match(plain) or _MEET.match(plain.lower()) or "(phối hợp" in plain)


def partners_of(text: str, start: int = 0) -> tuple[str, ...]:
    """Return those with whom it is done."""
    plain = old_tone(text)
    masked = without_asides(plain)
    names: list[str] = []
    for found in WITH.finditer(plain, start):
        if found[0].rstrip().endswith("giữa"):
            continue
        names += _names_after(text, masked if masked[found.start()] == plain[found.start()] else plain, found.end())
    for found in (*_LEADS_THEN_HELPS.finditer(plain, start), *_HELPS.finditer(plain, start)):
        names += split_names(text[found.start(1) : found.end(1)]) if starts_name(found[1]) else []
    directed = (_DIRECT.match(plain, start), *_DIRECT_INSIDE.finditer(plain, start))
    for told in (_MEET.search(plain, start, start + _NEAR), *directed):
        names += _names_after(text, plain, told.end()) if told else []
    return tuple(name for name in dict.fromkeys(names) if name.lower() not in _ONLY_A_KIND)


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
                r"[:.!?](?:\s|$)|\b(?:trong(?! (?:và ngoài|tỉnh|huyện|xã|thành phố|nước|hệ thống|khối|ngành"
                r"|khu vực|cụm|toàn|Quân đội|lực lượng|cùng|tiểu ban|ban |tổ |đoàn |Ban |Tổ |Đoàn |UBND"
                r"|Ủy ban))|để|nhằm|khi|về|đê|đẻ)\b"
            ).search(plain, start),
        )
        if found
    ]
    end = min(stops, default=len(plain))
    if plain[end : end + 1] == ":" and KIND_OF_LIST.search(plain, start, end + 2):
        last = min(len(plain), end + _LONGEST)
        later = re.compile(r"[.!?](?:\s|$)").search(plain, end, last)
        end = min(verb.start() if verb else last, later.start() if later else last)
    directed: list[str] = []
    if verb and end == verb.start() and (told := _THEN_DIRECTS.match(plain, end)) and starts_name(plain[told.end() :]):
        directed = _names_after(text, plain, told.end())
    if verb and end == verb.start() and CHOSEN.search(plain[start:end]):  # "các cán bộ được phân công trực hè"
        end = next((found.start() for found in re.finditer(r"[,;.](?:\s|$)", plain[end:])), 0) + end
    if (then := _THEN_TIME.search(plain, start)) and then.start() < end:
        end = then.start()
    return [*split_names(text[start : end_behind_place(plain, start, end)]), *directed]
