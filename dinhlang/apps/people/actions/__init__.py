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
from dinhlang.apps.people.actions.second_factor import (
    CannotTakeOff,
    CannotTurnOff,
    CannotTurnOn,
    pass_second_step,
    renew_secrets,
    take_off,
    turn_off,
    turn_on,
)

__all__ = [
    "CannotChangePassword",
    "CannotChangePerson",
    "CannotCreatePerson",
    "CannotEndRole",
    "CannotGiveRole",
    "CannotSetActive",
    "CannotTakeOff",
    "CannotTurnOff",
    "CannotTurnOn",
    "change_own_password",
    "change_person",
    "create_person",
    "end_role",
    "give_role",
    "make_first_administrator",
    "pass_second_step",
    "renew_secrets",
    "reset_password",
    "set_active",
    "take_off",
    "turn_off",
    "turn_on",
]
