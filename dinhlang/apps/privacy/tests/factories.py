"""Requests and consents for tests."""

from dinhlang.apps.people.tests.factories import NOW
from dinhlang.apps.privacy import actions
from dinhlang.apps.privacy.models import Consent, ConsentPurpose, ConsentText, Way


def a_request(*, kind, person, words="Xin làm giúp.", now=NOW, **facts):
    return actions.ask(kind=kind, person=person, words=words, now=now, **facts)


def a_text(*, by, text="Cơ quan xin đăng ảnh của ông/bà trên trang công khai của xã.", purpose=ConsentPurpose.PHOTO):
    return actions.write_text(purpose=purpose, text=text, by=by, now=NOW)


def a_consent(*, person, by, about="ảnh buổi họp thôn"):
    text = ConsentText.objects.first() or a_text(by=by)
    return Consent.objects.create(
        text=text,
        person=person,
        name=person.full_name,
        about=about,
        unit=person.roles_in_force[0].unit,
        way=Way.HOUSE,
        given_at=NOW,
        recorded_by=person,
    )
