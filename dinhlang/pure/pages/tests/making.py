"""Pages made for the tests, in a type in which every letter is equally wide."""

from dinhlang.pure.pages import Sheet, Word

EM = 13
LETTER = 6


def words_at(x, y, text):
    """A line of words in an even-width type, from a place onward."""
    found = []
    for word in text.split():
        found.append(Word(word, x, y, x + LETTER * len(word), y + EM))
        x += LETTER * (len(word) + 1)
    return found


def sheet(*lines, rules=()):
    return Sheet(595, 842, [word for x, y, text in lines for word in words_at(x, y, text)], list(rules))
