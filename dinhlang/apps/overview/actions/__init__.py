"""What can be done from above: let tasks follow a new version, count places, save a view."""

from dinhlang.apps.overview.actions.counting import count_places, count_soon
from dinhlang.apps.overview.actions.following import confirm, confirm_unchanged
from dinhlang.apps.overview.actions.views import CannotSave, drop_view, save_view

__all__ = ["CannotSave", "confirm", "confirm_unchanged", "count_places", "count_soon", "drop_view", "save_view"]
