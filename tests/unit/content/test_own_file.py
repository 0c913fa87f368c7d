"""A routine as a file: what is written reads as it was, and what a newer writer said stays."""

from __future__ import annotations

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from unknot import paths
from unknot.content.errors import ContentError
from unknot.content.own_file import checker, read_own, table_of, text_of
from unknot.domain.own_routine import doubled, draft_of

FILES = sorted((paths.resources() / "content/en/routines").glob("*.toml"))
BALL = paths.resources() / "content/en/routines/calf-outer-ball.toml"
# what a text of TOML has to be careful with; drawing from all of Unicode takes seconds to begin
LETTERS = st.sampled_from("ab Z09_-.,:=#'\"\\/[]{}\n\r\t\b\f\0\x1f\x7f\x85\u2028äß€中😀")
NAMES = st.text(LETTERS, max_size=4)
PLAIN = st.one_of(
    st.text(LETTERS, max_size=12),
    st.booleans(),
    st.integers(-(2**40), 2**40),
    st.floats(allow_nan=False, allow_infinity=False),
)
VALUES = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(LETTERS, max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_shipped_file_reads_the_same_when_written_again(path):
    table, routine = read_own(path.read_bytes(), path.name)
    again, same = read_own(text_of(table_of(routine, table)).encode(), path.name)
    assert same == routine
    assert again == table


@given(st.dictionaries(st.text(LETTERS, max_size=6), VALUES, max_size=5))
def test_any_table_survives_writing(table):
    assert tomli.loads(text_of(table)) == table


def test_what_a_newer_writer_said_is_kept_also_at_a_copied_step():
    table, routine = read_own(BALL.read_bytes(), BALL.name)
    table["colour"] = "red"
    table["steps"][3]["haptics"] = [{"at": 1, "how": "short"}]
    draft, rows = doubled(draft_of(routine, routine, 1200), (3,))
    written = tomli.loads(text_of(table_of(draft.routine, table)))
    assert written["colour"] == "red"
    assert written["steps"][rows[0]]["haptics"] == [{"at": 1, "how": "short"}]


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"\xff\xfe", ""),
        (b"x = [[[[", ""),
        (b"x = " + b"[" * 5000, ""),
        (b"", "format"),
        (b"format = 2\n", "format"),
        (b'format = 1\ntype = "drill"\n', "type"),
        (b'format = 1\ntype = "routine"\n', ""),
    ],
)
def test_a_file_that_is_no_routine_is_refused_with_its_place(raw, key):
    with pytest.raises(ContentError) as refused:
        read_own(raw, "gift.toml")
    assert refused.value.key == key
    assert refused.value.file == "gift.toml"


def test_a_file_may_have_any_name():
    assert read_own(BALL.read_bytes(), "My calf (2).toml")[1].id == "calf-outer-ball"


def test_the_rules_of_shipped_routines_hold_for_own_ones():
    table, routine = read_own(BALL.read_bytes().replace(b"seconds = 45", b"seconds = 60"), "x.toml")
    assert "x.toml: steps.pin_1.seconds: expected at most 45 for a press, got 60" in checker(
        paths.resources()
    )("x.toml", table, routine)
