"""For whoever looks after an account: ending all its sign-ins, and ending the wait after wrong tries."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from dinhlang.apps.people import access, actions
from dinhlang.apps.people.views.deciding import decide
from dinhlang.base.guard import guarded


@guarded(access.may_manage_people)
def ending_sign_ins(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything somebody is signed in to, with a reason."""
    return decide(
        request,
        pk,
        template="people/ending_sign_ins.html",
        act=actions.end_sign_ins_of,
        said=lambda person, ended: _("Đã thoát %(person)s ở %(number)d máy.") % {"person": person, "number": ended},
    )


@guarded(access.may_manage_people)
def ending_wait(request: HttpRequest, pk: int) -> HttpResponse:
    """Someone who mistyped too often may try again at once, with a reason."""
    return decide(
        request,
        pk,
        template="people/ending_wait.html",
        act=actions.let_try_again,
        said=lambda person, _none: _("%(person)s có thể đăng nhập lại ngay.") % {"person": person},
    )
