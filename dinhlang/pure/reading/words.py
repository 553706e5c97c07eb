"""Lists of words as people can read and sort them, made into patterns."""


def any_of(words: str) -> str:
    """Make one pattern of words divided by semicolons; each may say in brackets what must not stand around it."""
    return "|".join(word.strip() for word in words.split(";") if word.strip())
