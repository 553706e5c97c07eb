"""From which state of an outgoing document to which."""

STEPS: dict[str, frozenset[str]] = {
    "draft": frozenset({"waiting", "withdrawn"}),
    "waiting": frozenset({"draft", "issued", "withdrawn"}),
    "issued": frozenset({"withdrawn"}),
    "withdrawn": frozenset(),
}
"""Written, laid before the signer, issued under a number; taken back at any point, and then for good."""


def may_step(state: str, to: str) -> bool:
    """Whether a document may go from one state to another."""
    return to in STEPS[state]
