"""Prints docs/operations/settings.md from the settings themselves.

python -m tools.print_settings > docs/operations/settings.md
"""

from dinhlang.config.environment import SETTINGS


def page() -> str:
    """The manual's page on settings."""
    rows = [f"| `{s.name}` | {f'`{s.default}`' if s.default else '–'} | {s.meaning} |" for s in SETTINGS]
    head = "# Settings\n\nRead from the environment. This page is printed from the code; a test compares.\n\n"
    return head + "| name | default | meaning |\n| --- | --- | --- |\n" + "\n".join(rows)


if __name__ == "__main__":
    print(page())
