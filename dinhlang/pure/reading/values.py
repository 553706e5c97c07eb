"""Who leads and who helps, as what stands after a label says it: "Cơ quan thực hiện: Sở A chủ trì, Sở B phối hợp"."""

import itertools
import re

from dinhlang.pure.reading.names import split_names, starts_name
from dinhlang.pure.reading.partners import without_asides
from dinhlang.pure.reading.sentences import LEADS_AND_HELPS, acts_at, doers_of
from dinhlang.pure.reading.tones import old_tone

_ROLE_BEHIND = re.compile(
    r"([^()]{3,300}?)\s*\(((?:cơ quan |đơn vị )?(?:chủ trì|phối hợp|thực hiện))[^()]{0,30}\)", re.I
)
_HELPED_BY = re.compile(r"\s*[;,.]\s*(?:đơn vị |cơ quan )?phối hợp(?: thực hiện)?\s*:\s*", re.I)


def bodies_in(value: str) -> tuple[list[str], list[str]]:
    """Read who leads and who helps out of what stands after "Cơ quan thực hiện:": names, or whole sentences."""
    if (marked := _marked(value)) is not None:
        return marked
    leads: list[str] = []
    partners: list[str] = []
    value, helped = _helped_by(value)
    partners += split_names(helped)
    for clause in _clauses_of(value):
        plain = without_asides(old_tone(clause))
        found = doers_of(clause)
        if both := LEADS_AND_HELPS.fullmatch(plain):
            leads += split_names(clause[: both.end(1)])
            partners += split_names(clause[both.start(2) : both.end(2)])
        elif found.leads and not found.only_named and not found.aside and _acts_in(plain, found.rest):
            leads += found.leads
            partners += found.partners
        else:
            leads += split_names(clause)
    return list(dict.fromkeys(leads)), [name for name in dict.fromkeys(partners) if name not in leads]


def _marked(value: str) -> tuple[list[str], list[str]] | None:
    """Read names with their parts in brackets behind them: "Phòng Tư pháp (chủ trì); các thôn (phối hợp)"."""
    found = list(_ROLE_BEHIND.finditer(value))
    if not found or value[found[-1].end() :].strip(" .;,"):
        return None
    leads = [name for one in found if "phối hợp" not in one[2].lower() for name in split_names(one[1].strip(" ;,"))]
    helps = [name for one in found if "phối hợp" in one[2].lower() for name in split_names(one[1].strip(" ;,"))]
    return list(dict.fromkeys(leads)), [name for name in dict.fromkeys(helps) if name not in leads]


def _helped_by(value: str) -> tuple[str, str]:
    """Cut "Trưởng thôn; phối hợp: Ban Công tác Mặt trận" before those who help."""
    found = _HELPED_BY.search(value)
    return (value[: found.start()], value[found.end() :]) if found else (value, "")


def _clauses_of(value: str) -> list[str]:
    """Cut a value at the semicolons and full stops behind which a sentence about another body begins."""
    cuts = [0]
    for found in re.finditer(r"[;.]\s+", value):
        before, plain = value[cuts[-1] : found.start()], old_tone(value)
        if doers_of(before).leads and not doers_of(before).only_named and starts_name(plain[found.end() :]):
            cuts.append(found.end())
    return [value[start:end].strip(" .;") for start, end in itertools.pairwise([*cuts, len(value)])]


def _acts_in(plain: str, rest: int) -> bool:
    """Say whether the words after a name tell what it does."""
    before = plain[:rest].rstrip()
    return (
        acts_at(plain, rest)
        and not re.match(r"giám sát|trên cơ sở|căn cứ|phụ trách", plain[rest:])
        and not re.search(r"\b(?:trong|về|của|để|và|việc|tham gia)$", before)
    )
