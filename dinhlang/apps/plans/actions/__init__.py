"""What can be done with plans: adopt, link, take over what is above, show to residents."""

from dinhlang.apps.plans.actions.adopting import (
    CannotAdopt,
    CannotLink,
    CannotShow,
    CannotUnlink,
    adopt_plan,
    link,
    publish_plan,
    show_to_residents,
    unlink,
)
from dinhlang.apps.plans.actions.answering import CannotAsk, CannotTakeOver, say_it_asks_for_a_plan, take_over
from dinhlang.apps.plans.actions.changing import (
    CannotChange,
    CannotDecide,
    CannotNumber,
    adopt,
    change_plan,
    decide,
    give_number,
)

__all__ = [
    "CannotAdopt",
    "CannotAsk",
    "CannotChange",
    "CannotDecide",
    "CannotLink",
    "CannotNumber",
    "CannotShow",
    "CannotTakeOver",
    "CannotUnlink",
    "adopt",
    "adopt_plan",
    "change_plan",
    "decide",
    "give_number",
    "link",
    "publish_plan",
    "say_it_asks_for_a_plan",
    "show_to_residents",
    "take_over",
    "unlink",
]
