"""Laying out the chain of a report, and moving it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.deadlines import queries, rules
from dinhlang.apps.deadlines.actions import CannotChain, LevelFacts
from dinhlang.apps.deadlines.models import ChainLevel, ChainPeriod, ReportChain
from dinhlang.apps.deadlines.models.chains import NAMES
from dinhlang.apps.plans import public as plans
from dinhlang.apps.units import public as units
from dinhlang.look.fields import DayField
from dinhlang.pure.dates import Calendar, CannotCount


def _days_field() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("Ngày làm việc để tổng hợp"), min_value=0, max_value=rules.MOST_DAYS_TOGETHER, required=False
    )


class LayingForm(forms.Form):
    """What a report is, who has it last and when, and who sends on the way."""

    title = forms.CharField(label=_("Báo cáo"), max_length=200)
    recipient = forms.CharField(label=_("Nơi nhận cuối cùng"), max_length=200)
    last_day = DayField(label=_("Nơi nhận cuối phải nhận trước ngày"))
    closes_on = DayField(label=_("Kỳ báo cáo kết thúc ngày"), help_text=_("Ngày chốt số liệu."))
    rhythm = forms.ChoiceField(label=_("Nhịp"), choices=ReportChain.Rhythm)
    times = forms.IntegerField(
        label=_("Lập cho bao nhiêu kỳ"),
        min_value=1,
        max_value=rules.MOST_PERIODS,
        initial=1,
        help_text=_("Báo cáo một lần thì chỉ có một kỳ."),
    )
    anyway = forms.BooleanField(label=_("Vẫn lập chuỗi này"), required=False)

    def __init__(
        self,
        *args: Any,
        plan: plans.Plan,
        bodies: Sequence[units.Unit],
        guess: Sequence[str],
        kinds: Sequence[str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = {f"unit:{one.pk}": one for one in bodies}
        self.clauses = {str(one.pk): one for one in plans.clauses_of(plan)}
        senders = [("", str(_("không có bậc này")))]
        senders += [(f"level:{kind}", str(NAMES[units.UnitKind(kind)])) for kind in kinds]
        senders += [(key, one.full_name) for key, one in self.bodies.items()]
        duties = [("", str(_("không theo mục nào")))] + [(key, one.mark) for key, one in self.clauses.items()]
        for n in range(rules.MOST_LEVELS):
            self._fill_row(n, senders, duties, guess[n] if n < len(guess) else "")

    def _fill_row(self, n: int, senders: Any, duties: Any, guess: str) -> None:
        cast(forms.ChoiceField, self.fields[f"who_{n}"]).choices = senders
        cast(forms.ChoiceField, self.fields[f"clause_{n}"]).choices = duties
        self.fields[f"who_{n}"].initial = guess

    def rows(self) -> Iterator[tuple[int, BoundField, BoundField, BoundField]]:
        """One for each level that may send."""
        return ((n + 1, self[f"who_{n}"], self[f"days_{n}"], self[f"clause_{n}"]) for n in range(rules.MOST_LEVELS))

    @property
    def folded_from(self) -> int:
        """From which row on the rows are folded away, since none of them is used; 0 where all are shown."""
        used = [n for n in range(rules.MOST_LEVELS) if self[f"who_{n}"].value()]
        first = max([2, *used]) + 2
        return first if first <= rules.MOST_LEVELS else 0

    def head(self) -> list[BoundField]:
        """What is asked of the report itself."""
        return [self[name] for name in ("title", "recipient", "last_day", "closes_on", "rhythm", "times")]

    def levels(self) -> list[LevelFacts]:
        """Who sends, from the highest down."""
        return [self._level(n) for n in range(rules.MOST_LEVELS) if self.cleaned_data.get(f"who_{n}")]

    def _level(self, n: int) -> LevelFacts:
        said = self.cleaned_data
        kind, _sep, key = said[f"who_{n}"].partition(":")
        unit = self.bodies[said[f"who_{n}"]] if kind == "unit" else None
        days = said[f"days_{n}"]
        return LevelFacts(
            level=key if unit is None else units.place_of(unit).kind,
            days=rules.USUAL_DAYS if days is None else days,
            unit=unit,
            clause=self.clauses.get(said[f"clause_{n}"]),
        )

    def facts(self) -> dict[str, Any]:
        """What `lay_chain` takes, besides the plan, who and when."""
        said = self.cleaned_data
        return {
            **{name: said[name] for name in ("title", "recipient", "rhythm", "times")},
            "first": rules.Period(said["closes_on"], said["last_day"]),
            "levels": self.levels(),
        }

    def unsaved_levels(self) -> list[ChainLevel]:
        """The levels as the preview names them."""
        return [
            ChainLevel(order=n, level=one.level, unit=one.unit, days=one.days, clause=one.clause)
            for n, one in enumerate(self.levels())
        ]

    def preview(self, days_off: Calendar, *, today: date) -> list[tuple[rules.Period, list[Any], list[str]]]:
        """Each period with each level's day, and what speaks against it."""
        facts, levels, rows = self.facts(), self.unsaved_levels(), []
        for period in rules.periods(facts["first"], rules.Rhythm(facts["rhythm"]), facts["times"]):
            try:
                links = rules.laid(period.last_day, [one.days for one in levels], days_off)
            except (CannotCount, OverflowError, ValueError) as beyond:
                raise CannotChain(str(_("Số ngày quá lớn. Xin xem lại."))) from beyond
            said = queries.said_against(links, levels, closes_on=period.closes_on, today=today)
            rows.append((period, list(zip(levels, links, strict=True)), said))
        return rows


def laying_choices(plan: plans.Plan, *, today: date) -> dict[str, Any]:
    """Who may send under a plan, by which duties; the levels that are usual are offered first."""
    kinds = queries.kinds_under(plan, today=today)
    below = [kind for kind in kinds if kind != "village"] or kinds
    guess = [f"unit:{plan.keeper_id}", *(f"level:{kind}" for kind in below)]
    return {"plan": plan, "bodies": queries.senders_of(plan), "guess": guess, "kinds": kinds}


def _row_fields(n: int) -> dict[str, forms.Field]:
    """One level: declared, so that programs read of it; what may be chosen is known when a plan is."""
    days = _days_field()
    days.initial = rules.USUAL_DAYS
    return {
        f"who_{n}": forms.ChoiceField(label=_("Bậc gửi"), required=False),
        f"days_{n}": days,
        f"clause_{n}": forms.ChoiceField(label=_("Việc được giao theo mục"), required=False),
    }


for _n in range(rules.MOST_LEVELS):
    LayingForm.base_fields |= _row_fields(_n)


class ChangingForm(forms.Form):
    """Other last days of the periods that are not over, other times for putting together, and why."""

    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=forms.Textarea({"rows": 2}))
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, levels: Sequence[ChainLevel], periods: Sequence[ChainPeriod], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.levels, self.periods = levels, periods
        own = {"reason", "seen"}
        for period in periods:
            label = _("Kỳ đến %(day)s: nhận cuối trước ngày") % {"day": f"{period.closes_on:%d/%m/%Y}"}
            own.add(self._fill(f"last_{period.order}", label, period.last_day))
        for level in levels:
            label = _("%(who)s: ngày làm việc để tổng hợp") % {"who": level.name}
            own.add(self._fill(f"days_{level.order}", label, level.days))
        self.fields = {name: field for name, field in self.fields.items() if name in own}
        self.order_fields([name for name in self.fields if name not in {"reason", "seen"}] + ["reason", "seen"])

    def _fill(self, name: str, label: str, initial: Any) -> str:
        field = self.fields[name]
        field.label, field.initial, field.required = label, initial, True
        return name

    def facts(self) -> dict[str, Any]:
        """What `change_chain` takes, besides the chain, who and when."""
        said = self.cleaned_data
        return {
            "last_days": {one.order: said[f"last_{one.order}"] for one in self.periods},
            "days": [cast(int, said[f"days_{one.order}"]) for one in self.levels],
            "reason": said["reason"],
            "seen": -1 if said["seen"] is None else said["seen"],
        }


for _n in range(rules.MOST_PERIODS):
    ChangingForm.base_fields[f"last_{_n}"] = DayField(label=_("Kỳ ấy: nhận cuối trước ngày"), required=False)
for _n in range(rules.MOST_LEVELS):
    ChangingForm.base_fields[f"days_{_n}"] = _days_field()
