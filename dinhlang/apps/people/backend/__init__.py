"""What Django calls of this room: who a session belongs to, how long it goes on, which passwords will not do."""

from dinhlang.apps.people.backend.asking import AsksWhoComes
from dinhlang.apps.people.backend.finding import PersonBackend
from dinhlang.apps.people.backend.keeping import KeepsSignIns
from dinhlang.apps.people.backend.passwords import NotBreached

__all__ = ["AsksWhoComes", "KeepsSignIns", "NotBreached", "PersonBackend"]
