"""What can be done from above: let what was handed out follow a new version of its plan."""

from dinhlang.apps.overview.actions.following import confirm, confirm_unchanged

__all__ = ["confirm", "confirm_unchanged"]
