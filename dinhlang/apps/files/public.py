"""What other rooms may use of stored files."""

from dinhlang.apps.files.actions import CannotStore, store, sweep_leftovers
from dinhlang.apps.files.checks.viruses import answers as virus_daemon_answers
from dinhlang.apps.files.fields import UploadField
from dinhlang.apps.files.models import StoredFile
from dinhlang.apps.files.serving import CannotServe, serve, thumbnail_response

__all__ = [
    "CannotServe",
    "CannotStore",
    "StoredFile",
    "UploadField",
    "serve",
    "store",
    "sweep_leftovers",
    "thumbnail_response",
    "virus_daemon_answers",
]
