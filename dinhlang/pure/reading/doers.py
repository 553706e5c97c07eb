"""What a sentence says of who does it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Doers:
    """What a sentence says of who does it: leads, partners, whether they are asked, and where the rest begins.

    `aside` says that the doers stand in the middle of the sentence, so that a heading above it speaks before them.
    """

    leads: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    asked: bool = False
    rest: int = 0
    only_named: bool = False
    aside: bool = False
    advisers: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """Say whether somebody is to do it or to advise who does."""
        return bool(self.leads or self.advisers)
