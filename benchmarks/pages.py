"""Public pages, desk, plan, task and lists of a province of 150 communes and 200,000 parts of tasks."""

from benchmarks import world
from benchmarks.figures import Figures
from benchmarks.reading import Page, read, weigh
from benchmarks.server import serving
from benchmarks.weighing import first_visit


def run(scale: float, figures: Figures) -> None:
    """Strangers first, as they come (pages kept for ten seconds) and with nothing kept; then people who signed in."""
    world.province(scale, figures)
    strangers, known = public_pages(), signed_in_pages()
    weigh([*strangers, *known], figures)
    figures.add("first visit, a commune's face", first_visit(strangers[1].paths[0]), "B")
    with serving() as (port, _):
        read([Page(f"{page.what} (kept)", page.paths) for page in strangers], figures, port)
    with serving(DINHLANG_PORTAL_SECONDS="0") as (port, _):
        read([*strangers, *known], figures, port)


def public_pages() -> list[Page]:
    """What anyone may read: readers take turns through all communes."""
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.units import public as units
    from dinhlang.config.demo.province import CODE

    communes = units.Unit.objects.of_kind("commune").order_by("code").values_list("code", flat=True)
    of_communes = plans.Plan.objects.filter(place__kind="commune").order_by("pk").values_list("place__code", "pk")
    of_province = plans.Plan.objects.filter(place__code=CODE).order_by("pk").values_list("pk", flat=True)
    return [
        Page("home", ["/"]),
        Page("a commune's face", [f"/xa/{code}/" for code in communes]),
        Page("the province's face", [f"/xa/{CODE}/"]),
        Page("a commune's plan", [f"/xa/{code}/ke-hoach/{pk}/" for code, pk in of_communes[:200]]),
        Page("a province's plan", [f"/xa/{CODE}/ke-hoach/{pk}/" for pk in of_province]),
    ]


def signed_in_pages() -> list[Page]:
    """What an officer of a commune, and one of the province, look at all day."""
    from dinhlang.apps.plans import public as plans
    from dinhlang.apps.tasks import public as tasks
    from dinhlang.config.demo.province import CODE

    commune, province = f"{CODE}001-UBND", f"{CODE}-UBND"
    at_commune = world.cookie_of(f"{commune.lower()}.cv")
    at_province = world.cookie_of(f"{province.lower()}.cv")
    own = plans.Plan.objects.filter(issuer__code=commune).order_by("pk").first()
    whole = plans.Plan.objects.filter(issuer__code=province).order_by("pk").first()
    if own is None or whole is None:
        raise RuntimeError("The province has no plans.")
    task = tasks.Task.objects.filter(plan=whole).order_by("pk")[0]
    part = tasks.Assignment.objects.filter(task__plan=own).order_by("pk")[0]
    return [
        Page("desk, commune", ["/ban-viec/"], at_commune),
        Page("desk, province", ["/ban-viec/"], at_province),
        Page("plans, province", ["/ke-hoach/"], at_province),
        Page("plan, commune", [f"/ke-hoach/{own.pk}/"], at_commune),
        Page("plan, province", [f"/ke-hoach/{whole.pk}/"], at_province),
        Page("tasks, commune", ["/nhiem-vu/"], at_commune),
        Page("tasks handed out, province", ["/nhiem-vu/?xem=giao"], at_province),
        Page("task of 150 bodies", [f"/nhiem-vu/{task.pk}/"], at_province),
        Page("part of a task", [f"/nhiem-vu/phan-viec/{part.pk}/"], at_commune),
        Page("units, province", [f"/don-vi/{CODE}/"], at_province),
        Page("search", ["/tim/?q=niem+yet+cong+khai", "/tim/?q=thon+tan", "/tim/?q=ke+hoach+dan+chu"], at_commune),
        Page("record", ["/nhat-ky/"], world.cookie_of(f"{commune.lower()}.ld")),
        Page("reports", ["/bao-cao/"], at_commune),
    ]
