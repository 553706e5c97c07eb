"""What this room shows elsewhere: its entry in the navigation, its documents among what is found, its acts in words."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake import access, queries
from dinhlang.apps.intake.models import Document, DocumentKind, DocumentState, Standing, TwinAnswer
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.webhooks import public as webhooks
from dinhlang.base.navigation import entry
from dinhlang.base.waiting import Waiting, waiting

entry(_("Văn bản đến"), "intake:listing", order=20, may=access.may_take_in)
search.kind("document", _("Văn bản đến"), order=30)
search.source("document", queries.all_found)
webhooks.tells_of(
    "intake.Document",
    ["arrived", "read", "not_read", "confirmed", "set_aside", "brought_back"],
    read=access.document_for,
    door="/api/v1/van-ban-den/{key}",
)
audit.fact_words(
    "intake.Document",
    {
        "start": "",  # letters are for programs; people are told the lines
        "end": "",
        "sources": "",
        "lines": _("dòng"),
        "begins": _("bắt đầu từ"),
        "rhythm": _("lặp lại"),
        "label": _("mục"),
        "text": _("nhiệm vụ"),
        "lead_words": _("chủ trì"),
        "adviser_words": _("tham mưu"),
        "partner_words": _("phối hợp"),
        "standing": _("tình trạng nhiệm vụ"),
        "file": _("tệp gốc"),
        "proposals": _("số nhiệm vụ máy đề xuất"),
        "trouble": _("vì sao không đọc được"),
        "twin": _("văn bản trông giống"),
        "answer": _("so với văn bản trông giống"),
        "n": _("số nhiệm vụ"),
        "at_least": _("mức tin cậy ít nhất"),
        "words": _("tên trong văn bản"),
        "unit": _("đơn vị"),
        "place": _("nơi ban hành"),
        "superior": _("cơ quan chủ quản"),
        "signer": _("người ký"),
        "bases": _("căn cứ"),
        "recipients": _("nơi nhận"),
        "funding": _("kinh phí"),
        "reports": _("chế độ báo cáo"),
        "time_words": _("thời gian"),
        "product": _("sản phẩm"),
        "send_to": _("gửi về"),
        "via": _("gửi qua"),
        "due": _("hạn"),
        "parts": _("các phần"),
        "places": _("các dòng"),
        "state": _("tình trạng"),
    },
    values={
        "state": dict(DocumentState.choices),
        "standing": dict(Standing.choices),
        "kind": dict(DocumentKind.choices),
        "answer": dict(TwinAnswer.choices),
    },
)
audit.words(
    {
        "intake.arrived": _("nhận văn bản"),
        "intake.read": _("cho máy đọc văn bản; đã đọc xong"),
        "intake.not_read": _("cho máy đọc văn bản; không đọc được"),
        "intake.asked_again": _("cho đọc lại văn bản"),
        "intake.read_anyway": _("vẫn đọc văn bản trông như đã có"),
        "intake.text_given": _("dán nội dung cho văn bản chưa đọc được"),
        "intake.mark_accepted": _("nhận một nhiệm vụ máy đọc"),
        "intake.marks_accepted": _("nhận nhiều nhiệm vụ máy đọc"),
        "intake.mark_dropped": _("bỏ một nhiệm vụ máy đọc"),
        "intake.mark_taken_back": _("lấy lại một nhiệm vụ đã bỏ"),
        "intake.said_changed": _("kiểm phần đầu và cuối văn bản"),
        "intake.body_named": _("ghi tên trong văn bản là đơn vị nào"),
        "intake.body_unnamed": _("bỏ điều đã ghi về một tên trong văn bản"),
        "intake.taken_in": _("nhập văn bản"),
        "intake.changed": _("sửa thông tin văn bản"),
        "intake.marked": _("đánh dấu một nhiệm vụ"),
        "intake.mark_changed": _("sửa lời của nhiệm vụ"),
        "intake.mark_split": _("tách một nhiệm vụ thành hai"),
        "intake.marks_joined": _("gộp hai nhiệm vụ"),
        "intake.mark_removed": _("bỏ đánh dấu một nhiệm vụ"),
        "intake.confirmed": _("xác nhận các nhiệm vụ"),
        "intake.set_aside": _("cất văn bản đi"),
        "intake.brought_back": _("mở lại văn bản"),
    }
)


@waiting(order=40)
def documents_of(person: people.Person) -> list[Waiting]:
    """The documents that the person took in and that are no plan yet."""
    marking = Document.objects.filter(taken_in_by=person, state=DocumentState.MARKING)
    asking = Document.objects.filter(taken_in_by=person, state=DocumentState.ARRIVED, readings__state="asking")
    return [
        Waiting(_("Văn bản đến đang đánh dấu"), marking.count(), reverse("intake:listing")),
        Waiting(
            _("Văn bản trông như đã có, chờ trả lời"),
            asking.distinct().count(),
            reverse("intake:listing") + f"?state={DocumentState.ARRIVED}",
        ),
    ]
