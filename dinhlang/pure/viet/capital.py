"""Capital letters at the start of sentences."""


def capital_first(text: str) -> str:
    """Return the text with its first letter a capital, and nothing else changed."""
    for place, character in enumerate(text):
        if character.isalpha():
            return text[:place] + character.upper() + text[place + 1 :]
        if character.isdigit():
            break
    return text
