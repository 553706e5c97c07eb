"""What an item of the outline is for: a heading, the doer of what follows, the time of its neighbours."""

import re

from dinhlang.pure.reading.doers import Doers
from dinhlang.pure.reading.labelled import Group, label_of_part
from dinhlang.pure.reading.labels import Says, label_at
from dinhlang.pure.reading.markers import Rank
from dinhlang.pure.reading.names import split_names, starts_name, without_brackets
from dinhlang.pure.reading.obliges import AMOUNT, ASIDE, CLOSING_WORDS
from dinhlang.pure.reading.outline import Item
from dinhlang.pure.reading.reports import time_of_report
from dinhlang.pure.reading.sentences import doers_of
from dinhlang.pure.reading.times import is_report, phrase_in, sentences_of, times_in
from dinhlang.pure.reading.verbs import opens_with_verb

_HALF = re.compile(
    r"(?:phối hợp|có trách nhiệm|chịu trách nhiệm|chủ trì|thực hiện|tổ chức thực hiện|triển khai|là cơ quan)\b"
)

_OF_WHOM = re.compile(r"(?:Trách nhiệm|Nhiệm vụ(?: cụ thể)?|Phân công nhiệm vụ)\s+(?:của|đối với|cho)\s+")
_ORDERS_BEHIND = re.compile(r"Đối với [^.;:]{5,160}, (?:yêu cầu|đề nghị|giao) ")
_ACTS = re.compile(r"\b(?:có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp|phải)\b")
_CIRCUMSTANCE = re.compile(r"(?:Trên cơ sở|Căn cứ|Theo|Trong|Hằng|Hàng|Định kỳ|Là|Sau|Khi)\b")
_FINISHES = re.compile(
    r"Hoàn thành\s+(?!trước|trong|xong|vào|chậm|muộn|đến|việc|các (?:nội dung|công việc) (?:trên|nêu))"
)
_ABOUT_IT = re.compile(r"(?:Địa điểm|Hình thức|Thành phần|Đối tượng|Số lượng|Khách mời|Phạm vi)[^:]{0,40}:")
_LONGEST_HEADING, _LONGEST_PERIOD = 260, 80
_LONGEST_VISIT = 120
_FEW = 3  # letters that a heading may have beside its period
_WORK_OF_A_MONTH = re.compile(
    r"(?:(?:một số|các) )?(?:phương hướng|nhiệm vụ|công tác|công việc|nội dung|kế hoạch)\b[^:.;]{0,50}?"
    r"\b((?:tháng|quý) [\dIVX]{1,3}(?:[ /](?:năm )?20\d\d)?)$",
    re.I,
)
_BESIDE_A_PERIOD = re.compile(
    r"(?:bao )?gồm|(?:với|tập trung(?: vào)?)?\s*(?:các|những) (?:nội dung|nhiệm vụ|công việc|hoạt động|việc)"
    r"|trọng tâm|chủ yếu|chính|cụ thể|như|sau đây|sau|cần thực hiện"
    r"|đợt|giai đoạn|bước|vòng|trong|từ|đến|lần|thời gian|và|[\W\d_]",
    re.I,
)


def only_names(item: Item, found: Doers) -> bool:
    """Say whether an item's own words name a body and leave the duties to what stands under it."""
    if found.only_named or item.text.endswith(":"):
        return True
    rest = item.text[found.rest :]
    return bool(item.children) and len(rest) < 60 and bool(_HALF.match(rest)) and not item.text.endswith(".")


def named_by_heading(item: Item, *, organising: bool) -> Doers | None:
    """The bodies that an item's own words name as the doers of what stands under it; nothing if they do not."""
    found = doers_of(item.text)
    if found.leads and only_names(item, found):
        return found
    words = _OF_WHOM.sub("", item.text)
    if not item.children or len(words) > _LONGEST_HEADING or words.rstrip().endswith((".", ";")):
        return None
    said = words != item.text and not re.match(r"(?:năm|kế hoạch|công tác)\b", words, re.I)
    whole = (
        organising
        and starts_name(words)
        and ":" not in without_brackets(words)
        and not _ACTS.search(without_brackets(words))
    )
    if (said or whole) and _heads_verbs(item):
        return Doers(tuple(split_names(words)), asked=found.asked)
    return None


def _heads_verbs(item: Item) -> bool:
    """Say whether what stands under an item begins with what is to be done."""
    below = [child.text for child in item.children]
    return sum(opens_with_verb(text) or bool(_CIRCUMSTANCE.match(text)) for text in below) * 2 >= len(below)


def period_of_heading(item: Item) -> str | None:
    """The time of all that stands under "Đợt 1: Trong tháng 12/2025", "Giai đoạn 2026 - 2030"."""
    words = item.text.strip(" .:;")
    if not item.children or len(words) > _LONGEST_PERIOD:
        return None
    times = times_in(words)
    if not times:
        return None
    rest = words
    for time in reversed(times):
        rest = rest[: time.start] + rest[time.end :]
    if len(_BESIDE_A_PERIOD.sub("", rest)) > _FEW:
        return _month_of(words)
    return words[times[0].start : times[-1].end]


def _month_of(words: str) -> str | None:
    """The month or quarter whose work a heading announces: "NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2025"."""
    found = _WORK_OF_A_MONTH.match(words)
    return found[1] if found else None


def timetable_of(blocks: list[Item]) -> str | None:
    """The days of a timetable, "Ngày 05/5/2026: thôn Đông" and so on: milestones of one duty, not duties."""
    if len(blocks) < 2:
        return None
    days = []
    for block in blocks:
        times = times_in(block.text)
        if not times or times[0].start > 1 or len(block.text) > _LONGEST_VISIT or doers_of(block.text).leads:
            return None
        rest = block.text[times[0].end :].strip(" :,-–")
        if opens_with_verb(rest):
            return None
        days.append(block.text[times[0].start : times[0].end])
    return "; ".join(days)


def heading_of(item: Item) -> str:
    """The words by which an item says what stands under it."""
    if item.rank is Rank.DOCUMENT:
        return ""
    words = item.text.split(":")[0] if ":" in item.text[:80] else item.text
    return words if item.children or len(words) < 60 else ""


def is_bare_heading(item: Item) -> bool:
    """Say whether an item is only a title with nothing under it."""
    return item.rank <= Rank.SECTION and item.text.isupper()


def is_idle_article(item: Item) -> bool:
    """Say whether an article of a decision orders nobody: "Điều 1. Phê duyệt …"."""
    return item.rank is Rank.SECTION and item.label.startswith("Điều") and not doers_of(item.text).leads


def only_dates_others(item: Item) -> bool:
    """ "4. Chậm nhất là ngày …, việc … phải được tiến hành xong": the time of the items beside it."""
    if item.children or doers_of(item.text).leads:
        return False
    if _FINISHES.match(item.text):
        return False  # what is to be finished is said: a duty of its own
    return (
        bool(re.match(r"(?:Chậm nhất|Muộn nhất|Thời gian|Thời hạn|Hoàn thành)\b", item.text))
        and bool(phrase_in(item.text))
        and len(item.text) < 260
    )


def shared_time(parts: list[Item]) -> str | None:
    """The time that one of several items gives to those beside it: "1. Thời gian thực hiện" and a line under it."""
    for part in parts:
        if only_dates_others(part) or gives_time(part):
            return phrase_in(" ".join(one.text for one in part.walk()))
    return None


def only_amounts(item: Item) -> bool:
    """Say whether the parts of an item only say how much each gets: "4.1.1. Nhóm 1: 300.000 đồng/người"."""
    return all(AMOUNT.match(part.text) and not part.children for part in item.parts)


def gives_time(part: Item) -> bool:
    """Say whether an item is a label of time whose words stand under it."""
    label = label_of_part(part)
    return bool(label and label.says is Says.TIME and len(part.children) == 1 and len(part.text) < _LONGEST_PERIOD)


def period_before(text: str) -> str | None:
    """The period that a paragraph gives to all the items after it: "… từ ngày … đến ngày …, cụ thể như sau:"."""
    if not re.search(r"(?:như sau|sau đây|cụ thể)\s*:\s*$", text):
        return None
    return phrase_in(text)


def of_the_report(text: str) -> str | None:
    """The time of a standing report, where it is the only time of the duty."""
    for sentence in sentences_of(text):
        if is_report(sentence) and (found := time_of_report(sentence)):
            return found
    return None


def doers_after_label(text: str) -> Doers:
    """Read who does it, past a label such as "Nội dung: …"."""
    label = label_at(text)
    return doers_of(text[label.length :].strip()) if label and label.says is Says.OTHER else doers_of(text)


def covers_all(parts: list[Item], group: Group) -> bool:
    """Say whether labels under the last part speak for all: the part has no bullets of its own before them."""
    return not group.contents and all(opens_with_verb(part.text) for part in parts)


def goes_before_its_bullets(item: Item, blocks: list[Item]) -> bool:
    """Say whether a whole sentence gives a body one duty, and bullets under it give the same body more of them."""
    found = doers_of(item.text)
    return (
        bool(found.leads)
        and not (found.only_named or found.aside)
        and item.text.endswith((".", ";"))
        and len(blocks) > 1
        and all(block.rank is Rank.DASH and opens_with_verb(block.text) for block in blocks)
    )


def timetable_under(blocks: list[Item]) -> str | None:
    """The days of a timetable, be it announced by a line with a colon or not."""
    announced = len(blocks) > 2 and blocks[0].rank is Rank.PLAIN and blocks[0].text.endswith(":")
    return timetable_of(blocks[1:] if announced else blocks)


def what_is_done(contents: list[Item]) -> Item | None:
    """The first of several contents that says what is done, not where or for whom."""
    return next((one for one in contents if not _ABOUT_IT.match(one.text)), contents[0] if contents else None)


def stands_before_a_bullet(blocks: list[Item], number: int) -> bool:
    """Say whether a bullet comes next."""
    return number + 1 < len(blocks) and blocks[number + 1].rank is Rank.DASH


def is_aside(block: Item) -> bool:
    """Say whether a block closes or remarks, and asks for nothing."""
    return bool(CLOSING_WORDS.match(block.text) or ASIDE.match(block.text))


def speaks_for_itself(block: Item) -> bool:
    """Say whether a block before numbered items is a bullet or names its own doer."""
    return block.rank is Rank.DASH or bool(doers_of(block.text).leads and not block.text.endswith(":"))


def orders_another(item: Item, blocks: list[Item]) -> bool:
    """Say whether behind the sentence about one body a paragraph orders another: "Đối với …, yêu cầu Sở Y tế …"."""
    if len(blocks) != 1 or blocks[0].rank is not Rank.PLAIN or not item.text.endswith("."):
        return False
    first, other = doers_of(item.text), doers_of(blocks[0].text)
    ordered = _ORDERS_BEHIND.match(blocks[0].text)
    return bool(
        ordered and first.leads and other.leads and not first.only_named and set(first.leads) != set(other.leads)
    )
