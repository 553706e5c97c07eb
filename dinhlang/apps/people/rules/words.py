"""The words of permission, and roles as lists of them. Plain Python; who holds a role where is in the models.

A word reaches as far as its role's unit: over the unit's own branch ("own"), or over the whole place in which
the unit stands ("place": an office of a commune reads all of the commune).
"""

from dataclasses import dataclass
from enum import StrEnum


class Word(StrEnum):
    """One thing that a person may be allowed to do."""

    PEOPLE_MANAGE = "people.manage"
    AUDIT_READ = "audit.read"
    PRIVACY_ANSWER = "privacy.answer"
    OPERATIONS_WATCH = "operations.watch"
    CALENDAR_AMEND = "calendar.amend"
    UNITS_CHANGE = "units.change"
    UNITS_IMPORT = "units.import"
    DOCUMENTS_TAKE_IN = "intake.take_in"
    PLANS_READ = "plans.read"
    PLANS_ADOPT = "plans.adopt"
    TASKS_READ = "tasks.read"
    TASKS_HAND_OUT = "tasks.hand_out"
    TASKS_PROGRESS = "tasks.progress"
    TASKS_ACCEPT = "tasks.accept"
    REPORTS_READ = "reports.read"
    REPORTS_WRITE = "reports.write"
    DOCUMENTS_DRAFT = "issuance.draft"
    DOCUMENTS_SIGN = "issuance.sign"


OWN_ONLY = frozenset({Word.TASKS_PROGRESS, Word.DOCUMENTS_DRAFT, Word.DOCUMENTS_SIGN, Word.REPORTS_WRITE})
"""Words for acting in a body's name: never over the whole place, else a province could report for a commune."""

READING = frozenset({Word.PLANS_READ, Word.TASKS_READ, Word.REPORTS_READ})

FOR_PROGRAMS = READING | {Word.DOCUMENTS_TAKE_IN}
"""Words that a service account may carry: a program reads, and hands in what arrived, of which nothing becomes a plan
before a person confirms it; what is done in a body's name, a person does."""


@dataclass(frozen=True)
class RoleMeaning:
    """What a role may do, and whether its words reach over the place or only over the unit's own branch."""

    words: frozenset[Word]
    acts_over_place: bool = False


ROLES: dict[str, RoleMeaning] = {
    "administrator": RoleMeaning(
        READING
        | {
            Word.PEOPLE_MANAGE,
            Word.AUDIT_READ,
            Word.PRIVACY_ANSWER,
            Word.OPERATIONS_WATCH,
            Word.CALENDAR_AMEND,
            Word.UNITS_CHANGE,
            Word.UNITS_IMPORT,
        },
        acts_over_place=True,
    ),
    "leader": RoleMeaning(
        READING
        | {
            Word.AUDIT_READ,
            Word.DOCUMENTS_TAKE_IN,
            Word.PLANS_ADOPT,
            Word.TASKS_HAND_OUT,
            Word.TASKS_PROGRESS,
            Word.TASKS_ACCEPT,
            Word.REPORTS_WRITE,
            Word.DOCUMENTS_DRAFT,
            Word.DOCUMENTS_SIGN,
        }
    ),
    "officer": RoleMeaning(
        READING
        | {
            Word.DOCUMENTS_TAKE_IN,
            Word.PLANS_ADOPT,
            Word.TASKS_HAND_OUT,
            Word.TASKS_PROGRESS,
            Word.TASKS_ACCEPT,
            Word.REPORTS_WRITE,
            Word.DOCUMENTS_DRAFT,
        }
    ),
    "village_head": RoleMeaning(READING | {Word.TASKS_PROGRESS}),
    "inspector": RoleMeaning(READING | {Word.AUDIT_READ, Word.TASKS_PROGRESS}),
    "viewer": RoleMeaning(READING),
}


def reaches_over_place(role: str, word: Word) -> bool:
    """Whether a role's word covers the whole place of its unit; reading always does, acting in a name never does."""
    if word in OWN_ONLY:
        return False
    return word in READING or word is Word.AUDIT_READ or ROLES[role].acts_over_place


def roles_with(word: Word) -> list[str]:
    """The roles whose list holds the word."""
    return [role for role, meaning in ROLES.items() if word in meaning.words]
