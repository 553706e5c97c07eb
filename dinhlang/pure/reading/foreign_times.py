"""Times in a duty's sentence that are not its own: of a document, of a target, of a thing's name."""

import re

from dinhlang.pure.reading.tones import old_tone

_NEAR = 60  # letters before a time that tell whose it is
_OWN = (  # what is said so is the time of the duty, whatever stands before it
    r"(?:hằng|hàng) (?:năm|quý|tháng),? (?:trước|chậm nhất|vào) .*\d",
    r"(?:vào|định kỳ|theo định kỳ|(?:vào )?(?:đầu|cuối) mỗi|mỗi)\b",
)
_FOREIGN = (  # a time, and what stands before it where the time belongs to that
    (r"đột xuất$", r"(?:nhiệm vụ|tình huống|vấn đề|sự cố|vụ việc|công việc|chi) $"),
    (r"theo yêu cầu của (?:thị trường|khách hàng|công việc)", r""),
    (
        r"định kỳ$",
        r"(?:sức khỏe|khám|thai|tiêm chủng|sinh hoạt|bảo dưỡng|giao ban|họp|kiểm định)[^.;]{0,30}$",
    ),
    (r"(?:hằng|hàng) (?:năm|quý|tháng)$", r"\b(?:kế hoạch|kê khai|tiêu chí)\b(?! này)[^.;:]{0,50}$"),
    (r"(?:trước|sau) khi ", r"\b(?:tỷ lệ|tỉ lệ)\b[^.;:]{0,60}$"),
    (
        r"(?:hằng|hàng) (?:năm|quý|tháng)$",
        r"(?<!dự toán )\b(?:cân đối|dự phòng|nguồn(?: thu| vốn)?) ngân sách(?: [^\W\d_]+){0,2} $",
    ),
)
_NAMED = (  # a thing known by its year or day
    r"(?!xong |hoàn thành |trước |chậm nhất |trong (?:tháng|quý|thời hạn|vòng))",
    r"(?:số \S+|luật|nghị quyết|kế hoạch|chương trình|đề án|chỉ thị|quyết định|chủ đề|nhiệm kỳ"
    r"|mục tiêu|chỉ tiêu)(?! này)[^,.;]{0,60}$",
)
_OWN_TIMES = re.compile("|".join(_OWN), re.I)
_FOREIGN_TIMES = tuple((re.compile(words, re.I), re.compile(before)) for words, before in _FOREIGN)
_NAMED_THINGS = tuple(map(re.compile, _NAMED))


def is_of_something_else(sentence: str, start: int, words: str) -> bool:
    """Say whether a time belongs to a name, a target or a document, not to the duty."""
    before = old_tone(sentence[max(0, start - _NEAR) : start]).lower()
    said = old_tone(words)
    if re.match(r"hằng năm|hàng năm", said, re.I) and "dự toán" in before:
        return False
    if any(form.match(said) and owner.search(before) for form, owner in _FOREIGN_TIMES):
        return True
    if _OWN_TIMES.match(said):
        return False
    own, things = _NAMED_THINGS
    return bool(own.match(said) and things.search(before))
