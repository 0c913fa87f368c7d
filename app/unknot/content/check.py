"""Checks the shipped content: `python -m unknot.content.check [RESOURCES]`.

Prints each fault as `file: key: what` and exits 1 when there is one. The rules are those of the format
("A checker must refuse"), as far as they speak of what is shipped.
"""

from __future__ import annotations

import sys
from pathlib import Path

from unknot import paths
from unknot.content.checks.coverage import check_coverage
from unknot.content.checks.cues import check_cues
from unknot.content.checks.drills import check_drill
from unknot.content.checks.evidence import check_evidence
from unknot.content.checks.findings import Findings
from unknot.content.checks.movement import check_movement
from unknot.content.checks.plan import check_plan
from unknot.content.checks.practices import check_practice
from unknot.content.checks.regions import check_regions
from unknot.content.checks.screening import check_screening
from unknot.content.checks.selection import check_selection
from unknot.content.checks.shelf import load_shelf
from unknot.content.checks.timing import check_timing
from unknot.content.checks.words import check_never_words, check_words


def faults(resources: Path, language: str = "en") -> tuple[str, ...]:
    """Everything that is wrong with the content of a language, file by file."""
    findings = Findings()
    shelf = load_shelf(resources, language, findings)
    if shelf is None:
        return tuple(findings.lines)
    for item in shelf.items.values():
        check_timing(item, findings)
        check_words(item, findings)
        check_practice(item, shelf, findings)
    for item, drill in shelf.drills():
        check_drill(item, drill, shelf, findings)
    check_regions(shelf, findings)
    check_screening(shelf, findings)
    check_evidence(shelf, findings)
    check_cues(resources / "content" / language / "cues.toml", shelf, findings)
    check_movement(resources / "content" / language / "movement.toml", shelf, findings)
    check_selection(shelf, findings)
    check_coverage(shelf, findings)
    check_plan(shelf, findings)
    check_never_words(shelf, findings)
    return tuple(findings.lines)


def main(arguments: list[str]) -> int:
    """Check every language of a resources folder (the shipped one by default)."""
    resources = Path(arguments[0]) if arguments else paths.resources()
    languages = sorted(folder.name for folder in (resources / "content").glob("*") if folder.is_dir())
    lines = [line for language in languages for line in faults(resources, language)]
    for line in lines:
        sys.stdout.write(f"{line}\n")
    if not languages:
        sys.stdout.write(f"content: no language in {resources}\n")
    return 1 if lines or not languages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
