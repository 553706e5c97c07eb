"""Reads: a person with the roles in force on a day."""

from datetime import date

from dinhlang.apps.people.models import Person, Role


def person_on(pk: int, *, day: date) -> Person | None:
    """The active person with the roles that are in force on a day, or None."""
    person = Person.objects.filter(pk=pk, is_active=True).first()
    if person is None:
        return None
    return person.carry(Role.objects.on(day).with_units().filter(person=person).order_by("begins", "pk"))


def with_roles_on(person: Person, *, day: date) -> Person:
    """The same person, with the roles in force on a day."""
    return person.carry(Role.objects.on(day).with_units().filter(person=person).order_by("begins", "pk"))
