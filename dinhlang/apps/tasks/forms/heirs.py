"""To whom the work of units goes that are no more."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.tasks.queries import Fate


class HeirsForm(forms.Form):
    """To whom the work of each homeless unit goes; those left empty stay homeless."""

    ABOVE = "above"
    reason = forms.CharField(
        label=_("Căn cứ, lý do"),
        error_messages={"required": _("Xin ghi căn cứ hoặc lý do chọn nơi nhận việc.")},
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ví dụ: số nghị quyết, đề án sắp xếp."),
    )

    def __init__(self, *args: Any, fates: Sequence[Fate], way: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fates = {f"unit-{fate.unit.pk}": fate for fate in fates}
        for name, fate in self.fates.items():
            first = {self.ABOVE: fate.above, "below": fate.default}.get(way)
            self.fields[name] = forms.ChoiceField(
                label=", ".join(filter(None, [fate.last.full_name, fate.of])),
                required=False,
                choices=[("", _("Chưa chọn")), *((str(one.pk), one.full_name) for one in fate.candidates)],
                initial=str(first.pk) if first else "",
            )

    @property
    def rows(self) -> list[tuple[Fate, forms.BoundField]]:
        """Each unit with its field."""
        return [(fate, self[name]) for name, fate in self.fates.items()]

    def facts(self) -> dict[str, Any]:
        """What `choose_heirs` takes, besides who and when."""
        named = {name: self.cleaned_data[name] for name in self.fates if self.cleaned_data.get(name)}
        chosen = [
            (self.fates[name], next(one for one in self.fates[name].candidates if str(one.pk) == pk))
            for name, pk in named.items()
        ]
        return {"chosen": chosen, "reason": self.cleaned_data["reason"]}
