"""Handing letters to a mail server so that it is always known whether the server may have taken one."""

import smtplib
from typing import Any

from django.core.mail.backends.smtp import EmailBackend


class _Telling:
    """Notes when all of a letter went over and no answer came yet: in that moment alone nobody knows whose it is."""

    is_open = False

    def data(self, msg: Any) -> tuple[int, bytes]:
        """As in `smtplib`, step by step."""
        self.is_open = False
        self.putcmd("data")  # type: ignore[attr-defined]
        code, answer = self.getreply()  # type: ignore[attr-defined]
        if code != 354:
            raise smtplib.SMTPDataError(code, answer)
        lines = smtplib._fix_eols(msg).encode("ascii") if isinstance(msg, str) else msg  # type: ignore[attr-defined]
        quoted = smtplib._quote_periods(lines)  # type: ignore[attr-defined]
        self.is_open = True
        self.send(quoted + (b".\r\n" if quoted.endswith(b"\r\n") else b"\r\n.\r\n"))  # type: ignore[attr-defined]
        answered: tuple[int, bytes] = self.getreply()  # type: ignore[attr-defined]
        self.is_open = False
        return answered


class _Plain(_Telling, smtplib.SMTP):
    pass


class _Hidden(_Telling, smtplib.SMTP_SSL):
    pass


class Post(EmailBackend):
    """Django's way to a mail server, which also says whether the last letter may have been taken without an answer."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _Hidden if self.use_ssl else _Plain

    @property
    def is_unsure(self) -> bool:
        """Whether the last letter was handed over whole and never answered for."""
        return bool(getattr(self.connection, "is_open", False))
