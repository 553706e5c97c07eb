"""What an item takes over from those above it, and how it hands duties on to the bullets under it."""

import re
from dataclasses import dataclass, field, replace

from dinhlang.pure.reading.doers import Doers
from dinhlang.pure.reading.labels import Says, label_at
from dinhlang.pure.reading.markers import Rank
from dinhlang.pure.reading.outline import Item
from dinhlang.pure.reading.sections import Section
from dinhlang.pure.reading.sentences import doers_of, leads_beside
from dinhlang.pure.reading.verbs import opens_with_verb

GENERIC_LEAD_IN = re.compile(
    r"(?:nhiệm vụ|nội dung|trách nhiệm|công việc|như|cụ thể|sau|việc|tập trung|thực hiện|giải pháp"
    r"|hoạt động)[^.;]{0,40}:\s*$",
    re.I,
)
_ORDERS = re.compile(r"\b(?:yêu cầu|đề nghị|giao)\s+(?=(?:các |những )?[^\W\d_])")
_ONE_OF_ITS_OWN = re.compile(  # a body gives a duty to one of its own people: it answers for it
    r"Phân công (?:một |01 )?(?:đồng chí|đ/c|lãnh đạo|Phó|phó|Chủ tịch|Ủy viên|Trưởng|chuyên viên)\b"
)
_MOST = 0.6
LONGEST_TITLE = 120
MONTH_OF_WORK = re.compile(r"(?:Tháng|Quý|Tuần|THÁNG|QUÝ|TUẦN)\s[\dIVX][^:]{0,20}:?$")  # a heading of a calendar
_DETAILS = re.compile(r"Trong đó\s*:$")
CONTENTS = re.compile(  # what is to be said or looked at, not what is to be done
    r"nội dung (?:tuyên truyền|truyền thông|tập huấn|bồi dưỡng|kiểm tra|giám sát|hội nghị|lấy ý kiến)", re.I
)


@dataclass(frozen=True)
class Around:
    """What an item takes over from those above it.

    `details` says that the items beside it are duties in one sentence, so that bullets under it are its details;
    `addressed`, that the doers are those whom the whole document addresses: any body that an item names comes first.
    """

    section: Section | None = None
    doers: Doers = field(default_factory=Doers)
    phrase: str | None = None
    details: bool = False
    addressed: bool = False


def names_who_leads(item: Item) -> bool:
    """Say whether labels under a heading tell who does it: then even "Về nguồn lực" heads duties."""
    labels = [label_at(one.text) for one in item.walk() if one is not item]
    return any(label and label.says is Says.LEADS and "chủ trì" in label.words.lower() for label in labels)


def words_of(content: Item | None) -> str:
    """The words of a content; of the first bullet under "Nội dung:"."""
    if content is None:
        return ""
    label = label_at(content.text)
    only_label = label is not None and label.length >= len(content.text.rstrip())
    return content.children[0].text if only_label and content.children else content.text


def taken_over(text: str, found: Doers, around: Around) -> tuple[list[str], list[str]]:
    """Whom a heading above makes the doer: of all under it that names no doer at its beginning."""
    above = around.doers
    if beside := leads_beside(text):
        return list(dict.fromkeys([*above.leads, *found.leads, *beside])), list(found.partners)
    if not above.leads or not found.leads:
        return list(found.leads or above.leads), list(found.partners)
    if found.aside:
        return list(above.leads), list(found.partners)
    if _ONE_OF_ITS_OWN.match(text):
        return list(above.leads), list(found.partners)
    if not around.addressed and re.match(r"yêu cầu\b", text, re.I):
        return list(above.leads), [*found.leads, *found.partners]
    return list(found.leads), list(found.partners)


def after_lead_in(blocks: list[Item], around: Around) -> tuple[list[Item], Around]:
    """Take the paragraph that announces the bullets after it: "…, các đơn vị thực hiện:", "Phối hợp với …:"."""
    if len(blocks) < 2 or any(block.rank is not Rank.DASH for block in blocks[1:]):
        return blocks, around
    told = led_in_by(blocks[0], around)
    return (blocks, around) if told is around else (blocks[1:], told)


def led_in_by(block: Item, around: Around) -> Around:
    """What a paragraph that ends with a colon hands on to all that follows: who does it, or those it is done with."""
    if block.rank is not Rank.PLAIN or not block.text.endswith(":"):
        return around
    found = ordered_by(block.text) or doers_of(block.text)
    if found.leads and not found.aside and (found.only_named or GENERIC_LEAD_IN.search(block.text)):
        return replace(around, doers=found)
    return with_partners(block.text, around)


def ordered_by(text: str) -> Doers | None:
    """Whom somebody orders or asks: "Để …, Thủ tướng Chính phủ yêu cầu Chủ tịch Ủy ban nhân dân các tỉnh …:"."""
    for found in _ORDERS.finditer(text):
        doers = doers_of(text[found.start() :].rstrip(" :"))
        if doers.leads:
            return doers
    return None


def with_partners(text: str, around: Around) -> Around:
    """Hand on those with whom a body does all that follows: "Chủ trì, phối hợp với …:"."""
    found = doers_of(text).partners
    if not around.doers.leads or not found or not re.match(r"(?:chủ trì|phối hợp)\b", text, re.I):
        return around
    if not text.endswith((":", found[-1])):
        return around
    return replace(around, doers=replace(around.doers, partners=(*around.doers.partners, *found)))


def without_details(blocks: list[Item]) -> list[Item]:
    """Drop "Trong đó:" and the smaller bullets after it, which count up what stands above."""
    kept: list[Item] = []
    counting = False
    for block in blocks:
        counting = bool(kept and _DETAILS.match(block.text)) or (counting and block.rank is Rank.PLUS)
        if not counting:
            kept.append(block)
    return kept


def heads_duties(item: Item, blocks: list[Item]) -> bool:
    """Say whether an item's own words are a title, and the bullets under it full duties."""
    bullets = [block for block in blocks if block.rank is Rank.DASH]
    verbs = sum(opens_with_verb(block.text) for block in bullets)
    return (
        len(bullets) > 1
        and len(bullets) == len(blocks)
        and verbs >= _MOST * len(bullets)
        and bool(item.text)
        and not item.text.endswith((":", ";"))
        and not (item.text.endswith(".") and len(item.text) > LONGEST_TITLE)
        and not CONTENTS.match(item.text)
    )


def each_for_itself(item: Item, blocks: list[Item], around: Around) -> bool:
    """Bullets are duties of their own if they have their own doers or times."""
    with_doer = [block for block in blocks if doers_of(block.text).leads]
    if around.section is Section.MEETING:
        return True
    if around.section is Section.ORGANISATION and len(blocks) > 1 and not doers_of(item.text).leads:
        return True
    if (len(with_doer) >= 1 and len(blocks) > 1) or any(block.children for block in with_doer):
        return True
    announced = item.text.endswith(":") and not opens_with_verb(item.text) and len(blocks) > 1
    duties = announced and all(opens_with_verb(block.text) for block in blocks)
    return duties or (not around.details and heads_duties(item, blocks))
