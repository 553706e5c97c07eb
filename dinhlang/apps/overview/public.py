"""What other rooms may use of the overview."""

from dinhlang.apps.overview.actions import save_view
from dinhlang.apps.overview.models import SavedView

__all__ = ["SavedView", "save_view"]
