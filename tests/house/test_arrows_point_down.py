"""Arrows that the import linter cannot see: foreign keys and template addresses."""

import re

import pytest
from django.apps import apps

from tests.house.floors import APPS, floors, is_above
from tests.house.routes import all_routes

ROOMS = set(floors())


def test_no_foreign_key_points_up():
    climbing = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and field.related_model._meta.app_label in ROOMS
        if is_above(field.related_model._meta.app_label, model._meta.app_label)
    ]

    assert climbing == []


def named_in(template):
    """The rooms whose addresses or templates a template names."""
    return set(re.findall(r"""\{%\s*(?:url|include|extends)\s+["'](\w+)[:/]""", template.read_text()))


@pytest.mark.parametrize("room", floors())
def test_no_template_names_a_room_above(room):
    climbing = [
        f"{template.name} names {named}"
        for template in sorted((APPS / room).rglob("templates/**/*.html"))
        for named in named_in(template) & ROOMS
        if is_above(named, room)
    ]

    assert climbing == []


def named_addresses():
    """Each ("room:page", template) that a template links to."""
    for template in sorted(APPS.parent.rglob("templates/**/*.html")):
        for name in re.findall(r"""\{%\s*url\s+["']([\w:]+)["']""", template.read_text()):
            yield name, template.name


def test_every_link_of_a_template_leads_to_a_page():
    known = {route.name for route in all_routes() if route.name}

    assert sorted({f"{template}: {name}" for name, template in named_addresses() if name not in known}) == []
