"""Consent: words in versions, given to one version of them, taken back. No silence, no tick set beforehand."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.privacy.models import Consent, ConsentText, Way
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal
from dinhlang.pure.viet import one_line


class CannotConsent(Refusal):
    """Consent cannot be written down so."""


@transaction.atomic
def write_text(*, purpose: str, text: str, by: people.Person, now: datetime) -> ConsentText:
    """A new version of the words for a purpose; who agreed before agreed to the older ones."""
    if not by.may(people.Word.PRIVACY_ANSWER):
        raise CannotConsent(_("Chỉ người trả lời về dữ liệu cá nhân mới viết được lời hỏi ý kiến."))
    text = text.strip()
    latest = ConsentText.objects.filter(purpose=purpose).order_by("-version").first()
    if not text:
        raise CannotConsent(_("Hãy viết lời hỏi ý kiến."), field="text")
    if latest is not None and latest.text == text:
        raise CannotConsent(_("Lời này giống hệt bản đang dùng."), field="text")
    version = (ConsentText.objects.filter(purpose=purpose).aggregate(last=Max("version"))["last"] or 0) + 1
    made = ConsentText.objects.create(purpose=purpose, version=version, text=text, made_at=now, made_by=by)
    audit.record("privacy.text_written", made, by=by, now=now, after={"text": text})
    return made


@transaction.atomic
def agree(
    *,
    text: ConsentText,
    about: str,
    is_clear: bool,
    by: people.Person,
    now: datetime,
    name: str = "",
    unit: units.Unit | None = None,
) -> Consent:
    """The person says yes for one purpose and one thing; or whoever answers writes down what was signed on paper.

    `name` is that of someone who signed on paper; without one it is `by` who agrees.
    """
    if not is_clear:
        raise CannotConsent(_("Chỉ ghi nhận khi người đó tự đánh dấu. Im lặng không phải là đồng ý."), field="yes")
    if not one_line(about):
        raise CannotConsent(_("Hãy ghi rõ đồng ý cho ảnh nào, việc nào."), field="about")
    newest = ConsentText.objects.filter(purpose=text.purpose).order_by("-version").first()
    if newest is not None and newest.pk != text.pk:
        raise CannotConsent(_("Lời hỏi ý kiến vừa có bản mới. Xin đọc lại rồi mới đồng ý."))
    on_paper = bool(one_line(name))
    if on_paper and (unit is None or not by.may(people.Word.PRIVACY_ANSWER, at=unit.path)):
        raise CannotConsent(_("Đơn vị này nằm ngoài phạm vi của bạn. Hãy chọn đơn vị khác."), field="unit")
    made = Consent.objects.create(
        text=text,
        person=None if on_paper else by,
        name=one_line(name) or by.full_name,
        about=one_line(about),
        unit=unit or people.home_unit(by),
        way=Way.PAPER if on_paper else Way.HOUSE,
        given_at=now,
        recorded_by=by,
    )
    after = {"purpose": text.purpose, "version": text.version, "way": made.way}
    audit.record("privacy.agreed", made, by=by, now=now, unit=made.unit, after=after)
    return made


@transaction.atomic
def withdraw(consent: Consent, *, words: str, by: people.Person, now: datetime) -> Consent:
    """As easily as it was given; what was done before stays lawful."""
    current = Consent.objects.select_for_update().get(pk=consent.pk)
    if not current.stands:
        raise CannotConsent(_("Sự đồng ý này đã được rút lại rồi."))
    consent.withdrawn_at, consent.withdrawn_words = now, one_line(words)[:500]
    consent.save(update_fields=["withdrawn_at", "withdrawn_words"])
    audit.record("privacy.withdrawn", consent, by=by, now=now, unit=consent.unit)
    return consent
