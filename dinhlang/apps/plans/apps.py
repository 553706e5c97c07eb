"""Adopted plans and their clauses."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Adopted plans and their clauses."""

    name = "dinhlang.apps.plans"
    label = "plans"
