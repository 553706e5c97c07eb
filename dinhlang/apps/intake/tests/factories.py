"""Documents of every test: a short plan in the form of the real ones."""

from datetime import UTC, date, datetime

from dinhlang.apps.intake import public as intake
from dinhlang.apps.intake.actions.arriving import arrive
from dinhlang.apps.intake.actions.reading import finish
from dinhlang.apps.people.tests.factories import an_officer
from dinhlang.apps.units.tests.factories import a_committee

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TEXT = """Số: 31/KH-UBND

KẾ HOẠCH
Triển khai thi hành Luật Thực hiện dân chủ ở cơ sở năm 2026

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

II. NỘI DUNG THỰC HIỆN

a) Tổ chức tuyên truyền Luật trên đài truyền thanh.

- Cơ quan tham mưu thực hiện: Phòng Văn hóa – Xã hội.
- Cơ quan phối hợp: Các thôn
- Thời gian thực hiện: Thường xuyên trong năm 2026.

b) Tổ chức tập huấn cho người hoạt động ở các thôn.

- Cơ quan chủ trì: UBND xã.
- Thời gian thực hiện: Quý III năm 2026.

c) Báo cáo kết quả thi hành Luật.
"""
TRAINING = "b) Tổ chức tập huấn cho người hoạt động ở các thôn."


def a_document(*, at=None, by=None, issuer=None, **facts) -> intake.Document:
    """Taken in by an officer of the committee that issued it."""
    at = at or a_committee()
    facts = {"title": "Triển khai thi hành Luật Thực hiện dân chủ ở cơ sở", "text": TEXT, "is_another": True} | facts
    return intake.take_in(owner=at, issuer=issuer or at, by=by or an_officer(at=at), now=facts.pop("now", NOW), **facts)


def a_mark(document, words=TRAINING, **facts) -> intake.Mark:
    """The stretch of the text that says these words."""
    start = document.text.index(words)
    return intake.mark_stretch(document, start=start, end=start + len(words), by=document.taken_in_by, now=NOW, **facts)


def a_numbered_document(**facts) -> intake.Document:
    return a_document(**{"number": "31/KH-UBND", "issued_on": date(2026, 1, 31)} | facts)


def told_of(text=TEXT, **changed):
    """What a reader might tell of the short plan: three tasks, of which it is sure of the second only."""
    tasks = [
        _task(text, "II.a", "Tổ chức tuyên truyền Luật trên đài truyền thanh.", 0.8, advisers=[ADVISER]),
        _task(text, "II.b", "Tổ chức tập huấn cho người hoạt động ở các thôn.", 0.95, leads=["UBND xã"], time=QUARTER),
        _task(text, "II.c", "Báo cáo kết quả thi hành Luật.", 0.4),
    ]
    header = {"kind": "KH", "number": "31/KH-UBND", "date": "2026-01-31", "issuer": "UBND xã", "title": "Thi hành Luật"}
    signer = {"authority": "TM. ỦY BAN NHÂN DÂN", "title": "CHỦ TỊCH", "name": "Nguyễn Văn An"}
    more = {"signer": signer, "bases": ["Căn cứ Kế hoạch số 5/KH-UBND"], "recipients": ["Các thôn"], "reports": []}
    return {**header, **more, "tasks": tasks} | changed


ADVISER = "Phòng Văn hóa – Xã hội"
QUARTER = {"text": "Quý III năm 2026", "kind": "dated", "start": "2026-07-01", "due": ["2026-09-30"]}


def _task(text, path, words, confidence, *, leads=(), advisers=(), time=None):
    start = text.index(words)
    source = {"text": [[start, start + len(words)]]}
    said = {
        "leads": list(leads),
        "advisers": list(advisers),
        "partners": [],
        "timing": time or {"kind": "none", "due": []},
    }
    return {"path": path, "text": words, "confidence": confidence, "source": source, **said}


def a_reading(*, at=None, by=None, text=TEXT, told=None, now=NOW, **facts):
    """A text that arrived and was read, as `told_of` tells it unless told otherwise."""
    at = at or a_committee()
    reading = arrive(owner=at, text=text, by=by or an_officer(at=at), now=now, **facts)
    return finish(reading, text=reading.document.text, told=told_of() if told is None else told, now=now)


def a_read_document(**facts) -> intake.Document:
    """Its tasks are proposed, and nobody has looked at them."""
    return a_reading(**facts).document
