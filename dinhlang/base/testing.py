"""What the tests of every room use to read a page as a person does."""

import re
from html import unescape

from django.http import HttpResponse

_UNSEEN = re.compile(r"<(script|style|head)\b.*?</\1>|<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def html_of(response: HttpResponse) -> str:
    """The page as it was sent."""
    return response.content.decode()


def text_of(response: HttpResponse) -> str:
    """What a person reads on the page, with single spaces."""
    return " ".join(unescape(_TAG.sub(" ", _UNSEEN.sub(" ", html_of(response)))).split())


def assert_kind_refusal(response: HttpResponse, *words: str) -> None:
    """The form, or the page of refusals, came back and says each of the words; nothing was done, nothing crashed."""
    if response.status_code not in (200, 409):
        raise AssertionError(f"The answer was {response.status_code}, not a page with a sentence.")
    text = text_of(response)
    missing = [word for word in words if word not in text]
    if missing:
        raise AssertionError(f"The page does not say {missing}. It says: {text}")


def status_of(response: HttpResponse) -> int:
    """How an access table names an answer: 200, 403, 404; a way to the sign-in page counts as 401."""
    to_the_door = response.status_code == 302 and response.headers["Location"].startswith("/vao/")
    return 401 if to_the_door else response.status_code
