"""The forms of this room."""

from dinhlang.apps.deadlines.forms.chains import ChangingForm, LayingForm, laying_choices
from dinhlang.apps.deadlines.forms.days import (
    CountForm,
    EventForm,
    LinkingForm,
    MovingForm,
    SessionForm,
)
from dinhlang.apps.deadlines.forms.laws import LawForm
from dinhlang.look.forms import ReasonForm

__all__ = [
    "ChangingForm",
    "CountForm",
    "EventForm",
    "LawForm",
    "LayingForm",
    "LinkingForm",
    "MovingForm",
    "ReasonForm",
    "SessionForm",
    "laying_choices",
]
