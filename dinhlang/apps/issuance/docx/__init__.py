"""An official document drawn as a Word file by the form of Nghị định 30/2020/NĐ-CP."""

from dinhlang.apps.issuance.docx.document import to_docx

__all__ = ["to_docx"]
