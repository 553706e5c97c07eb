"""What other rooms may use of webhooks: to tell of their things, and to let calls go out."""

from dinhlang.apps.webhooks.actions import renew_secrets, wake
from dinhlang.apps.webhooks.kinds import tells_of

__all__ = ["renew_secrets", "tells_of", "wake"]
