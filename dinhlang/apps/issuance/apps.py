"""Official documents leave the house."""

from django.apps import AppConfig


class IssuanceConfig(AppConfig):
    """Official documents leave the house."""

    name = "dinhlang.apps.issuance"
    label = "issuance"
