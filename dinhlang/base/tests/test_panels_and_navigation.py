"""Upper rooms show things on lower pages and in the navigation, without being known there."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template

from dinhlang.base import navigation, panels


@pytest.fixture(autouse=True)
def _an_empty_house(monkeypatch):
    monkeypatch.setattr(panels, "_panels", {})
    monkeypatch.setattr(navigation, "_entries", [])


def show(place, thing, request="a request"):
    return Template("{% panels place thing %}").render(Context({"request": request, "place": place, "thing": thing}))


def test_panels_come_in_their_order_and_empty_ones_are_left_out():
    panels.panel("plays.Play", order=20)(lambda request, play: f"<p>actors of {play}</p>")
    panels.panel("plays.Play", order=10)(lambda request, play: "<p>scenes</p>")
    panels.panel("plays.Play")(lambda request, play: "")

    assert show("plays.Play", "Quan Âm") == "<p>scenes</p><p>actors of Quan Âm</p>"


def test_a_place_without_panels_is_empty():
    assert show("plays.Play", None) == ""


def test_the_function_stays_usable_by_its_own_name():
    def actors(request, play):
        return "x"

    assert panels.panel("plays.Play")(actors) is actors


def entries_of(rf, user, path="/nguoi/toi/"):
    from django.urls import resolve

    request = rf.get(path)
    request.resolver_match = resolve(path) if path else None
    if user is not None:
        request.user = user
    return navigation.navigation(request)["navigation"]


class Someone:
    """A person as the navigation sees one."""

    is_authenticated = True


def test_entries_come_in_order_for_those_who_may():
    navigation.entry("Nhật ký", "audit:record", order=90, may=lambda person: True)
    navigation.entry("Người dùng", "people:listing", order=80, may=lambda person: True)
    navigation.entry("Kho", "people:me", order=1, may=lambda person: False)

    shown = entries_of(_rf(), Someone())

    assert [(e.label, e.url, e.is_current) for e in shown] == [
        ("Người dùng", "/nguoi/", True),
        ("Nhật ký", "/nhat-ky/", False),
    ]


@pytest.mark.parametrize("user", [AnonymousUser(), None])
def test_strangers_see_no_entries(user):
    navigation.entry("Nhật ký", "audit:record", order=90, may=lambda person: True)

    assert entries_of(_rf(), user) == []


def test_an_unknown_address_has_entries_too():
    navigation.entry("Nhật ký", "audit:record", order=90, may=lambda person: True)

    assert [e.is_current for e in entries_of(_rf(), Someone(), path="")] == [False]


def _rf():
    from django.test import RequestFactory

    return RequestFactory()
