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
from dinhlang.apps.people.actions.own_data import (
    REACH,
    CannotCorrect,
    CannotHideName,
    CannotMakeNameless,
    correct_person,
    hide_name,
    make_nameless,
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
    "REACH",
    "CannotChangePassword",
    "CannotChangePerson",
    "CannotCorrect",
    "CannotCreatePerson",
    "CannotEndRole",
    "CannotGiveRole",
    "CannotHideName",
    "CannotMakeNameless",
    "CannotSetActive",
    "CannotTakeOff",
    "CannotTurnOff",
    "CannotTurnOn",
    "change_own_password",
    "change_person",
    "correct_person",
    "create_person",
    "end_role",
    "give_role",
    "hide_name",
    "make_first_administrator",
    "make_nameless",
    "pass_second_step",
    "renew_secrets",
    "reset_password",
    "set_active",
    "take_off",
    "turn_off",
    "turn_on",
]
