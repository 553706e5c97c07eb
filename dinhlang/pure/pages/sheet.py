"""A printed page as shapes: words in their boxes, and the lines drawn between them. Measures run from top left."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def height(self) -> float:
        """How tall the box is."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        """Half way across."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, level or upright."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """Say whether it runs across."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass
class Sheet:
    """One page."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    turned: float = 0.0
    """By how many degrees, against the clock, its picture was turned before its words were found."""
    before: tuple[float, float] | None = None
    """How wide and high the picture was before it was turned, in the units of the words."""


@dataclass(slots=True)
class Line:
    """Words that stand on one line, from left to right."""

    words: list[Word]

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words[-3:])

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """How tall its letters are: those of the middle word, when sorted."""
        heights = sorted(word.height for word in self.words)
        return heights[len(heights) // 2]

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)

    def gaps(self, least: float) -> list[tuple[float, float]]:
        """The blanks between its words that are at least so wide."""
        pairs = zip(self.words, self.words[1:], strict=False)
        return [(left.x1, right.x0) for left, right in pairs if right.x0 - left.x1 >= least]

    def runs(self, least: float) -> list["Line"]:
        """Its pieces between blanks that are at least so wide."""
        pieces = [[self.words[0]]]
        for word in self.words[1:]:
            if word.x0 - max(before.x1 for before in pieces[-1][-3:]) >= least:
                pieces.append([])
            pieces[-1].append(word)
        return [Line(piece) for piece in pieces]


def lines_of(words: list[Word]) -> list[Line]:
    """Gather words into lines, from top to bottom: those that stand beside each other."""
    open_lines: list[list[Word]] = []
    done: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.x0)):
        home = None
        for line in reversed(open_lines[-4:]):
            if _beside(line, word):
                home = line
                break
        if home is None:
            open_lines.append([word])
        else:
            home.append(word)
        while len(open_lines) > 8:
            done.append(open_lines.pop(0))
    lines = [Line(sorted(line, key=lambda word: word.x0)) for line in (*done, *open_lines)]
    return sorted(lines, key=lambda line: (line.top + line.bottom) / 2)


def _beside(line: list[Word], word: Word) -> bool:
    """The last words of a line tell its height; marks above and below letters must not join two lines."""
    for other in line[-3:]:
        shared = min(other.bottom, word.bottom) - max(other.top, word.top)
        if shared > 0.55 * min(other.height, word.height):
            return True
    return False
