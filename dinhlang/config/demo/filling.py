"""Fills an empty house with the demo: places, people, what was, what goes on, and what goes on around."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction

from dinhlang.apps.people import public as people
from dinhlang.apps.search import public as search
from dinhlang.apps.units import public as units
from dinhlang.base.sizes import learn_sizes
from dinhlang.config.demo.accounts import Post, appoint, open_accounts
from dinhlang.config.demo.around import let_the_others_live
from dinhlang.config.demo.besides import Besides
from dinhlang.config.demo.fates import Speakers
from dinhlang.config.demo.past import tell_the_past
from dinhlang.config.demo.places import COMMUNE, PROVINCE, settle
from dinhlang.config.demo.story import Story

SEED = 2022
"""The year of the law (10/2022/QH15). The same seed and the same day make the same demo."""
IN_OFFICE = date(2025, 7, 1)

Say = Callable[[str], None]


@transaction.atomic
def fill(*, password: str, day: date, now: datetime, say: Say, only: Collection[str] = ()) -> None:
    """All or nothing; with the units of the whole country, or `only` of some provinces of today."""
    say("  Đơn vị của cả nước, trước và sau 01/07/2025 · the country's units …")
    settle(now=now, today=day, only=only)
    say("  Con người và tài khoản · people and accounts …")
    cast = open_accounts(password=password, begins=IN_OFFICE, now=now)
    speakers = _speakers(cast, hashed=make_password(password), now=now)
    say("  Năm kế hoạch cũ · the five plans of 2023 and 2024 …")
    tell_the_past(chance=Random(SEED), now=now, day=day)
    say("  Việc đang làm ở xã Nhã Nam · the story of Nhã Nam …")
    plan = Story(day, cast, speakers, Random(SEED + 1)).tell_all()
    say("  Các xã, phường khác của Bắc Ninh · the other communes …")
    let_the_others_live(plan, speakers=speakers, officer=cast["binh"], day=day, seed=SEED + 2)
    Besides(day, cast, speakers, Random(SEED + 4)).tell_all(plan)
    say("  Chỉ mục tìm kiếm · the search index …")
    search.rebuild_index()
    learn_sizes()


def _speakers(cast: dict[str, people.Person], *, hashed: str, now: datetime) -> Speakers:
    """Who speaks for each body of Bắc Ninh and each village of Nhã Nam: one of the eight, else somebody made up."""
    known = {"ha": f"{COMMUNE}.UB", "tu": f"{COMMUNE}.T01", "binh": f"{PROVINCE}.UB"}
    found = units.Unit.objects.in_bulk(known.values(), field_name="code")
    speakers = {found[code].pk: cast[name] for name, code in known.items()}
    posts = [post for post in _posts() if post.unit.pk not in speakers]
    appointed = appoint(posts, chance=Random(SEED + 3), hashed=hashed, now=now)
    return speakers | {post.unit.pk: person for post, person in zip(posts, appointed, strict=True)}


def _posts() -> list[Post]:
    """Villages first, then what stands in Nhã Nam, then the rest of the province."""
    standing = units.Unit.objects.living().within(units.Unit.objects.get(code=PROVINCE).path)
    bodies = standing.exclude(kind__in=("province", "commune", "post", "office")).order_by("code")
    ours = [unit for unit in bodies if unit.code.startswith(COMMUNE)]
    others = [unit for unit in bodies if not unit.code.startswith(COMMUNE) and _takes_part(unit)]
    in_order = [*sorted(ours, key=lambda unit: unit.kind != "village"), *others]
    return [Post(unit, *_role(unit), begins=IN_OFFICE) for unit in in_order]


def _takes_part(unit: units.Unit) -> bool:
    return unit.kind in {"people_committee", "department", "service_unit"}


def _role(unit: units.Unit) -> tuple[str, str]:
    return ("village_head", "Trưởng thôn") if unit.kind == "village" else ("officer", "Cán bộ phụ trách")
