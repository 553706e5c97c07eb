"""One step of one assignment: ruled, taken by one person only, and written down."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.files import public as files
from dinhlang.apps.people import public as people
from dinhlang.apps.tasks import rules
from dinhlang.apps.tasks.models import Assignment, Progress, State
from dinhlang.apps.tasks.rules import Trouble
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal

Cannot = type[Refusal]
FIELDS = {
    Trouble.NO_REASON: "reason",
    Trouble.NOTHING_TO_SHOW: "words",
    Trouble.NOTHING_NEW: "words",
    Trouble.NO_EVIDENCE: "words",
}
"""Where a trouble can be mended."""


def take_step(
    act: str,
    assignment: Assignment,
    to: str,
    *,
    cannot: Cannot,
    by: people.Person,
    now: datetime,
    unit: units.Unit,
    words: str = "",
    lacking: Trouble | None = None,
    is_own_result: bool = False,
    **changes: Any,
) -> Progress:
    """Move an assignment on as it was seen, or refuse; write the line of the log and the audit entry."""
    ruling = rules.step(
        assignment.state, to, part=assignment.part, reason=words, lacking=lacking, is_own_result=is_own_result
    )
    if ruling.reason is not None:
        raise refusal(cannot, ruling.reason, assignment)
    before = assignment.state
    _move(assignment, to, cannot=cannot, now=now, changes=changes)
    told = Progress.objects.create(assignment=assignment, moment=now, by=by, words=words, state=to)
    reason = words if to in rules.NEEDS_REASON else ""
    audit.record(
        act, assignment, by=by, now=now, unit=unit, reason=reason, before={"state": before}, after={"state": to}
    )
    return told


def _move(assignment: Assignment, to: str, *, cannot: Cannot, now: datetime, changes: Mapping[str, Any]) -> None:
    # The row changes only if it is still as this person saw it: of two clicks, or two officers, one finds nothing.
    as_seen = Assignment.objects.filter(pk=assignment.pk, state=assignment.state, changed_at=assignment.changed_at)
    if not as_seen.update(state=to, changed_at=now, **changes):
        raise meanwhile(cannot, assignment)
    assignment.state, assignment.changed_at = to, now
    for name, value in changes.items():
        setattr(assignment, name, value)


def store(upload: UploadedFile, cannot: Cannot, *, by: people.Person, now: datetime) -> files.StoredFile:
    """Keep a file that came along; a refusal names it."""
    try:
        return files.store(upload, by=by, now=now)
    except files.CannotStore as refused:
        named = _("%(name)s: %(why)s") % {"name": upload.name, "why": refused}
        raise cannot(named if str(upload.name) not in str(refused) else str(refused), field="uploads") from refused


def meanwhile(cannot: Cannot, assignment: Assignment) -> Refusal:
    """Somebody else was quicker; an acceptance is told with who and when."""
    latest = Assignment.objects.get(pk=assignment.pk)
    decided = assignment.progress.filter(state=latest.state).select_related("by").order_by("-pk").first()
    if latest.state == State.ACCEPTED and decided is not None:
        return cannot(
            _("Phần việc của %(unit)s đã được %(person)s duyệt lúc %(moment)s.")
            % {
                "unit": assignment.unit.full_name,
                "person": decided.by,
                "moment": f"{timezone.localtime(decided.moment):%H:%M %d/%m/%Y}",
            }
        )
    return cannot(
        _(
            "Phần việc của %(unit)s vừa được người khác cập nhật, hiện là “%(state)s”. "
            "Xin xem lại trang này rồi hãy làm tiếp."
        )
        % {"unit": assignment.unit.full_name, "state": latest.get_state_display()}
    )


def refusal(cannot: Cannot, trouble: Trouble, assignment: Assignment) -> Refusal:
    """The sentence for a step that is not allowed, beside the field that can mend it."""
    named = {
        "unit": assignment.unit.full_name,
        "state": State(assignment.state).label,
        "wanted": assignment.task.evidence_wanted,
    }
    sentence = {
        Trouble.WITHDRAWN: _("Việc này đã được rút lại đối với %(unit)s nên không cần làm gì thêm."),
        Trouble.ALREADY_ACCEPTED: _("Phần việc của %(unit)s đã được ghi nhận là xong."),
        Trouble.NOT_SUBMITTED: _(
            "%(unit)s chưa gửi kết quả (đang ở “%(state)s”). Chỉ duyệt hoặc trả lại được khi kết quả đã gửi."
        ),
        Trouble.ALREADY_THERE: _("Phần việc của %(unit)s đã ở “%(state)s” rồi."),
        Trouble.ONLY_WHO_IS_ASKED_DECLINES: _(
            "%(unit)s được giao việc này, không phải được đề nghị. Nếu có vướng mắc, xin nêu vướng mắc."
        ),
        Trouble.NO_REASON: _("Xin ghi lý do để %(unit)s và người xem sau hiểu."),
        Trouble.NOTHING_TO_SHOW: _("Chưa có lời nào, tệp nào về kết quả. Xin ghi đã làm được gì, hoặc thêm ảnh, tệp."),
        Trouble.NOTHING_NEW: _("Phần việc đã được trả lại. Xin ghi đã bổ sung gì, hoặc thêm ảnh, tệp mới."),
        Trouble.NO_EVIDENCE: _(
            "Việc này cần gửi về: %(wanted)s. Xin thêm ảnh, tệp, hoặc ghi rõ xem ở đâu (số văn bản, nơi lưu)."
        ),
        Trouble.OWN_RESULT: _("Kết quả này do chính anh, chị gửi. Xin để người khác của nơi giao việc duyệt."),
        Trouble.NOT_CLAIMED: _("%(unit)s không báo là việc này không thuộc diện của mình (đang ở “%(state)s”)."),
        Trouble.ALREADY_EXEMPT: _("Đã thống nhất là việc này không thuộc diện của %(unit)s."),
        Trouble.JOINED: _("Phần việc của %(unit)s đã nhập vào phần của đơn vị kế tục, xin ghi ở phần đó."),
        Trouble.NOT_FROM_HERE: _("Phần việc của %(unit)s đang ở “%(state)s” nên chưa làm được bước này."),
    }[trouble]
    return cannot(sentence % named, field=FIELDS.get(trouble))
