"""Passwords that others have guessed before: by a rule for the commonest, and by a file where one is named."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from dinhlang.apps.people.rules import is_easily_guessed
from dinhlang.base.breached import stands_in


class NotBreached:
    """One of Django's password validators; `actions.passwords` says the sentence."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse what is easily guessed, or stands in the file."""
        if is_easily_guessed(password) or stands_in(settings.BREACHED_PASSWORDS, password):
            raise ValidationError("breached", code="password_too_common")

    def get_help_text(self) -> str:
        """Nothing more to say: the page explains."""
        return ""
