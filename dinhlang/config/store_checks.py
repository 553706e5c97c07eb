"""Every mistake in the settings of an S3-compatible store for files, with its cure."""

from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.core.files.base import ContentFile

from dinhlang.base.bucket import BucketStorage
from dinhlang.base.storage import StoreAway

PROBE = ".probe"
CURES = {
    "NoSuchBucket": (
        "không có ngăn chứa này · there is no such bucket",
        "Tạo ngăn chứa, hoặc sửa DINHLANG_FILES_S3_BUCKET · make the bucket or mend the setting.",
        "dinhlang.W018",
    ),
    "InvalidAccessKeyId": (
        "không biết khoá truy cập này · the access key is unknown",
        "Sửa DINHLANG_FILES_S3_KEY · mend it.",
        "dinhlang.W019",
    ),
    "SignatureDoesNotMatch": (
        "mã bí mật không đúng · the secret is wrong",
        "Sửa DINHLANG_FILES_S3_SECRET hoặc tệp files-s3-secret · mend the setting or the file.",
        "dinhlang.W019",
    ),
    "RequestTimeTooSkewed": (
        "đồng hồ máy này lệch quá mười lăm phút · the clock of this machine is wrong",
        "Chỉnh giờ, bật đồng bộ NTP · set the clock, let NTP keep it: timedatectl set-ntp true",
        "dinhlang.W020",
    ),
    "AccessDenied": (
        "khoá này không được phép đọc, ghi, liệt kê · the key may not list, read, write and delete",
        "Cho khoá quyền · grant ListBucket, GetObject, PutObject, DeleteObject.",
        "dinhlang.W021",
    ),
}
SILENT = (
    "không trả lời đúng · does not answer as it should",
    "Xem mạng, chứng chỉ (SSL_CERT_FILE), DINHLANG_FILES_S3_ENDPOINT và chỗ trống của kho · look at the network, the "
    "certificate, the address, the room in the store.",
    "dinhlang.W022",
)


@register()
def store_can_be_spoken_to(**_: Any) -> list[CheckMessage]:
    """The library is installed only where somebody wished for it."""
    if _store() is None or find_spec("boto3"):
        return []
    return [
        Error(
            "Đã đặt DINHLANG_FILES_S3_ENDPOINT mà thiếu thư viện boto3 · the library boto3 is missing.",
            hint="Cài · run: pip install 'dinhlang[s3]'; hoặc bỏ thiết lập để dùng thư mục · or unset it.",
            id="dinhlang.E012",
        )
    ]


@register()
def store_keeps_files_for_us_alone(**_: Any) -> list[CheckMessage]:
    """A file is put there, asked for as a stranger, and taken away again."""
    store = _store()
    if store is None or not find_spec("boto3"):
        return []
    try:
        next(store.names(), None)  # the answers to other questions do not say what is wrong
        probe = store.save(PROBE, ContentFile(b"dinhlang"))
        try:
            is_open = store.is_open_to_strangers(probe)
        finally:
            store.delete(probe)
    except (StoreAway, OSError) as trouble:
        return [_away(str(trouble))]
    return [_open()] if is_open else []


def _store() -> BucketStorage | None:
    """The bucket of the settings, asked once and not for long."""
    told = settings.STORAGES["default"]
    if not told["BACKEND"].endswith(".BucketStorage"):
        return None
    return BucketStorage(**told["OPTIONS"], patience=4, tries=1)


def _away(code: str) -> CheckMessage:
    told = settings.STORAGES["default"]["OPTIONS"]
    says, hint, id_ = CURES.get(code, SILENT)
    return Warning(f"Kho tệp {told['endpoint']}/{told['bucket']}: {says} ({code}).", hint=hint, id=id_)


def _open() -> CheckMessage:
    return Error(
        "Người lạ đọc được ngăn chứa tệp · strangers can read the bucket of the files.",
        hint="Gỡ chính sách và quyền công khai của ngăn chứa (Block Public Access) · take its public policy away.",
        id="dinhlang.E013",
    )
