"""Programs are called of what happened: of all of it, of nothing that was taken back, of nothing they may not read."""

import base64
import json
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from django.db import transaction
from django.urls import reverse

from dinhlang.apps.audit import public as audit
from dinhlang.apps.operations.models import Job
from dinhlang.apps.people.models import ServiceAccount
from dinhlang.apps.people.tests.factories import a_program, an_administrator, sign_in
from dinhlang.apps.units.tests.factories import a_committee, a_commune
from dinhlang.apps.webhooks import actions, checks, kinds, rules
from dinhlang.apps.webhooks.models import Delivery, Webhook
from dinhlang.apps.webhooks.tests.conftest import something_happens
from dinhlang.base import clock
from dinhlang.base.calling import reached
from dinhlang.base.secrets import hide, show

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
_SOUND = kinds.Kind(lambda _person, pk: pk, "/api/v1/don-vi/{key}")
ROOT = Path(__file__).parents[4]


@pytest.fixture
def office():
    return a_committee()


@pytest.fixture
def quan(office):
    return an_administrator(at=office)


@pytest.fixture
def program(office):
    a_program(at=office)
    return ServiceAccount.objects.get()


@pytest.fixture
def made(program, quan, receiver):
    return actions.make(program, address=receiver.address, acts=["units.seen"], by=quan, now=clock.now())


def call_all(now=None):
    audit.lay_links()
    moment = now or clock.now()
    noted = actions.note_all(now=moment)
    return noted, actions.call_due(clock=lambda: moment)


class TestWhatIsTold:
    def test_an_act_reaches_the_program_signed_and_thin(self, made, office, receiver):
        something_happens(office, "Bí mật của bà Nguyễn Thị Lan")

        assert call_all() == (1, 1)

        headers, body = receiver.heard[0]
        told = json.loads(body)
        assert told["type"] == "units.seen"
        assert told["data"]["url"] == f"https://dinhlang.example.vn/api/v1/don-vi/{office.pk}"
        assert "Lan" not in body.decode()
        call = Delivery.objects.get()
        moment = call.sent_at
        assert headers["webhook-id"] == call.name
        assert headers["webhook-signature"] == rules.signature_of(body, name=call.name, moment=moment, secret=made[1])
        assert (call.state, call.answered) == ("sent", 204)

    def test_what_was_before_is_not_told_and_what_is_told_is_told_once(self, program, quan, office, receiver):
        something_happens(office)
        audit.lay_links()
        actions.make(program, address=receiver.address, acts=["units.seen"], by=quan, now=clock.now())
        something_happens(office)

        assert [call_all(), call_all()] == [(1, 1), (0, 0)]

    def test_what_was_taken_back_never_happened(self, made, office, receiver):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            something_happens(office)
            raise ZeroDivisionError

        assert call_all() == (0, 0)

    def test_what_the_program_may_not_read_it_does_not_hear_of(self, made, receiver):
        something_happens(a_committee(of=a_commune("Tân Trung")))

        assert call_all() == (0, 0)
        assert receiver.heard == []

    def test_other_acts_are_not_told(self, program, quan, office, receiver):
        actions.make(program, address=receiver.address, acts=["units.other"], by=quan, now=clock.now())
        something_happens(office)

        assert call_all() == (0, 0)

    def test_a_program_that_was_revoked_hears_nothing_more(self, made, office, program, receiver):
        ServiceAccount.objects.update(revoked_at=clock.now())
        something_happens(office)

        assert call_all() == (0, 0)
        assert Webhook.objects.get().state == "ended"


class TestAReceiverThatFails:
    def test_it_is_tried_again_later_under_the_same_name(self, made, office, receiver):
        receiver.answers = [500, 204]
        something_happens(office)
        now = clock.now()

        assert call_all(now) == (1, 0)
        assert call_all(now + timedelta(seconds=30)) == (0, 0)
        assert call_all(now + timedelta(minutes=2)) == (0, 1)

        names = {headers["webhook-id"] for headers, _body in receiver.heard}
        assert (len(receiver.heard), len(names)) == (2, 1)

    def test_after_two_days_it_is_given_up_and_a_person_sends_it_again(self, made, office, quan, receiver):
        receiver.answers = [500]
        something_happens(office)
        now = clock.now()
        for _try in range(9):
            call_all(now)
            now += DAY + timedelta(hours=1)
            Webhook.objects.update(failing_since=None)  # not yet paused
        call = Delivery.objects.get()
        assert (call.state, call.tries) == ("given_up", 8)

        receiver.answers = [200]
        assert actions.send_again(call, by=quan, now=now)
        assert call_all(now)[1] == 1
        assert not actions.send_again(Delivery.objects.get(), by=quan, now=now)

    def test_an_address_that_failed_for_days_is_paused_and_keeps_what_happens(self, made, office, quan, receiver):
        receiver.answers = [503]
        something_happens(office)
        now = clock.now()
        call_all(now)
        call_all(now + 4 * DAY)
        paused = Webhook.objects.get()
        assert (paused.state, call_all(now + 5 * DAY)) == ("paused", (0, 0))
        assert audit.history_of(paused)[0].act == "webhooks.paused"

        something_happens(office)
        receiver.answers = [204]
        actions.resume(paused, by=quan, now=now + 6 * DAY)

        assert call_all(now + 6 * DAY) == (1, 2)

    def test_a_dead_address_is_asked_once_a_round_and_holds_up_no_other(self, made, program, quan, office, receiver):
        dead = actions.make(program, address="https://localhost:9/", acts=["units.seen"], by=quan, now=clock.now())[0]
        for _time in range(5):
            something_happens(office)

        assert call_all() == (10, 5)
        assert [call.tries for call in dead.deliveries.order_by("place")] == [1, 0, 0, 0, 0]

    def test_gone_ends_it_and_nothing_waits_for_ever(self, made, office, receiver):
        receiver.answers = [410]
        for _time in range(2):
            something_happens(office)
        call_all()

        assert Webhook.objects.get().state == "ended"
        assert [call.state for call in Delivery.objects.all()] == ["given_up", "given_up"]
        assert len(receiver.heard) == 1

    def test_a_person_is_told_what_stood_in_the_way(self, made, office, receiver):
        Webhook.objects.update(address="http://127.0.0.1:9/")
        something_happens(office)
        call_all()
        assert Delivery.objects.get().trouble == "máy nhận từ chối kết nối"

    def test_a_worker_that_comes_late_does_not_undo_what_another_did(self, made, office, receiver, monkeypatch):
        something_happens(office)
        audit.lay_links()
        now = clock.now()
        actions.note_all(now=now)

        def slow(*_args, **_kwargs):
            monkeypatch.undo()
            assert actions.call_due(clock=lambda: now + timedelta(minutes=3)) == 1
            return 500

        monkeypatch.setattr("dinhlang.apps.webhooks.actions.calling.ask", slow)
        actions.call_due(clock=lambda: now)

        assert (Delivery.objects.get().state, len(receiver.heard)) == ("sent", 1)

    def test_a_long_queue_is_left_to_the_next_round(self, made, office, receiver):
        for _time in range(5):
            something_happens(office)
        audit.lay_links()
        now = clock.now()
        actions.note_all(now=now)
        moments = iter(now + timedelta(minutes=minute) for minute in (0, 4, 8, 12))

        assert actions.call_due(clock=lambda: next(moments)) == 2
        assert actions.call_due(clock=lambda: now) == 3

    def test_what_goes_to_an_address_that_stopped_is_not_promised(self, made, office, quan, receiver):
        something_happens(office)
        call_all()
        Delivery.objects.update(state="given_up")
        actions.pause(made[0], reason="Bảo trì", by=quan, now=clock.now())

        with pytest.raises(actions.CannotCall, match="Báo lại trước"):
            actions.send_again(Delivery.objects.get(), by=quan, now=clock.now())

    def test_a_thing_that_breaks_holds_up_no_other_address(self, made, program, quan, office, receiver, monkeypatch):
        facts = {"acts": ["units.other"], "by": quan, "now": clock.now()}
        actions.make(program, address=f"{receiver.address}/hai", **facts)
        broken = kinds.Kind(lambda _person, _pk: 1 / 0, "/api/v1/don-vi/{key}")
        monkeypatch.setattr(kinds, "kind_of", lambda _thing, act: broken if act == "units.seen" else _SOUND)
        something_happens(office)
        audit.record("units.other", office, by=None, now=clock.now(), unit=office)

        assert call_all() == (1, 1)
        assert Webhook.objects.get(pk=made[0].pk).told_upto < audit.head().place

    def test_nobody_is_followed_elsewhere(self, made, office, receiver):
        receiver.answers = [307]
        something_happens(office)

        assert call_all() == (1, 0)
        assert Delivery.objects.get().answered == 307

    def test_slowness_is_cut_off(self, made, office, receiver, monkeypatch):
        monkeypatch.setattr("dinhlang.apps.webhooks.actions.calling.PATIENCE", 0.3)
        receiver.is_slow.set()
        something_happens(office)

        assert call_all() == (1, 0)
        assert "không trả lời" in Delivery.objects.get().trouble

    def test_a_worker_that_died_in_the_call_leaves_it_to_the_next(self, made, office, receiver, monkeypatch):
        something_happens(office)
        audit.lay_links()
        now = clock.now()
        actions.note_all(now=now)
        monkeypatch.setattr("dinhlang.apps.webhooks.actions.calling.ask", lambda *_a, **_k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            actions.call_due(clock=lambda: now)
        monkeypatch.undo()

        assert actions.call_due(clock=lambda: now) == 0
        assert actions.call_due(clock=lambda: now + timedelta(minutes=3)) == 1


class TestAddresses:
    @pytest.mark.parametrize(
        "address",
        [
            "http://may.example.vn/x",
            "ftp://may.example.vn",
            "https://ha:mật@may.example.vn",
            "https://",
            "x",
            "https://a b",
        ],
    )
    def test_only_what_is_safe_to_call(self, program, quan, address):
        with pytest.raises(actions.CannotCall):
            actions.make(program, address=address, acts=["units.seen"], by=quan, now=clock.now())

    def test_a_name_that_leads_inside_is_not_called(self, made, office, receiver, settings):
        settings.WEBHOOK_HOSTS = []
        Webhook.objects.update(address=f"https://localhost:{receiver.server_port}/")
        something_happens(office)

        assert call_all() == (1, 0)
        assert receiver.heard == []
        assert "nội bộ" in Delivery.objects.get().trouble

    @pytest.mark.parametrize(
        "there", ["10.1.2.3", "64:ff9b::a00:1", "2002:7f00:1::", "::ffff:192.168.0.1", "224.0.0.1"]
    )
    def test_an_inner_place_in_another_guise_is_one(self, there):
        assert checks.is_inner("may.example.vn", reached(ip_address(there)))
        assert not checks.is_inner("may.example.vn", ip_address("203.162.4.190"))

    def test_a_program_that_works_no_more_is_given_no_address(self, program, quan, receiver):
        ServiceAccount.objects.update(revoked_at=clock.now())
        program.refresh_from_db()
        with pytest.raises(actions.CannotCall, match="không còn dùng được"):
            actions.make(program, address=receiver.address, acts=["units.seen"], by=quan, now=clock.now())

    def test_one_address_once_a_program_and_again_after_its_end(self, made, program, quan, receiver):
        facts = {"address": receiver.address, "acts": ["units.seen"], "by": quan, "now": clock.now()}
        with pytest.raises(actions.CannotCall, match="đã khai"):
            actions.make(program, **facts)

        actions.end(made[0], reason="Đổi máy", by=quan, now=clock.now())
        assert actions.make(program, **facts)[0].is_active

    def test_the_secret_lies_hidden_and_is_hidden_anew(self, made):
        kept = Webhook.objects.get().hidden_secret

        assert made[1] not in kept
        assert actions.renew_secrets() == 1
        assert show(Webhook.objects.get().hidden_secret) == made[1] != hide(made[1])


class TestPages:
    def test_from_the_program_to_its_calls(self, client, program, quan, office, receiver):
        sign_in(client, quan)
        page = client.get(reverse("people:program", args=[program.pk])).content.decode()
        assert reverse("webhooks:making", args=[program.pk]) in page

        sent = {"address": receiver.address, "acts": ["units.seen"]}
        page = client.post(reverse("webhooks:making", args=[program.pk]), sent).content.decode()
        assert "whsec_" in page
        webhook = Webhook.objects.get()
        something_happens(office)
        call_all()

        page = client.get(reverse("webhooks:detail", args=[webhook.pk])).content.decode()
        assert "đã nhận" in page
        assert "whsec_" not in page

    def test_paused_and_ended_with_a_reason(self, client, made, quan):
        sign_in(client, quan)
        page = reverse("webhooks:stopping", args=[made[0].pk])

        assert "error" in client.post(page, {"pause": "1", "reason": ""}).content.decode()
        client.post(page, {"pause": "1", "reason": "Bảo trì"})
        assert Webhook.objects.get().state == "paused"
        client.post(reverse("webhooks:resuming", args=[made[0].pk]))
        client.post(page, {"end": "1", "reason": "Thôi dùng"})
        assert Webhook.objects.get().state == "ended"

    def test_whoever_looks_after_other_accounts_does_not_know_it(self, client, made):
        sign_in(client, an_administrator(at=a_committee(of=a_commune("Tân Trung"))))

        assert client.get(reverse("webhooks:detail", args=[made[0].pk])).status_code == 404

    def test_a_program_reads_its_own_calls(self, client, office, quan, receiver):
        token = a_program(at=office)
        program = ServiceAccount.objects.get()
        actions.make(program, address=receiver.address, acts=["units.seen"], by=quan, now=clock.now())
        something_happens(office)
        call_all()

        told = client.get("/api/v1/bao/lan-bao", headers={"Authorization": f"Bearer {token}"}).json()

        assert [one["state"] for one in told["items"]] == ["sent"]


def test_a_worker_is_called_only_where_there_is_something_to_tell(made, office):
    audit.lay_links()
    actions.note_all(now=clock.now())
    assert not actions.wake(now=clock.now())

    something_happens(office)
    audit.lay_links()

    assert actions.wake(now=clock.now())
    assert Job.objects.filter(path=actions.noting.JOB).exists()


def test_what_nobody_is_told_of_calls_no_worker(made, office):
    audit.record("units.other", office, by=None, now=clock.now(), unit=office)
    audit.lay_links()

    assert not actions.wake(now=clock.now())


def test_nobody_to_call_costs_one_short_look(django_assert_num_queries):
    with django_assert_num_queries(1):
        actions.wake(now=clock.now())


def test_the_receiver_of_the_documents_believes_what_is_ours_and_nothing_else():
    text = (ROOT / "docs" / "reference" / "webhooks.md").read_text(encoding="utf-8")
    told = {"__name__": "read"}
    exec(text.split("```python")[1].split("```")[0], told)
    secret, now = "whsec_" + base64.b64encode(b"0" * 32).decode(), clock.now()
    body = rules.body_of(act="units.seen", moment=now, place=1, url="https://x.vn/1")
    headers = rules.headers_of(body, name="msg_1", moment=now, secret=secret)

    def believed(headers=headers, body=body, moment=now):
        return told["is_believed"](headers, body, secret, moment.timestamp())

    assert believed()
    assert not believed(body=body + b" ")
    assert not believed(headers | {"webhook-id": "msg_2"})
    assert not believed(moment=now + timedelta(minutes=6))
