"""The end of a session: however much there is to say, nothing of it is cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from unknot.ui.player.session_summary import Outcome, SessionSummary

LONG = (
    "Your left side held 4 s longer, as the mean of 5 tries. "
    "From day to day this scatters by 6 s: that may be nothing."
)


@pytest.fixture
def end(theme, qtbot):
    kept = []

    def make(outcomes: int, after: int, size: tuple[int, int]) -> SessionSummary:
        window = QWidget()
        qtbot.addWidget(window)
        kept.append(window)
        rows = tuple(Outcome(f"Score {n}", None, None, "Left 35 s, right 26 s") for n in range(outcomes))
        view = SessionSummary("Done", ("3 minutes of practice.",), rows, theme, window, after=(LONG,) * after)
        window.resize(*size)
        view.resize(window.size())
        window.show()
        view.layout().activate()
        return view

    return make


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (1920, 1080), (1024, 1366)])
@pytest.mark.parametrize(("outcomes", "after"), [(1, 1), (2, 6), (4, 4), (5, 8)])
def test_every_line_has_the_room_it_needs(end, size, outcomes, after):
    view = end(outcomes, after, size)
    for label in view.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
        bottom = label.mapTo(view, label.rect().bottomLeft()).y()
        assert 0 <= bottom < view.height()


def test_much_of_it_stands_beside_the_outcomes_and_little_below(end):
    def left(view: SessionSummary, text: str) -> int:
        label = next(label for label in view.findChildren(QLabel) if label.text() == text)
        return label.mapTo(view, label.rect().topLeft()).x()

    beside, below = end(2, 4, (1440, 900)), end(2, 2, (1440, 900))
    assert left(beside, LONG) > left(beside, "Done") + 400
    assert left(below, LONG) == left(below, "Done")
