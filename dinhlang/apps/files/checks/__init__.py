"""Looking into a file: what is it really, and is it safe to keep? Answers a kind or raises `Unfit` with a reason."""

from dinhlang.apps.files.checks.content import kind_of
from dinhlang.apps.files.checks.pictures import bare, thumbnail_of
from dinhlang.apps.files.checks.unfit import Reason, Unfit
from dinhlang.apps.files.checks.viruses import look_for_viruses

__all__ = ["Reason", "Unfit", "bare", "kind_of", "look_for_viruses", "thumbnail_of"]
