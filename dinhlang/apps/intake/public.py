"""What other rooms may use of documents that arrived."""

from dinhlang.apps.intake.access import document_for, may_read_document
from dinhlang.apps.intake.actions import CannotConfirm, confirm, mark_stretch, take_in
from dinhlang.apps.intake.models import Document, DocumentKind, DocumentState, Mark
from dinhlang.apps.intake.opening.opened import Limits, Note, Opened
from dinhlang.apps.intake.opening.opener import CannotOpen, open_document, picture_of_page, tools_for_files
from dinhlang.apps.intake.opening.sentences import sentences_of
from dinhlang.apps.intake.queries import (
    bases_of,
    confirmed_readings,
    earlier_of,
    gold_of,
    is_ready,
    line_at,
    marks_of,
    named_bodies,
    shown_to_all,
    why_another,
)
from dinhlang.apps.intake.rules import LINES_A_PAGE, Facts, Paragraph, bare_label, paragraphs, pieces, version_said

__all__ = [
    "LINES_A_PAGE",
    "CannotConfirm",
    "CannotOpen",
    "Document",
    "DocumentKind",
    "DocumentState",
    "Facts",
    "Limits",
    "Mark",
    "Note",
    "Opened",
    "Paragraph",
    "bare_label",
    "bases_of",
    "confirm",
    "confirmed_readings",
    "document_for",
    "earlier_of",
    "gold_of",
    "is_ready",
    "line_at",
    "mark_stretch",
    "marks_of",
    "may_read_document",
    "named_bodies",
    "open_document",
    "paragraphs",
    "picture_of_page",
    "pieces",
    "sentences_of",
    "shown_to_all",
    "take_in",
    "tools_for_files",
    "version_said",
    "why_another",
]
