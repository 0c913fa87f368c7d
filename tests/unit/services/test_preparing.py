"""Between two items of a set: what to take, what to put away, and what is told of it."""

from __future__ import annotations

import pytest

from unknot import paths
from unknot.content.library import Library, load_library
from unknot.domain.steps import StepKind
from unknot.domain.unfold import unfold_drill, unfold_routine
from unknot.services.preparing import introduced, prepare_seconds


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(paths.resources())


def told(library: Library, before: str, after: str) -> tuple[str, str, str]:
    """Cue, words and text of the time to get ready."""
    contents = {**library.routines, **library.drills}
    content = contents[after]
    unfold = unfold_drill if after in library.drills else unfold_routine
    timeline = introduced(unfold(content, prepare_s=15), content, contents[before], library.vocabulary.tools)
    step = timeline.segments[0].step
    assert step.kind is StepKind.PREPARE
    return step.cue, step.say, step.text


@pytest.mark.parametrize(
    ("before", "after", "act"),
    [
        ("calf-outer-ball", "calf-sweep-roller", "Take the roller"),
        ("calf-outer-ball", "ham-chair-ball", ""),  # the same ball
        ("calf-outer-ball", "after-release-stretch", "Put the ball away"),  # a wall is no thing to take
        ("calf-outer-ball", "ham-itb-seam", ""),  # which hands or that ball can do
        ("ham-itb-seam", "calf-outer-ball", "Take the ball"),  # it may have been done by hand
        ("calf-sweep-roller", "glute-bridge", "Put the roller away"),
        ("glute-bridge", "calf-outer-ball", "Take the ball"),
        ("glute-bridge", "wall-push-off", ""),
    ],
)
def test_what_is_held_is_taken_up_or_put_away(library: Library, before: str, after: str, act: str) -> None:
    cue, say, text = told(library, before, after)
    named = f"Next: {({**library.routines, **library.drills})[after].title}"
    assert cue == (act or named)
    assert say == (f"{named}. {act}." if act else f"{named}.")
    assert text.startswith(f"{named}. About " if act else "About ")


def test_with_another_tool_to_take_the_one_before_is_put_away_in_the_text(library: Library) -> None:
    assert "Put the ball away. " in told(library, "calf-outer-ball", "calf-sweep-roller")[2]


def test_a_change_has_time_for_it_whatever_was_chosen() -> None:
    assert [prepare_seconds(wanted, changes=True) for wanted in (0, 10, 20, 99)] == [15, 15, 20, 30]
    assert [prepare_seconds(wanted, changes=False) for wanted in (0, 10, 99)] == [0, 10, 30]
