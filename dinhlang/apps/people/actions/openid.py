"""Coming in by an identity server (OpenID Connect): the walk there and back, and linking one's own identity.

No account is made by it and none is found by a name or an address: see docs/decisions/0010.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dinhlang.apps.people.access import may_manage_account
from dinhlang.apps.people.actions.passwords import must_know_password
from dinhlang.apps.people.checks import Untrusted, Vouched, Why, identity_server, vouched_by
from dinhlang.apps.people.models import Identity, Passage, Person
from dinhlang.apps.people.queries import home_unit
from dinhlang.apps.people.signals import tell
from dinhlang.base.refusal import Refusal
from dinhlang.base.secrets import digest, digests, hide, renewed, show

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

PATIENCE = timedelta(minutes=10)
KEPT = timedelta(days=30)

WORDS: "dict[str, StrOrPromise]" = {
    Why.SILENT: gettext_lazy("không trả lời"),
    Why.BROKEN: gettext_lazy("trả lời không đọc được"),
    Why.TOO_LONG: gettext_lazy("trả lời quá dài"),
    Why.SENT_ELSEWHERE: gettext_lazy("chỉ sang địa chỉ khác"),
    Why.STRANGE_ADDRESS: gettext_lazy("nêu địa chỉ không được phép hỏi"),
    Why.REFUSED_CODE: gettext_lazy("không nhận mã của lượt vào"),
    Why.NO_TOKEN: gettext_lazy("không đưa thẻ danh tính"),
    Why.ALGORITHM: gettext_lazy("thẻ danh tính ký bằng cách không được phép"),
    Why.UNKNOWN_KEY: gettext_lazy("thẻ danh tính ký bằng khóa lạ"),
    Why.SIGNATURE: gettext_lazy("chữ ký của thẻ danh tính sai"),
    Why.ISSUER: gettext_lazy("tự xưng bằng tên khác"),
    Why.AUDIENCE: gettext_lazy("thẻ danh tính cấp cho nơi khác"),
    Why.EXPIRED: gettext_lazy("thẻ danh tính đã hết hạn"),
    Why.NOT_YET: gettext_lazy("thẻ danh tính chưa có hiệu lực"),
    Why.NONCE: gettext_lazy("thẻ danh tính của lượt vào khác"),
    Why.SUBJECT: gettext_lazy("không nói rõ là ai, hoặc nói hai người khác nhau"),
    Why.ACCESS_TOKEN: gettext_lazy("hai thẻ không đi cùng nhau"),
    Why.CLAIMS: gettext_lazy("thẻ danh tính ghi sai mẫu"),
    Why.NO_CLAIM: gettext_lazy("không cho biết mã để nhận ra người"),
    Why.WEAK: gettext_lazy("mức xác thực chưa đủ"),
    Why.STATE: gettext_lazy("lượt vào lạ hoặc quá giờ"),
    Why.USED: gettext_lazy("lượt vào đã dùng"),
    Why.DENIED: gettext_lazy("người dùng chưa đồng ý hoặc chưa xác thực xong"),
    Why.UNKNOWN: gettext_lazy("danh tính chưa gắn với tài khoản đang dùng"),
    Why.TAKEN: gettext_lazy("danh tính đã gắn với tài khoản khác"),
}
"""What was wrong, for the record: never a name, a number or a token."""


class CannotComeIn(Refusal):
    """Nobody comes in by this answer."""

    def __init__(self, why: Why) -> None:
        super().__init__(_sentence(why))
        self.why = why


class CannotLink(Refusal):
    """An identity cannot be linked, or unlinked, so."""


def has_server() -> bool:
    """Whether the settings name an identity server."""
    return bool(settings.OIDC_ISSUER and settings.OIDC_CLIENT_ID)


def way_out(*, back: str) -> str:
    """Where the session at the server ends; empty if it has no such page, or does not answer."""
    try:
        return identity_server().way_out(back=back)
    except Untrusted:
        return ""


def name_of_server() -> str:
    """What people call it."""
    return settings.OIDC_NAME or _("cổng định danh")


def _sentence(why: Why) -> str:
    sentences = {
        Why.SILENT: _("%(server)s đang không trả lời. Hãy vào bằng mật khẩu, hoặc thử lại sau ít phút."),
        Why.STATE: _("Lượt vào này đã quá 10 phút hoặc bắt đầu ở trình duyệt khác. Hãy bắt đầu lại."),
        Why.USED: _("Lượt vào này đã dùng rồi. Hãy bắt đầu lại."),
        Why.DENIED: _(
            "%(server)s báo rằng bạn chưa đồng ý hoặc chưa xác thực xong. Hãy thử lại hoặc vào bằng mật khẩu."
        ),
        Why.WEAK: _("Mức xác thực ở %(server)s chưa đủ. Hãy xác thực bằng cách mạnh hơn, hoặc vào bằng mật khẩu."),
        Why.UNKNOWN: _(
            "Danh tính này chưa gắn với tài khoản nào đang dùng. Hãy vào bằng mật khẩu rồi mở Trang của tôi, "
            "Danh tính điện tử để gắn. Nếu chưa có tài khoản, hãy nhờ quản trị của đơn vị."
        ),
        Why.TAKEN: _("Danh tính này đã gắn với một tài khoản khác. Hãy nhờ quản trị gỡ ở tài khoản kia trước."),
    }
    plain = _("Câu trả lời của %(server)s không tin được: %(what)s. Hãy vào bằng mật khẩu và báo cho quản trị.")
    return sentences.get(why, plain) % {"server": _capital(name_of_server()), "what": WORDS[why]}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Walk:
    """What the browser's session remembers between going to the server and coming back."""

    state: str
    nonce: str
    verifier: str
    since: str
    onward: str
    linking: int | None
    """The key of the person who links their identity; None for someone who signs in."""


def go(*, back: str, onward: str, linking: int | None, now: datetime) -> tuple[Walk, str]:
    """A new walk, and the address at the server where it begins."""
    state, nonce, verifier = (secrets.token_urlsafe(48) for _secret in range(3))
    walk = Walk(state, nonce, verifier, since=now.isoformat(), onward=onward, linking=linking)
    try:
        server = identity_server()
    except Untrusted as untrusted:
        raise CannotComeIn(untrusted.why) from None
    return walk, server.way_there(back=back, state=walk.state, nonce=walk.nonce, verifier=walk.verifier)


def unknown_walk(state: str) -> CannotComeIn:
    """Why an answer that this browser never asked for is refused: it came before, or it began elsewhere."""
    is_used = Passage.objects.filter(state=_digest(state)).exists()
    return CannotComeIn(Why.USED if is_used else Why.STATE)


def come_back(walk: Walk, answer: Mapping[str, str], *, back: str, now: datetime) -> Vouched:
    """Whom the server vouches for at the end of a walk. Asks the server, so it runs in no transaction."""
    if now - datetime.fromisoformat(walk.since) > PATIENCE:
        raise CannotComeIn(Why.STATE)
    try:
        server = identity_server()
        _must_be_this_server(answer, server.issuer, says_its_name=server.says_its_name)
        if "error" in answer or not answer.get("code"):
            raise Untrusted(Why.DENIED)
        _spend(walk.state, answer["code"], now=now)
        given = server.exchange(code=answer["code"], back=back, verifier=walk.verifier)
        return vouched_by(server, given, nonce=walk.nonce, now=now)
    except Untrusted as untrusted:
        raise CannotComeIn(untrusted.why) from None


def _must_be_this_server(answer: Mapping[str, str], issuer: str, *, says_its_name: bool) -> None:
    """RFC 9207: an answer that another server sent is not for us."""
    named = answer.get("iss")
    if (named is None and says_its_name) or (named is not None and named != issuer):
        raise Untrusted(Why.ISSUER)


@transaction.atomic
def _spend(state: str, code: str, *, now: datetime) -> None:
    """The state and the code are good once; the database decides between two that come at the same moment."""
    Passage.objects.filter(at__lt=now - KEPT).delete()
    try:
        with transaction.atomic():
            Passage.objects.create(state=_digest(state), code=_digest(code), at=now)
    except IntegrityError:
        raise Untrusted(Why.USED) from None


def _digest(word: str) -> str:
    return sha256(word.encode()).hexdigest()


@transaction.atomic
def note_refusal(why: Why, *, state: str, by: Person | None, now: datetime) -> None:
    """Who was refused is not known; that someone was, and why, stands in the record."""
    passage, _is_new = Passage.objects.get_or_create(state=_digest(state), defaults={"at": now})
    unit = home_unit(by) if by else None
    tell("people.identity_refused", passage, by=by, now=now, unit=unit, after={"why": str(why)})


def person_known_as(subject: str) -> int:
    """The key of the person who linked this identity."""
    found = _identities(subject).values_list("person_id", flat=True).first()
    if found is None:
        raise CannotComeIn(Why.UNKNOWN)
    return found


def _identities(subject: str) -> QuerySet[Identity]:
    return Identity.objects.filter(issuer=settings.OIDC_ISSUER, digest__in=digests(subject))


def identity_of(person: Person) -> Identity | None:
    """The person's identity at the server of today's settings."""
    return Identity.objects.filter(person=person, issuer=settings.OIDC_ISSUER).first()


@transaction.atomic
def link(person: Person, *, subject: str, now: datetime) -> Identity:
    """From now on the identity opens this account."""
    if identity_of(person) is not None:
        raise CannotLink(_("Tài khoản này đã gắn danh tính rồi. Hãy bỏ danh tính cũ trước."))
    if _identities(subject).exists():
        raise CannotComeIn(Why.TAKEN)
    known = {"subject": hide(subject), "digest": digest(subject), "since": now}
    try:
        with transaction.atomic():
            identity = Identity.objects.create(person=person, issuer=settings.OIDC_ISSUER, **known)
    except IntegrityError:  # someone linked it between the two lines
        raise CannotComeIn(Why.TAKEN) from None
    after = {"issuer": identity.issuer}
    tell("people.identity_linked", person, by=person, now=now, unit=home_unit(person), after=after)
    return identity


@transaction.atomic
def unlink(person: Person, *, password: str, now: datetime) -> None:
    """The identity opens this account no more."""
    must_know_password(person, password)
    _remove(person)
    tell("people.identity_unlinked", person, by=person, now=now, unit=home_unit(person))


@transaction.atomic
def take_identity_off(person: Person, *, reason: str, by: Person, now: datetime) -> None:
    """By whoever looks after the account."""
    if person == by or not may_manage_account(by, person, day=timezone.localtime(now).date()):
        raise CannotLink(_("Bạn không gỡ được danh tính của tài khoản này. Hãy nhờ một quản trị khác."))
    if not reason.strip():
        raise CannotLink(_("Hãy ghi lý do, để người xem nhật ký sau này hiểu."), field="reason")
    _remove(person)
    tell("people.identity_taken_off", person, by=by, now=now, unit=home_unit(person), reason=reason.strip())


def _remove(person: Person) -> None:
    if not Identity.objects.filter(person=person).delete()[0]:
        raise CannotLink(_("Tài khoản này chưa gắn danh tính nào."))


@transaction.atomic
def renew_identities() -> int:
    """Hide every identity with the newest key, and find it by that key; says how many there are."""
    identities = list(Identity.objects.select_for_update())
    for identity in identities:
        identity.digest = digest(show(identity.subject))
        identity.subject = renewed(identity.subject)
    Identity.objects.bulk_update(identities, ["digest", "subject"])
    return len(identities)
