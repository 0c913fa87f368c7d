"""What the content shows is written for a runner: no abbreviation of the trade, no note to a programmer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from unknot import paths
from unknot.content.reading import read_table

CONTENT = paths.resources() / "content/en"
FILES = sorted([*CONTENT.glob("routines/*.toml"), *CONTENT.glob("drills/*.toml")])
SHOWN = ("cue", "text", "say", "title", "summary", "progression", "regression", "label", "help")
RAW = re.compile(r"\bRPE\b|\bthe map turns\b|\bhidden when\b|\d\+(?!\d)", re.IGNORECASE)
HINT = "Tick all that apply."  # the page of a question says this itself


def shown(value: object) -> Iterator[str]:
    """Every text below this that a page shows."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name in SHOWN and isinstance(part, str):
                yield part
            else:
                yield from shown(part)
    elif isinstance(value, list):
        for part in value:
            yield from shown(part)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_routine_or_a_drill_is_in_plain_words(path: Path) -> None:
    assert [text for text in shown(read_table(path)) if RAW.search(text)] == []


def test_a_note_on_a_fault_of_the_stride_names_no_code_and_no_paper() -> None:
    faults = read_table(CONTENT / "selection.toml")["fault"]
    assert isinstance(faults, list)
    assert [row["note"] for row in faults if re.search(r"\w:\w|\bE\d\d|\bstyle\b", row["note"])] == []


def test_a_question_is_in_plain_words_and_says_nothing_twice() -> None:
    questions = json.loads((CONTENT / "screening.json").read_text(encoding="utf-8"))
    assert [text for text in shown(questions) if RAW.search(text) or HINT in text] == []
