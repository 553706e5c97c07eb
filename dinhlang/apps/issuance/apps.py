"""Official documents leave the house."""

from django.apps import AppConfig


class IssuanceConfig(AppConfig):
    """Official documents leave the house."""

    name = "dinhlang.apps.issuance"
    label = "issuance"

    def ready(self) -> None:
        from dinhlang.apps.issuance import listeners
        from dinhlang.apps.people import public as people

        people.person_changed.connect(listeners.find_signer_otherwise, dispatch_uid="issuance")
