"""What the timetable calls."""

from django_tasks import task

from dinhlang.apps.search.actions import rebuild_index


@task()
def heal_index(*, day: str) -> int:
    """Whatever a room forgot to remember, or to forget, is mended each night; answers how many things there are."""
    return rebuild_index()
