"""Three plans about democracy at the grassroots, public documents of a town, a district and a commune."""

from pathlib import Path

HERE = Path(__file__).parent


def plan(name: str) -> str:
    """Return the text of a plan: "plan-b-phuoc-long", "plan-c-vinh-cuu", "plan-e-tan-trung"."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8")
