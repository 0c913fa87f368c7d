"""Runs every tests/bench/bench_*.py and prints their table; `--json FILE` keeps it.

A bench module has `measure() -> list[dict]` with, for each number, `name`, `value`, `unit`, `reference`
(what it is measured against, in words with its own number), `goal` and `holds` (bool). A number says how
fast this computer is; a ratio taken side by side says how good the program is.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEYS = ("name", "value", "unit", "reference", "goal", "holds")


def measured_by(path: Path) -> list[dict[str, object]]:
    """The numbers of one bench module."""
    rows = importlib.import_module(path.stem).measure()
    for row in rows:
        if set(row) != set(KEYS):
            raise ValueError(f"{path.name}: expected the keys {', '.join(KEYS)}, found {', '.join(row)}")
    return rows


def table(rows: list[dict[str, object]]) -> str:
    """The numbers in columns."""
    lines = [("what", "value", "goal", "holds", "against")]
    lines += [
        (
            str(row["name"]),
            f"{row['value']:.3g} {row['unit']}".strip(),
            f"{row['goal']:.3g} {row['unit']}".strip(),
            "yes" if row["holds"] else "NO",
            str(row["reference"]),
        )
        for row in rows
    ]
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[4]])
        for line in lines
    )


def main() -> int:
    """Measure all, or those whose module name has one of the words; 1 where a bench broke down."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("words", nargs="*", help="only modules with one of these words in their name")
    parser.add_argument("--json", metavar="FILE", type=Path)
    told = parser.parse_args()
    sys.path.insert(0, str(HERE.parent))  # for helpers
    sys.path.insert(0, str(HERE))
    rows: list[dict[str, object]] = []
    broken = []
    for path in sorted(HERE.glob("bench_*.py")):
        if told.words and not any(word in path.stem for word in told.words):
            continue
        print(f"{path.stem} ...", file=sys.stderr, flush=True)
        try:
            rows += measured_by(path)
        except Exception:  # noqa: BLE001  # one broken bench must not hide the others
            traceback.print_exc()
            broken.append(path.stem)
    print(table(rows))
    if told.json:
        told.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    held = sum(bool(row["holds"]) for row in rows)
    print(f"{held} of {len(rows)} goals hold." + (f" Broke down: {', '.join(broken)}." if broken else ""))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
