"""What files are called and which kinds are welcome. Plain Python."""

from dinhlang.apps.files.rules.kinds import (
    ARCHIVES,
    KINDS,
    OLD_OFFICE,
    PICTURES,
    Kind,
    kind_aside,
    kind_named,
    known_by_its_beginning,
)
from dinhlang.apps.files.rules.names import clean_name
from dinhlang.apps.files.rules.ranges import OutOfReach, Span, span_asked
from dinhlang.apps.files.rules.traces import without_traces

__all__ = [
    "ARCHIVES",
    "KINDS",
    "OLD_OFFICE",
    "PICTURES",
    "Kind",
    "OutOfReach",
    "Span",
    "clean_name",
    "kind_aside",
    "kind_named",
    "known_by_its_beginning",
    "span_asked",
    "without_traces",
]
