"""The addresses of this room."""

from django.urls import path

from dinhlang.apps.people.views import (
    accounts,
    door,
    handing_over,
    inviting,
    openid,
    own,
    permission,
    roles,
    second_factor,
    signed_in,
    standing_in,
)

app_name = "people"
urlpatterns = [
    path("vao/", door.sign_in, name="sign_in"),
    path("vao/ma/", second_factor.second_step, name="second_step"),
    path("ra/", door.sign_out, name="sign_out"),
    path("vao/dinh-danh/", openid.going, name="going_to_server"),
    path("vao/dinh-danh/ve/", openid.coming_back, name="coming_back"),
    path("ra/xong/", openid.left, name="left"),
    path("nguoi/", accounts.listing, name="listing"),
    path("nguoi/toi/", own.own_page, name="me"),
    path("nguoi/mat-khau/", own.own_password, name="own_password"),
    path("nguoi/hai-buoc/", second_factor.turning_on, name="turning_on"),
    path("nguoi/hai-buoc/tat/", second_factor.turning_off, name="turning_off"),
    path("nguoi/toi/may/", own.end_sign_in, name="end_sign_in"),
    path("moi-vao/<str:token>/", inviting.invited, name="invited"),
    path("nguoi/<int:pk>/moi/", inviting.inviting, name="inviting"),
    path("nguoi/<int:pk>/moi/rut/", inviting.withdrawing, name="withdrawing"),
    path("nguoi/<int:pk>/may/", signed_in.ending_sign_ins, name="ending_sign_ins"),
    path("nguoi/<int:pk>/cho/", signed_in.ending_wait, name="ending_wait"),
    path("nguoi/dinh-danh/", openid.own_identity, name="own_identity"),
    path("nguoi/dinh-danh/bo/", openid.unlinking, name="unlinking"),
    path("nguoi/quyen/", permission.permission, name="permission"),
    path("nguoi/moi/", accounts.creating, name="creating"),
    path("nguoi/<int:pk>/", accounts.detail, name="detail"),
    path("nguoi/<int:pk>/sua/", accounts.changing, name="changing"),
    path("nguoi/<int:pk>/khoa/", accounts.locking, name="locking"),
    path("nguoi/<int:pk>/hai-buoc/", second_factor.taking_off, name="taking_off"),
    path("nguoi/<int:pk>/dinh-danh/", openid.taking_off, name="taking_identity_off"),
    path("nguoi/<int:pk>/mat-khau/", accounts.new_password, name="new_password"),
    path("nguoi/<int:pk>/nguoi-thay/", standing_in.letting_stand_in, name="letting_stand_in"),
    path("nguoi/<int:pk>/nguoi-thay/<int:stand_in_pk>/", standing_in.ending_stand_in, name="ending_stand_in"),
    path("nguoi/<int:pk>/ban-giao/", handing_over.handing_over, name="handing_over"),
    path("nguoi/<int:pk>/vai-tro/", roles.giving, name="giving_role"),
    path("nguoi/<int:pk>/vai-tro/<int:role_pk>/", roles.ending, name="ending_role"),
]
