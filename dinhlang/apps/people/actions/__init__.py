"""What can be done with accounts, roles and passwords; each is recorded by whoever listens to `person_changed`."""

from dinhlang.apps.people.actions.accounts import (
    CannotChangePerson,
    CannotCreatePerson,
    CannotSetActive,
    change_person,
    create_person,
    make_first_administrator,
    set_active,
)
from dinhlang.apps.people.actions.passwords import CannotChangePassword, change_own_password, reset_password
from dinhlang.apps.people.actions.roles import CannotEndRole, CannotGiveRole, end_role, give_role

__all__ = [
    "CannotChangePassword",
    "CannotChangePerson",
    "CannotCreatePerson",
    "CannotEndRole",
    "CannotGiveRole",
    "CannotSetActive",
    "change_own_password",
    "change_person",
    "create_person",
    "end_role",
    "give_role",
    "make_first_administrator",
    "reset_password",
    "set_active",
]
