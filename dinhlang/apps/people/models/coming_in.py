"""What opens the door to a person: second factors, identities, invitations; and who is signed in where."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.people.models.people import Person
from dinhlang.apps.people.rules import LONGEST, SHARED_IDLE


class How(models.TextChoices):
    """By what somebody came in."""

    PASSWORD = "password", _("mật khẩu")
    SECOND_STEP = "second_step", _("mật khẩu và mã")
    RECOVERY_CODE = "recovery_code", _("mật khẩu và mã dự phòng")
    INVITATION = "invitation", _("liên kết mời")
    OPENID = "openid", _("máy chủ định danh")
    PASSKEY = "passkey", _("khóa truy cập")
    KEY_STEP = "key_step", _("mật khẩu và khóa truy cập")


class SecondFactor(models.Model):
    """That a password alone does not open the door; the telephone that makes the codes, if one does.

    There is a row only while it is in use. Without a secret, the passkeys and the recovery codes are the second step.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="second_factor")
    secret = models.TextField(blank=True)  # hidden, see `base.secrets`
    latest_step = models.BigIntegerField(default=0)  # a code is good once: later steps only
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("xác nhận hai bước")

    def __str__(self) -> str:
        return str(self.person)


class RecoveryCode(models.Model):
    """For the day when the telephone is lost; good once, kept as a digest only."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("mã dự phòng")

    def __str__(self) -> str:
        return f"{self.person} {self.digest[:6]}"


def idle(is_shared: bool) -> timedelta:
    """How long a sign-in may lie unused before it ends."""
    usual = timedelta(minutes=settings.IDLE_MINUTES)
    return min(usual, SHARED_IDLE) if is_shared else usual


class SignInQuerySet(models.QuerySet["SignIn"]):
    """Phrases about who is signed in where."""

    def open(self, now: datetime) -> Self:
        """Those that still go on."""
        used_lately = Q(is_shared=False, seen_at__gt=now - idle(False)) | Q(
            is_shared=True, seen_at__gt=now - idle(True)
        )
        return self.filter(used_lately, ended_at=None, began_at__gt=now - LONGEST)


class SignIn(models.Model):
    """A person signed in on a device: for the person to see, and to end."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sign_ins")
    session_key = models.CharField(max_length=40, blank=True, db_index=True)  # only while it goes on
    how = models.CharField(_("bằng"), max_length=20, choices=How)
    device = models.CharField(_("thiết bị"), max_length=80, blank=True)
    address = models.CharField(_("vùng địa chỉ"), max_length=45, blank=True)
    is_shared = models.BooleanField(_("máy dùng chung"), default=False)
    began_at = models.DateTimeField(_("bắt đầu lúc"))
    seen_at = models.DateTimeField(_("dùng lần cuối"))
    ended_at = models.DateTimeField(_("kết thúc lúc"), null=True)

    objects = SignInQuerySet.as_manager()

    class Meta:
        verbose_name = _("lần đăng nhập")

    def __str__(self) -> str:
        return f"{self.person} {self.device}"


class WrongTries(models.Model):
    """How often something was tried wrongly, by a digest of what: a name, an address, both. Never what was typed."""

    key = models.CharField(max_length=64, unique=True)
    name_key = models.CharField(max_length=64, blank=True, default="", db_index=True)  # to forget a name everywhere
    number = models.PositiveIntegerField(default=0)
    latest_at = models.DateTimeField()
    wait_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("lần thử sai")

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.number}"


class Invitation(models.Model):
    """A link with which someone chooses their own password; good once, until a moment, kept as a digest only."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="invitation")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    good_until = models.DateTimeField()

    class Meta:
        verbose_name = _("lời mời")

    def __str__(self) -> str:
        return str(self.person)


class Identity(models.Model):
    """A person as an identity server knows them; linked by themselves, after signing in (docs/decisions/0010)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identities")
    issuer = models.CharField(max_length=300)
    subject = models.TextField()  # hidden, see `base.secrets`: it may be a citizen's number
    digest = models.CharField(max_length=64)  # by which it is found
    since = models.DateTimeField()

    class Meta:
        verbose_name = _("danh tính điện tử")
        constraints = [
            models.UniqueConstraint(fields=["issuer", "digest"], name="one_person_an_identity"),
            models.UniqueConstraint(fields=["person", "issuer"], name="one_identity_an_issuer"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.issuer}"


class Passage(models.Model):
    """One walk to the identity server and back: its state and its code are good once, in every process."""

    state = models.CharField(max_length=64, unique=True)  # digests only
    code = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001 - unique, and many have none
    at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("lượt vào bằng danh tính điện tử")

    def __str__(self) -> str:
        return str(_("lượt vào %(number)s") % {"number": self.state[:8]})


class Passkey(models.Model):
    """A key on a person's device that opens the door by itself: having the device, and a finger, a face or its PIN."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="passkeys")
    credential = models.CharField(max_length=1400, unique=True)  # as the device calls it, in letters
    public_key = models.TextField()  # in letters; nothing secret
    sign_count = models.BigIntegerField(default=0)
    name = models.CharField(_("tên khóa"), max_length=60)
    made_at = models.DateTimeField(_("tạo lúc"))
    last_used_at = models.DateTimeField(_("dùng lần cuối"), null=True)

    class Meta:
        verbose_name = _("khóa truy cập")

    def __str__(self) -> str:
        return self.name
