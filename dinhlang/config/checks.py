"""Every mistake an administrator can make, with its cure: `dinhlang check` prints them."""

import shutil
import stat
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from dinhlang.apps.audit import public as audit
from dinhlang.apps.files import public as files
from dinhlang.apps.intake import public as intake
from dinhlang.apps.operations import public as operations
from dinhlang.apps.tasks import public as tasks
from dinhlang.base import clock
from dinhlang.config.recovery.state import read_state

NEEDS_UPGRADE = "dinhlang.W003"
LEAST_ROOM = 1024**3
"""With less free room than this on the disk, uploads and backups will soon fail."""


@register()
def home_is_writable(**_: Any) -> list[CheckMessage]:
    """The folder for everything kept."""
    probe = settings.HOME / ".probe"
    try:
        settings.HOME.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as trouble:
        return [
            Error(
                f"Thư mục {settings.HOME} không ghi được · the folder cannot be written: {trouble.strerror}",
                hint="Sửa quyền thư mục, hoặc đặt DINHLANG_HOME sang chỗ khác · mend its rights or set DINHLANG_HOME.",
                id="dinhlang.E001",
            )
        ]
    return []


@register()
def secret_key_is_private(**_: Any) -> list[CheckMessage]:
    """Nobody else on the machine may read the key."""
    kept = [
        settings.HOME / name
        for name in (
            "secret-key",
            "data-keys",
            "backup-password",
            "backup-keys-password",
            "oidc-client-secret",
            "files-s3-secret",
        )
    ]
    return [
        Error(
            f"{path.name} đang cho người khác đọc · others can read it.", hint=f"chmod 600 {path}", id="dinhlang.E002"
        )
        for path in kept
        if path.exists() and path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH)
    ]


@register()
def debug_stays_home(**_: Any) -> list[CheckMessage]:
    """Debug pages show secrets; they are for a developer's own machine."""
    if settings.DEBUG and set(settings.ALLOWED_HOSTS) - {"127.0.0.1", "localhost", "testserver"}:
        return [
            Error(
                "DINHLANG_DEBUG=yes trên máy phục vụ người khác · debug is on while others are served.",
                hint="Đặt DINHLANG_DEBUG=no · set it to no.",
                id="dinhlang.E003",
            )
        ]
    return []


@register()
def strangers_come_over_https(**_: Any) -> list[CheckMessage]:
    """Passwords must not travel in the open."""
    if settings.HTTPS or settings.DEMO or not set(settings.ALLOWED_HOSTS) - {"127.0.0.1", "localhost", "testserver"}:
        return []
    return [
        Warning(
            "Máy phục vụ người khác mà chưa có HTTPS · others are served without HTTPS.",
            hint="Đặt máy chủ trung gian có HTTPS ở trước và DINHLANG_HTTPS=yes · put a proxy in front.",
            id="dinhlang.W001",
        )
    ]


@register()
def hosts_are_named(**_: Any) -> list[CheckMessage]:
    """“*” would let anyone choose the links in our messages."""
    if "*" in settings.ALLOWED_HOSTS or not settings.ALLOWED_HOSTS:
        return [
            Error(
                "DINHLANG_HOSTS phải nêu rõ tên máy · the host names must be named.",
                hint="Ví dụ · for example: DINHLANG_HOSTS=dinhlang.nhanam.gov.vn",
                id="dinhlang.E004",
            )
        ]
    return []


@register(deploy=False)
def static_files_are_gathered(**_: Any) -> list[CheckMessage]:
    """Pages without their stylesheet help nobody."""
    if settings.DEBUG or (settings.STATIC_ROOT / "staticfiles.json").exists():
        return []
    return [
        Warning(
            "Chưa gom tệp tĩnh · static files are not gathered.",
            hint="Chạy · run: dinhlang upgrade",
            id="dinhlang.W002",
        )
    ]


@register()
def virus_daemon_answers(**_: Any) -> list[CheckMessage]:
    """A daemon that was named and does not answer means that no file can be sent."""
    if not settings.CLAMAV or files.virus_daemon_answers(settings.CLAMAV):
        return []
    return [
        Warning(
            f"ClamAV ở {settings.CLAMAV} không trả lời nên chưa nhận được tệp · the virus daemon does not answer.",
            hint="Chạy clamav-daemon, hoặc bỏ DINHLANG_CLAMAV · start it, or unset DINHLANG_CLAMAV.",
            id="dinhlang.W010",
        )
    ]


@register()
def backups_are_fresh(**_: Any) -> list[CheckMessage]:
    """A place for backups was named, so there must be one of yesterday, and the last try must have been good."""
    state = read_state(settings.HOME)
    age = state.age(clock.now())
    is_fresh = not state.trouble and not state.drill_trouble and age is not None and age < 2
    if not settings.BACKUP_TO or is_fresh:
        return []
    last = state.backed_up[:16] or "–"
    return [
        Warning(
            f"Bản sao lưu tốt gần nhất: {last} · last good backup: {last}. "
            f"{state.trouble} {state.drill_trouble}".strip(),
            hint="Chạy · run: dinhlang backup, dinhlang drill",
            id="dinhlang.W011",
        )
    ]


@register("database")
def database_answers(databases: Any = None, **_: Any) -> list[CheckMessage]:
    """The database is there and of this version of the house."""
    if not databases:
        return []
    try:
        waiting = _waiting_migrations()
    except (OperationalError, DatabaseError) as trouble:
        return [
            Error(
                f"Không vào được cơ sở dữ liệu · the database does not answer: {str(trouble).splitlines()[0]}",
                hint="Xem lại DINHLANG_DATABASE; máy chủ PostgreSQL có chạy không · is the server running?",
                id="dinhlang.E005",
            )
        ]
    if waiting:
        return [
            Warning(  # not an error, or it would stop the very command that mends it; `serve` refuses all the same
                f"Cơ sở dữ liệu còn {waiting} bước nâng cấp · the database lacks {waiting} migrations.",
                hint="Chạy · run: dinhlang upgrade",
                id=NEEDS_UPGRADE,
            )
        ]
    return []


def _waiting_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@register("database")
def work_is_done(databases: Any = None, **_: Any) -> list[CheckMessage]:
    """Someone does the work in the background, nothing was given up, and yesterday is sealed."""
    if not databases or database_answers(databases):
        return []
    now = clock.now()
    given_up = operations.waiting_for_a_person().count()
    return [
        *_warn_if(
            given_up > 0,
            f"{given_up} việc ngầm đã thử nhiều lần mà không xong · {given_up} jobs were given up.",
            "Mở trang Vận hành (/van-hanh/) để xem, làm lại hoặc gác lại · see the page of operations.",
            "dinhlang.W013",
        ),
        *_warn_if(
            not operations.has_worker(now),
            "Không có thợ nào đang chạy nên không có sao lưu và niêm phong · no worker runs.",
            "Chạy · run: dinhlang worker",
            "dinhlang.W014",
        ),
        *_warn_if(
            audit.is_seal_late(now),
            "Nhật ký của ngày hôm qua chưa được niêm phong · yesterday's record is not sealed.",
            "Chạy · run: dinhlang worker",
            "dinhlang.W015",
        ),
    ]


@register("database")
def nobody_owes_from_the_grave(databases: Any = None, **_: Any) -> list[CheckMessage]:
    """What units owed that are no more went on with those who follow, or an administrator says with whom."""
    if not databases or database_answers(databases):
        return []
    parts = tasks.homeless_parts(on=clock.today())
    names = ", ".join(tasks.homeless_names(on=clock.today())) if parts else ""
    return _warn_if(
        parts > 0,
        f"{parts} phần việc đang mở thuộc đơn vị đã thôi hoạt động, chưa rõ ai nhận: {names} · "
        f"{parts} open parts are owed by units that are no more.",
        "Mở trang /nhiem-vu/ban-giao/ và chọn nơi nhận · open that page and say who takes them over.",
        "dinhlang.W025",
    )


@register("database")
def a_commit_is_on_the_disk(databases: Any = None, **_: Any) -> list[CheckMessage]:
    """A PostgreSQL that was told not to wait for its disk loses what people were told is kept."""
    if not databases or connection.vendor != "postgresql" or database_answers(databases):
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') "
            "AND setting = 'off'"
        )
        off = [name for (name,) in cursor.fetchall()]
    return _warn_if(
        bool(off),
        f"PostgreSQL không chờ đĩa ghi xong ({', '.join(off)} = off) · it does not wait for its disk.",
        "Bật lại trong postgresql.conf, không thì mất điện là mất dữ liệu đã báo là ghi xong · switch it on.",
        "dinhlang.W017",
    )


@register()
def disk_has_room(**_: Any) -> list[CheckMessage]:
    """A full disk loses no data here, but nobody can work either."""
    free = shutil.disk_usage(settings.HOME).free if settings.HOME.exists() else LEAST_ROOM
    return _warn_if(
        free < LEAST_ROOM,
        f"Đĩa chỉ còn {free // 1024**2} MB · the disk is nearly full.",
        f"Dọn bớt hoặc mở rộng đĩa có {settings.HOME} · make room.",
        "dinhlang.W016",
    )


@register()
def files_can_be_read(**_: Any) -> list[CheckMessage]:
    """Scans want Tesseract with its Vietnamese, older formats want LibreOffice; without them people get a sentence."""
    tools = intake.tools_for_files()
    return [
        *_warn_if(
            not tools.recognises_vietnamese,
            "Chưa có Tesseract tiếng Việt nên không đọc được ảnh và bản quét · pictures and scans cannot be read.",
            "apt-get install tesseract-ocr tesseract-ocr-vie",
            "dinhlang.W023",
        ),
        *_warn_if(
            not tools.opens_older_formats,
            "Chưa có LibreOffice nên không đọc được .doc, .odt, .rtf · older formats cannot be read.",
            "apt-get install libreoffice-writer-nogui",
            "dinhlang.W024",
        ),
    ]


def _warn_if(is_so: bool, sentence: str, hint: str, id_: str) -> list[CheckMessage]:
    return [Warning(sentence, hint=hint, id=id_)] if is_so else []
