"""Word files (.docx), read as a person sees them: with the numbers Word makes, without what was struck out."""

from dinhlang.apps.intake.opening.word.reader import read_word

__all__ = ["read_word"]
