"""Things to be found."""

from itertools import count

from dinhlang.apps.search import public as search

_numbers = count(1)


def a_thing(title="Kế hoạch thực hiện dân chủ ở cơ sở", *, kind="plan", key=None, is_public=True, url="/", **facts):
    """Remembered, and public unless told otherwise; answers its key."""
    key = str(key or next(_numbers))
    search.remember(kind, key, title=title, is_public=is_public, url=url, **facts)
    return key
