"""The words of the law's rules, named for translation; the rules themselves stand in `dinhlang.pure.law`.

`pure` knows no translation, and the law is Vietnamese: an English page says in English what a rule asks, and names the
article as one would look it up.
"""

import re

from django.utils.translation import gettext, gettext_noop

SAID = frozenset(
    {
        gettext_noop("Công khai chậm nhất 5 ngày làm việc."),
        gettext_noop("ngày có quyết định, văn bản về nội dung phải công khai"),
        gettext_noop("Niêm yết ít nhất 30 ngày liên tục."),
        gettext_noop("ngày bắt đầu niêm yết"),
        gettext_noop("Phát trên loa truyền thanh ít nhất 3 ngày liên tục."),
        gettext_noop("ngày bắt đầu phát"),
        gettext_noop("Gửi quyết định của cộng đồng dân cư đến UBND, MTTQ cấp xã chậm nhất 5 ngày làm việc."),
        gettext_noop("ngày kết thúc cuộc họp hoặc hết hạn lấy phiếu, biểu quyết"),
        gettext_noop("Công nhận, hoặc trả lời bằng văn bản có lý do, chậm nhất 5 ngày làm việc."),
        gettext_noop("ngày nhận được quyết định của cộng đồng dân cư"),
        gettext_noop("Công khai nội dung, thời gian, tổ phát phiếu ít nhất 2 ngày trước."),
        gettext_noop("ngày bắt đầu phát phiếu"),
        gettext_noop("Thông báo mời họp chậm nhất 2 ngày trước."),
        gettext_noop("ngày họp"),
        gettext_noop("Gửi tài liệu đến từng hộ chậm nhất 2 ngày trước."),
        gettext_noop("Quyết định ngày bầu và kế hoạch chậm nhất 20 ngày trước."),
        gettext_noop("ngày bầu trưởng thôn, tổ trưởng tổ dân phố"),
        gettext_noop("Lập Tổ bầu cử chậm nhất 10 ngày trước."),
        gettext_noop("Niêm yết danh sách ứng cử viên chậm nhất 7 ngày trước."),
        gettext_noop("Tổ chức bầu trưởng thôn, tổ trưởng mới trong 60 ngày."),
        gettext_noop("ngày có quyết định công nhận kết quả bãi nhiệm, miễn nhiệm"),
        gettext_noop("Thông báo hội nghị định kỳ của cộng đồng dân cư chậm nhất 5 ngày trước."),
        gettext_noop("ngày họp hội nghị"),
        gettext_noop("Niêm yết dự thảo hương ước, quy ước ít nhất 30 ngày."),
        gettext_noop("Gửi hồ sơ đề nghị công nhận hương ước, quy ước trong 5 ngày làm việc."),
        gettext_noop("ngày hương ước, quy ước được thông qua"),
        gettext_noop("Quyết định công nhận trong 5 ngày làm việc."),
        gettext_noop("ngày nhận đủ hồ sơ"),
        gettext_noop("Gửi hương ước, quy ước đã công nhận trong 2 ngày làm việc."),
        gettext_noop("ngày công nhận"),
        gettext_noop("Lấy ý kiến Nhân dân ít nhất 20 ngày, trừ khi luật khác quy định riêng."),
        gettext_noop("ngày công khai nội dung lấy ý kiến"),
        gettext_noop("Công khai kết quả tiếp thu, giải trình chậm nhất 5 ngày làm việc (suy ra từ khoản 11 Điều 11)."),
        gettext_noop("ngày có văn bản tổng hợp, giải trình"),
        gettext_noop("Thông báo hội nghị đối thoại với Nhân dân chậm nhất 7 ngày trước."),
        gettext_noop("ngày đối thoại"),
        gettext_noop("Thông báo kết quả đối thoại chậm nhất 10 ngày."),
        gettext_noop("ngày kết thúc đối thoại"),
        gettext_noop("Trả lời kiến nghị của Ban Thanh tra nhân dân trong 15 ngày."),
        gettext_noop("ngày nhận được kiến nghị"),
        gettext_noop("Trả lời kiến nghị của Ban Giám sát đầu tư của cộng đồng trong 15 ngày."),
        gettext_noop("Gửi kế hoạch kiểm tra của Ban Thanh tra nhân dân chậm nhất 5 ngày làm việc trước."),
        gettext_noop("ngày kiểm tra"),
        gettext_noop("Thông báo kế hoạch giám sát cho chủ đầu tư chậm nhất 45 ngày trước."),
        gettext_noop("ngày bắt đầu giám sát"),
        gettext_noop("Cơ quan, đơn vị công khai chậm nhất 5 ngày làm việc."),
        gettext_noop("ngày có quyết định, văn bản"),
        gettext_noop("Cơ quan, đơn vị công khai trên mạng nội bộ hoặc niêm yết ít nhất 20 ngày liên tục."),
        gettext_noop("ngày bắt đầu công khai"),
        gettext_noop(
            "Hội nghị cán bộ, công chức, viên chức, người lao động họp không quá 3 tháng của năm công tác tiếp theo."
        ),
        gettext_noop("ngày cuối của năm công tác"),
        gettext_noop("Thời hạn tính bằng ngày thì ngày đầu tiên không tính; tính từ ngày tiếp theo."),
        gettext_noop("Ngày cuối là ngày nghỉ thì thời hạn kết thúc vào ngày làm việc tiếp theo."),
    }
)
"""What the rules say and what sets them off. A test holds that none is missing."""

CITED = {
    "điểm": gettext_noop("điểm"),
    "khoản": gettext_noop("khoản"),
    "Điều": gettext_noop("Điều"),
    "Luật": gettext_noop("Luật"),
    "Nghị định": gettext_noop("Nghị định"),
    "Nghị quyết": gettext_noop("Nghị quyết"),
    "Bộ luật Dân sự": gettext_noop("Bộ luật Dân sự"),
}
"""The words of which the name of an article is made."""

_CITED = re.compile("|".join(sorted(CITED, key=len, reverse=True)))


def law_words(words: str) -> str:
    """What a rule says, or what it counts from, in the language of the page."""
    return gettext(words) if words in SAID else words


def law_article(article: str) -> str:
    """ "khoản 3 Điều 12 Luật 10/2022/QH15": as one looks it up, in the language of the page."""
    return _CITED.sub(lambda word: gettext(CITED[word[0]]), article)
