"""Vietnamese text: one normal form, search keys, tone placement, order, numbers and days."""

from dinhlang.pure.viet.abbreviations import ABBREVIATIONS
from dinhlang.pure.viet.capital import capital_first
from dinhlang.pure.viet.cited import CitedNumber, number_key, numbers_cited
from dinhlang.pure.viet.days import CannotReadDay, DayTrouble, day_words, full_day, parse_day, short_day, weekday
from dinhlang.pure.viet.decode import CannotDecode, DecodeTrouble, Encoding, decode, decode_noting
from dinhlang.pure.viet.fold import fold
from dinhlang.pure.viet.legacy import Legacy, draws_capitals, from_legacy, legacy_of, legacy_of_font, without_legacy
from dinhlang.pure.viet.mask import Found, Hidden, found_in, mask
from dinhlang.pure.viet.normal import normal, normal_lines, one_line
from dinhlang.pure.viet.number import number, percent
from dinhlang.pure.viet.order import sort_key
from dinhlang.pure.viet.points import LATITUDES, LONGITUDES, NotAPoint, Point, point_of, read_point
from dinhlang.pure.viet.search_text import search_text
from dinhlang.pure.viet.syllables import is_syllable, share_of_marked_syllables, share_of_ruins, words_of
from dinhlang.pure.viet.tone import new_tone, old_tone

__all__ = [
    "ABBREVIATIONS",
    "LATITUDES",
    "LONGITUDES",
    "CannotDecode",
    "CannotReadDay",
    "CitedNumber",
    "DayTrouble",
    "DecodeTrouble",
    "Encoding",
    "Found",
    "Hidden",
    "Legacy",
    "NotAPoint",
    "Point",
    "capital_first",
    "day_words",
    "decode",
    "decode_noting",
    "draws_capitals",
    "fold",
    "found_in",
    "from_legacy",
    "full_day",
    "is_syllable",
    "legacy_of",
    "legacy_of_font",
    "mask",
    "new_tone",
    "normal",
    "normal_lines",
    "number",
    "number_key",
    "numbers_cited",
    "old_tone",
    "one_line",
    "parse_day",
    "percent",
    "point_of",
    "read_point",
    "search_text",
    "share_of_marked_syllables",
    "share_of_ruins",
    "short_day",
    "sort_key",
    "weekday",
    "without_legacy",
    "words_of",
]
