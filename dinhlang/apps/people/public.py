"""What other rooms may use of people and permission."""

from dinhlang.apps.people.access import may_manage_people, may_manage_program, program_for, programs_for
from dinhlang.apps.people.actions import (
    REACH,
    CannotMakeNameless,
    correct_person,
    create_person,
    end_role,
    forget_ended_keys,
    give_role,
    hide_name,
    make_first_administrator,
    make_nameless,
    renew_identities,
    renew_secrets,
)
from dinhlang.apps.people.actions.openid import WORDS as WHY_REFUSED
from dinhlang.apps.people.checks import is_loopback
from dinhlang.apps.people.checks import server_answers as identity_server_answers
from dinhlang.apps.people.models import WORD_NAMES, Honorific, Person, Role, RoleKind, ServiceAccount
from dinhlang.apps.people.queries import (
    acting_for,
    heads_over,
    home_unit,
    people_who_may,
    person_on,
    reaches_everyone,
    with_roles_on,
)
from dinhlang.apps.people.rules import Word
from dinhlang.apps.people.serving import Call, for_programs, hands_out, lists, reads, routes, writes
from dinhlang.apps.people.signals import (
    ACTS,
    ACTS_AT_THE_DOOR,
    ACTS_OF_PROGRAMS,
    FACTS,
    FACTS_AT_THE_DOOR,
    person_changed,
    person_seen,
    tell_seen,
)

__all__ = [
    "ACTS",
    "ACTS_AT_THE_DOOR",
    "ACTS_OF_PROGRAMS",
    "FACTS",
    "FACTS_AT_THE_DOOR",
    "REACH",
    "WHY_REFUSED",
    "WORD_NAMES",
    "Call",
    "CannotMakeNameless",
    "Honorific",
    "Person",
    "Role",
    "RoleKind",
    "ServiceAccount",
    "Word",
    "acting_for",
    "correct_person",
    "create_person",
    "end_role",
    "for_programs",
    "forget_ended_keys",
    "give_role",
    "hands_out",
    "heads_over",
    "hide_name",
    "home_unit",
    "identity_server_answers",
    "is_loopback",
    "lists",
    "make_first_administrator",
    "make_nameless",
    "may_manage_people",
    "may_manage_program",
    "people_who_may",
    "person_changed",
    "person_on",
    "person_seen",
    "program_for",
    "programs_for",
    "reaches_everyone",
    "reads",
    "renew_identities",
    "renew_secrets",
    "routes",
    "tell_seen",
    "with_roles_on",
    "writes",
]
