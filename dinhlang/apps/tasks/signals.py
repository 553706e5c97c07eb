"""What this room announces to the rooms above, within the transaction of the change."""

from django.dispatch import Signal

tasks_changed = Signal()
"""Sent with `tasks` (their keys) and `now`: handed out, handed further, given another day, or withdrawn."""
