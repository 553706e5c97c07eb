"""Personal data: what is kept of people, what they ask for, who looked."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Personal data: what is kept of people, what they ask for, who looked."""

    name = "dinhlang.apps.privacy"
    label = "privacy"

    def ready(self) -> None:
        from dinhlang.apps.people import public as people
        from dinhlang.apps.privacy import listeners

        people.person_seen.connect(listeners.note_look, dispatch_uid="privacy")
