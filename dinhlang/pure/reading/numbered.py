""" "1. Nội dung: …", "2. Cơ quan chủ trì: …", "3. Thời gian: …" under one heading: labels that bear numbers."""

import re

from dinhlang.pure.reading.labelled import BINDS, ROLES, Group, label_of_part
from dinhlang.pure.reading.labels import Says, label_at
from dinhlang.pure.reading.outline import Item
from dinhlang.pure.reading.sentences import doers_of
from dinhlang.pure.reading.verbs import opens_with_verb

Labels = list[tuple[Says, Item]]


def one_duty_of(item: Item) -> tuple[Group, str] | None:
    """The labels that the parts of an item are, and the words of the duty; None where they make no duty together."""
    group = Group()
    contents: list[Item] = []
    for part in item.parts:
        told = _labels_of(part)
        if told is None or (_is_whole(told) and not label_of_part(part)):
            return None
        if not told or _tells_what(part):
            contents.append(part)
        for says, one in told:
            group.add(says, one)
    content = contents[0] if contents else None
    if not _is_enough(group, content) or len(contents) > 2:
        return None
    return group, _words_of(content) if content else ""


def _is_enough(group: Group, content: Item | None) -> bool:
    """Say whether labels make a duty: two of them with a body, or a time beside what is to be done."""
    said = {says for says, _ in group.labels}
    names_work = bool(content and _tells_what(content) and opens_with_verb(_after_its_label(content)))
    return bool((len(group.labels) > 1 and said & ROLES) or (Says.TIME in said and names_work))


def _words_of(content: Item) -> str:
    """What a part says behind its label, else what stands first under it."""
    if label_at(content.text):
        return _after_its_label(content)
    return next((one for one in content.walk() if one is not content), content).text


def _tells_what(part: Item) -> bool:
    """Say whether a part is "Nội dung: …" or "Nhiệm vụ: …"."""
    label = label_of_part(part)
    return bool(label and re.match(r"nội dung|nhiệm vụ", label.words, re.I))


def _after_its_label(part: Item) -> str:
    """The words of a part behind "Nội dung:"."""
    label = label_at(part.text)
    return part.text[label.length :].strip() if label else part.text


def _is_whole(labels: Labels) -> bool:
    """Say whether labels tell who and when: then they make a duty of their own."""
    told = {says for says, _ in labels}
    return Says.LEADS in told and Says.TIME in told


def _labels_of(part: Item) -> Labels | None:
    """Return the labels that a numbered part is, or that stand under it; None where it names several duties' doers."""
    own, below = label_of_part(part), [label_at(block.text) for block in part.blocks]
    if own and below and all(below):  # "b) Cơ quan thực hiện:" over "- Đơn vị chủ trì: …"
        return [(label.says, block) for label, block in zip(below, part.blocks, strict=True) if label]
    if own and own.says is Says.LEADS and len(part.blocks) > 1 and all(map(_says_who_does, part.blocks)):
        return None
    inner = part.parts or [part]
    labels = [label_of_part(one) for one in inner]
    if own and own.says in BINDS and part.parts and not any(labels):
        return [(own.says, part)]
    binds = any(label and label.says in BINDS for label in labels)
    if not own and not (all(labels) and binds):
        return []
    return [(label.says, one) for one, label in zip(inner, labels, strict=True) if label]


def _says_who_does(block: Item) -> bool:
    """Say whether a bullet is a whole sentence about a body, not the name of one."""
    found = doers_of(block.text)
    return bool(found.leads) and not found.only_named
