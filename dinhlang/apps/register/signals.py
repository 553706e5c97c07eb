"""What this room announces to the rooms above, within the transaction of the change: units end, or go on after all."""

from django.dispatch import Signal

units_ended = Signal()
"""Sent with `units` (those that end, with whatever stands under them; None: many at once), `by`, `now`."""

change_withdrawn = Signal()
"""Sent with `ending` and `removed` (units that go on after all; units that never begin), `day`, `by`, `now`, `reason`,
before anything is taken back: who refers to a unit that never begins lets go of it, or the withdrawal is refused."""

ending_tried = Signal()
"""Sent with `units` and `now` while units have ended on trial, before all of it is undone: receivers answer with
sentences on what this brought for what they keep, so that it is read before anyone confirms it."""
