"""The addresses of this room."""

from django.urls import path

from dinhlang.base.guard import signed_in


def x(request, code): ...


x = signed_in(x)
app_name = "register"
urlpatterns: list = [path("<str:code>/", x, name="unit")]
