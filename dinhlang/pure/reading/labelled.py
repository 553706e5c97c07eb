"""Sets of labels under an item, and the bullets that each of them covers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dinhlang.pure.reading.labels import Label, Says, label_at, pieces_of
from dinhlang.pure.reading.markers import Rank
from dinhlang.pure.reading.names import split_names
from dinhlang.pure.reading.outline import Item
from dinhlang.pure.reading.sentences import doers_of
from dinhlang.pure.reading.times import phrase_in, times_in
from dinhlang.pure.reading.values import bodies_in
from dinhlang.pure.reading.verbs import opens_with_verb

ROLES = frozenset({Says.LEADS, Says.ADVISERS, Says.PARTNERS})
BINDS = frozenset({*ROLES, Says.TIME})
_TELLS_WHAT = re.compile(r"(?:nhiệm vụ|công việc)\b", re.I)
_NAME_AND_TIME = re.compile(r"[^:]{3,80}: (?:từ |trước |trong )?(?:ngày|tháng|quý|tuần)\b", re.I)
_LONGEST_VALUE = 400
_LONGEST_SAID = 1500
_LONGEST_BARE_TIME = 200


@dataclass
class Group:
    """The contents that one set of labels covers, and the labels."""

    contents: list[Item] = field(default_factory=list)
    labels: list[tuple[Says, Item]] = field(default_factory=list)
    end: int = 0
    apart: list[Item] = field(default_factory=list)
    unlabelled: bool = False

    @property
    def spread(self) -> list[Item]:
        """The bullets under the contents that each name a doer of their own: duties of their own under one time."""
        under = [child for content in self.contents for child in content.children if not label_at(child.text)]
        if not under and len(self.contents) > 1:
            under = self.contents
        own = [child for child in under if doers_of(child.text).leads and not doers_of(child.text).only_named]
        return own if len(own) > 1 and len(own) == len(under) and not self.names(Says.LEADS) else []

    def add(self, says: Says, item: Item) -> None:
        """Take a label and what stands under it; labels under a label ("Cơ quan thực hiện:") speak for themselves."""
        inner = [label_at(child.text) for child in item.children]
        if inner and all(label and label.says in {*BINDS, Says.PRODUCT} for label in inner):
            for label, child in zip(inner, item.children, strict=True):
                if label:
                    self.add(label.says, child)
        elif says is Says.LEADS and len(item.children) > 1 and all(_is_sentence(child.text) for child in item.children):
            self.labels.append((says, replace(item, children=item.children[:1])))
            self.apart += item.children[1:]
        else:
            self.labels.append((says, item))
        self.end = item.last

    def takes_milestone(self, block: Item) -> bool:
        """Take a bullet that gives one of several times under a label without words: "Thời gian:", "- Đợt 1: …"."""
        says, item = self.labels[-1] if self.labels else (Says.OTHER, block)
        times = times_in(block.text)
        if not (says is Says.TIME and item.text.endswith(":") and block.rank is Rank.DASH and times):
            return False
        if doers_of(block.text).leads and not doers_of(block.text).only_named and not _NAME_AND_TIME.match(block.text):
            return False
        self.labels[-1] = (says, replace(item, children=[*item.children, block]))
        self.end = block.last
        return True

    def places(self) -> dict[str, list[tuple[int, int]]]:
        """Where the lines of each label stand."""
        found: dict[str, list[tuple[int, int]]] = {}
        for says, item in self.labels:
            found.setdefault(says.value, []).append((item.start, item.last))
        return found

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
        if says is Says.PARTNERS:
            own = [name for value in self.values(says) for name in split_names(value)]
            own += [name for value in self.values(Says.LEADS) for name in bodies_in(value)[1]]
        else:
            own = [name for value in self.values(says) for name in bodies_in(value)[0]]
        return list(dict.fromkeys(own))

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


def _is_sentence(text: str) -> bool:
    """Say whether a value is a whole sentence about one body: "Sở A đăng tải thông điệp …"."""
    found = doers_of(text)
    return bool(found.leads) and not found.only_named and not found.aside


def labelled_groups(blocks: list[Item]) -> list[Group]:
    """Divide the blocks under an item by the sets of labels that follow them; nothing if there are no labels."""
    groups: list[Group] = []
    for block in _in_pieces(blocks):
        _take(groups, block)
    with_labels = [group for group in groups if any(says in BINDS for says, _ in group.labels)]
    if not with_labels:
        return []
    if len(groups) > 1 and not groups[-1].labels and len(with_labels) == len(groups) - 1:
        return with_labels if len(with_labels) > 1 or not _needs_own(groups[-1]) else groups
    if len(with_labels) == len(groups):
        return groups
    return [group for group in groups if group.labels or _needs_own(group)]


def _take(groups: list[Group], block: Item) -> None:
    """Put a block where it belongs: a label to the contents before it, a content to a new set after labels."""
    label = label_at(block.text)
    if groups and not label and groups[-1].takes_milestone(block):
        return
    if not label and block.rank is Rank.DASH and (own := _labels_under(block)):
        _take_with_labels(groups, block, own)
    elif label and label.says in {*BINDS, Says.PRODUCT} and _is_label_line(block, label):
        if not groups:
            groups.append(Group())
        groups[-1].add(label.says, block)
    elif label and label.length < len(block.text) and groups and _TELLS_WHAT.match(label.words):
        groups.append(Group([block], [], block.last))
    elif label and label.says is Says.OTHER and groups and (groups[-1].labels or groups[-1].contents):
        groups[-1].end = block.last
    elif groups and not groups[-1].labels:
        groups[-1].contents.append(block)
        groups[-1].end = block.last
    else:
        groups.append(Group([block], [], block.last))


def _take_with_labels(groups: list[Group], block: Item, own: list[Item]) -> None:
    """Put a bullet with labels under it into a set of its own: those above it have no labels."""
    if groups and not groups[-1].labels:
        groups[-1:] = [Group([one], [], one.last, unlabelled=True) for one in groups[-1].contents]
    groups.append(Group([replace(block, children=[one for one in block.children if one not in own])]))
    for line in own:
        groups[-1].add(label_at(line.text).says, line)  # type: ignore[union-attr]


def _labels_under(block: Item) -> list[Item]:
    """The label lines that close what stands under a bullet: they are its own."""
    lines: list[Item] = []
    for child in reversed(block.children):
        label = label_at(child.text)
        if not (label and label.length and label.says in {*BINDS, Says.PRODUCT} and _is_label_line(child, label)):
            break
        lines.insert(0, child)
    return lines


def _needs_own(group: Group) -> bool:
    """Say whether contents that no labels cover are duties of their own."""
    if group.unlabelled and opens_with_verb(group.contents[0].text) and not group.contents[0].text.endswith(":"):
        return True
    return any(doers_of(content.text).leads for content in group.contents)


def _is_label_line(block: Item, label: Label) -> bool:
    """Say whether a block is a label and its value, not a duty that begins like one."""
    if label.length == 0:
        return len(block.text) < _LONGEST_BARE_TIME and bool(phrase_in(block.text))
    if label.says in ROLES:
        value = block.text[label.length :].strip()
        return not value or len(value) < _LONGEST_VALUE or (len(value) < _LONGEST_SAID and bool(bodies_in(value)[0]))
    return True


def _in_pieces(blocks: list[Item]) -> Iterator[Item]:
    """Cut blocks where a label stands inside them."""
    for block in blocks:
        pieces = pieces_of(block.text)
        for number, piece in enumerate(pieces):
            last = number == len(pieces) - 1
            yield replace(block, text=piece, children=block.children if last else [])


def label_of_part(part: Item) -> Label | None:
    """Return the label that a numbered item is: "2. Cơ quan chủ trì", "3. Thời gian thực hiện: …"."""
    found = label_at(part.text)
    if found and found.length:
        return found
    return label_at(f"{part.text}:") if len(part.text) < 60 else None
