"""From the outline of a plan to its duties, as a careful official takes them out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dinhlang.pure.reading.doers import Doers
from dinhlang.pure.reading.findings import NO_TIME, Duty, Span
from dinhlang.pure.reading.inherited import (
    CONTENTS,
    GENERIC_LEAD_IN,
    LONGEST_TITLE,
    MONTH_OF_WORK,
    Around,
    after_lead_in,
    each_for_itself,
    heads_duties,
    led_in_by,
    names_who_leads,
    taken_over,
    with_partners,
    without_details,
    words_of,
)
from dinhlang.pure.reading.items import (
    covers_all,
    doers_after_label,
    gives_time,
    goes_before_its_bullets,
    heading_of,
    is_aside,
    is_bare_heading,
    is_idle_article,
    named_by_heading,
    of_the_report,
    only_amounts,
    only_dates_others,
    orders_another,
    period_before,
    period_of_heading,
    shared_time,
    speaks_for_itself,
    stands_before_a_bullet,
    timetable_under,
    what_is_done,
)
from dinhlang.pure.reading.labelled import Group, labelled_groups
from dinhlang.pure.reading.labels import Says
from dinhlang.pure.reading.markers import Rank
from dinhlang.pure.reading.numbered import one_duty_of
from dinhlang.pure.reading.obliges import CLOSING_WORDS, NEW_WORDS, is_duty
from dinhlang.pure.reading.outline import Item
from dinhlang.pure.reading.partners import begins_together
from dinhlang.pure.reading.sections import Section, section_of
from dinhlang.pure.reading.sentences import doers_of, length_of_title
from dinhlang.pure.reading.times import Clock, is_report, phrase_in, sentences_of
from dinhlang.pure.reading.verbs import opens_with_verb, order_at

_AHEAD = re.compile(r"(?:như sau|sau đây|dưới đây)\s*:$")  # what it announces stands in a table
_LONG_ENOUGH = 40  # letters of a duty, not of a heading
_GIVEN = re.compile(r"Giao (?!các )")  # a closing paragraph that gives one body a duty: to watch, to report
_ORDERED_BY = re.compile(r"(?:yêu cầu|đề nghị|giao)\s+", re.I)


def duties_of(root: Item, clock: Clock, *, before: Callable[[], Item | None] = lambda: None) -> list[Duty]:
    """Return the duties of a plan's body in the order of the text; `before` finds the paragraph leading in to it."""
    return list(_Official(clock).read(root, before))


class _Official:
    """Goes through the outline once."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    def read(self, root: Item, before: Callable[[], Item | None]) -> Iterator[Duty]:
        ordered = all(item.rank >= Rank.NUMBER for item in root.parts)
        around = Around(Section.ORGANISATION if ordered else None)  # a directive or a letter: only bodies
        if ordered and (leads_in := before()):  # looked for only where bodies are addressed without a section
            around = replace(led_in_by(leads_in, around), addressed=True)
        if not root.parts:
            yield from self._unnumbered(root)
        for item in root.parts:
            yield from self._item(item, around)
        for block in root.children[root.children.index(root.parts[-1]) + 1 :] if root.parts else ():
            yield from self._closing(block)

    def _unnumbered(self, root: Item) -> Iterator[Duty]:
        """A letter without numbers or bullets: its paragraphs that order or ask a body something."""
        if any(block.rank is not Rank.PLAIN for block in root.children):
            return
        for block in root.children:
            found = doers_of(block.text)
            if order_at(block.text) and found.leads and not (found.only_named or CLOSING_WORDS.match(block.text)):
                yield self._duty(block.path, block.text, (block.start, block.end), found, Around())

    # items with a number or letter

    def _item(self, item: Item, around: Around) -> Iterator[Duty]:
        heading = heading_of(item)
        section = section_of(heading) or around.section
        if section in {Section.SILENT, Section.MONEY} and not (
            around.section is Section.ORGANISATION and doers_of(item.text).leads
        ):
            if section is Section.SILENT:
                yield from self._spoken(item, around)
                return
            if around.section is Section.ORGANISATION:
                yield from self._paying(item, around)
                return
            if not names_who_leads(item):
                return
            section = Section.DUTIES
        around = replace(around, section=section)
        if not item.parts or (only_amounts(item) and is_duty(item.text, around)):
            yield from self._leaf(item, around)
        elif whole := self._labelled_whole(item, around):
            yield whole
        else:
            yield from self._branch(item, around)

    def _paying(self, item: Item, around: Around) -> Iterator[Duty]:
        """Of what is said of money where bodies get their duties, what names a body."""
        for one in item.walk():
            found = doers_of(one.text)
            if one is not item and found.leads and not found.aside and is_duty(one.text, around):
                yield self._duty(one.path, one.text, (one.start, one.last), found, around)

    def _spoken(self, item: Item, around: Around) -> Iterator[Duty]:
        """The items among targets and purposes that are duties all the same: "d) Các hoạt động chính"."""
        around = replace(around, phrase=shared_time(item.parts) or around.phrase)
        for part in item.parts:
            if section_of(heading_of(part)) is Section.DUTIES and part.children:
                yield from self._item(part, around)
            else:
                yield from self._spoken(part, around)

    def _branch(self, item: Item, around: Around) -> Iterator[Duty]:
        plain = sum(not part.children and len(part.text) > _LONG_ENOUGH for part in item.parts)
        details = around.details or plain * 2 > len(item.parts) or bool(CONTENTS.match(item.text))
        below = replace(self._below(item, around), details=details)
        first = item.children.index(item.parts[0])
        before = Item(item.rank, item.label, item.text, item.start, item.end, item.path, item.children[:first])
        if before.children:
            period = period_before(before.children[-1].text)
            below = replace(below, phrase=period or below.phrase)
            led = led_in_by(before.children[-1], below)
            if led is not below:
                before.children = before.children[:-1]
            yield from self._blocks(before, below, lead_in=True)
            below = led
        elif len(item.text) > 150 and (found := doers_of(item.text)).leads and not item.text.endswith(":"):
            yield self._duty(item.path, item.text, (item.start, item.end), found, below)
        below = replace(below, phrase=shared_time(item.parts) or below.phrase)
        for child in item.children[first:]:
            if child.is_block:
                yield from self._closing(child)
            elif not only_dates_others(child) and not gives_time(child):
                yield from self._item(child, below)

    def _below(self, item: Item, around: Around) -> Around:
        """What the items under this one take over: a body that its heading names."""
        around = replace(around, phrase=period_of_heading(item) or around.phrase)
        named = named_by_heading(item, organising=around.section is Section.ORGANISATION)
        return replace(around, doers=named, addressed=False) if named else with_partners(item.text, around)

    def _closing(self, item: Item) -> Iterator[Duty]:
        """A paragraph after the last item: a duty only if it orders something by a day."""
        sentences = sentences_of(item.text)
        for number, sentence in enumerate(sentences):
            if CLOSING_WORDS.match(sentence) or (is_report(sentence) and not _GIVEN.match(sentence)):
                continue
            found = _ORDERED_BY.search(sentence)
            phrase = phrase_in(sentence) or (of_the_report(" ".join(sentences[number + 1 :])) if found else None)
            told = bool(phrase) or _GIVEN.match(sentence)
            if found and told and (doers := doers_of(sentence[found.start() :])).leads:
                yield self._duty(item.path, sentence, (item.start, item.end), doers, Around(phrase=phrase))

    def _leaf(self, item: Item, around: Around) -> Iterator[Duty]:
        groups = labelled_groups(item.blocks)
        if groups:
            yield from self._labelled(item, groups, around)
        elif orders_another(item, item.blocks):
            for one in (item, *item.blocks):
                yield from self._alone(one, around)
        elif item.blocks:
            yield from self._blocks(item, self._below(item, around))
        elif is_duty(item.text, around) and not (
            is_bare_heading(item) or is_idle_article(item) or _AHEAD.search(item.text)
        ):
            yield self._duty(item.path, item.text, (item.start, item.end), doers_after_label(item.text), around)

    def _labelled(self, item: Item, groups: list[Group], around: Around) -> Iterator[Duty]:
        below = self._below(item, around)
        named = below.doers if below.doers is not around.doers else Doers()
        for group in groups:
            if group.spread:
                below_time = replace(below, phrase=group.phrase() or below.phrase)
                for child in group.spread:
                    yield self._duty(
                        child.path, child.text, (child.start, child.last), doers_of(child.text), below_time
                    )
                continue
            for child in group.apart:
                time = replace(around, phrase=group.phrase(), doers=Doers())
                yield self._duty(child.path, child.text, (child.start, child.last), doers_of(child.text), time)
            first = what_is_done(group.contents)
            alone = len(groups) == 1 and not named.leads
            path = item.path if alone or first is None else first.path
            words = words_of(first)
            text = "\n".join(part for part in (item.text, words) if part) if alone or first is None else words
            span = (item.start if alone or first is None else first.start, group.end)
            told = " ".join(content.text for content in group.contents) or item.text
            yield self._from_labels(
                (path, span), text, told, group, replace(below, doers=named if named.leads else around.doers)
            )

    def _from_labels(self, place: tuple[str, Span], text: str, told: str, group: Group, around: Around) -> Duty:
        path, span = place
        leads, advisers, partners = (group.names(says) for says in (Says.LEADS, Says.ADVISERS, Says.PARTNERS))
        said = doers_of(told)
        if not leads and not advisers:
            leads = list(said.leads or around.doers.leads)
        if leads or advisers or begins_together(told):
            stretches = [content.text for content in group.contents] or [told]
            helpers = [name for words in stretches for name in doers_of(words).partners]
            partners = list(dict.fromkeys([*partners, *(name for name in helpers if name not in leads)]))
        phrase = group.phrase()
        if phrase:
            timing = self.clock.read(phrase)
        else:
            own = phrase_in(told) or phrase_in(" ".join(group.values(Says.LEADS))) or around.phrase
            timing = self.clock.read(own) if own else NO_TIME
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
            labels=group.places(),
        )

    def _blocks(self, item: Item, around: Around, *, lead_in: bool = False) -> Iterator[Duty]:
        """Bullets and paragraphs under an item: each a duty, or all of them one."""
        blocks = without_details([block for block in item.children if not is_aside(block)])
        above = around
        blocks, around = after_lead_in(blocks, around)
        heading = named_by_heading(item, organising=around.section is Section.ORGANISATION)
        named = bool(around.doers.leads) and bool(
            (heading and heading.leads == around.doers.leads) or around.doers is not above.doers
        )
        single = named and len(blocks) == 1 and blocks[0].rank is Rank.PLAIN and not order_at(blocks[0].text)
        if lead_in and not named:
            blocks = [block for block in blocks if speaks_for_itself(block)]
        if not blocks:
            yield from () if lead_in or item.text.endswith(":") else self._alone(item, around)
            return
        if timetable := timetable_under(blocks):
            timed, span = replace(around, phrase=timetable), (item.start, item.last)
            yield self._duty(item.path, item.text, span, doers_of(item.text), timed)
            return
        if named:
            yield from self._announced(item, around)
        if around.section is Section.ORGANISATION and goes_before_its_bullets(item, blocks):
            yield from self._and_its_bullets(item, blocks, around)
        elif named or lead_in or MONTH_OF_WORK.match(item.text) or each_for_itself(item, blocks, around):
            yield from self._each(item, blocks, around, single=single)
        elif is_duty(item.text, around) or any(is_duty(block.text, around) for block in blocks):
            yield self._together(item, blocks, around)

    def _alone(self, item: Item, around: Around) -> Iterator[Duty]:
        """An item under which nothing is left that asks for anything."""
        if is_duty(item.text, around):
            yield self._duty(item.path, item.text, (item.start, item.end), doers_of(item.text), around)

    def _and_its_bullets(self, item: Item, blocks: list[Item], around: Around) -> Iterator[Duty]:
        """The duty of a whole sentence, and those of the same body that the bullets under it tell."""
        found = doers_of(item.text)
        yield self._duty(item.path, item.text, (item.start, item.end), found, around)
        yield from self._each(item, blocks, replace(around, doers=replace(found, partners=())), single=False)

    def _announced(self, item: Item, around: Around) -> Iterator[Duty]:
        """What a body must do by the very words that announce its bullets: "… bố trí kinh phí; tập trung …:"."""
        found = doers_of(item.text)
        said = item.text[found.rest :] if item.text.endswith(":") else ""
        if ";" in said and len(said) > LONGEST_TITLE and opens_with_verb(said) and not said.startswith("là "):
            yield self._duty(item.path, item.text, (item.start, item.end), found, around)

    def _each(self, item: Item, blocks: list[Item], around: Around, *, single: bool) -> Iterator[Duty]:
        together = heads_duties(item, blocks)  # among duties, one whose verb is not known is a duty too
        above = around
        for number, block in enumerate(blocks):
            if number and block.rank is Rank.PLAIN:
                led = led_in_by(block, above) if stands_before_a_bullet(blocks, number) else above
                around = led
                if led is not above:
                    continue
            if block.children and (is_duty(block.text, around) or block.text.endswith(":")):
                yield from self._bullet_with_more(block, around)
                continue
            if around.section is Section.MEETING:
                yield from self._in_meeting(block, around)
                continue
            if not (is_duty(block.text, around) or (together and NEW_WORDS.match(block.text))):
                continue
            found = doers_of(block.text)
            if single and not set(found.leads) < set(around.doers.leads):
                found = replace(found, leads=())
            yield self._duty(item.path if single else block.path, block.text, (block.start, block.end), found, around)

    def _in_meeting(self, block: Item, around: Around) -> Iterator[Duty]:
        """Of what is said of a meeting, the sentences that oblige somebody."""
        for sentence in re.split(r"(?<=[.;])\s+", block.text):
            if is_duty(sentence, around):
                yield self._duty(block.path, sentence, (block.start, block.end), doers_of(sentence), around)

    def _bullet_with_more(self, block: Item, around: Around) -> Iterator[Duty]:
        """A bullet with plus bullets under it: a heading for them, or one duty with its details."""
        groups = labelled_groups(block.children)
        found = doers_of(block.text)
        opened = block.text.endswith(":")
        if groups and any(group.phrase() or group.names(Says.LEADS) for group in groups):
            yield from self._labelled(block, groups, around)
            return
        own = [child for child in block.children if doers_of(child.text).leads]
        if opened and not found.leads and not opens_with_verb(block.text):
            for child in block.children:
                if child.children and is_duty(child.text, around):
                    yield from self._bullet_with_more(child, around)
                elif is_duty(child.text, around):
                    yield self._duty(child.path, child.text, (child.start, child.last), doers_of(child.text), around)
            return
        if not (opened and found.leads and GENERIC_LEAD_IN.search(block.text)):
            text = block.text if not opened else f"{block.text}\n{block.children[0].text}"
            more = " ".join(child.text for child in block.children if child not in own)
            yield self._duty(block.path, text, (block.start, block.last), found, around, more=more)
        for child in own:
            yield self._duty(child.path, child.text, (child.start, child.last), doers_of(child.text), around)

    def _together(self, item: Item, blocks: list[Item], around: Around) -> Duty:
        """An item whose bullets have no doer of their own is one duty."""
        first = blocks[0]
        idle = is_bare_heading(item) and section_of(item.text) is Section.ORGANISATION  # it says nothing of the work
        text = "\n".join(part for part in (item.text, first.text) if part) if not idle else first.text
        found = doers_of(item.text)
        if not found.leads:
            found = replace(doers_of(first.text), rest=0)
        more = " ".join(part.text for block in blocks for part in block.walk())
        return self._duty(item.path, text, (item.start, blocks[-1].last), found, around, more=more)

    def _duty(self, path: str, text: str, span: Span, found: Doers, around: Around, *, more: str = "") -> Duty:
        leads, helpers = taken_over(text, found, around)
        partners = [name for name in helpers if name not in leads]
        if not leads and not begins_together(text):
            partners = []
        if not found.leads:
            partners = list(dict.fromkeys([*partners, *(around.doers.partners if around.doers.leads else ())]))
        told = f"{text} {more}".strip()
        own = (
            phrase_in(text[length_of_title(text) :])
            or phrase_in(text)
            or (phrase_in(more, goes_on=True) if more else None)
        )
        phrase = own or of_the_report(told) or around.phrase
        timing = self.clock.read(phrase) if phrase else NO_TIME
        return Duty(
            path, text, span, leads, list(found.advisers), partners, timing, None, found.asked or around.doers.asked
        )

    def _labelled_whole(self, item: Item, around: Around) -> Duty | None:
        """One set of labels for an item whose numbered parts have none of their own."""
        labelled = [part for part in item.parts if labelled_groups(part.blocks)]
        if (
            len(labelled) == 1
            and labelled[0] is item.parts[-1]
            and not any(part.blocks or part.parts for part in item.parts[:-1])
        ):
            group = labelled_groups(labelled[0].blocks)[-1]
            if len(item.parts) > 1 and covers_all(item.parts, group):
                text = f"{item.text}\n{item.parts[0].text}"
                told = " ".join(part.text for part in item.parts)
                return self._from_labels((item.path, (item.start, item.last)), text, told, group, around)
        return self._numbered_labels(item, around)

    def _numbered_labels(self, item: Item, around: Around) -> Duty | None:
        """Numbered labels under one heading: one duty."""
        found = one_duty_of(item)
        if found is None:
            return None
        group, words = found
        text = "\n".join(part for part in (item.text, words) if part)
        return self._from_labels((item.path, (item.start, item.last)), text, words or text, group, around)
