"""Whether a stretch of a plan obliges somebody to do something."""

import re

from dinhlang.pure.reading.inherited import Around
from dinhlang.pure.reading.labels import Says, label_at
from dinhlang.pure.reading.sections import Section
from dinhlang.pure.reading.sentences import doers_of
from dinhlang.pure.reading.sheet import LOWER, UPPER
from dinhlang.pure.reading.times import phrase_in
from dinhlang.pure.reading.tones import old_tone
from dinhlang.pure.reading.verbs import VERB, opens_with_verb

CLOSING_WORDS = re.compile(
    r"(?:Trên đây là|Trong quá trình (?:tổ chức )?(?:triển khai|thực hiện)[^.]*(?:khó khăn|vướng mắc"
    r"|phát sinh|bất cập)|Nếu (?:có|gặp) (?:khó khăn|vướng mắc)|Quá trình (?:triển khai"
    r"|thực hiện)[^.]*(?:khó khăn|vướng mắc))",
    re.I,
)
_FIRST_WORDS = re.compile(
    r"(?:100 ?% |(?:Hằng|Hàng|Định kỳ|Trên cơ sở|Căn cứ|Trong|Sau|Trước|Khi|Từ|Đối với|Thông qua|Không|Mỗi"
    r"|Tất cả|Ngoài ra|Đồng thời|Là cơ quan|Là đơn vị|Được|Việc|Nếu|Trường hợp|Tùy(?: theo| điều kiện)?)\b)"
)
_ARTICLE_OF_FORCE = re.compile(
    r"(?:có hiệu lực|(?:chịu|có) trách nhiệm (?:thi hành|thực hiện) (?:Quyết định|Nghị quyết"
    r"|Chỉ thị) này|^Ban hành kèm theo)",
    re.I,
)
_WHO_COMES = re.compile(r"(?:[^:.;]{3,90}:\s+)?Thành phần (?:tham )?(?:dự|mời)\b[^.;]{0,60}?(?:gồm|là|:)", re.I)
_ON_SITE = re.compile(
    r"(?:Tự )?(?:[Gg]iám sát|[Kk]iểm tra|[Kk]hảo sát|[Tt]hanh tra)\b(?! viên)[^:]{0,60}:"
)  # dated rounds
_NOT_DONE = re.compile(r"[^,.;:]{0,60}?\bkhông (?:tổ chức|thực hiện|bắt buộc|phải)\b", re.I)
_SHORTEST, _LONGEST_ARTICLE = 8, 1200  # letters
ASIDE = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)[.;]?$")
NEW_WORDS = re.compile(rf"[{UPPER}][{LOWER}]+ (?:[{LOWER}]|[{UPPER}])[^:]{{15,}}[.;]?$")


AMOUNT = re.compile(  # how much somebody gets, how many are chosen
    r"[^:]{3,160}:\s*(?:(?:xét|chọn|mức(?: chi| tặng| hỗ trợ)?|tối đa|tối thiểu|không quá|từ|chi)\s+){0,3}\d[\d.,]*\s*"
    r"(?:triệu|nghìn|đồng|đ\b|điểm|%|suất|tập thể|cá nhân|giải|chỉ tiêu)[^:;]{0,60}[.;]?$",
    re.I,
)


def _is_form(text: str) -> bool:
    """Say whether words stand in every document: closing words, an article on force, an aside, an amount."""
    return (
        len(text) < _SHORTEST
        or bool(CLOSING_WORDS.match(text) or ASIDE.match(text) or AMOUNT.match(text) or _WHO_COMES.match(text))
        or bool(_ARTICLE_OF_FORCE.search(text[:_LONGEST_ARTICLE]))
    )


def is_duty(text: str, around: Around) -> bool:
    """Say whether a stretch obliges somebody to do something."""
    if _is_form(text):
        return False
    label = label_at(text)
    if label and label.length and label.says is not Says.LEADS:
        rest = text[label.length :].strip()
        return (
            around.section is not Section.MEETING
            and bool(doers_of(rest).leads)
            and VERB.search(old_tone(rest)) is not None
        )
    found = doers_of(text)
    if found.only_named or _NOT_DONE.match(old_tone(text)):
        return False
    if around.section is Section.MEETING:
        obliged = (re.search(r"(?:phải|cũng) được|phải có", text) or _ON_SITE.match(text)) and phrase_in(text)
        return bool((found.leads and not found.aside) or obliged)
    if text.startswith("Việc ") and not found.leads:
        return bool(phrase_in(text)) and VERB.search(old_tone(text)) is not None
    return (
        bool(found.leads or around.doers.leads)
        or opens_with_verb(text)
        or bool(_FIRST_WORDS.match(text) and VERB.search(old_tone(text)))
    )
