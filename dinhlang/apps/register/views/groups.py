"""Try a group expression: who would be meant, in which place, on which day."""

from django.http import HttpResponse
from django.shortcuts import render

from dinhlang.apps.people import public as people
from dinhlang.apps.register import forms
from dinhlang.apps.register.access import Asked
from dinhlang.apps.register.views.tree import at_day
from dinhlang.apps.units import public as units
from dinhlang.base.guard import signed_in
from dinhlang.base.listing import page_of

EXAMPLES = (
    "UBND các xã, phường",
    "các sở, ban, ngành tỉnh và UBND cấp xã",
    "các phòng, ban chuyên môn",
    "các tổ chức chính trị - xã hội",
    "các thôn, tổ dân phố",
    "Công chức Tư pháp – Hộ tịch các xã",
)


@signed_in
def group(request: Asked) -> HttpResponse:
    """Type the words of a plan and a place; see the members."""
    context = at_day(request)
    asked = request.GET.copy()
    asked.setdefault("o", _own_place(request.user))
    form = forms.GroupForm(asked if "nhom" in asked else None, initial={"o": asked["o"]})
    if form.is_valid():
        understood = units.understand_group(form.cleaned_data["nhom"])
        place = form.cleaned_data["o"]
        members = units.members_of(understood, within=place, day=context["day"]) if understood else []
        context |= {
            "understood": understood,
            "place": place,
            "asked": True,
            "page": page_of(request, members, size=100),
        }
    return render(request, "register/group.html", {**context, "form": form, "examples": EXAMPLES})


def _own_place(person: people.Person) -> str:
    """The place in which the person works: what a plan there would mean."""
    return next((role.place.code for role in person.roles_in_force), "")
