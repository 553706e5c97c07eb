"""The door: signing in and out."""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from dinhlang.apps.people import backend
from dinhlang.apps.people.forms import SignInForm
from dinhlang.apps.people.queries import accounts_to_try
from dinhlang.base import clock
from dinhlang.base.guard import anyone


@anyone("whoever signs in is not yet signed in")
@sensitive_post_parameters("password")
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; the answer never tells which accounts exist."""
    if request.user.is_authenticated and request.method != "POST":
        return redirect(_onward(request))
    form = SignInForm(request.POST or None, initial={"username": request.GET.get("username", "")[:60]})
    if request.method == "POST" and form.is_valid() and _let_in(request, form):
        return redirect(_onward(request))
    to_try = accounts_to_try(day=clock.today()) if settings.DEMO else {}
    asked = request.POST.get("next", request.GET.get("next", ""))
    return render(request, "people/sign_in.html", {"form": form, "next": asked, "accounts_to_try": to_try})


def _let_in(request: HttpRequest, form: SignInForm) -> bool:
    username, address = form.cleaned_data["username"], _address(request)
    if backend.is_guessing(username, address):
        form.add_error(
            None, _("Đã thử sai nhiều lần. Hãy chờ 15 phút rồi thử lại, hoặc nhờ quản trị đặt lại mật khẩu.")
        )
        return False
    person = authenticate(request, username=username, password=form.cleaned_data["password"])
    if person is None:
        backend.count_wrong_try(username, address)
        form.add_error(
            None, _("Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy xem lại chữ hoa, chữ thường và bộ gõ tiếng Việt.")
        )
        return False
    backend.forget_wrong_tries(username, address)
    login(request, person)  # gives the session a new key
    return True


def _address(request: HttpRequest) -> str:
    """Where the request comes from; behind our own proxy that is the last address the proxy wrote."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _onward(request: HttpRequest) -> str:
    """The page that was asked for, if it is one of ours."""
    asked = request.POST.get("next", request.GET.get("next", ""))
    ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if ours else resolve_url(settings.LOGIN_REDIRECT_URL)


@anyone("signing out twice does no harm")
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session; nothing of it stays."""
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)
