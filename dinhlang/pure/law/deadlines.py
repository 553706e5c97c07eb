"""Times that the law itself sets: how long something is posted, by when it is sent, how early it is announced.

The text of Luật 10/2022/QH15, Nghị định 59/2023 and 61/2023 was read as it was passed; what later laws changed in
them was not found in full (Luật 97/2025/QH15). The rules of counting of the Bộ luật Dân sự are known from memory:
they only remind.
"""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from dinhlang.pure.law.rule import Confidence, Measure, Rule, Unit

_LAW_FROM, _D59_FROM, _D61_FROM = date(2023, 7, 1), date(2023, 8, 15), date(2023, 8, 16)
_LAW, _D59, _D61 = "Luật 10/2022/QH15", "Nghị định 59/2023/NĐ-CP", "Nghị định 61/2023/NĐ-CP"
_WORKING, _DAYS = Unit.WORKING_DAYS, Unit.DAYS

TWO_TIERS = Rule(
    "two_tiers",
    "Chính quyền địa phương có hai cấp: cấp tỉnh và cấp xã; không còn cấp huyện.",
    "Nghị quyết 202/2025/QH15; Luật 72/2025/QH15",
    date(2025, 7, 1),
    Confidence.MEDIUM,
    number=2,
    unit=Unit.TIERS,
)


def two_tiers_from() -> date:
    """The first day without districts."""
    return TWO_TIERS.begins


def _within(
    name: str,
    number: int,
    says: str,
    article: str,
    counted_from: str,
    *,
    unit: Unit = _WORKING,
    begins: date = _LAW_FROM,
    sure: Confidence = Confidence.HIGH,
    measure: Measure = Measure.WITHIN,
    ends: date | None = None,
) -> Rule:
    return Rule(
        name,
        says,
        article,
        begins,
        sure,
        number=number,
        unit=unit,
        ends=ends,
        measure=measure,
        counted_from=counted_from,
    )


def _lasting(name: str, number: int, says: str, article: str, counted_from: str, *, begins: date = _LAW_FROM) -> Rule:
    return _within(name, number, says, article, counted_from, unit=_DAYS, begins=begins, measure=Measure.AT_LEAST)


def _ahead(
    name: str,
    number: int,
    says: str,
    article: str,
    counted_from: str,
    *,
    unit: Unit = _DAYS,
    begins: date = _LAW_FROM,
) -> Rule:
    return _within(name, number, says, article, counted_from, unit=unit, begins=begins, measure=Measure.AHEAD)


def _rules() -> Iterator[Rule]:
    yield from _of_disclosure()
    yield from _of_decisions()
    yield from _of_conventions()
    yield from _of_comment_and_dialogue()
    yield from _of_inspection()
    yield from _of_agencies()
    yield TWO_TIERS


def _of_disclosure() -> Iterator[Rule]:
    decided = "ngày có quyết định, văn bản về nội dung phải công khai"
    yield _within("disclosure", 5, "Công khai chậm nhất 5 ngày làm việc.", f"khoản 3 Điều 12 {_LAW}", decided)
    yield _lasting(
        "posting", 30, "Niêm yết ít nhất 30 ngày liên tục.", f"khoản 2 Điều 13 {_LAW}", "ngày bắt đầu niêm yết"
    )
    yield _lasting(
        "loudspeaker",
        3,
        "Phát trên loa truyền thanh ít nhất 3 ngày liên tục.",
        f"khoản 3 Điều 13 {_LAW}",
        "ngày bắt đầu phát",
    )


def _of_decisions() -> Iterator[Rule]:
    met = "ngày kết thúc cuộc họp hoặc hết hạn lấy phiếu, biểu quyết"
    yield _within(
        "decision_sent",
        5,
        "Gửi quyết định của cộng đồng dân cư đến UBND, MTTQ cấp xã chậm nhất 5 ngày làm việc.",
        f"khoản 3 Điều 20 {_LAW}",
        met,
    )
    yield _within(
        "recognition",
        5,
        "Công nhận, hoặc trả lời bằng văn bản có lý do, chậm nhất 5 ngày làm việc.",
        f"khoản 2 Điều 21 {_LAW}",
        "ngày nhận được quyết định của cộng đồng dân cư",
    )
    yield _ahead(
        "ballot_public",
        2,
        "Công khai nội dung, thời gian, tổ phát phiếu ít nhất 2 ngày trước.",
        f"khoản 2 Điều 19 {_LAW}",
        "ngày bắt đầu phát phiếu",
    )
    yield _ahead(
        "meeting_notice",
        2,
        "Thông báo mời họp chậm nhất 2 ngày trước.",
        f"khoản 3 Điều 3 {_D59}",
        "ngày họp",
        begins=_D59_FROM,
    )
    yield _ahead(
        "meeting_papers",
        2,
        "Gửi tài liệu đến từng hộ chậm nhất 2 ngày trước.",
        f"khoản 4 Điều 3 {_D59}",
        "ngày họp",
        begins=_D59_FROM,
    )
    vote = "ngày bầu trưởng thôn, tổ trưởng tổ dân phố"
    for name, number, says in (
        ("election_plan", 20, "Quyết định ngày bầu và kế hoạch chậm nhất 20 ngày trước."),
        ("election_team", 10, "Lập Tổ bầu cử chậm nhất 10 ngày trước."),
        ("election_posting", 7, "Niêm yết danh sách ứng cử viên chậm nhất 7 ngày trước."),
    ):
        yield _ahead(name, number, says, f"Điều 6 {_D59}", vote, begins=_D59_FROM)
    yield _within(
        "new_head",
        60,
        "Tổ chức bầu trưởng thôn, tổ trưởng mới trong 60 ngày.",
        f"khoản 3 Điều 9 {_D59}",
        "ngày có quyết định công nhận kết quả bãi nhiệm, miễn nhiệm",
        unit=_DAYS,
        begins=_D59_FROM,
    )
    yield _ahead(
        "conference_notice",
        5,
        "Thông báo hội nghị định kỳ của cộng đồng dân cư chậm nhất 5 ngày trước.",
        f"Điều 10 {_D59}",
        "ngày họp hội nghị",
        begins=_D59_FROM,
    )


def _of_conventions() -> Iterator[Rule]:
    yield _lasting(
        "convention_posting",
        30,
        "Niêm yết dự thảo hương ước, quy ước ít nhất 30 ngày.",
        f"khoản 1 Điều 9 {_D61}",
        "ngày bắt đầu niêm yết",
        begins=_D61_FROM,
    )
    for name, number, says, article, counted_from in (
        (
            "convention_dossier",
            5,
            "Gửi hồ sơ đề nghị công nhận hương ước, quy ước trong 5 ngày làm việc.",
            "khoản 3 Điều 11",
            "ngày hương ước, quy ước được thông qua",
        ),
        (
            "convention_recognition",
            5,
            "Quyết định công nhận trong 5 ngày làm việc.",
            "điểm b khoản 3 Điều 11",
            "ngày nhận đủ hồ sơ",
        ),
        (
            "convention_delivery",
            2,
            "Gửi hương ước, quy ước đã công nhận trong 2 ngày làm việc.",
            "điểm a khoản 1 Điều 18",
            "ngày công nhận",
        ),
    ):
        yield _within(name, number, says, f"{article} {_D61}", counted_from, begins=_D61_FROM)


def _of_comment_and_dialogue() -> Iterator[Rule]:
    yield _lasting(
        "consultation",
        20,
        "Lấy ý kiến Nhân dân ít nhất 20 ngày, trừ khi luật khác quy định riêng.",
        f"khoản 2 Điều 28 {_LAW}",
        "ngày công khai nội dung lấy ý kiến",
    )
    yield _within(
        "consultation_result",
        5,
        "Công khai kết quả tiếp thu, giải trình chậm nhất 5 ngày làm việc (suy ra từ khoản 11 Điều 11).",
        f"khoản 3 Điều 28, khoản 3 Điều 12 {_LAW}",
        "ngày có văn bản tổng hợp, giải trình",
        sure=Confidence.MEDIUM,
    )
    dialogue = "Điều 43 Luật 72/2025/QH15"
    begins = date(2025, 7, 1)
    yield _ahead(
        "dialogue_notice",
        7,
        "Thông báo hội nghị đối thoại với Nhân dân chậm nhất 7 ngày trước.",
        dialogue,
        "ngày đối thoại",
        begins=begins,
    )
    yield _within(
        "dialogue_result",
        10,
        "Thông báo kết quả đối thoại chậm nhất 10 ngày.",
        dialogue,
        "ngày kết thúc đối thoại",
        unit=_DAYS,
        begins=begins,
    )


def _of_inspection() -> Iterator[Rule]:
    yield _within(
        "answer_to_inspection",
        15,
        "Trả lời kiến nghị của Ban Thanh tra nhân dân trong 15 ngày.",
        f"điểm c khoản 1 Điều 40 {_LAW}",
        "ngày nhận được kiến nghị",
        unit=_DAYS,
    )
    yield _within(
        "answer_to_supervision",
        15,
        "Trả lời kiến nghị của Ban Giám sát đầu tư của cộng đồng trong 15 ngày.",
        f"điểm c khoản 2 Điều 45 {_LAW}",
        "ngày nhận được kiến nghị",
        unit=_DAYS,
    )
    yield _ahead(
        "inspection_notice",
        5,
        "Gửi kế hoạch kiểm tra của Ban Thanh tra nhân dân chậm nhất 5 ngày làm việc trước.",
        f"điểm b khoản 1 Điều 14 {_D59}",
        "ngày kiểm tra",
        unit=_WORKING,
        begins=_D59_FROM,
    )
    yield _ahead(
        "supervision_notice",
        45,
        "Thông báo kế hoạch giám sát cho chủ đầu tư chậm nhất 45 ngày trước.",
        f"điểm b khoản 1 Điều 45 {_LAW}",
        "ngày bắt đầu giám sát",
    )


def _of_agencies() -> Iterator[Rule]:
    yield _within(
        "agency_disclosure",
        5,
        "Cơ quan, đơn vị công khai chậm nhất 5 ngày làm việc.",
        f"khoản 2 Điều 47 {_LAW}",
        "ngày có quyết định, văn bản",
    )
    yield _lasting(
        "agency_posting",
        20,
        "Cơ quan, đơn vị công khai trên mạng nội bộ hoặc niêm yết ít nhất 20 ngày liên tục.",
        f"Điều 48 {_LAW}",
        "ngày bắt đầu công khai",
    )
    yield _within(
        "staff_conference",
        3,
        "Hội nghị cán bộ, công chức, viên chức, người lao động họp không quá 3 tháng của năm công tác tiếp theo.",
        f"khoản 1 Điều 51 {_LAW}",
        "ngày cuối của năm công tác",
        unit=Unit.MONTHS,
    )


TIME_RULES = tuple(_rules())

COUNTING_RULES = (
    Rule(
        "first_day",
        "Thời hạn tính bằng ngày thì ngày đầu tiên không tính; tính từ ngày tiếp theo.",
        "khoản 2 Điều 147 Bộ luật Dân sự 91/2015/QH13",
        date(2017, 1, 1),
        Confidence.LOW,
    ),
    Rule(
        "last_day_off",
        "Ngày cuối là ngày nghỉ thì thời hạn kết thúc vào ngày làm việc tiếp theo.",
        "khoản 5 Điều 148 Bộ luật Dân sự 91/2015/QH13",
        date(2017, 1, 1),
        Confidence.LOW,
    ),
)

TIME_RULES_VERSION = sha256("\n".join(map(repr, (*TIME_RULES, *COUNTING_RULES))).encode()).hexdigest()[:12]
"""A short name of exactly these rules: with it a kept time says by which reading of the law it stood."""
