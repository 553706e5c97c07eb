"""How far a body is with a task, which step may follow which, and who of its doers owes the result. Plain Python."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dinhlang.pure.viet import fold, one_line

STEPS: dict[str, frozenset[str]] = {
    "waiting": frozenset({"doing", "submitted", "declined", "withdrawn", "not_ours"}),
    "doing": frozenset({"doing", "submitted", "declined", "withdrawn", "not_ours"}),
    "submitted": frozenset({"submitted", "accepted", "returned", "withdrawn"}),
    "returned": frozenset({"doing", "submitted", "declined", "withdrawn", "not_ours"}),
    "accepted": frozenset({"returned"}),
    "declined": frozenset({"doing", "submitted", "withdrawn"}),
    "withdrawn": frozenset(),
    "not_ours": frozenset({"doing", "submitted", "exempt", "returned", "withdrawn"}),
    "exempt": frozenset({"returned"}),
    "joined": frozenset(),
}
"""From a state to those that may follow. A body that was only asked (đề nghị) may decline, and think better of it;
one that says a duty does not concern it (`not_ours`) waits for the issuer, and may think better of it too."""

OPEN = ("waiting", "doing", "returned")
"""The body itself has something to do."""

TO_BE_DECIDED = ("submitted", "not_ours")
"""The issuer is asked to look."""

ALIVE = (*OPEN, *TO_BE_DECIDED)
"""Not closed: when its unit ends, it goes on with another."""

OUT = ("declined", "withdrawn", "exempt", "joined")
"""Not owed: it was not an order, is no order any more, does not concern the body, or goes on in another part."""

OBSTACLE_STEPS: dict[str, dict[str, str]] = {
    "open": {"passed_up": "open", "answered": "answered"},
    "answered": {"settled": "settled", "again": "open", "answered": "answered"},
    "settled": {"again": "open"},
}
"""From an obstacle's state, by a step, to the next: whoever raised it accepts the answer or raises it again."""

SHARE_STEPS: dict[str, frozenset[str]] = {
    "todo": frozenset({"doing", "in", "withdrawn"}),
    "doing": frozenset({"doing", "in", "withdrawn"}),
    "in": frozenset({"in", "returned", "withdrawn"}),
    "returned": frozenset({"doing", "in", "withdrawn"}),
    "withdrawn": frozenset(),
}
"""What a body handed on inside: from a state to those that may follow."""

OWING = ("lead", "adviser", "requested")
"""The parts that owe the result. A partner (phối hợp) helps: it may tell progress, but is neither counted nor late."""

PRECEDENCE = ("lead", "adviser", "requested", "partner")
"""A body named twice owes once, with the part that comes first here."""


def is_counted(part: str, state: str) -> bool:
    """Whether a part owes the result, or was found not to: the latter are counted apart."""
    return part in OWING and (state == "exempt" or state not in OUT)


class Trouble(StrEnum):
    """Why a step is not allowed; the actions word it."""

    WITHDRAWN = "withdrawn"
    ALREADY_ACCEPTED = "already_accepted"
    NOT_SUBMITTED = "not_submitted"
    ALREADY_THERE = "already_there"
    ONLY_WHO_IS_ASKED_DECLINES = "only_who_is_asked_declines"
    NO_REASON = "no_reason"
    NOTHING_TO_SHOW = "nothing_to_show"
    NOTHING_NEW = "nothing_new"
    NO_EVIDENCE = "no_evidence"
    OWN_RESULT = "own_result"
    NOT_FROM_HERE = "not_from_here"
    NOT_CLAIMED = "not_claimed"
    JOINED = "joined"
    ALREADY_EXEMPT = "already_exempt"


@dataclass(frozen=True)
class Ruling:
    """Whether a step is allowed; if not, why."""

    allowed: bool
    reason: Trouble | None = None


ALLOWED = Ruling(True)
NEEDS_REASON = frozenset({"returned", "declined", "withdrawn", "not_ours"})


@dataclass(frozen=True)
class Told:
    """What a body says and sends with its result, and how many files it sent before."""

    words: str = ""
    files: int = 0
    files_before: int = 0
    was_returned: bool = False


SAYS_WHERE = 4
"""So many words at least can say where the evidence is; "đã xong" cannot."""


def lacks(told: Told, *, evidence_wanted: bool) -> Trouble | None:
    """What a result lacks: something said or sent this time, and what was wanted or where it is."""
    if not (told.words.strip() or told.files):
        return Trouble.NOTHING_NEW if told.was_returned else Trouble.NOTHING_TO_SHOW
    shows = told.files or told.files_before or len(told.words.split()) >= SAYS_WHERE
    return Trouble.NO_EVIDENCE if evidence_wanted and not shows else None


def step(
    state: str,
    to: str,
    *,
    part: str = "lead",
    reason: str = "",
    lacking: Trouble | None = None,
    is_own_result: bool = False,
) -> Ruling:
    """May a body with this part go from one state to another?"""
    trouble = _trouble_with_state(state, to)
    if trouble is None and to == "declined" and part != "requested":
        trouble = Trouble.ONLY_WHO_IS_ASKED_DECLINES
    if trouble is None and to in NEEDS_REASON and not reason.strip():
        trouble = Trouble.NO_REASON
    if trouble is None and to == "submitted":
        trouble = lacking
    if trouble is None and to in {"accepted", "exempt"} and is_own_result:
        trouble = Trouble.OWN_RESULT
    return ALLOWED if trouble is None else Ruling(False, trouble)


_CLOSED_BY = {
    "withdrawn": Trouble.WITHDRAWN,
    "accepted": Trouble.ALREADY_ACCEPTED,
    "exempt": Trouble.ALREADY_EXEMPT,
    "joined": Trouble.JOINED,
}


def _trouble_with_state(state: str, to: str) -> Trouble | None:
    if to in STEPS[state]:
        return None
    if state == to:
        return Trouble.ALREADY_THERE
    if state in _CLOSED_BY:
        return _CLOSED_BY[state]
    if to == "exempt":
        return Trouble.NOT_CLAIMED
    if to in {"accepted", "returned"}:
        return Trouble.NOT_SUBMITTED
    return Trouble.NOT_FROM_HERE


def one_part_each(named: Mapping[str, Iterable[tuple[int, str]]]) -> dict[int, tuple[str, str]]:
    """Unit → (part, the group's words), from parts → (unit, words): a unit named twice keeps its weightiest part."""
    owed: dict[int, tuple[str, str]] = {}
    for part in PRECEDENCE:
        for unit, words in named.get(part, ()):
            owed.setdefault(unit, (part, words))
    return owed


def is_request(text: str) -> bool:
    """Whether a clause asks instead of orders: a committee gives the Front no orders."""
    return fold(text).startswith("de nghi ")


def short_title(text: str, *, leads: str = "", partners: str = "", time: str = "") -> str:
    """What a duty is called: its heading, or its words up to the first halt, cut at a word where that is still long.

    Whom it was given to and until when stand beside every title, so they are left out where they begin the words or
    stand in brackets: "Giao Sở Nội vụ rà soát văn bản (trong quý II)" is called "Rà soát văn bản".
    """
    heading = one_line(text.strip().partition("\n")[0])
    words = heading if len(heading) >= LONG_ENOUGH else one_line(text)
    words = _without_whom(_without_time(words, time), doers=leads.split(";"), helpers=partners.split(";"))
    first = re.split(r"[;.:](?=\s|$)", words)[0].strip()
    words = first if len(first) >= LONG_ENOUGH else words.rstrip(" .;")
    return words if len(words) <= 110 else words[:107].rsplit(" ", 1)[0].rstrip(",") + "…"


LONG_ENOUGH = 20
"""Letters with which a title says something."""

_GIVES = re.compile(
    r"(?:(?:UBND|Ủy ban nhân dân|Chủ tịch UBND)(?: \w+){0,4}? )?(?:giao|đề nghị|yêu cầu)(?: cho)? ", re.I
)
_LEADS = re.compile(
    r"[,:]? ?(?:tiếp tục |trực tiếp )?(?:(?:là )?(?:cơ quan|đơn vị) )?"
    r"(?:(?:chủ trì|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)\b)?[,:]? ?",
    re.I,
)
_HELPS = re.compile(r"(?:và )?phối hợp(?: chặt chẽ)?(?: với| cùng)? ", re.I)


def _without_time(words: str, time: str) -> str:
    return re.sub(rf" ?\([^()]*{re.escape(time)}[^()]*\)", "", words) if time else words


def _without_whom(words: str, *, doers: Iterable[str], helpers: Iterable[str]) -> str:
    """The work alone, if the words begin with those who do it."""
    gives = _GIVES.match(words)
    begins = gives.end() if gives else 0
    at = _behind_names(words, begins, doers)
    if at == begins:
        return words
    if leads := _LEADS.match(words, at):
        at = leads.end()
    if helps := _HELPS.match(words, at):
        with_whom = _behind_names(words, helps.end(), helpers)
        at = with_whom if with_whom > helps.end() else at
    work = words[at:].lstrip(" ,:")
    return work[:1].upper() + work[1:] if len(work) >= LONG_ENOUGH else words


def _behind_names(words: str, at: int, names: Iterable[str]) -> int:
    """Where a list of these names ends that begins here; the same place where none begins."""
    known = "|".join(re.escape(name) for name in sorted(map(one_line, names), key=len, reverse=True) if name)
    found = re.compile(rf"(?:{known})(?:(?: ?[,;] ?| và )(?:{known}))*(?!\w)", re.I).match(words, at) if known else None
    return found.end() if found else at


_GOES_ON = {
    *("xa", "phuong", "thi", "tran", "dac", "khu", "thanh", "pho", "huyen", "quan", "tinh", "thon", "ap", "to", "dan"),
    *("so", "ban", "nganh", "doan", "the", "phong", "co", "quan", "don", "vi", "chuyen", "mon", "truc", "thuoc", "va"),
    *("cap", "cua"),
}
"""Words that only go on with the group named before: "UBND các xã, phường", "các sở, ngành của tỉnh"."""

_CONCERNED = re.compile(r"(?:co )?lien quan(?: khac)?$")
_KINDS = re.compile(r"\b(?:don vi su nghiep(?: cong lap)?|to chuc|ca nhan|dia phuong|doanh nghiep)\b")
_ANYBODY = _GOES_ON | {"cac", "moi", "nhung", "khac", "thu", "truong"}


def names_nobody(words: str) -> bool:
    """Whether the words leave open who is meant: "các cơ quan, đơn vị có liên quan" are whoever is concerned."""
    kinds, number = _CONCERNED.subn("", fold(words))
    return bool(number) and _is_any(kinds)


def _is_any(words: str) -> bool:
    return set(_KINDS.sub("", fold(words)).split()) <= _ANYBODY


MOST_COMMAS = 3
"""More stand in no body's name: "Sở Văn hóa, Thể thao và Du lịch" has one."""


def cut_doers(words: str, *, names: Callable[[str], bool] = lambda _words: False) -> list[str]:
    """The doers that a plan's words name, one by one: "Sở Nội vụ, UBND các xã, phường" → two.

    Semicolons and lines always cut; a comma cuts unless only words such as "phường" or "ban, ngành" follow it, or it
    stands in the name of one body: `names` says what does.
    """
    found: list[str] = []
    for line in re.split(r"[;\n]", words):
        begins = len(found)
        for piece in _between_commas(line, names):
            before = found[-1] if len(found) > begins else ""
            going_on, rest = _goes_on(piece, after=before) if before else ("", piece)
            if not going_on and len(found) > begins and names_village_heads(f"{found[-1]} {piece}"):
                going_on, rest = piece, ""
            if going_on:
                found[-1] += f", {going_on}"
            if rest:
                found.append(rest)
    return found


def _between_commas(line: str, names: Callable[[str], bool]) -> Iterable[str]:
    """What stands between the commas of a line; parts that are one body's name together stay together."""
    parts = [piece for part in line.split(",") if (piece := one_line(part).strip(" .:"))]
    while parts:
        name, parts = _one_name(parts, names) or (parts[0], parts[1:])
        yield name


def _one_name(parts: list[str], names: Callable[[str], bool]) -> tuple[str, list[str]] | None:
    """The longest name at the head of these parts that has a comma, and what is left behind it."""
    for number in range(min(len(parts), MOST_COMMAS + 1), 1, -1):
        whole = ", ".join(parts[:number])
        before, _and, behind = whole.rpartition(" và ")
        if names(whole):
            return whole, parts[number:]
        if before and names(before):
            return before, [behind, *parts[number:]]
    return None


_VILLAGE = "thon|xom|lang|ap|buon|khu|khu pho|khu dan cu|to|to dan pho"
_HEAD = rf"(?:truong (?:cac )?(?:{_VILLAGE})|to truong(?: (?:cac )?to dan pho)?|thon truong)"
_HEADS = re.compile(rf"(?:cac )?(?:dong chi |ong |ong ba )?{_HEAD}(?: (?:va )?(?:cac )?(?:{_HEAD}|{_VILLAGE}|ban))*")


def names_village_heads(words: str) -> bool:
    """Whether words such as "các trưởng thôn, tổ trưởng" name those who head villages: their villages are meant."""
    return _HEADS.fullmatch(fold(words)) is not None


def cut_exception(words: str) -> tuple[str, str]:
    """A group and those it leaves out: "UBND các xã (trừ xã Nhã Nam)" → the group, and "xã Nhã Nam"."""
    group, _, left_out = re.sub(r"[()]", " ", words).partition(" trừ ")
    return one_line(group), one_line(left_out)


def _goes_on(piece: str, *, after: str) -> tuple[str, str]:
    """What of a piece belongs to the group before it, and what names another: "phường và Sở Nội vụ" → both."""
    if _belongs(piece, after):
        return piece, ""
    first, _, rest = piece.partition(" và ")
    return (first, rest) if rest and _belongs(first, after) else ("", piece)


def _belongs(piece: str, before: str) -> bool:
    """Kinds of bodies, and those concerned, go on only with other kinds: after "UBND các xã" they are their own."""
    said = fold(piece)
    kinds = _CONCERNED.sub("", said)
    if kinds != said or _KINDS.match(said):
        return _is_any(kinds) and _is_any(before)
    return set(said.split()) <= _GOES_ON


MOST_DONG = 10**15
"""More than any budget of a province; what is above was mistyped."""

_DONG = re.compile(r"\d{1,3}(?:([. ,])\d{3})(?:\1\d{3})*|\d+")


def dong(words: str) -> int | None:
    """An amount of đồng as people write it: "12.500.000", "12 500 000 đ", "12500000"; None if it is none."""
    said = one_line(words).casefold().removesuffix("đồng").removesuffix("vnđ").removesuffix("đ").strip()
    if not _DONG.fullmatch(said):
        return None
    amount = int(re.sub(r"\D", "", said))
    return amount if amount <= MOST_DONG else None
