"""The days off that a command at the terminal reckons with: those of the house it runs in, else the kept list."""

import os
import sys
from pathlib import Path

from dinhlang.config import environment
from dinhlang.pure.dates import Calendar, default_calendar

_NOT_ASKED = (
    "Không hỏi được ngày nghỉ riêng của ngôi nhà này, nên tính theo danh mục có sẵn"
    " · This house's own days off could not be asked, so the kept list is used: {trouble}"
)


def known_calendar() -> Calendar:
    """Loads Django only where there is a house to ask; one that does not answer is told of."""
    if not _has_database():
        return default_calendar()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dinhlang.config.settings")
    try:
        return _asked() or default_calendar()
    except Exception as trouble:  # a setting, a driver, a server: whatever it is, the phrase is answered
        print(_NOT_ASKED.format(trouble=str(trouble).strip().partition("\n")[0]), file=sys.stderr)
        return default_calendar()


def _has_database() -> bool:
    """A server that the settings name, or a file in which something was kept; no file is made by asking."""
    if environment.text("DINHLANG_DATABASE"):
        return True
    file = Path(environment.text("DINHLANG_HOME")) / "dinhlang.sqlite3"
    return file.is_file() and file.stat().st_size > 0


def _asked() -> Calendar | None:
    """Nothing where the database has not been made ready yet (`dinhlang upgrade`)."""
    import django

    django.setup()
    from django.db import connection

    from dinhlang.apps.calendar import public as calendar

    with connection.cursor() as cursor:
        if calendar.DecidedDay._meta.db_table not in connection.introspection.table_names(cursor):
            return None
    return calendar.calendar_in_force()
