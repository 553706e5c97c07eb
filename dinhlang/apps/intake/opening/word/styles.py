"""Styles of a Word file: what a paragraph or a run of letters inherits, as far as it changes the words."""

from dataclasses import dataclass, replace

from dinhlang.apps.intake.opening.word.package import Element, W

_DEEPEST = 20  # styles stand on styles; a ring of them must end
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True)
class Look:
    """What of a run's look changes what is read: its font's encoding, capitals, and whether it is seen at all."""

    font: str = ""
    is_capital: bool = False
    is_hidden: bool = False


class Styles:
    """The style sheet of one file."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._looks: dict[tuple[str | None, str | None], Look] = {}
        self._default: str | None = None
        self._plain = Look()
        if root is None:
            return
        if (defaults := root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")) is not None:
            self._plain = dressed(self._plain, defaults)
        for style in root.iterfind(f"{W}style"):
            self._styles[style.get(f"{W}styleId") or ""] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self._default = style.get(f"{W}styleId")

    def look(self, paragraph_style: str | None, properties: Element | None) -> Look:
        """How a run looks, by its paragraph's style, its own and what it says itself."""
        named = properties.find(f"{W}rStyle") if properties is not None else None
        style = named.get(f"{W}val") if named is not None else None
        key = (paragraph_style, style)
        if key not in self._looks:
            chain = (*reversed(self._chain(paragraph_style or self._default)), *reversed(self._chain(style)))
            look = self._plain
            for one in chain:
                if (said := one.find(f"{W}rPr")) is not None:
                    look = dressed(look, said)
            self._looks[key] = look
        return self._looks[key] if properties is None else dressed(self._looks[key], properties)

    def numberings(self, paragraph_style: str | None) -> list[Element]:
        """The numberings that a paragraph's style and those it stands on give, nearest first."""
        found = (style.find(f"{W}pPr/{W}numPr") for style in self._chain(paragraph_style or self._default))
        return [numbering for numbering in found if numbering is not None]

    def _chain(self, name: str | None) -> list[Element]:
        """A style and those it stands on, nearest first."""
        found: list[Element] = []
        while name and name in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[name])
            based = self._styles[name].find(f"{W}basedOn")
            name = based.get(f"{W}val") if based is not None else None
        return found


def dressed(look: Look, properties: Element) -> Look:
    """A look with what some properties say."""
    for one in properties:
        if one.tag == f"{W}rFonts":
            font = one.get(f"{W}ascii") or one.get(f"{W}hAnsi")
            look = replace(look, font=font) if font else look
        elif one.tag == f"{W}caps":
            look = replace(look, is_capital=is_on(one))
        elif one.tag == f"{W}vanish":
            look = replace(look, is_hidden=is_on(one))
    return look


def is_on(element: Element) -> bool:
    """What a switch such as w:caps says."""
    return (element.get(f"{W}val") or "1").lower() not in _OFF
