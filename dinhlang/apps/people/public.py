"""What other rooms may use of people and permission."""

from dinhlang.apps.people.actions import (
    create_person,
    end_role,
    give_role,
    make_first_administrator,
    renew_secrets,
    sweep_sign_ins,
    sweep_wrong_tries,
)
from dinhlang.apps.people.models import Person, Role, RoleKind
from dinhlang.apps.people.queries import everyone_stands_within, people_who_may, person_on, with_roles_on
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.signals import ACTS, FACTS, person_changed

__all__ = [
    "ACTS",
    "FACTS",
    "Person",
    "Role",
    "RoleKind",
    "Word",
    "create_person",
    "end_role",
    "everyone_stands_within",
    "give_role",
    "make_first_administrator",
    "people_who_may",
    "person_changed",
    "person_on",
    "renew_secrets",
    "sweep_sign_ins",
    "sweep_wrong_tries",
    "with_roles_on",
]
