"""Words that do not fit their column are refused; no database cuts them, and not every one refuses them."""

from django.db import models
from django.utils.translation import gettext as _

from dinhlang.base.refusal import Refusal


def refuse_too_long(model: type[models.Model], *, cannot: type[Refusal], **words: str) -> None:
    """Name the first of the words that is longer than its column."""
    for name, text in words.items():
        field = model._meta.get_field(name)
        most = getattr(field, "max_length", None)
        if most is not None and len(text) > most:
            told = {"name": field.verbose_name, "length": len(text), "most": most}  # type: ignore[union-attr]
            raise cannot(
                _("Phần “%(name)s” dài %(length)s ký tự; tối đa %(most)s. Hãy viết gọn lại.") % told, field=name
            )
