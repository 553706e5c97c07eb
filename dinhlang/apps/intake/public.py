"""What other rooms may use of documents that arrived."""

from dinhlang.apps.intake.access import document_for, may_read_document
from dinhlang.apps.intake.actions import CannotConfirm, confirm, mark_stretch, take_in
from dinhlang.apps.intake.models import Document, DocumentKind, DocumentState, Mark
from dinhlang.apps.intake.queries import is_ready, marks_of
from dinhlang.apps.intake.rules import Paragraph, bare_label, paragraphs, pieces

__all__ = [
    "CannotConfirm",
    "Document",
    "DocumentKind",
    "DocumentState",
    "Mark",
    "Paragraph",
    "bare_label",
    "confirm",
    "document_for",
    "is_ready",
    "mark_stretch",
    "marks_of",
    "may_read_document",
    "paragraphs",
    "pieces",
    "take_in",
]
