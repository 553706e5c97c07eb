"""Settings come from the environment: what each is called, what it means, and how its text is read."""

import os
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from cryptography.fernet import Fernet

from dinhlang.base import push


class BadSetting(Exception):
    """A setting that cannot be understood; the sentence says which and how to mend it."""


@dataclass(frozen=True)
class Setting:
    """One line of the manual: `docs/operations/settings.md` is printed from these."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("DINHLANG_HOME", "var", "The folder for everything that is kept: database, files, the secret key."),
    Setting("DINHLANG_DATABASE", "", "postgres://user:password@host:port/name; empty means SQLite in DINHLANG_HOME."),
    Setting("DINHLANG_SECRET_KEY", "", "Signs sessions; empty means one is made and kept in DINHLANG_HOME."),
    Setting("DINHLANG_DATA_KEYS", "", "Hide data at rest, newest first; empty means one is made in DINHLANG_HOME."),
    Setting("DINHLANG_HOSTS", "127.0.0.1,localhost", "The names under which people reach the house, with commas."),
    Setting("DINHLANG_HTTPS", "no", "yes where a proxy in front speaks HTTPS: cookies and links become secure."),
    Setting("DINHLANG_DEBUG", "no", "yes only on a developer's own machine."),
    Setting("DINHLANG_DEMO", "no", "yes shows the demo's accounts on the sign-in page; never with real people."),
    Setting("DINHLANG_DEMO_PASSWORD", "", "One password for all demo accounts; empty means a random one."),
    Setting("DINHLANG_UPLOAD_LIMIT_MB", "20", "The largest file anyone may send."),
    Setting(
        "DINHLANG_FILES_S3_ENDPOINT", "", "An S3-compatible store for what people send, https://…; empty: a folder."
    ),
    Setting("DINHLANG_FILES_S3_BUCKET", "", "The bucket there; it must be readable by nobody but this house."),
    Setting("DINHLANG_FILES_S3_REGION", "us-east-1", "The region that the store names itself after."),
    Setting("DINHLANG_FILES_S3_KEY", "", "The access key by which the store knows this house."),
    Setting("DINHLANG_FILES_S3_SECRET", "", "Proves it; empty means the file DINHLANG_HOME/files-s3-secret, if any."),
    Setting("DINHLANG_BACKUP_TO", "", "Folder or s3:… address of the daily backup (restic); empty: none is made."),
    Setting("DINHLANG_BACKUP_KEYS_TO", "", "Another place, for the keys; they are kept apart from what they open."),
    Setting("DINHLANG_CLAMAV", "", "Socket or host:port of a ClamAV daemon that looks into each file; empty: none."),
    Setting("DINHLANG_READS_A_MINUTE", "1200", "Pages a person or an address may open in a minute, for each process."),
    Setting("DINHLANG_WRITES_A_MINUTE", "240", "Forms a person or an address may send in a minute, for each process."),
    Setting(
        "DINHLANG_IDLE_MINUTES", "120", "A sign-in that lies unused so long ends (5 to 720; shared computers: 15)."
    ),
    Setting(
        "DINHLANG_SECOND_FACTOR", "optional", "Who must have a second step: optional, administrators or officials."
    ),
    Setting(
        "DINHLANG_BREACHED_PASSWORDS", "", "A file of SHA-1 digests in order (HASH or HASH:COUNT lines) to refuse."
    ),
    Setting(
        "DINHLANG_LOG", "line", "line for people, json for programs that gather logs (with a line for each request)."
    ),
    Setting(
        "DINHLANG_METRICS_KEY", "", "Whoever shows it as a bearer token reads /so-do/ (Prometheus); empty: nobody."
    ),
    Setting("DINHLANG_WORKER_GRACE_SECONDS", "20", "A stopping worker's job may go on this long, then it waits again."),
    Setting(
        "DINHLANG_OIDC_ISSUER", "", "An identity server (OpenID Connect) as it names itself, https://…; empty: none."
    ),
    Setting("DINHLANG_OIDC_CLIENT_ID", "", "What the identity server calls this house."),
    Setting(
        "DINHLANG_OIDC_CLIENT_SECRET", "", "Proves it; empty means the file DINHLANG_HOME/oidc-client-secret, if any."
    ),
    Setting("DINHLANG_OIDC_NAME", "", "What people call the identity server, as on the sign-in page."),
    Setting("DINHLANG_OIDC_SCOPES", "openid", "What is asked of the identity server, with spaces; openid among it."),
    Setting("DINHLANG_OIDC_CLAIM", "sub", "The claim that says who someone is, always the same for the same person."),
    Setting("DINHLANG_OIDC_ACR", "", "Levels of assurance (acr), with spaces, of which one is required; empty: any."),
    Setting(
        "DINHLANG_OIDC_SECOND_STEP", "", "What counts as a second step: acr:… amr:…, with spaces; empty: ours only."
    ),
    Setting("DINHLANG_OIDC_HOSTS", "", "Hosts besides the issuer's to which its answers may lead, with commas."),
    Setting(
        "DINHLANG_WEBHOOK_HOSTS",
        "",
        "Hosts of the inner network that may be called for programs, with commas.",
    ),
    Setting("DINHLANG_ADDRESS", "", "Where people reach the house, https://…, for letters; empty: the first host."),
    Setting("DINHLANG_REMIND_BEFORE", "7 3 1", "Days before a due day on which is reminded, with spaces; none: never."),
    Setting("DINHLANG_REMIND_AFTER", "1 7", "Days after it, while the work is not handed in; none: never."),
    Setting("DINHLANG_REMIND_LEADER", "7", "Days late after which the leader of the place is told too; none: never."),
    Setting("DINHLANG_REMIND_UNRECEIVED", "3", "Days after handing out, while nobody received it; none: never."),
    Setting("DINHLANG_MAIL_HOST", "", "The mail server (SMTP) that takes letters; empty: no letters are sent."),
    Setting("DINHLANG_MAIL_PORT", "25", "Its port: 25, 587 with starttls, 465 with tls."),
    Setting("DINHLANG_MAIL_SECURITY", "none", "none only for a server on this very machine; else starttls or tls."),
    Setting("DINHLANG_MAIL_USER", "", "The account at the mail server; empty: none is needed."),
    Setting(
        "DINHLANG_MAIL_PASSWORD", "", "Its password; empty means the file DINHLANG_HOME/mail-password, if there is one."
    ),
    Setting("DINHLANG_MAIL_FROM", "", "From whom letters come: Đình Làng <nhacviec@…>; empty: dinhlang@ the address."),
    Setting(
        "DINHLANG_PUSH_SERVICES", "", "Origins of push services, with spaces, to which messages go; empty: none go."
    ),
    Setting("DINHLANG_PUSH_KEY", "", "Signs messages to browsers; empty means one is made and kept in DINHLANG_HOME."),
    Setting("DINHLANG_PORTAL_SECONDS", "10", "How long a public page may be served from memory to strangers."),
)
_DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


def text(name: str) -> str:
    """The setting's text, or its default."""
    return os.environ.get(name, "").strip() or _DEFAULTS[name]


def flag(name: str) -> bool:
    """The setting as yes or no."""
    value = text(name).lower()
    if value not in {"yes", "no", "1", "0", "true", "false"}:
        raise BadSetting(f"{name} is “{value}”. Write yes or no.")
    return value in {"yes", "1", "true"}


def hosts(name: str) -> list[str]:
    """Names with commas between; the machine itself may always ask (a monitor that looks whether the house lives)."""
    named = [host.strip() for host in text(name).split(",") if host.strip()]
    wrong = [host for host in named if "/" in host or " " in host or (":" in host and not host.startswith("["))]
    if wrong:
        raise BadSetting(
            f"{name} holds “{wrong[0]}”. Write names such as dinhlang.nhanam.gov.vn, no http:// and no port."
        )
    return [*named, *({"127.0.0.1"} - set(named))] if named and "*" not in named else named


def choice(name: str, *choices: str) -> str:
    """The setting as one of a few words."""
    value = text(name).lower()
    if value not in choices:
        raise BadSetting(f"{name} is “{value}”. Write {' or '.join(choices)}.")
    return value


def number(name: str, least: int = 0, most: int | None = None) -> int:
    """The setting as a whole number, within bounds where there are any."""
    value = text(name)
    if not (value.isascii() and value.isdigit()):
        raise BadSetting(f"{name} is “{value}”. Write a whole number, such as {_DEFAULTS[name]}.")
    if int(value) < least or (most is not None and int(value) > most):
        raise BadSetting(f"{name} is “{value}”. Write a number from {least} to {most}.")
    return int(value)


def days(name: str) -> tuple[int, ...]:
    """The setting as numbers of days with spaces between, or none at all."""
    value = text(name)
    if value.lower() == "none":
        return ()
    words = value.replace(",", " ").split()
    if not all(word.isascii() and word.isdigit() and 1 <= int(word) <= 365 for word in words):
        raise BadSetting(f"{name} is “{value}”. Write days from 1 to 365, such as {_DEFAULTS[name]}, or none.")
    return tuple(sorted({int(word) for word in words}))


def address() -> str:
    """Where people reach the house, without the last stroke; where nobody says so, its first host."""
    given = text("DINHLANG_ADDRESS").rstrip("/")
    if not given:
        scheme = "https" if flag("DINHLANG_HTTPS") else "http"
        first = next((host for host in hosts("DINHLANG_HOSTS") if host != "*"), "localhost").lstrip(".")
        return f"{scheme}://{first}"
    parts = urlsplit(given)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise BadSetting(f"DINHLANG_ADDRESS is “{given}”. Write https://dinhlang.nhanam.gov.vn and nothing more.")
    return given


def mail_password(home: Path) -> str:
    """What the mail server asks for: from the environment, else from a file put there for it."""
    return _given_or_kept("DINHLANG_MAIL_PASSWORD", home / "mail-password")


def mail_security() -> str:
    """How letters are hidden on their way; in the open only to a server on this very machine."""
    chosen, host = choice("DINHLANG_MAIL_SECURITY", "none", "starttls", "tls"), text("DINHLANG_MAIL_HOST")
    if chosen == "none" and host and host not in {"127.0.0.1", "::1", "localhost"}:
        raise BadSetting("DINHLANG_MAIL_SECURITY is “none”, but the mail server is elsewhere. Write starttls or tls.")
    return chosen


def file(name: str) -> str:
    """The setting as the path of a file that can be read; empty for none."""
    value = text(name)
    if value and not os.access(value, os.R_OK):
        raise BadSetting(f"{name} is “{value}”, which cannot be read. Write the whole path of a file, or nothing.")
    return value


def daemon(name: str) -> str:
    """The setting as the path of a socket, or as host:port; empty for none."""
    value = text(name)
    if value and not value.startswith("/") and not value.rpartition(":")[2].isdecimal():
        raise BadSetting(f"{name} is “{value}”. Write the path of a socket, or host:port such as 127.0.0.1:3310.")
    return value


def database(home: Path) -> dict[str, object]:
    """Django's description of the database: SQLite in its fast and safe mode, or PostgreSQL with kept connections."""
    address = text("DINHLANG_DATABASE")
    if not address:
        return _sqlite(home / "dinhlang.sqlite3")
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise BadSetting(
            "DINHLANG_DATABASE must look like postgres://user:password@host:5432/name, or be empty for SQLite."
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # Compiling a question takes PostgreSQL longer than answering ours; whoever wants it says so in the address.
        "OPTIONS": {"options": "-c jit=off", **dict(parse_qsl(parts.query))},
    }


def _sqlite(path: Path) -> dict[str, object]:
    # WAL lets people read while one writes; IMMEDIATE takes the write lock at once, so that two
    # writers wait for each other instead of failing half-way. FULL: a commit is on the disk before anyone is told.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA cache_size=-32000; PRAGMA temp_store=MEMORY;",
        },
    }


def secret_key(home: Path) -> str:
    """The key from the environment, else one made on first use and kept where only its owner can read it."""
    given = text("DINHLANG_SECRET_KEY")
    if given:
        return given
    return _made_once(home / "secret-key", lambda: secrets.token_urlsafe(50))


def data_keys(home: Path) -> list[str]:
    """The keys that hide data at rest, newest first: from the environment, else one made on first use."""
    given = text("DINHLANG_DATA_KEYS") or _made_once(home / "data-keys", lambda: Fernet.generate_key().decode())
    keys = given.replace(",", " ").split()
    try:
        [Fernet(key) for key in keys]
    except ValueError:
        raise BadSetting("A key of DINHLANG_DATA_KEYS is not one of Fernet: 32 bytes in URL-safe base64.") from None
    return keys


_PUSH_SERVICE = re.compile(r"https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?")


def push_services() -> list[str]:
    """To which services messages for browsers may go; each an origin, with a star for its first label at most."""
    found = text("DINHLANG_PUSH_SERVICES").lower().split()
    wrong = next(
        (one for one in found if not re.fullmatch(r"https://(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?", one)), None
    )
    if wrong:
        raise BadSetting(
            f"DINHLANG_PUSH_SERVICES has “{wrong}”. Write https://host or https://*.host and nothing more."
        )
    return found


def push_key(home: Path) -> str:
    """The key that signs messages to browsers: from the environment, else made on first use, if any are sent."""
    if not push_services():
        return ""
    given = text("DINHLANG_PUSH_KEY") or _made_once(home / "push-key", push.new_private_key)
    try:
        push.private_key(given)
    except ValueError:
        raise BadSetting("DINHLANG_PUSH_KEY is no P-256 key in URL-safe base64.") from None
    return given


def files_store(home: Path) -> dict[str, object]:
    """Django's description of where files lie: a folder, or a bucket once an endpoint is named."""
    endpoint = text("DINHLANG_FILES_S3_ENDPOINT")
    if not endpoint:
        return {"BACKEND": "dinhlang.base.storage.DurableStorage", "OPTIONS": {"location": home / "files"}}
    if not _may_be_a_store(endpoint):
        raise BadSetting(
            f"DINHLANG_FILES_S3_ENDPOINT is “{endpoint}”. Write https://host or https://host:port and nothing more; "
            "http:// only for a store on this very machine."
        )
    told = {
        "bucket": text("DINHLANG_FILES_S3_BUCKET"),
        "key": text("DINHLANG_FILES_S3_KEY"),
        "secret": _given_or_kept("DINHLANG_FILES_S3_SECRET", home / "files-s3-secret"),
    }
    missing = [f"DINHLANG_FILES_S3_{name.upper()}" for name, value in told.items() if not value]
    if missing:
        raise BadSetting(f"{missing[0]} is missing, though DINHLANG_FILES_S3_ENDPOINT is set. Set it too, or neither.")
    options = {"endpoint": endpoint, "region": text("DINHLANG_FILES_S3_REGION"), **told}
    return {"BACKEND": "dinhlang.base.bucket.BucketStorage", "OPTIONS": options}


def _may_be_a_store(endpoint: str) -> bool:
    """Over HTTPS, or on this very machine; never the doors of a cloud's own machine (169.254.…)."""
    try:
        parts = urlsplit(endpoint)
        is_plain = parts.path in {"", "/"} and not (parts.query or parts.fragment or parts.username)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return False
    with suppress(ValueError):
        there = ip_address(host)
        if there.is_link_local or there.is_multicast or there.is_unspecified:
            return False
    is_here = parts.scheme == "http" and host in {"127.0.0.1", "::1", "localhost"}
    return is_plain and bool(host) and (parts.scheme == "https" or is_here)


def _given_or_kept(name: str, kept: Path) -> str:
    """From the environment, else from a file put there for it."""
    return text(name) or (kept.read_text().strip() if kept.exists() else "")


def oidc_client_secret(home: Path) -> str:
    """What proves this house to the identity server: from the environment, else from a file put there for it."""
    return _given_or_kept("DINHLANG_OIDC_CLIENT_SECRET", home / "oidc-client-secret")


def _made_once(kept: Path, make: Callable[[], str]) -> str:
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        mine = kept.with_name(f"{kept.name}.{os.getpid()}")
        mine.touch(mode=0o600)
        mine.write_text(make())
        with suppress(FileExistsError):  # of two processes that start at once, one is quicker; both use its key
            os.link(mine, kept)
        mine.unlink()
    return kept.read_text().strip()
