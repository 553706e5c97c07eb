"""Passkeys (WebAuthn): a key on one's own device, made after the password was asked again, opens the door by itself.

What is asked of the device is signed by us and good for five minutes, once: no session is needed before anyone is
known.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from dinhlang.apps.people.actions.sign_ins import end_all
from dinhlang.apps.people.models import How, Passage, Passkey, Person, SecondFactor
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal

GOOD_FOR = timedelta(minutes=5)
MOST = 10
SALT = "people.passkey"


class CannotAddPasskey(Refusal):
    """The key cannot be kept so."""


class CannotRemovePasskey(Refusal):
    """The key cannot be removed so."""


class UnknownPasskey(Refusal):
    """Whatever was shown opens nothing; the sentence is one for all reasons."""

    def __init__(self) -> None:
        super().__init__(_("Khóa này chưa mở được cửa. Hãy thử lại, hoặc vào bằng mật khẩu."))


def ask_for_new(person: Person, *, host: str, now: datetime) -> tuple[str, str]:
    """What the device is asked for, and the same signed, to come back with its answer."""
    known = [PublicKeyCredentialDescriptor(base64url_to_bytes(key.credential)) for key in person.passkeys.all()]
    options = generate_registration_options(
        rp_id=host,
        rp_name="Đình Làng",
        user_name=person.username,
        user_display_name=person.full_name,
        user_id=sha256(f"{host} {person.pk}".encode()).digest(),
        exclude_credentials=known,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
    )
    return options_to_json(options), _signed(options.challenge, person.pk, now=now)


def ask_at_the_door(*, host: str, now: datetime) -> tuple[str, str]:
    """The same for whoever comes: any key that the device has for this house."""
    options = generate_authentication_options(rp_id=host, user_verification=UserVerificationRequirement.REQUIRED)
    return options_to_json(options), _signed(options.challenge, 0, now=now)


def ask_for_second(person: Person, *, host: str, now: datetime) -> tuple[str, str]:
    """The same after the password: only the keys of whoever it belongs to."""
    known = [PublicKeyCredentialDescriptor(base64url_to_bytes(key.credential)) for key in person.passkeys.all()]
    options = generate_authentication_options(
        rp_id=host, allow_credentials=known, user_verification=UserVerificationRequirement.REQUIRED
    )
    return options_to_json(options), _signed(options.challenge, person.pk, now=now)


@transaction.atomic
def add_passkey(
    person: Person,
    *,
    password: str,
    name: str,
    answer: str,
    asked: str,
    host: str,
    origin: str,
    now: datetime,
    keep: str = "",
) -> Passkey:
    """Keep the key that the device made; other sign-ins end."""
    if not person.check_password(password):
        raise CannotAddPasskey(_("Mật khẩu đang dùng chưa đúng. Hãy nhập lại."), field="password")
    if person.passkeys.count() >= MOST:
        raise CannotAddPasskey(_("Đã có nhiều khóa. Hãy bỏ khóa không còn dùng trước."))
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=_challenge(asked, person.pk, now=now),
            expected_rp_id=host,
            expected_origin=origin,
            require_user_verification=True,
        )
        key = Passkey.objects.create(
            person=person,
            credential=bytes_to_base64url(made.credential_id),
            public_key=bytes_to_base64url(made.credential_public_key),
            sign_count=made.sign_count,
            name=name.strip()[:60],
            made_at=now,
        )
    except (WebAuthnException, RecursionError, UnknownPasskey, IntegrityError) as trouble:
        raise CannotAddPasskey(_("Thiết bị chưa tạo được khóa. Hãy mở lại trang này rồi thử lại.")) from trouble
    end_all(person, now=now, keep=keep)
    tell("people.passkey_added", person, by=person, now=now, unit=home_unit(person), after={"passkey": key.name})
    return key


@transaction.atomic
def remove_passkey(person: Person, pk: int, *, password: str, now: datetime) -> None:
    """One of one's own; it opens nothing any more."""
    if not person.check_password(password):
        raise CannotRemovePasskey(_("Mật khẩu đang dùng chưa đúng. Hãy nhập lại."), field="password")
    Person.objects.select_for_update().get(pk=person.pk)  # of two removed at once, one is the last
    key = person.passkeys.filter(pk=pk).first()
    if key is None:
        raise CannotRemovePasskey(_("Khóa này đã bỏ rồi."))
    if SecondFactor.objects.filter(person=person, secret="").exists() and person.passkeys.count() == 1:
        raise CannotRemovePasskey(
            _("Đây là khóa cuối cùng của xác nhận hai bước. Hãy thêm khóa khác, hoặc tắt hai bước.")
        )
    key.delete()
    tell("people.passkey_removed", person, by=person, now=now, unit=home_unit(person), before={"passkey": key.name})


@transaction.atomic
def pass_with_key(person: Person, *, answer: str, asked: str, host: str, origin: str, now: datetime) -> How:
    """After the password: with one of the person's own keys, asked of this person."""
    facts = {"answer": answer, "asked": asked, "host": host, "origin": origin}
    if person_with_passkey(**facts, now=now, asked_of=person.pk) != person.pk:
        raise UnknownPasskey
    return How.KEY_STEP


@transaction.atomic
def person_with_passkey(*, answer: str, asked: str, host: str, origin: str, now: datetime, asked_of: int = 0) -> int:
    """Whose key it is; each asking is good once, in every process."""
    try:
        shown = parse_authentication_credential_json(answer)
        key = Passkey.objects.select_for_update().filter(credential=bytes_to_base64url(shown.raw_id)).first()
        challenge = _challenge(asked, asked_of, now=now)
        if key is None:
            raise UnknownPasskey
        proved = verify_authentication_response(
            credential=shown,
            expected_challenge=challenge,
            expected_rp_id=host,
            expected_origin=origin,
            credential_public_key=base64url_to_bytes(key.public_key),
            credential_current_sign_count=key.sign_count,
            require_user_verification=True,
        )
    except (
        WebAuthnException,
        RecursionError,
    ) as trouble:  # a count that goes back is among them: somebody has a copy of the key
        raise UnknownPasskey from trouble
    _use_up(asked, now=now)
    key.sign_count, key.last_used_at = proved.new_sign_count, now
    key.save(update_fields=["sign_count", "last_used_at"])
    return int(key.person_id)


def _use_up(asked: str, *, now: datetime) -> None:
    _passage, is_new = Passage.objects.get_or_create(state=sha256(asked.encode()).hexdigest(), defaults={"at": now})
    if not is_new:
        raise UnknownPasskey


def _signed(challenge: bytes, pk: int, *, now: datetime) -> str:
    told = {"challenge": bytes_to_base64url(challenge), "person": pk, "at": now.isoformat()}
    return signing.dumps(told, salt=SALT)


def _challenge(asked: str, pk: int, *, now: datetime) -> bytes:
    try:
        told: dict[str, Any] = signing.loads(asked, salt=SALT)
    except signing.BadSignature as trouble:
        raise UnknownPasskey from trouble
    if told["person"] != pk or now - datetime.fromisoformat(told["at"]) > GOOD_FOR:
        raise UnknownPasskey
    return base64url_to_bytes(told["challenge"])
