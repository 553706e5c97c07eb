"""Backups that can be restored, and the drill that proves it."""

from dinhlang.config.recovery.backup import back_up
from dinhlang.config.recovery.drill import drill
from dinhlang.config.recovery.restore import restore
from dinhlang.config.recovery.state import State, read_state

__all__ = ["State", "back_up", "drill", "read_state", "restore"]
