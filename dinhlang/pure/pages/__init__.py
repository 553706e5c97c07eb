"""Printed pages, as words in boxes, read into text: lines, columns, tables, paragraphs, and what only frames them."""

from dinhlang.pure.pages.cells import Cell, row_line
from dinhlang.pure.pages.grids import cell_boxes
from dinhlang.pure.pages.reading import PAGE, text_lines
from dinhlang.pure.pages.sheet import Rule, Sheet, Word, lines_of

__all__ = ["PAGE", "Cell", "Rule", "Sheet", "Word", "cell_boxes", "lines_of", "row_line", "text_lines"]
