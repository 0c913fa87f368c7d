"""What the last page of a session says that did not press: nothing of a release, nothing of tomorrow."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from PySide6.QtWidgets import QLabel, QWidget

from unknot.domain.body import Side
from unknot.domain.practice import Session, SessionEnd, SessionKind
from unknot.domain.timeline import Timeline
from unknot.services.session_log import Summary
from unknot.ui.player.in_set import InSet, has_ceiling
from unknot.ui.player.routine_summary import routine_summary

KNOT = uuid4()


def words_after(
    theme, qtbot, *, ceiling: int | None, knots=(KNOT,), end=SessionEnd.DONE, presses=has_ceiling
) -> str:
    session = Session(
        uuid4(),
        SessionKind.RELEASE,
        "some",
        "Some routine",
        datetime(2026, 11, 24, 18, 0, tzinfo=UTC),
        None,
        end,
        sides=(Side.RIGHT,),
        places=(),
        knot_ids=knots,
        total_s=240.0,
        done_s=240.0,
        position_s=240.0,
        ceiling=ceiling,
    )
    summary = Summary(session, {KNOT: 3}, {}, 240.0, end)
    parent = QWidget()
    qtbot.addWidget(parent)
    page = routine_summary(
        summary, Timeline((), ()), InSet(names={KNOT: "Outer calf"}, presses=presses), theme, parent
    )
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_a_re_check_tells_what_was_measured_and_asks_nothing_tomorrow(theme, qtbot):
    words = words_after(theme, qtbot, ceiling=None)
    assert "Measured only" in words
    assert "3 of 10." in words
    assert "release" not in words
    assert "after" not in words
    assert "Tomorrow" not in words


def test_a_stretch_alone_is_no_release(theme, qtbot):
    assert "4 minutes, without pressing." in words_after(theme, qtbot, ceiling=None, knots=())
    early = words_after(theme, qtbot, ceiling=None, knots=(), end=SessionEnd.PARTIAL)
    assert "4 minutes done and kept." in early


def test_tomorrow_is_named_only_where_a_knot_was_pressed(theme, qtbot):
    assert "Tomorrow one tap asks" in words_after(theme, qtbot, ceiling=5)
    assert "Tomorrow" not in words_after(theme, qtbot, ceiling=5, knots=())
    ended_before_pressing = words_after(theme, qtbot, ceiling=5, presses=lambda _session: False)
    assert "Tomorrow" not in ended_before_pressing
