"""What other rooms may use of plans."""

from dinhlang.apps.plans.models import Clause, Plan

__all__ = ["Clause", "Plan"]
