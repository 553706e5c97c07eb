"""The outline of a document: which item lies under which, and the path by which people cite it ("II.1.b")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dinhlang.pure.reading.labels import label_at
from dinhlang.pure.reading.markers import Rank
from dinhlang.pure.reading.paragraphs import Paragraph
from dinhlang.pure.reading.verbs import order_at

CLOSING = re.compile(
    r"(?:Trên đây là|(?:Trong )?[Qq]uá trình (?:tổ chức )?(?:triển khai|thực hiện)|Nếu (?:có"
    r"|gặp) (?:khó khăn|vướng mắc)|(?:UBND|Ủy ban nhân dân|Chủ tịch|Ban Chỉ đạo)[^.;:,]{0,60} yêu cầu"
    r"|Yêu cầu (?:các|Thủ trưởng|thủ trưởng|người đứng đầu)|Đề nghị các"
    r"|Căn cứ (?:nội dung )?Kế hoạch này|Nhận được Kế hoạch|Kế hoạch này)"
)
BULLETS = frozenset({Rank.DASH, Rank.PLUS})


@dataclass
class Item:
    """One item of the outline: its words, where they stand, and what lies under it."""

    rank: Rank
    label: str
    text: str
    start: int
    end: int
    path: str = ""
    children: list["Item"] = field(default_factory=list)

    @property
    def is_block(self) -> bool:
        """Say whether it is a bullet or a paragraph without a sign, not an item with a number or letter."""
        return self.rank >= Rank.DASH

    @property
    def blocks(self) -> list["Item"]:
        """The bullets and paragraphs directly under it."""
        return [child for child in self.children if child.is_block]

    @property
    def parts(self) -> list["Item"]:
        """The items with a number or letter directly under it."""
        return [child for child in self.children if not child.is_block]

    @property
    def last(self) -> int:
        """Where the last words under it end."""
        return self.children[-1].last if self.children else self.end

    def walk(self) -> Iterator["Item"]:
        """Yield it and everything under it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


def outline_of(paragraphs: list[Paragraph]) -> Item:
    """Put every paragraph in its place under the one it belongs to."""
    root = Item(Rank.DOCUMENT, "", "", 0, 0)
    open_items = [root]
    for paragraph in paragraphs:
        _close_for(open_items, paragraph)
        parent = open_items[-1]
        if _is_title_of(paragraph, parent):
            parent.text, parent.end = paragraph.text, paragraph.end
            continue
        item = _item_under(parent, paragraph)
        parent.children.append(item)
        if paragraph.rank is not Rank.PLAIN:
            open_items.append(item)
    for item in root.parts:
        _lift_closing(item)
    if root.parts:
        _lift_last_order(root)
    return root


def _is_title_of(paragraph: Paragraph, parent: Item) -> bool:
    """Say whether a paragraph is the title of the part above it, printed on a line of its own."""
    return parent.rank is Rank.PART and not parent.text and not parent.children and paragraph.rank is Rank.PLAIN


def _lift_closing(section: Item) -> None:
    """Paragraphs that close a section stand in the outline under its last item; bring them up to the section."""
    last = section
    while last.parts and last.children[-1] is last.parts[-1]:
        last = last.parts[-1]
    if last is section:
        return
    lifted: list[Item] = []
    while last.children and last.children[-1].rank is Rank.PLAIN and CLOSING.match(last.children[-1].text):
        lifted.insert(0, last.children.pop())
    for number, item in enumerate(lifted, len(section.blocks) + 1):
        item.label = f"({number})"
        item.path = _path(section, item.label)
        section.children.append(item)


def _lift_last_order(root: Item) -> None:
    """The order that closes a document is nobody's in particular: "Đề nghị Thủ trưởng các đơn vị nghiêm túc …"."""
    last = root.parts[-1]
    while last.parts and last.children[-1] is last.parts[-1]:
        last = last.parts[-1]
    said = len(last.children) > 1 or last.text.endswith((".", ";"))
    if last.rank <= Rank.SECTION or not said or not last.children:
        return
    closing = last.children[-1]
    if closing.rank is Rank.PLAIN and (order_at(closing.text) or CLOSING.match(closing.text)):
        last.children.pop()
        closing.label = closing.path = f"({len(root.blocks) + 1})"
        root.children.append(closing)


def _close_for(open_items: list[Item], paragraph: Paragraph) -> None:
    """Leave the items that the next paragraph does not lie under."""
    if paragraph.rank is Rank.PLAIN:
        label = label_at(paragraph.text)
        while open_items[-1].rank in BULLETS and not _takes(open_items[-1], is_label=bool(label)):
            open_items.pop()
        return
    if paragraph.rank is Rank.STEP and not any(item.rank is Rank.STEP for item in open_items):
        while open_items[-1].is_block:  # steps stand under whatever announced them, a section or "2."
            open_items.pop()
        return
    while any(item.rank >= paragraph.rank for item in open_items):
        open_items.pop()


def _takes(bullet: Item, *, is_label: bool) -> bool:
    """Say whether a bullet goes on with the paragraphs after it: it announced them with a colon."""
    return bullet.text.endswith(":") and (not is_label or bool(bullet.children))


def _item_under(parent: Item, paragraph: Paragraph) -> Item:
    label = _label_of(parent, paragraph)
    item = Item(paragraph.rank, label, paragraph.text, paragraph.start, paragraph.end)
    item.path = _path(parent, label)
    return item


def _label_of(parent: Item, paragraph: Paragraph) -> str:
    """Return the sign as it stands in a path; bullets and bare paragraphs are counted, a second "V" is "V(2)"."""
    same = [child for child in parent.children if child.rank is paragraph.rank]
    if paragraph.rank is Rank.DASH:
        return f"-{len(same) + 1}"
    if paragraph.rank is Rank.PLUS:
        return f"+{len(same) + 1}"
    if paragraph.rank is Rank.PLAIN or paragraph.marker is None:
        return f"({len(same) + 1})"
    printed = paragraph.marker.label
    if paragraph.rank is Rank.BRACKET:
        printed = f"({printed})"
    times = sum(child.label == printed or child.label.startswith(f"{printed}(") for child in same)
    return f"{printed}({times + 1})" if times else printed


def _path(parent: Item, label: str) -> str:
    """Join a label to the path above it; "7.2" under "7" is not doubled."""
    if not parent.path:
        return label
    above = parent.label
    if above and label.startswith(f"{above}.") and above[0].isdigit():
        return parent.path[: -len(above)] + label
    return f"{parent.path}.{label}"
