"""Proving the record at the terminal: the latest part at each check, the whole when asked, and a copy for outsiders."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError

from dinhlang.apps.audit import public as audit

Say = Callable[[str], None]
LATEST = 50_000
PATIENCE = timedelta(minutes=10)
WRONG = {
    "gone": "thiếu mục ở chỗ này · an entry is missing here",
    "cut": "mắt xích không nối với mắt xích trước · the link does not hold the one before it",
    "changed": "nội dung đã bị sửa sau khi ghi · what it says was changed after it was written",
    "other seal": "khác với niêm phong của ngày · it differs from the seal of that day",
}


def latest_holds(*, say: Say, now: datetime) -> bool:
    """The end of the chain, in a second or two; a database that does not answer is told of elsewhere."""
    try:
        last = audit.head()
        broken = audit.first_break(after=max(0, last.place - LATEST) if last else 0)
        loose = audit.number_without_link(before=now - PATIENCE)
    except DatabaseError:
        return True
    if broken:
        _tell(broken, say)
    if loose:
        say(f"! {loose} mục nhật ký chưa vào chuỗi · entries are not in the chain yet (dinhlang.W012)")
        say("  → Máy làm việc ngầm có chạy không? Is the worker running? Chạy · run: dinhlang verify")
    return broken is None


def walk(*, say: Say) -> int:
    """The whole chain from its origin."""
    audit.lay_links(everywhere=True)
    broken, last = audit.first_break(), audit.head()
    if broken:
        _tell(broken, say)
        return 1
    place, digest = (last.place, last.digest) if last else (0, "–")
    say(f"Nhật ký nguyên vẹn: {place} mục · The record holds: {place} entries\n{digest}")
    return 0


def _tell(broken: audit.Break, say: Say) -> None:
    when = f"{broken.moment:%Y-%m-%d %H:%M:%S} UTC" if broken.moment else "?"
    say(f"✗ Nhật ký đứt ở mắt xích {broken.place} · The record is broken at link {broken.place} (dinhlang.E011)")
    say(f"  {WRONG[broken.what]}: mục · entry {broken.entry}, {when}, {broken.act}")
    say("  → Giữ nguyên máy, so với bản sao lưu gần nhất · leave the machine as it is, compare with the last backup.")


def export(name: str, *, say: Say) -> int:
    """The seals, then one JSON line for each link, for `tools/verify_record.py`, which knows nothing of this house."""
    audit.lay_links(everywhere=True)
    count = 0
    with Path(name).open("w", encoding="utf-8") as written:
        for seal in audit.seals():
            told = {"seal": seal.day.isoformat(), "place": seal.place, "digest": seal.digest}
            written.write(json.dumps(told) + "\n")
        for row in audit.links_in_order():
            count += 1
            plain = {key.removeprefix("entry__"): value for key, value in row.items()}
            plain["moment"] = plain["moment"].isoformat(timespec="microseconds")
            plain["entry"] = plain.pop("pk")
            written.write(json.dumps(plain, ensure_ascii=False, cls=DjangoJSONEncoder) + "\n")
    say(f"Đã ghi {count} mắt xích vào {name} · Wrote {count} links.")
    return 0
