"""A form field made ready for its template: which shape it takes, what it is described by."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _


def shape_of(bound: BoundField) -> str:
    """The markup a widget needs: tick, choices, file, or line."""
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    return "file" if isinstance(widget, forms.FileInput) else "line"


def described_by(bound: BoundField, help_text: Any) -> str:
    """The ids of the help and the error of a field, those that exist."""
    parts = [f"{bound.auto_id}_help"] if help_text else []
    return " ".join([*parts, f"{bound.auto_id}_error"] if bound.errors else parts)


def attributes(bound: BoundField, help_text: Any) -> dict[str, Any]:
    """What look adds to a widget's own attributes."""
    widget = bound.field.widget
    attrs: dict[str, Any] = {}
    if described := described_by(bound, help_text):
        attrs["aria-describedby"] = described
    if bound.errors:
        attrs["aria-invalid"] = "true"
    if isinstance(widget, forms.DateInput):
        hint = widget.attrs.get("placeholder", _("ngày/tháng/năm"))
        attrs |= {"data-day": True, "autocomplete": "off", "placeholder": hint}
    if isinstance(widget, forms.Textarea):
        attrs |= {"rows": widget.attrs.get("rows") if widget.attrs.get("rows") != "10" else 5}
    if isinstance(widget, forms.FileInput):
        attrs["data-preview"] = True
    if (most := widget.attrs.get("maxlength")) and not isinstance(widget, forms.PasswordInput):
        attrs |= {"maxlength": False, "data-count": most}  # a browser cuts pasted text silently; the form says so
    return attrs


def ready(bound: BoundField, options: dict[str, Any]) -> dict[str, Any]:
    """The context of `look/field.html`."""
    help_text = options.get("help") or bound.help_text
    shape = shape_of(bound)
    return {
        "field": bound,
        "shape": shape,
        "label": options.get("label") or bound.label,
        "help": help_text,
        "described_by": described_by(bound, help_text),
        "widget": "" if shape == "choices" else bound.as_widget(attrs=attributes(bound, help_text)),
        "hide_label": bool(options.get("hide_label")),
        "filter": bool(options.get("filter")),
        "size": options.get("size") or ("short" if isinstance(bound.field.widget, forms.DateInput) else ""),
    }
