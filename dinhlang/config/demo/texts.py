"""The plans of the demo as files: a text in which the duties are marked, with who, when and what to send.

    title: Triển khai thi hành Luật …
    issuer: 688-cu.UB

    KẾ HOẠCH …
    @ label=II.4 | lead=Phòng Tư pháp | to=UB.TP | due=2024-09-04 | name=Rà soát văn bản
    - Giao cho phòng Tư pháp chủ trì …
    @

`to`, `ask` and `with` name doers, requested and partners: by the end of their code within the place, or as a group.
A due day is a day, or a number of days from today ("-2"); "{due}" stands for it, "{due-30}" for a day so long before,
"{year}" for the year under way, "{summer}" for that of the councils' next sitting in July. Without doers the duty is
not handed out.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files

from dinhlang.apps.plans import public as plans
from dinhlang.config.demo.moments import due_day, near, year_of
from dinhlang.pure.viet import normal_lines, short_day


@dataclass(frozen=True)
class Duty:
    """A marked stretch: what the plan says, and to whom it is handed."""

    facts: plans.ClauseFacts
    name: str = ""
    wanted: str = ""
    leads: tuple[str, ...] = ()
    requested: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()


@dataclass
class PlanText:
    """A plan ready to be published or taken in."""

    head: dict[str, str]
    text: str = ""
    duties: list[Duty] = field(default_factory=list)

    @property
    def issued_on(self) -> date | None:
        return date.fromisoformat(self.head["day"]) if "day" in self.head else None


def read(name: str, *, day: date) -> PlanText:
    """A plan of the demo, its days put around a day."""
    raw = normal_lines(files("dinhlang.config.demo").joinpath(f"plans/{name}.txt").read_text(encoding="utf-8"))
    filled = raw.replace("{year}", str(year_of(day))).replace("{summer}", str(summer_of(day)))
    head, _, body = filled.partition("\n\n")
    plan = PlanText(dict(line.split(": ", 1) for line in head.split("\n")))
    # Cut at lines that begin with "@": plain text, a mark, the words it marks, "@", plain text …
    for number, part in enumerate(re.split(r"^@ ?", body.strip("\n") + "\n", flags=re.MULTILINE)):
        if number % 2:
            line, _, words = part.partition("\n")
            plan.duties.append(_duty(_mark(line), words.rstrip("\n"), start=len(plan.text), day=day))
            plan.text += _filled(words, _mark(line), day)
        else:
            plan.text += part.lstrip("\n")
    plan.text = plan.text.rstrip("\n")
    return plan


def _mark(line: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in line.split(" | "))


def _due(mark: dict[str, str], day: date) -> date | None:
    told = mark.get("due", "")
    if not told:
        return None
    return due_day(day, int(told)) if told[0] in "+-" else date.fromisoformat(told)


def summer_of(day: date) -> int:
    """The year of the councils' next sitting in July."""
    return day.year + (day.month >= 6)


def _filled(words: str, mark: dict[str, str], day: date) -> str:
    """The due day in words, and days so long before it: "{due}", "{due-30}"."""
    if (due := _due(mark, day)) is None:
        return words
    return re.sub(r"\{due(-\d+)?\}", lambda found: short_day(near(due, int(found[1] or 0))), words)


def _duty(mark: dict[str, str], words: str, *, start: int, day: date) -> Duty:
    words = _filled(words, mark, day)
    due = _due(mark, day)
    time_words = mark.get("time") or (f"chậm nhất ngày {short_day(due)}" if due else "")
    return Duty(
        facts=plans.ClauseFacts(
            text=_bare(words),
            label=mark.get("label", ""),
            lead_words=mark.get("lead", ""),
            partner_words=mark.get("partner", ""),
            time_words=_filled(time_words, mark, day),
            due=due,
            start=start,
            end=start + len(words),
        ),
        name=mark.get("name", ""),
        wanted=mark.get("wanted", ""),
        leads=_several(mark.get("to", "")),
        requested=_several(mark.get("ask", "")),
        partners=_several(mark.get("with", "")),
    )


def _bare(words: str) -> str:
    """Without the bullet or number at the head of the first line."""
    first, _, rest = words.partition("\n")
    sign, _, after = first.partition(" ")
    is_a_mark = sign in {"-", "+"} or (sign[-1:] in {")", "."} and len(sign) < 4)
    return "\n".join(filter(None, [after if is_a_mark else first, rest]))


def _several(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(";") if part.strip())
