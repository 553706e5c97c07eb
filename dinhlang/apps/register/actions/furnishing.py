"""A place gets the bodies that places of its kind usually have."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from dinhlang.apps.audit import public as audit
from dinhlang.apps.people import public as people
from dinhlang.apps.register.actions.telling import day_of
from dinhlang.apps.register.queries import found_entries
from dinhlang.apps.register.rules import Body, bodies_of
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.refusal import Refusal


class CannotFurnish(Refusal):
    """The place cannot get its usual bodies."""


def furnish(
    place: units.Unit,
    *,
    day: date,
    by: people.Person | None,
    now: datetime,
    but: Collection[str] = (),
    also: Collection[str] = (),
    basis: str = "",
) -> list[units.Unit]:
    """The usual bodies of the place from a day on; what is there stays. `but` leaves out, `also` adds, by suffix."""
    return furnish_many([place], day=day, by=by, now=now, but=but, also=also, basis=basis)


@transaction.atomic
def furnish_many(
    places: Iterable[units.Unit],
    *,
    day: date,
    by: people.Person | None,
    now: datetime,
    but: Collection[str] = (),
    also: Collection[str] = (),
    basis: str = "",
) -> list[units.Unit]:
    """The same for many places at once, with few questions to the database; only a single place's are handed back."""
    units.hold_the_tree()
    places = list(places)
    standing = _standing(places, day=day)
    code_of = dict(units.Unit.objects.values_list("pk", "code"))
    there = _codes_there(places, day=day)
    made: dict[str, list[units.timeline.Placed]] = {}
    for place in places:
        chosen = _chosen(standing[place.pk][0], day=day, but=but, also=also)
        made |= _bodies(place, chosen, standing[place.pk], code_of, there, day=day)
    units.restate_units(made, today=day_of(now))
    _tell(places, made, by=by, now=now, basis=basis)
    return list(units.Unit.objects.filter(code__in=made).in_order()) if len(places) == 1 else []


def _codes_there(places: Sequence[units.Unit], *, day: date) -> dict[tuple[str, str], str]:
    """Bodies that stand in the places already, made by hand perhaps: parent's code and name → code."""
    versions = units.UnitVersion.objects.on(day).exclude(kind__in=units.TERRITORIES).select_related("unit", "parent")
    first = list(versions.filter(parent__in=places))
    second = versions.filter(parent__in=[version.unit_id for version in first])
    return {(v.parent.code, v.name): v.unit.code for v in [*first, *second] if v.parent}


def _standing(places: Sequence[units.Unit], *, day: date) -> dict[int, list[units.UnitVersion]]:
    """How each place stands from the day on, cut by every move."""
    found: dict[int, list[units.UnitVersion]] = {place.pk: [] for place in places}
    versions = units.UnitVersion.objects.filter(unit__in=places).exclude(ends__lte=day).order_by("unit", "begins")
    for version in versions:
        found[version.unit_id].append(version)
    for place in places:
        if not found[place.pk] or found[place.pk][0].begins > day:
            raise CannotFurnish(
                _("%(place)s không tồn tại vào ngày %(day)s. Hãy chọn ngày trong thời gian đơn vị hoạt động.")
                % {"place": place.full_name, "day": f"{day:%d/%m/%Y}"},
                field="day",
            )
    return found


def _chosen(version: units.UnitVersion, *, day: date, but: Collection[str], also: Collection[str]) -> list[Body]:
    """The usual bodies less those left out, and less those whose own parent is left out."""
    usual = bodies_of(version.kind, version.form, day)
    chosen = {body.suffix: body for body in usual if (body.is_usual or body.suffix in also) and body.suffix not in but}
    return [body for body in chosen.values() if not body.under or body.under in chosen]


def _bodies(
    place: units.Unit,
    chosen: Sequence[Body],
    standing: Sequence[units.UnitVersion],
    code_of: dict[int, str],
    there: dict[tuple[str, str], str],
    *,
    day: date,
) -> dict[str, list[units.timeline.Placed]]:
    """The timelines of those that are not there yet."""
    codes, taken, new = {"": place.code}, set(code_of.values()), {}
    for body in chosen:
        name = body.name.format(place=standing[0].full_name)
        code = f"{place.code}.{body.suffix}"
        codes[body.suffix] = there.get((codes[body.under], name), code)
        if codes[body.suffix] == code and code not in taken:
            new[code] = [p for v in standing if (p := _placed(body, code, codes[body.under], v, code_of, day=day))]
    return new


def _placed(
    body: Body, code: str, parent: str, version: units.UnitVersion, code_of: dict[int, str], *, day: date
) -> units.timeline.Placed | None:
    """The body while its place stands as in this version; None if the body is not there then."""
    begins = max(day, version.begins)
    ends = min((end for end in (body.ends, version.ends) if end is not None), default=None)
    if ends is not None and ends <= begins:
        return None
    place = tuple(code_of[int(part)] for part in version.path.split(".")[:-1])
    above = (*place, parent) if body.under else place
    facts = units.timeline.Facts(body.kind, "", body.name.format(place=version.full_name), parent)
    return units.timeline.Placed(begins, ends, facts, (*above, code))


def _tell(
    places: Sequence[units.Unit],
    made: dict[str, list[units.timeline.Placed]],
    *,
    by: people.Person | None,
    now: datetime,
    basis: str,
) -> None:
    names: dict[str, list[str]] = {}
    for code, spans in made.items():
        place = min((above for above in spans[0].path if code.startswith(f"{above}.")), key=len)
        names.setdefault(place, []).append(spans[0].facts.name)
    audit.record_many(
        audit.entry(
            "units.furnished", place, by=by, now=now, unit=place, reason=basis, after={"bodies": names[place.code]}
        )
        for place in places
        if place.code in names
    )
    if len(places) == 1:
        search.remember_many(found_entries(places[0].path))
