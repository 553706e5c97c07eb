"""Who does it, as brackets behind a duty say it: "(Phòng Nội vụ tham mưu; Công an xã phối hợp; trong quý II)"."""

import re

from dinhlang.pure.reading.doers import Doers
from dinhlang.pure.reading.names import split_names, starts_name
from dinhlang.pure.reading.partners import partners_of
from dinhlang.pure.reading.times import times_in
from dinhlang.pure.reading.tones import old_tone
from dinhlang.pure.reading.verbs import VERB, order_at

_LAST = re.compile(r"\(([^()]{2,400})\)[.;]?$")
_CLAUSES = re.compile(r"\s*;\s*")
_LABEL = re.compile(
    r"(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(chủ trì|tham mưu|thực hiện|phụ trách|phối hợp)"
    r"(?:\s+(?:thực hiện|chính))?\s*:\s*",
    re.I,
)
_ROLES = {"tham mưu": "advisers", "phối hợp": "partners"}
_HELPS = re.compile(r"(?:cùng\s+)?phối hợp(?:\s+(?:thực hiện|cùng thực hiện))?[.;]?$")
_AS_ABOVE = re.compile(r"-?(?:nt|như trên)-?", re.I)
_COMMITTEE = re.compile(r"(?:Ban Chỉ đạo|Ban Vận động|Ban Tổ chức|Hội đồng|Tiểu ban|Tổ|Tổ công tác)\s*$", re.I)
_TIME = ("thời gian", "xong", "hoàn thành", "thường xuyên", "sau khi")
_EXPLAINS = re.compile(  # a group or a body that the brackets tell more of, not a duty
    r"(?:đại biểu|các cấp|đoàn thể|tổ chức|cơ quan|đơn vị|lực lượng|ngành|hội viên|bộ phận|thành viên|thành phần"
    r"|(?:gửi|trình|tại|của|về)\s+(?:UBND|Ủy ban|Phòng|Sở|Ban|Hội|Đảng ủy)\b[^,.;:()]{0,40})\s*$",
    re.I,
)
_COUNCIL = re.compile(r"(?:Quốc hội|HĐND|Hội đồng nhân dân)\b")
_LONGEST_NAME = 160


def told_in_brackets(text: str) -> Doers | None:
    """Read whom the last brackets of a duty name; nothing where they hold anything but bodies, roles and times."""
    found = _LAST.search(text)
    if not found or _only_explain(found[1], text[: found.start()]):
        return None
    told: dict[str, list[str]] = {"leads": [], "advisers": [], "partners": []}
    for clause in _CLAUSES.split(found[1].strip()):
        roles = _roles_in(clause)
        if roles is None:
            return None
        for role, names in roles.items():
            told[role] += names
    leads, advisers = tuple(dict.fromkeys(told["leads"])), tuple(dict.fromkeys(told["advisers"]))
    partners = tuple(name for name in dict.fromkeys(told["partners"]) if name not in leads)
    return Doers(leads, partners, advisers=advisers) if leads or advisers else None


def _only_explain(words: str, before: str) -> bool:
    """Say whether bare names in brackets tell of whom the words before them speak: "các đoàn thể (Hội Nông dân)"."""
    plain = old_tone(words)
    bare = not VERB.search(plain) and not times_in(plain) and ":" not in plain
    return bare and bool(_EXPLAINS.search(old_tone(before)) or _COUNCIL.match(plain))


def _roles_in(clause: str) -> dict[str, list[str]] | None:
    """What one clause of the brackets says; an empty answer for a time, none for anything else."""
    plain = old_tone(clause)
    if label := _LABEL.match(plain):
        return {_ROLES.get(label[1].lower(), "leads"): split_names(clause[label.end() :])}
    if _AS_ABOVE.fullmatch(plain):
        return {"leads": [clause]}
    if order_at(plain) or not starts_name(plain):
        return {} if times_in(plain) or plain.lower().startswith(_TIME) else None
    return _acting(clause, plain)


def _acting(clause: str, plain: str) -> dict[str, list[str]] | None:
    """What a body in brackets does: "Phòng Nội vụ tham mưu"; a bare name leads."""
    verb = VERB.search(plain, 1)
    if verb is None or _COMMITTEE.match(plain[: verb.start()]):
        return {"leads": split_names(clause)} if len(clause) < _LONGEST_NAME else None
    names = split_names(clause[: verb.start()])
    if _HELPS.fullmatch(plain, verb.start()):
        return {"partners": names}
    if plain.startswith("tham mưu", verb.start()):
        return {"advisers": names}
    return {"leads": names, "partners": list(partners_of(clause, verb.start()))}
