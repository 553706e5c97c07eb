"""The command `dinhlang`: each command parses little, calls one thing and prints a sentence."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

Command = Callable[[argparse.Namespace], int]

COMMANDS = {
    "demo": "Mở bản dùng thử với một tỉnh mẫu · Serve the demo province",
    "serve": "Phục vụ trang web · Serve the pages",
    "worker": "Chạy các việc ngầm và việc theo lịch · Run background and scheduled jobs",
    "upgrade": "Nâng cấp cơ sở dữ liệu và tệp tĩnh · Bring database and static files up to date",
    "check": "Kiểm tra cài đặt, nêu lỗi và cách chữa · Check the installation, name each mistake and its cure",
    "backup": "Sao lưu dữ liệu, mã hoá, trong khi mọi người vẫn làm việc · Back everything up, encrypted",
    "restore": "Lấy lại một bản sao lưu vào chỗ trống, có kiểm chứng · Restore a backup into an empty place",
    "drill": "Diễn tập: lấy lại bản mới nhất ở chỗ riêng và so · Restore the latest backup aside and compare",
    "files": "So từng tệp với mã kiểm, hoặc chuyển tệp giữa thư mục và kho S3 · Compare or move files, folder and S3",
    "verify": "Kiểm chứng toàn bộ nhật ký, từng mắt xích · Prove the whole record, link by link",
    "rekey": "Giấu lại dữ liệu mật bằng khoá mới nhất · Hide secrets at rest with the newest key",
    "admin": "Tạo quản trị viên đầu tiên · Make the first administrator",
    "country": "Nạp danh mục đơn vị hành chính cả nước · Load the country's administrative units",
    "reindex": "Dựng lại chỉ mục tìm kiếm · Build the search index anew",
    "when": "Nói một cụm từ chỉ thời gian được hiểu thế nào · Say how a phrase of time is understood",
    "read": "Đọc tệp văn bản ra nhiệm vụ, cơ quan, thời hạn · Read documents to duties, bodies and days",
    "gold": "Ghi các bản đọc đã có người xác nhận, để dạy và đo máy đọc · Write confirmed readings as new gold",
    "settings": "Liệt kê các thiết lập · List the settings",
}


def parser() -> argparse.ArgumentParser:
    """What can be said to `dinhlang`, explained in both languages."""
    top = argparse.ArgumentParser(
        prog="dinhlang",
        description="Đình Làng: từ văn bản đến báo cáo, thực hiện dân chủ ở cơ sở · "
        "from a plan on paper to a report that proves itself",
    )
    top.add_argument("--version", action="version", version=_version())
    commands = top.add_subparsers(dest="command", metavar="LỆNH · COMMAND", required=True)
    made = {name: commands.add_parser(name, help=words, description=words) for name, words in COMMANDS.items()}
    for name in ("demo", "serve"):
        made[name].add_argument("--port", type=int, default=8000, help="cổng · port (8000)")
        made[name].add_argument("--host", default="127.0.0.1", help="địa chỉ · address (127.0.0.1)")
        made[name].add_argument("--workers", type=int, default=2, help="số tiến trình · processes (2)")
    made["demo"].add_argument("--fresh", action="store_true", help="xoá và dựng lại dữ liệu mẫu · start the demo anew")
    made["demo"].add_argument("--prepare", action="store_true", help="chỉ dựng dữ liệu · only prepare, do not serve")
    made["worker"].add_argument("--once", action="store_true", help="làm hết việc rồi dừng · do what is due, then stop")
    for name in ("backup", "drill", "restore"):
        made[name].add_argument("--to" if name == "backup" else "--from", dest="place", help="kho sao lưu · repository")
    for name in ("backup", "restore"):
        made[name].add_argument("--keys", default="", help="kho của khoá · repository of the keys")
    made["restore"].add_argument("--snapshot", default="latest", help="bản nào · which one (latest)")
    made["files"].add_argument("--to", choices=("s3", "folder"), help="chép sang · copy them there")
    made["files"].add_argument("--dry-run", action="store_true", help="chỉ đếm, không chép · only count")
    made["verify"].add_argument(
        "--export", metavar="TỆP · FILE", help="ghi nhật ký ra tệp cho người ngoài kiểm · write it out for outsiders"
    )
    made["admin"].add_argument("username", help="tên đăng nhập · user name")
    made["admin"].add_argument("--name", required=True, help="họ và tên · full name")
    made["admin"].add_argument("--unit", required=True, help="mã đơn vị · unit code")
    made["country"].add_argument(
        "--only", nargs="*", default=[], metavar="MÃ · CODE", help="chỉ các tỉnh này · only these provinces"
    )
    _add_readers(made)
    return top


def _add_readers(made: dict[str, argparse.ArgumentParser]) -> None:
    """What the commands that read plans and phrases take."""
    made["read"].add_argument("files", nargs="+", metavar="TỆP · FILE", help="tệp hoặc thư mục · files or folders")
    made["read"].add_argument("--json", action="store_true", help="trả lời cho chương trình · answer for programs")
    made["read"].add_argument("--out", metavar="THƯ MỤC · FOLDER", help="mỗi văn bản một tệp JSON · one JSON file each")
    made["gold"].add_argument("--to", metavar="THƯ MỤC · FOLDER", required=True, help="nơi ghi · where to write")
    made["when"].add_argument(
        "phrase", nargs="*", metavar="CỤM TỪ · PHRASE", help="bỏ trống: đọc từng dòng · none: lines"
    )
    made["when"].add_argument(
        "--on", metavar="NGÀY · DATE", help="ngày của văn bản · date of the document (hôm nay · today)"
    )
    made["when"].add_argument("--json", action="store_true", help="trả lời cho chương trình · answer for programs")


def _version() -> str:
    from dinhlang import __version__

    return f"Đình Làng {__version__}"


def main(arguments: list[str] | None = None) -> int:
    """Do what was asked; whoever stops listening ("… | head") ends it without a traceback."""
    try:
        code = _do(parser().parse_args(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more when it ends
        return 1
    return code


def _do(asked: argparse.Namespace) -> int:
    """A mistake in the settings is answered with a sentence, not with a traceback."""
    if asked.command == "when":
        return _when(asked)
    if asked.command == "demo":
        _settle_the_demo()
    if asked.command in {"demo", "serve"}:
        _count_together()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dinhlang.config.settings")
    from dinhlang.config.environment import BadSetting

    try:
        return _run(asked)
    except BadSetting as mistake:
        print(f"Thiết lập chưa đúng · A setting is wrong: {mistake}", file=sys.stderr)
        return 2


def _when(asked: argparse.Namespace) -> int:
    """Needs neither settings nor Django, where there is no house."""
    from dinhlang.config.when import run

    return run(asked, datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")).date())


def _settle_the_demo() -> None:
    """The demo lives in a folder of its own, so that it can never touch real data."""
    from dinhlang.config import environment

    home = str(Path(environment.text("DINHLANG_HOME")) / "demo")
    os.environ.update(DINHLANG_HOME=home, DINHLANG_DEMO="yes", DINHLANG_DATABASE="")


def _count_together() -> None:
    """The processes of one server count in one folder; it must be named before anything is loaded that counts."""
    from dinhlang.config import environment

    folder = Path(environment.text("DINHLANG_HOME")).absolute() / "figures"
    with suppress(OSError):  # a home that cannot be written is told of by the checks
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def _run(asked: argparse.Namespace) -> int:
    import django

    django.setup()
    from dinhlang.base.refusal import Refusal
    from dinhlang.config import commands

    try:
        command: Command = commands.COMMANDS[asked.command]
        return command(asked)
    except Refusal as refusal:
        print(str(refusal), file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
