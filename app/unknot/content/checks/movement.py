"""Rules for movement.toml: styles that are known, and a short name for each that may stand as an example."""

from __future__ import annotations

from pathlib import Path

from unknot.content.checks.findings import Findings
from unknot.content.checks.shelf import Shelf
from unknot.content.movement import read_movement

FILE = "movement.toml"


def check_movement(path: Path, shelf: Shelf, findings: Findings) -> None:
    """The names of styles."""
    try:
        words = read_movement(path)
    except (OSError, ValueError) as error:
        findings.add(FILE, "file", str(error))
        return
    for key, names in (("style", words.style), ("short", words.short)):
        for name in sorted(set(names) - set(shelf.styles)):
            findings.add(FILE, f"{key}.{name}", "unknown style")
    shown = {fault.style for fault in shelf.selection.fault if fault.style} | {words.example}
    for name in sorted(shown - set(words.short)):
        findings.add(FILE, "short", f"expected a short name for {name!r}, which is shown as an example")
