"""What people fill in here."""

from dinhlang.apps.tasks.forms.heirs import HeirsForm
from dinhlang.apps.tasks.forms.tasks import (
    ClauseForm,
    DoersForm,
    DueForm,
    ExtensionAnswerForm,
    ExtensionForm,
    FilterForm,
    MembersForm,
    ProgressForm,
    ReasonForm,
    RowForm,
    Together,
)
from dinhlang.apps.tasks.forms.together import (
    AnswerForm,
    CommentForm,
    MoneyForm,
    ObstacleForm,
    ReassignForm,
    ShareForm,
    ShareWordForm,
)

__all__ = [
    "AnswerForm",
    "ClauseForm",
    "CommentForm",
    "DoersForm",
    "DueForm",
    "ExtensionAnswerForm",
    "ExtensionForm",
    "FilterForm",
    "HeirsForm",
    "MembersForm",
    "MoneyForm",
    "ObstacleForm",
    "ProgressForm",
    "ReasonForm",
    "ReassignForm",
    "RowForm",
    "ShareForm",
    "ShareWordForm",
    "Together",
]
