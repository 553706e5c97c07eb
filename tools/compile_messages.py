"""Turns every translation (.po) into the form Django reads (.mo): a build hook, and a command for `./run setup`."""

from pathlib import Path

import polib

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # the command needs no builder
    BuildHookInterface = object


def compile_below(root: Path) -> int:
    """Write the .mo beside each .po that is newer than it, and say how many were written."""
    written = 0
    for source in sorted(root.glob("dinhlang/**/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            written += 1
    return written


class CompileMessages(BuildHookInterface):
    """So that a wheel carries its translations without anyone keeping binary files in git."""

    def initialize(self, version, build_data):
        compile_below(Path(self.root))


if __name__ == "__main__":
    compile_below(Path.cwd())
