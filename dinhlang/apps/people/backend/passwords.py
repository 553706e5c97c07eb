"""Passwords that others have guessed before: by a rule, by Django's list, and by a file where one is named."""

import logging
from typing import Any
from unicodedata import normalize

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from dinhlang.apps.people.rules import core, is_easily_guessed
from dinhlang.base.breached import stands_in


class NotBreached(CommonPasswordValidator):
    """One of Django's password validators, with its list of common ones; `actions.passwords` says the sentence."""

    def validate(self, password: str, user: Any = None) -> None:
        """Refuse what is easily guessed, a common word with digits around it, or what stands in the file."""
        super().validate(password, user)
        if core(password) in self.passwords or is_easily_guessed(password) or _is_known(normalize("NFC", password)):
            raise ValidationError("breached", code="password_too_common")


def _is_known(password: str) -> bool:
    try:
        return stands_in(settings.BREACHED_PASSWORDS, password)
    except OSError:  # the file went after the start: nobody is kept from a new password by that
        logging.getLogger("dinhlang.people").exception("The file of DINHLANG_BREACHED_PASSWORDS cannot be read.")
        return False
