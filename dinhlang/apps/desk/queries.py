"""What a day holds for one person: what is owed, what waits for them, how their plans stand."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.db.models import Case, Count, F, Q, QuerySet, When

from dinhlang.apps.intake import public as intake
from dinhlang.apps.issuance import public as issuance
from dinhlang.apps.people import public as people
from dinhlang.apps.plans import public as plans
from dinhlang.apps.tasks import public as tasks
from dinhlang.base.fields import within_any
from dinhlang.base.listing import First, first_of

MOST, SHOWN = 12, 6
SOON = timedelta(days=7)


@dataclass(frozen=True)
class Owed:
    """What the bodies a person acts for still owe."""

    late: int
    this_week: int
    later: int
    listed: list[tasks.Assignment]

    @property
    def pressing(self) -> int:
        """Late or due within a week."""
        return self.late + self.this_week


def owed(person: people.Person, *, day: date) -> Owed:
    """Open assignments of the bodies in whose name the person tells progress, the most pressing first.

    A short list asks the database once; only a long one is counted too.
    """
    mine = tasks.to_do_for(person)
    listed = list(mine[: MOST + 1])
    if len(listed) <= MOST:
        days = [one.due for one in listed if one.due is not None]
        late, soon = sum(due < day for due in days), sum(day <= due <= day + SOON for due in days)
        return Owed(late, soon, len(listed) - late - soon, listed)
    counted = mine.order_by().aggregate(
        late=Count("pk", filter=Q(due__lt=day)),
        this_week=Count("pk", filter=Q(due__gte=day, due__lte=day + SOON)),
        all=Count("pk"),
    )
    later = counted["all"] - counted["late"] - counted["this_week"]
    return Owed(counted["late"], counted["this_week"], later, listed[:MOST])


@dataclass(frozen=True)
class Following:
    """What a person decides about and what others still owe, the first few of each; asked alike by page and door."""

    to_decide: First
    others: First
    late_others: First


def following(person: people.Person, *, day: date, most: int) -> Following:
    """What the person sees to is asked once for all three; how many there are in all is kept, not counted."""
    given = tasks.tasks_of_mine(person)
    seen_to = tasks.Assignment.objects.filter(task__in=given)
    numbers = cache(lambda: tasks.numbers_with_others(person, given=given, on=day))
    late = tasks.late_with_others(person, on=day, seen_to=seen_to)
    return Following(
        first_of(tasks.waiting_for_me(person, seen_to=seen_to), most, number=lambda: numbers().waiting),
        first_of(tasks.waiting_for_others(person, seen_to=seen_to), most),
        first_of(late, most, number=lambda: numbers().late),
    )


def being_marked(person: people.Person) -> QuerySet[intake.Document]:
    """Documents that arrived and are not yet plans."""
    owners = within_any("owner__path", person.reach(people.Word.DOCUMENTS_TAKE_IN))
    return intake.Document.objects.filter(owners, state=intake.DocumentState.MARKING).order_by("-arrived_at", "-pk")


def to_sign(person: people.Person) -> QuerySet[issuance.OutgoingDocument]:
    """Documents that wait for the person's signature."""
    return issuance.waiting_for_signature(person)


def late_to_supervise(person: people.Person, *, day: date) -> QuerySet[tasks.Assignment]:
    """What is late in the places that an inspector watches over, the longest first; of others nothing."""
    watched = [role.place.path for role in person.roles_in_force if role.kind == people.RoleKind.INSPECTOR]
    late = tasks.Assignment.objects.of_units_within(*watched).overdue(on=day)
    return late.select_related("unit", "task__plan__issuer").order_by("due", "unit__sort_key", "pk")


def own_plans(person: people.Person) -> QuerySet[plans.Plan]:
    """Plans that the person's bodies issued; of people who only read, those of their place before those below."""
    found = plans.Plan.objects.select_related("issuer")
    latest = (F("issued_on").desc(nulls_last=True), "-pk")
    if paths := person.reach(people.Word.TASKS_HAND_OUT):
        return found.filter(within_any("issuer__path", paths)).order_by(*latest)
    reach = person.reach(people.Word.PLANS_READ)
    is_below = Case(When(place__path__in=list(reach), then=0), default=1)
    return found.filter(within_any("place__path", reach)).order_by(is_below, *latest)


def plans_shown(person: people.Person, *, day: date, most: int) -> list[tuple[plans.Plan, tasks.Counts]]:
    """The latest of the person's plans with how far their bodies are."""
    found = list(own_plans(person)[:most])
    counts = tasks.progress_of_plans(found, on=day)
    return [(plan, counts.get(plan.pk, tasks.Counts())) for plan in found]
