"""The scores of a drill over time, and what they say beside the chart."""

from datetime import timedelta

import pyqtgraph as pg
from PySide6.QtWidgets import QBoxLayout, QLabel

from helpers.histories import a_run, a_scored_drill
from unknot.domain.body import Side
from unknot.ui.progress.chart_card import EMPTY

HOLD = "single-leg-bridge-hold-test"


def hold(bundle, days, left, right):
    scores = ((Side.LEFT, {"hold_s": left}), (Side.RIGHT, {"hold_s": right}))
    bundle.history.sessions.add(a_scored_drill(bundle.now() - timedelta(days=days), HOLD, *scores))


def test_without_a_scored_drill_the_chart_says_so_and_nothing_is_beside_it(page, bundle):
    bundle.journal.add_run(a_run(bundle.now() - timedelta(days=1)))
    assert page.scores.stack.currentIndex() == EMPTY
    assert "No drill was scored yet" in page.scores.empty.text()
    assert not page.scores.choosers.isVisible()
    assert not page.said.isVisible()


def test_both_legs_are_two_lines_with_the_levels_of_the_bands(page, bundle):
    for days, left, right in ((21, 20, 30), (14, 22, 31), (7, 19, 30)):
        hold(bundle, days, left, right)
    page._redraw()
    assert page.scores.drills.currentText() == "One-leg bridge hold"
    assert page.scores.legend.accessibleName() == "Left; Right"
    assert [value.cells[1:] for value in page.scores.values][:2] == [("Left", "20 s"), ("Right", "30 s")]
    texts = [item.toPlainText() for item in page.scores.canvas._drawn if isinstance(item, pg.TextItem)]
    assert {"from 15 s: build up", "from 30 s: ready"} <= set(texts)
    lines = [item for item in page.scores.canvas._drawn if isinstance(item, pg.PlotCurveItem)]
    assert len(lines) == 2
    said = " ".join(line.text() for line in page.said.lines)
    assert "Hold: your right side held 10 s longer, as the mean of 3 tries." in said
    assert "working rules, not norms" in said


def test_one_try_or_two_say_that_a_line_needs_three(page, bundle):
    hold(bundle, 9, 20, 30)
    page._redraw()
    assert page.scores.reading.text().startswith("One try so far. A line needs three.")
    hold(bundle, 2, 20, 30)
    page._redraw()
    assert page.scores.reading.text().startswith("Two tries so far. A line needs three.")
    assert not [item for item in page.scores.canvas._drawn if isinstance(item, pg.PlotCurveItem)]


def test_another_drill_and_another_score_can_be_chosen(page, bundle):
    hold(bundle, 3, 20, 30)
    given = {"reps": 30, "rpe_0_10": 5, "glute_felt_0_10": 6, "quality_0_3": 2}
    bridge = a_scored_drill(bundle.now() - timedelta(days=1), "glute-bridge", (None, given))
    bundle.history.sessions.add(bridge)
    page._redraw()
    assert page.scores.drills.currentText() == "Glute bridge"
    assert [page.scores.scores.itemText(row) for row in range(page.scores.scores.count())] == [
        "Repetitions", "Effort", "Glute felt", "Quality",
    ]  # fmt: skip
    page.scores.scores.set_value("quality_0_3")
    page.scores.scores.picked.emit("quality_0_3")
    assert [value.cells[2] for value in page.scores.values] == ["2 of 3"]
    page.scores.drills.set_value(HOLD)
    page.scores.drills.picked.emit(HOLD)
    assert page.scores.scores.currentText() == "Hold"
    hold(bundle, 2, 21, 29)
    page._redraw()
    assert page.scores.drills.currentText() == "One-leg bridge hold"


def test_a_choice_has_its_words_at_the_axis_and_no_line(page, bundle):
    for days, choice in ((9, 0), (6, 3), (2, 1)):
        scores = ((Side.LEFT, {"first_to_fire": choice}), (Side.RIGHT, {"first_to_fire": 1}))
        made = a_scored_drill(bundle.now() - timedelta(days=days), "prone-hip-extension-check", *scores)
        bundle.history.sessions.add(made)
    page._redraw()
    page.scores.scores.set_value("first_to_fire")
    page.scores.scores.picked.emit("first_to_fire")
    assert page.scores.values[0].cells[2] == "Glute"
    assert not [item for item in page.scores.canvas._drawn if isinstance(item, pg.PlotCurveItem)]


def test_hundreds_of_tries_are_a_line_without_marks(page, bundle):
    for days in range(150, 0, -1):
        hold(bundle, days, 20 + days % 3, 30)
    page.range.set_value("all")
    page._redraw()
    assert [value for value in page.scores.values if value.mark is not None] == []
    assert "the middle of each week or month" in page.scores.reading.text()
    assert len(page.scores.values) == 300


def test_the_lists_have_labels_and_the_words_follow_the_scores_on_a_narrow_page(page, bundle):
    hold(bundle, 3, 20, 30)
    page._redraw()
    labels = {label.buddy(): label.text() for label in page.scores.findChildren(QLabel) if label.buddy()}
    assert labels == {page.scores.drills: "Drill", page.scores.scores: "Score"}
    page.resize(900, 900)
    assert page._rows[-1].direction() is QBoxLayout.Direction.TopToBottom
    page.resize(1300, 900)
    assert page._rows[-1].direction() is QBoxLayout.Direction.LeftToRight
