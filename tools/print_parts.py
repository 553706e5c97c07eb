"""Prints what the house is made of, as a bill of materials (CycloneDX 1.5): each locked part, its licence, its hashes.

python tools/print_parts.py > sbom.json
"""

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_PART = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", re.M)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def parts(lock: str) -> list[dict[str, Any]]:
    """Each locked part as CycloneDX names it; hashes are those of the files that may be installed."""
    found = list(_PART.finditer(lock))
    ends = [*(part.start() for part in found[1:]), len(lock)]
    return [_part(part[1], part[2], lock[part.end() : end]) for part, end in zip(found, ends, strict=True)]


def _part(name: str, version: str, rest: str) -> dict[str, Any]:
    address = f"pkg:pypi/{name.lower()}@{version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "licenses": [{"license": {"name": _licence(name)}}],
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in _HASH.findall(rest)],
    }


def _licence(name: str) -> str:
    """In the words of the part itself; the first line where it tells the whole text."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return "not installed here"
    classified = [line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if line.startswith("License")]
    said = told.get("License-Expression") or ", ".join(classified) or told.get("License") or "not said"
    return said.strip().splitlines()[0]


def bill(project: dict[str, Any], lock: str) -> dict[str, Any]:
    """The whole bill; it names no moment, so that the same lock gives the same bill."""
    own = {"type": "application", "name": project["name"], "version": project["version"]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**own, "licenses": [{"expression": project["license"]}]}},
        "components": parts(lock),
    }


if __name__ == "__main__":
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    print(json.dumps(bill(ours, (ROOT / "requirements.lock").read_text()), indent=1, ensure_ascii=False))
