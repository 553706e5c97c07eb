"""Where the result of a duty goes, and through whom: "gửi về UBND xã (qua Phòng Nội vụ)"."""

import re

from dinhlang.pure.reading.findings import Duty
from dinhlang.pure.reading.reports import receivers_of, via_of
from dinhlang.pure.reading.times import sentences_of
from dinhlang.pure.reading.tones import old_tone

_SENT = re.compile(r"\b(?:gửi|nộp|chuyển về|báo cáo)\b", re.I)


def note_where_to_send(duty: Duty) -> None:
    """Fill in to whom a duty's result is sent, from the first sentence that says so."""
    for sentence in (one for line in duty.text.split("\n") for one in sentences_of(line)):
        if _SENT.search(old_tone(sentence)) and (receivers := receivers_of(sentence)):
            duty.send_to = receivers
            duty.via = via_of(sentence)
            return
