"""What a web server calls: a line that is lost on the way."""

from io import BytesIO

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory
from django.urls import reverse

from dinhlang.apps.people.tests.factories import an_officer, sign_in
from dinhlang.apps.tasks.tests.factories import a_photo, a_task
from dinhlang.apps.units.tests.factories import a_committee
from dinhlang.config.wsgi import application

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_connection():
    """A real request ends with its connection; here test and request share one, as with Django's own client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize(("missing", "told"), [(0, 1), (1, 0), (300, 0)])
def test_what_was_cut_off_on_the_way_is_not_told_by_half(client, missing, told):
    committee, token = a_committee(), "a" * 32
    part = a_task(leads=[committee]).assignments.get()
    sign_in(client, an_officer(at=committee))
    facts = {"words": "Đã họp", "uploads": a_photo(), "csrfmiddlewaretoken": token, "seen": part.changed_at.isoformat()}
    environ = RequestFactory().post(reverse("tasks:tell", args=[part.pk]), facts).environ
    body = environ["wsgi.input"].read()
    environ["wsgi.input"] = BytesIO(body[: len(body) - missing])
    environ["HTTP_COOKIE"] = f"sessionid={client.cookies['sessionid'].value}; csrftoken={token}"
    answers = []

    list(application(environ, lambda status, _headers: answers.append(status)))

    assert part.progress.count() == told
    assert answers[0].startswith("302" if told else "4")
