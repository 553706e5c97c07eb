"""Serving programs, and people whose own program asks: JSON instead of pages."""

from dinhlang.apps.people.serving.doors import Call, hands_out, lists, reads, routes, writes
from dinhlang.apps.people.serving.programs import for_programs, who_am_i

__all__ = ["Call", "for_programs", "hands_out", "lists", "reads", "routes", "who_am_i", "writes"]
