"""From which state of a report to which."""

STEPS: dict[str, frozenset[str]] = {"draft": frozenset({"final"}), "final": frozenset({"draft"})}


def may_step(state: str, to: str) -> bool:
    """Whether a report may go from one state to another."""
    return to in STEPS[state]
