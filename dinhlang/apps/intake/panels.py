"""What this room shows elsewhere: its entry in the navigation, its documents among what is found, its acts in words."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.intake import access, queries
from dinhlang.apps.intake.models import Document, DocumentKind, DocumentState
from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.base.navigation import entry
from dinhlang.base.waiting import Waiting, waiting

entry(_("Văn bản đến"), "intake:listing", order=20, may=access.may_take_in)
search.kind("document", _("Văn bản đến"), order=30)
search.source("document", queries.all_found)
audit.fact_words(
    "intake.Document",
    {
        "start": _("từ ký tự"),
        "end": _("đến ký tự"),
        "label": _("mục"),
        "text": _("nhiệm vụ"),
        "lead_words": _("chủ trì"),
        "partner_words": _("phối hợp"),
        "time_words": _("thời gian"),
        "due": _("hạn"),
        "sources": _("lấy từ đoạn"),
        "parts": _("các phần"),
        "places": _("vị trí"),
        "state": _("tình trạng"),
    },
    values={"state": dict(DocumentState.choices), "kind": dict(DocumentKind.choices)},
)
audit.words(
    {
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
    return [Waiting(_("Văn bản đến đang đánh dấu"), marking.count(), reverse("intake:listing"))]
