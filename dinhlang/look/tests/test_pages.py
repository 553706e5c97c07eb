"""The gallery, the error pages, the switch of themes."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

LOOK = Path(__file__).parents[1]
HOUSE = LOOK.parent


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("vi", "Phòng trưng bày"), ("en", "Gallery")])
def test_the_gallery_shows_everything_in_both_languages(client, settings, language, words):
    settings.DEMO = True

    answer = client.get("/look/", headers={"accept-language": language})

    assert answer.status_code == 200
    assert words in answer.content.decode()


@pytest.mark.django_db
def test_the_gallery_shows_every_part_of_a_text_that_is_read_and_of_the_room_beside_it(client, settings):
    settings.DEMO = True
    css = (LOOK / "static/look/look.css").read_text()
    styled = set(re.findall(r"\.((?:room|reading)(?:-[a-z]+)?)\b", css))
    states = {"waits", "lit", "current", "of-text", "of-time", "of-lead", "of-partner"}

    html = client.get("/look/").content.decode()

    shown = {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}
    assert (styled | states) - shown == set()
    assert len(styled) > 15


@pytest.mark.django_db
def test_outside_the_demo_strangers_find_no_gallery(client, settings):
    settings.DEMO = settings.DEBUG = False

    assert client.get("/look/").status_code == 404


@pytest.mark.django_db
def test_a_faulty_form_keeps_what_was_typed(client, settings):
    settings.DEMO = True

    html = client.post("/look/", {"name": "Việc của xã", "due": "31/2/2026"}).content.decode()

    assert 'value="Việc của xã"' in html and 'value="31/2/2026"' in html


@pytest.mark.django_db
def test_a_theme_is_remembered_and_the_way_back_stays_in_the_house(client):
    answer = client.post("/look/giao-dien/", {"theme": "dark", "next": "https://elsewhere.example/"})

    assert answer.cookies["theme"].value == "dark"
    assert answer.url == "/"
    assert client.post("/look/giao-dien/", {"theme": "pink", "next": "/tim/"}).cookies["theme"].value == "auto"


@pytest.mark.parametrize("next_", ["//xau.vn/", "https://xau.vn/", ";env;", "look:gallery", ""])
def test_a_choice_of_light_leads_nowhere_else(client, next_):
    assert client.post("/look/giao-dien/", {"theme": "dark", "next": next_}).headers["Location"] == "/"


@pytest.mark.parametrize(
    "template",
    ["400.html", "403.html", "404.html", "500.html", "look/refused.html", "look/away.html", "look/full.html"],
)
def test_pages_of_last_resort_need_nothing(template):
    html = render_to_string(template)

    assert "<h1>" in html and 'class="button"' in html


@pytest.mark.parametrize(
    "template", ["look/public.html", "look/bare.html", "look/print.html", "look/stale_form.html", "look/unsent.html"]
)
def test_frames_stand_with_only_a_request(template):
    assert "<main" in render_to_string(template, request=RequestFactory().get("/"))


def test_link_previews_name_an_absolute_picture():
    html = render_to_string("look/preview.html", {"title": "A", "text": "B"}, request=RequestFactory().get("/"))

    assert 'content="http://testserver/static/look/preview' in html


def every_template():
    return [path for path in HOUSE.rglob("templates/**/*.html") if "__pycache__" not in str(path)]


@pytest.mark.parametrize("path", every_template(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_template_has_inline_style_or_script(path):
    text = path.read_text()

    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=\s*[\"']|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
