"""Backups that can be restored, and the drill that proves it."""

from dinhlang.config.recovery.backup import back_up
from dinhlang.config.recovery.drill import drill
from dinhlang.config.recovery.restore import restore
from dinhlang.config.recovery.state import read_state

__all__ = ["back_up", "drill", "read_state", "restore"]
