"""Lists of words as people can read and sort them, made into patterns."""


def any_of(words: str) -> str:
    """Make one pattern of words divided by semicolons; each may say in brackets what must not stand around it.

    A word that runs over the end of a line is one word: "nâng" / "cấp".
    """
    return "|".join(" ".join(word.split()) for word in words.split(";") if word.strip())
