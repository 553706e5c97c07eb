"""What this room announces to the rooms above: the days off changed, within the transaction of the change."""

from django.dispatch import Signal

calendar_amended = Signal()
"""Sent with `line`, the decided day that came or went, and `now`."""
