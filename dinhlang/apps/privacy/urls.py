"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.privacy.views import answering, consents, own, register

app_name = "privacy"
urlpatterns = [
    path("", register.register, name="register"),
    path("cua-toi/", own.mine, name="mine"),
    path("cua-toi/yeu-cau/", own.asking, name="asking"),
    path("cua-toi/sua/", own.correcting, name="correcting"),
    path("cua-toi/ai-da-xem/", own.looks, name="looks"),
    path("cua-toi/dong-y/", consents.agreeing, name="agreeing"),
    path("yeu-cau/", answering.listing, name="listing"),
    path("yeu-cau/giay/", answering.recording, name="recording"),
    path("yeu-cau/<int:pk>/", answering.detail, name="request"),
    path("yeu-cau/<int:pk>/rut/", own.taking_back, name="taking_back"),
    path("yeu-cau/<int:pk>/tai/", answering.download, name="download"),
    path("yeu-cau/<int:pk>/nhan/", answering.accepting, name="accepting"),
    path("yeu-cau/<int:pk>/gia-han/", answering.extending, name="extending"),
    path("yeu-cau/<int:pk>/xong/", answering.finishing, name="finishing"),
    path("yeu-cau/<int:pk>/khong/", answering.refusing, name="refusing"),
    path("dong-y/", consents.listing, name="consents"),
    path("dong-y/loi-hoi/", consents.writing, name="writing_text"),
    path("dong-y/ghi/", consents.recording, name="recording_consent"),
    path("dong-y/<int:pk>/", consents.proof, name="consent"),
    path("dong-y/<int:pk>/rut/", consents.withdrawing, name="withdrawing"),
]
