"""On which rule of law a time stands."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from dinhlang.apps.deadlines import actions
from dinhlang.look.fields import DayField
from dinhlang.pure.law import Rule


class LawForm(forms.Form):
    """The rule, and from which day it counts. The rules that the words seem to be about come first."""

    law = forms.ChoiceField(label=_("Quy định"), required=False)
    begin = DayField(
        label=_("Luật tính từ ngày"),
        required=False,
        help_text=_("Ngày có văn bản, ngày họp, ngày niêm yết… như quy định nêu. Chưa biết thì để trống."),
    )

    def __init__(self, *args: Any, laws: Sequence[Rule], first: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ordered = sorted(laws, key=lambda rule: rule.name not in first)
        choices = [("", str(_("không theo quy định nào")))]
        choices += [
            (rule.name, f"{actions.law_words(rule.says)} ({actions.law_article(rule.article)})") for rule in ordered
        ]
        cast(forms.ChoiceField, self.fields["law"]).choices = choices
