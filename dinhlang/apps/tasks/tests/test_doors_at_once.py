"""The same write sent twice at once, by two threads of one program: done once, answered alike."""

import json
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client

from dinhlang.apps.people.models import KeptAnswer
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.tasks.models import Comment
from dinhlang.apps.tasks.tests.factories import an_assignment

pytestmark = pytest.mark.usefixtures("many_writers")


def test_two_at_once_act_once_and_both_get_the_answer():
    part = an_assignment()
    officer = an_officer(at=part.task.plan.issuer)
    start, answers = Barrier(4), []

    def send():
        client = Client()
        client.force_login(officer)
        start.wait()
        head = {"idempotency-key": "lan-1"}
        said = json.dumps({"comment": "Nhớ gửi danh sách"})
        address = f"/api/v1/phan-viec/{part.pk}/y-kien"
        answer = client.post(address, said, "application/json", headers=head)
        answers.append((answer.status_code, answer.json()["id"] if answer.status_code == 201 else answer.content))
        connection.close()

    threads = [Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(answers) == {(201, Comment.objects.get().pk)}
    assert KeptAnswer.objects.get().status == 201
