"""The attribution that the anatomy pictures ask for, as SOURCES.md words it."""

from __future__ import annotations

from pathlib import Path

_HEADING = "## Text to show in the app"


def anatomy_credit(resources: Path) -> str:
    """The quoted lines under that heading, as one paragraph. Raises ValueError if it is missing."""
    text = (resources / "anatomy" / "SOURCES.md").read_text(encoding="utf-8")
    _, found, rest = text.partition(_HEADING)
    if not found:
        raise ValueError(f"anatomy/SOURCES.md: expected a part '{_HEADING}'")
    lines = [line[2:] for line in rest.split("\n## ")[0].splitlines() if line.startswith("> ")]
    return " ".join(lines)
