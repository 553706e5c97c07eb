"""What other rooms may use of documents that arrived."""

from dinhlang.apps.intake.models import Document, DocumentState, Mark

__all__ = ["Document", "DocumentState", "Mark"]
