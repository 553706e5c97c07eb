"""What other rooms may use of people and permission."""

from dinhlang.apps.people.actions import (
    REACH,
    CannotMakeNameless,
    correct_person,
    create_person,
    end_role,
    give_role,
    hide_name,
    make_first_administrator,
    make_nameless,
    renew_secrets,
)
from dinhlang.apps.people.models import Honorific, Person, Role, RoleKind
from dinhlang.apps.people.queries import everyone_stands_within, home_unit, people_who_may, person_on, with_roles_on
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.signals import ACTS, FACTS, person_changed, person_seen, tell_seen

__all__ = [
    "ACTS",
    "FACTS",
    "REACH",
    "CannotMakeNameless",
    "Honorific",
    "Person",
    "Role",
    "RoleKind",
    "Word",
    "correct_person",
    "create_person",
    "end_role",
    "everyone_stands_within",
    "give_role",
    "hide_name",
    "home_unit",
    "make_first_administrator",
    "make_nameless",
    "people_who_may",
    "person_changed",
    "person_on",
    "person_seen",
    "renew_secrets",
    "tell_seen",
    "with_roles_on",
]
