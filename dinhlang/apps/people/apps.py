"""Accounts, roles in units, permission."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, roles in units, permission."""

    name = "dinhlang.apps.people"
    label = "people"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in, user_logged_out

        from dinhlang.apps.people import listeners

        user_logged_in.connect(listeners.note_sign_in, dispatch_uid="people")
        user_logged_out.connect(listeners.note_sign_out, dispatch_uid="people")
