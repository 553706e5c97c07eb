"""What the record shows on other pages, and the words for the acts of the rooms below."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.audit.access import may_read_of_others
from dinhlang.apps.audit.queries import fact_words, words
from dinhlang.apps.people import public as people
from dinhlang.base.navigation import entry
from dinhlang.base.panels import panel

entry(_("Nhật ký"), "audit:record", order=90, may=may_read_of_others)
words(people.ACTS | people.ACTS_AT_THE_DOOR | people.ACTS_OF_PROGRAMS)
fact_words(
    "people.Person",
    people.FACTS,
    values={
        "role": dict(people.RoleKind.choices),
        "words": {str(word): name for word, name in people.WORD_NAMES.items()},
    },
)
fact_words("people.Passage", people.FACTS_AT_THE_DOOR, values={"why": people.WHY_REFUSED})


@panel("people.Person", order=90)
def history_of_person(request: HttpRequest, person: people.Person) -> str:
    """What was done with an account."""
    return render_to_string("audit/history_panel.html", {"thing": person}, request=request)
