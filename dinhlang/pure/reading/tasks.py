"""From the outline of a plan to its duties, as a careful official takes them out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dinhlang.pure.reading.findings import Duty, Span, Timing
from dinhlang.pure.reading.labels import Label, Says, label_at, pieces_of
from dinhlang.pure.reading.markers import Rank
from dinhlang.pure.reading.names import split_names
from dinhlang.pure.reading.outline import Item
from dinhlang.pure.reading.reports import time_of_report
from dinhlang.pure.reading.sections import Section, section_of
from dinhlang.pure.reading.sentences import Doers, begins_together, doers_of
from dinhlang.pure.reading.times import Clock, is_report, phrase_in, sentences_of
from dinhlang.pure.reading.tones import old_tone
from dinhlang.pure.reading.verbs import VERB, opens_with_verb, order_at

_ROLES = frozenset({Says.LEADS, Says.ADVISERS, Says.PARTNERS})
_BINDS = frozenset({Says.LEADS, Says.ADVISERS, Says.PARTNERS, Says.TIME})
_CLOSING = re.compile(
    r"(?:Trên đây là|Trong quá trình (?:tổ chức )?(?:triển khai|thực hiện)[^.]*(?:khó khăn|vướng mắc"
    r"|phát sinh|bất cập)|Nếu (?:có|gặp) (?:khó khăn|vướng mắc)|Quá trình (?:triển khai"
    r"|thực hiện)[^.]*(?:khó khăn|vướng mắc))",
    re.I,
)
_FIRST_WORDS = re.compile(
    r"(?:Hằng|Hàng|Định kỳ|Trên cơ sở|Căn cứ|Trong|Sau|Trước|Khi|Từ|Đối với|Thông qua|Không|100%|Mỗi"
    r"|Tất cả|Ngoài ra|Đồng thời|Là cơ quan|Là đơn vị|Được|Việc|Nếu|Trường hợp|Các)\b"
)
_GENERIC_LEAD_IN = re.compile(
    r"(?:nhiệm vụ|nội dung|trách nhiệm|công việc|như|cụ thể|sau|việc|tập trung|thực hiện|giải pháp"
    r"|hoạt động)[^.;]{0,40}:\s*$",
    re.I,
)
_MUST = re.compile(r"\b(?:có trách nhiệm|phải|phối hợp|chịu trách nhiệm)\b")
_ARTICLE_OF_FORCE = re.compile(
    r"(?:có hiệu lực|chịu trách nhiệm (?:thi hành|thực hiện) (?:Quyết định|Nghị quyết|Kế hoạch"
    r"|Chỉ thị) này|Ban hành kèm theo)",
    re.I,
)
_HALF = re.compile(
    r"(?:phối hợp|có trách nhiệm|chịu trách nhiệm|chủ trì|thực hiện|tổ chức thực hiện|triển khai|là cơ quan)\b"
)
_ORDERED_BY = re.compile(r"(?:yêu cầu|đề nghị|giao)\s+", re.I)


@dataclass(frozen=True)
class Around:
    """What an item takes over from those above it."""

    section: Section | None = None
    doers: Doers = field(default_factory=Doers)
    phrase: str | None = None


def duties_of(root: Item, clock: Clock) -> list[Duty]:
    """Return the duties of a plan's body in the order of the text."""
    return list(_Official(clock).read(root))


class _Official:
    """Goes through the outline once."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    def read(self, root: Item) -> Iterator[Duty]:
        ordered = all(
            item.rank >= Rank.NUMBER for item in root.parts
        )  # a directive or a letter: no sections, only bodies
        for item in root.parts:
            yield from self._item(item, Around(Section.ORGANISATION if ordered else None))

    # items with a number or letter

    def _item(self, item: Item, around: Around) -> Iterator[Duty]:
        heading = _heading_of(item)
        section = section_of(heading) or around.section
        if section in {Section.SILENT, Section.MONEY} and not (
            around.section is Section.ORGANISATION and doers_of(item.text).leads
        ):
            return
        around = replace(around, section=section)
        if not item.parts:
            yield from self._leaf(item, around)
        elif whole := self._labelled_whole(item, around):
            yield whole
        else:
            yield from self._branch(item, around)

    def _branch(self, item: Item, around: Around) -> Iterator[Duty]:
        below = self._below(item, around)
        first = item.children.index(item.parts[0])
        before = Item(item.rank, item.label, item.text, item.start, item.end, item.path, item.children[:first])
        if before.children:
            period = _period_before(before.children[-1].text)
            below = replace(below, phrase=period or below.phrase)
            yield from self._blocks(before, below, lead_in=True)
        elif len(item.text) > 150 and (found := doers_of(item.text)).leads and not item.text.endswith(":"):
            yield self._duty(item.path, item.text, (item.start, item.end), found, below)
        shared = next((part.text for part in item.parts if _only_dates_others(part)), None)
        if shared:
            below = replace(below, phrase=phrase_in(shared))
        for child in item.children[first:]:
            if child.is_block:
                yield from self._closing(child)
            elif not _only_dates_others(child):
                yield from self._item(child, below)

    def _below(self, item: Item, around: Around) -> Around:
        """What the items under this one take over: a body that its heading names."""
        found = doers_of(item.text)
        if found.leads and _only_names(item, found):
            return replace(around, doers=found)
        return around

    def _closing(self, item: Item) -> Iterator[Duty]:
        """A paragraph after the last item: a duty only if it orders something by a day."""
        for sentence in sentences_of(item.text):
            if _CLOSING.match(sentence) or is_report(sentence):
                continue
            found = _ORDERED_BY.search(sentence)
            phrase = phrase_in(sentence)
            if found and phrase and (doers := doers_of(sentence[found.start() :])).leads:
                yield self._duty(item.path, sentence, (item.start, item.end), doers, Around(phrase=phrase))

    # items with nothing but bullets and paragraphs under them

    def _leaf(self, item: Item, around: Around) -> Iterator[Duty]:
        groups = _labelled_groups(item.blocks)
        if groups:
            yield from self._labelled(item, groups, around)
        elif item.blocks:
            yield from self._blocks(item, self._below(item, around))
        elif self._is_duty(item.text, around) and not _is_bare_heading(item):
            yield self._duty(item.path, item.text, (item.start, item.end), _doers_after_label(item.text), around)

    def _labelled(self, item: Item, groups: list["Group"], around: Around) -> Iterator[Duty]:
        below = self._below(item, around)
        named = below.doers if below.doers is not around.doers else Doers()
        for group in groups:
            first = group.contents[0] if group.contents else None
            alone = len(groups) == 1 and not named.leads
            path = item.path if alone or first is None else first.path
            if alone or first is None:
                text = "\n".join(part for part in (_own_words(item), first.text if first else "") if part)
            else:
                text = first.text
            span = (item.start if alone or first is None else first.start, group.end)
            told = " ".join(content.text for content in group.contents) or item.text
            yield self._from_labels(
                path, text, span, told, group, replace(below, doers=named if named.leads else around.doers)
            )

    def _from_labels(self, path: str, text: str, span: Span, told: str, group: "Group", around: Around) -> Duty:
        leads, advisers, partners = (group.names(says) for says in (Says.LEADS, Says.ADVISERS, Says.PARTNERS))
        said = doers_of(told)
        if not leads and not advisers:
            leads = list(said.leads or around.doers.leads)
        if leads or advisers or begins_together(told):
            helpers = [
                name
                for content in (group.contents or [None])
                for name in (doers_of(content.text) if content else said).partners
            ]
            partners = list(dict.fromkeys([*partners, *(name for name in helpers if name not in leads)]))
        phrase = group.phrase()
        if phrase:
            timing = self.clock.read(phrase)
        else:
            own = phrase_in(told) or (around.phrase if around.phrase else None)
            timing = self.clock.read(own) if own else Timing()
        product = "; ".join(group.values(Says.PRODUCT)) or None
        return Duty(
            path,
            text,
            span,
            leads,
            advisers,
            partners,
            timing,
            product,
            said.asked,
            0.95 if leads or advisers else 0.85,
        )

    def _blocks(self, item: Item, around: Around, *, lead_in: bool = False) -> Iterator[Duty]:
        """Bullets and paragraphs under an item: each a duty, or all of them one."""
        blocks = [block for block in item.children if not _CLOSING.match(block.text)]
        named = bool(around.doers.leads) and doers_of(item.text).leads == around.doers.leads
        single = named and len(blocks) == 1 and blocks[0].rank is Rank.PLAIN and not order_at(blocks[0].text)
        if lead_in and not named:
            blocks = [
                block
                for block in blocks
                if block.rank is Rank.DASH or (doers_of(block.text).leads and not block.text.endswith(":"))
            ]
        if not blocks:
            if not lead_in and self._is_duty(item.text, around) and not item.text.endswith(":"):
                yield self._duty(item.path, item.text, (item.start, item.end), doers_of(item.text), around)
            return
        if named or lead_in or self._each_for_itself(item, blocks, around):
            yield from self._each(item, blocks, around, single=single)
        elif self._is_duty(_own_words(item), around) or any(self._is_duty(block.text, around) for block in blocks):
            yield self._together(item, blocks, around)

    def _each_for_itself(self, item: Item, blocks: list[Item], around: Around) -> bool:
        """Bullets are duties of their own if they have their own doers or times."""
        with_doer = [block for block in blocks if doers_of(block.text).leads]
        if around.section is Section.MEETING:
            return True
        if around.section is Section.ORGANISATION and len(blocks) > 1 and not doers_of(item.text).leads:
            return True
        return (len(with_doer) >= 1 and len(blocks) > 1) or any(block.children for block in with_doer)

    def _each(self, item: Item, blocks: list[Item], around: Around, *, single: bool) -> Iterator[Duty]:
        for block in blocks:
            if block.children and (self._is_duty(block.text, around) or block.text.endswith(":")):
                yield from self._bullet_with_more(block, around)
                continue
            if around.section is Section.MEETING:
                yield from self._in_meeting(block, around)
                continue
            if not self._is_duty(block.text, around):
                continue
            found = doers_of(block.text)
            if single:
                found = replace(found, leads=())
            yield self._duty(item.path if single else block.path, block.text, (block.start, block.end), found, around)

    def _in_meeting(self, block: Item, around: Around) -> Iterator[Duty]:
        """Of what is said of a meeting, the sentences that oblige somebody."""
        for sentence in re.split(r"(?<=[.;])\s+", block.text):
            if self._is_duty(sentence, around):
                yield self._duty(block.path, sentence, (block.start, block.end), doers_of(sentence), around)

    def _bullet_with_more(self, block: Item, around: Around) -> Iterator[Duty]:
        """A bullet with plus bullets under it: a heading for them, or one duty with its details."""
        groups = _labelled_groups(block.children)
        found = doers_of(block.text)
        opened = block.text.endswith(":")
        if groups and any(group.phrase() or group.names(Says.LEADS) for group in groups):
            yield from self._labelled(block, groups, around)
            return
        own = [child for child in block.children if doers_of(child.text).leads]
        if opened and not found.leads and not opens_with_verb(block.text):
            for child in block.children:
                if child.children and self._is_duty(child.text, around):
                    yield from self._bullet_with_more(child, around)
                elif self._is_duty(child.text, around):
                    yield self._duty(child.path, child.text, (child.start, child.last), doers_of(child.text), around)
            return
        if not (opened and found.leads and _GENERIC_LEAD_IN.search(block.text)):
            text = block.text if not opened else f"{block.text}\n{block.children[0].text}"
            more = " ".join(child.text for child in block.children if child not in own)
            yield self._duty(block.path, text, (block.start, block.last), found, around, more=more)
        for child in own:
            yield self._duty(child.path, child.text, (child.start, child.last), doers_of(child.text), around)

    def _together(self, item: Item, blocks: list[Item], around: Around) -> Duty:
        """An item whose bullets have no doer of their own is one duty."""
        first = blocks[0]
        text = "\n".join(part for part in (_own_words(item), first.text) if part)
        found = doers_of(item.text)
        if not found.leads:
            found = replace(doers_of(first.text), rest=0)
        more = " ".join(part.text for block in blocks for part in block.walk())
        return self._duty(item.path, text, (item.start, blocks[-1].last), found, around, more=more)

    # one duty

    def _is_duty(self, text: str, around: Around) -> bool:
        """Say whether a stretch obliges somebody to do something."""
        if _CLOSING.match(text) or _ARTICLE_OF_FORCE.search(text[:250]) or len(text) < 8:
            return False
        label = label_at(text)
        if label and label.length and label.says is not Says.LEADS:
            rest = text[label.length :].strip()
            return (
                around.section is not Section.MEETING
                and bool(doers_of(rest).leads)
                and VERB.search(old_tone(rest)) is not None
            )
        found = doers_of(text)
        if found.only_named:
            return False
        if around.section is Section.MEETING:
            return bool(found.leads) or bool(re.search(r"(?:phải|cũng) được|phải có", text) and phrase_in(text))
        if found.leads or around.doers.leads:
            return True
        return opens_with_verb(text) or bool(_FIRST_WORDS.match(text) and VERB.search(old_tone(text)))

    def _duty(self, path: str, text: str, span: Span, found: Doers, around: Around, *, more: str = "") -> Duty:
        leads = list(found.leads or around.doers.leads)
        partners = [name for name in found.partners if name not in leads]
        if not leads and not begins_together(text):
            partners = []
        if not found.leads:
            partners = list(dict.fromkeys([*partners, *(around.doers.partners if around.doers.leads else ())]))
        told = f"{text} {more}".strip()
        phrase = phrase_in(text) or (phrase_in(more) if more else None) or _of_the_report(told) or around.phrase
        timing = self.clock.read(phrase) if phrase else Timing()
        sure = 0.9 if leads else 0.7
        return Duty(path, text, span, leads, [], partners, timing, None, found.asked or around.doers.asked, sure)

    def _labelled_whole(self, item: Item, around: Around) -> Duty | None:
        """One set of labels for an item whose numbered parts have none of their own."""
        labelled = [part for part in item.parts if _labelled_groups(part.blocks)]
        if (
            len(labelled) == 1
            and labelled[0] is item.parts[-1]
            and not any(part.blocks or part.parts for part in item.parts[:-1])
        ):
            group = _labelled_groups(labelled[0].blocks)[-1]
            if len(item.parts) > 1 and _covers_all(item.parts, group):
                text = f"{_own_words(item)}\n{item.parts[0].text}"
                told = " ".join(part.text for part in item.parts)
                return self._from_labels(item.path, text, (item.start, item.last), told, group, around)
        return self._numbered_labels(item, around)

    def _numbered_labels(self, item: Item, around: Around) -> Duty | None:
        """ "1. Nội dung: …", "2. Cơ quan chủ trì: …", "3. Thời gian: …" under one heading: one duty."""
        group = Group()
        contents: list[Item] = []
        for part in item.parts:
            inner = part.parts or [part]
            labels = [_label_of_part(one) for one in inner]
            own = _label_of_part(part)
            if own and own.says in _BINDS and part.parts and all(label is None for label in labels):
                inner, labels = [part], [own]
            if not own and (not all(labels) or not any(label and label.says in _BINDS for label in labels)):
                contents.append(part)
                continue
            for one, label in zip(inner, labels, strict=True):
                if label:
                    group.add(label.says, one)
        if len(group.labels) < 2 or not any(says in _ROLES for says, _ in group.labels) or len(contents) > 2:
            return None
        content = contents[0] if contents else None
        first = next((one for one in content.walk() if one is not content), content) if content else None
        name = label_at(content.text) if content else None
        words = content.text[name.length :].strip() if content and name else (first.text if first else "")
        text = "\n".join(part for part in (_own_words(item), words) if part)
        return self._from_labels(item.path, text, (item.start, item.last), text, group, around)


@dataclass
class Group:
    """The contents that one set of labels covers, and the labels."""

    contents: list[Item] = field(default_factory=list)
    labels: list[tuple[Says, Item]] = field(default_factory=list)
    end: int = 0

    def add(self, says: Says, item: Item) -> None:
        """Take a label and what stands under it."""
        self.labels.append((says, item))
        self.end = item.last

    def values(self, says: Says) -> list[str]:
        """What the labels of a kind say: on their own line, or in the bullets under them."""
        out = []
        for kind, item in self.labels:
            if kind is says:
                label = label_at(item.text) or label_at(f"{item.text}:")
                own = item.text[label.length if label else 0 :].strip(" .;:")
                below = [part.text.strip(" .;") for part in item.walk() if part is not item]
                out += [own] if own else []
                out += below
        return out

    def names(self, says: Says) -> list[str]:
        """The bodies that labels of a kind name."""
        return list(dict.fromkeys(name for value in self.values(says) for name in split_names(value)))

    def phrase(self) -> str | None:
        """The time that the labels say."""
        said = []
        for kind, item in self.labels:
            if kind is Says.TIME:
                label = label_at(item.text) or label_at(f"{item.text}:")
                own = item.text[label.length if label else 0 :].strip(" .;:")
                if label and label.length == 0:
                    own = phrase_in(item.text) or own
                said += [own] if own else []
                said += [part.text.strip(" .;") for part in item.walk() if part is not item]
        return "; ".join(said) or None


def _labelled_groups(blocks: list[Item]) -> list[Group]:
    """Divide the blocks under an item by the sets of labels that follow them; nothing if there are no labels."""
    groups: list[Group] = []
    for block in _in_pieces(blocks):
        label = label_at(block.text)
        if label and label.says in {*_BINDS, Says.PRODUCT} and _is_label_line(block, label):
            if not groups:
                groups.append(Group())
            groups[-1].add(label.says, block)
        elif label and label.says is Says.OTHER and groups and (groups[-1].labels or groups[-1].contents):
            groups[-1].end = block.last
        elif groups and not groups[-1].labels:
            groups[-1].contents.append(block)
            groups[-1].end = block.last
        else:
            groups.append(Group([block], [], block.last))
    with_labels = [group for group in groups if any(says in _BINDS for says, _ in group.labels)]
    if not with_labels:
        return []
    if len(groups) > 1 and not groups[-1].labels and len(with_labels) == len(groups) - 1:
        return with_labels if len(with_labels) > 1 or not _needs_own(groups[-1]) else groups
    return (
        groups if len(with_labels) == len(groups) else [group for group in groups if group.labels or _needs_own(group)]
    )


def _needs_own(group: Group) -> bool:
    """Say whether contents after the last labels are duties of their own."""
    return any(doers_of(content.text).leads for content in group.contents)


def _is_label_line(block: Item, label: Label) -> bool:
    """Say whether a block is a label and its value, not a duty that begins like one."""
    if label.length == 0:
        return len(block.text) < 200 and bool(phrase_in(block.text))
    if label.says in _ROLES:
        value = block.text[label.length :].strip()
        return not value or len(value) < 400
    return True


def _in_pieces(blocks: list[Item]) -> Iterator[Item]:
    """Cut blocks where a label stands inside them."""
    for block in blocks:
        pieces = pieces_of(block.text)
        for number, piece in enumerate(pieces):
            last = number == len(pieces) - 1
            yield replace(block, text=piece, children=block.children if last else [])


def _label_of_part(part: Item) -> Label | None:
    """Return the label that a numbered item is: "2. Cơ quan chủ trì", "3. Thời gian thực hiện: …"."""
    found = label_at(part.text)
    if found and found.length:
        return found
    return label_at(f"{part.text}:") if len(part.text) < 60 else None


def _covers_all(parts: list[Item], group: Group) -> bool:
    """Say whether labels under the last part speak for all: the part has no bullets of its own before them."""
    return not group.contents and all(opens_with_verb(part.text) for part in parts)


def _only_names(item: Item, found: Doers) -> bool:
    """Say whether an item's own words name a body and leave the duties to what stands under it."""
    if found.only_named or item.text.endswith(":"):
        return True
    rest = item.text[found.rest :]
    return bool(item.children) and len(rest) < 60 and bool(_HALF.match(rest)) and not item.text.endswith(".")


def _heading_of(item: Item) -> str:
    """The words by which an item says what stands under it."""
    if item.rank is Rank.DOCUMENT:
        return ""
    words = item.text.split(":")[0] if ":" in item.text[:80] else item.text
    return words if item.children or len(words) < 60 else ""


def _own_words(item: Item) -> str:
    return item.text


def _doers_after_label(text: str) -> Doers:
    """Read who does it, past a label such as "Nội dung: …"."""
    label = label_at(text)
    return doers_of(text[label.length :].strip()) if label and label.says is Says.OTHER else doers_of(text)


def _is_bare_heading(item: Item) -> bool:
    """Say whether an item is only a title with nothing under it."""
    return item.rank <= Rank.SECTION and item.text.isupper()


def _only_dates_others(item: Item) -> bool:
    """ "4. Chậm nhất là ngày …, việc … phải được tiến hành xong": the time of the items beside it."""
    if item.children or doers_of(item.text).leads:
        return False
    return (
        bool(re.match(r"(?:Chậm nhất|Muộn nhất|Thời gian|Thời hạn|Hoàn thành)\b", item.text))
        and bool(phrase_in(item.text))
        and len(item.text) < 260
    )


def _period_before(text: str) -> str | None:
    """The period that a paragraph gives to all the items after it: "… từ ngày … đến ngày …, cụ thể như sau:"."""
    if not re.search(r"(?:như sau|sau đây|cụ thể)\s*:\s*$", text):
        return None
    return phrase_in(text)


def _of_the_report(text: str) -> str | None:
    """The time of a standing report, where it is the only time of the duty."""
    for sentence in sentences_of(text):
        if is_report(sentence) and (found := time_of_report(sentence)):
            return found
    return None
