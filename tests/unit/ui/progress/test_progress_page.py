from datetime import timedelta
from itertools import pairwise
from uuid import uuid4

import pyqtgraph as pg
from PySide6.QtCore import QPoint, Qt

from helpers.histories import CALF, a_run, a_session
from unknot.domain.knots import CheckOccasion, KnotCheck, Size
from unknot.domain.practice import SessionEnd
from unknot.ui.progress.chart_card import EMPTY, PICTURE, TABLE
from unknot.ui.progress.marks import ChartMark
from unknot.ui.progress.tenderness_chart import _LOOKS


def log_runs(bundle, count):
    for days in range(count, 0, -1):
        bundle.journal.add_run(a_run(bundle.now() - timedelta(days=days)))


def test_without_history_there_is_one_honest_sentence_and_the_way_to_begin(page, qtbot):
    assert page.empty.isVisible()
    assert not page.pain.isVisible()
    with qtbot.waitSignal(page.page_wanted) as asked:
        qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert asked.args == ["body_map"]


def test_a_run_appears_as_soon_as_it_is_logged(page, bundle):
    log_runs(bundle, 1)
    assert page.pain.isVisible()
    assert [value.y for value in page.pain.values] == [6]
    assert "One run so far" in page.pain.reading.text()


def test_two_runs_say_that_a_line_needs_seven(page, bundle):
    log_runs(bundle, 2)
    assert "Two runs so far. A line needs seven." in page.pain.reading.text()


def test_seven_runs_get_the_line_of_the_middle_value(page, bundle):
    log_runs(bundle, 7)
    assert "middle value of five runs" in page.pain.legend.accessibleName()


def test_a_chart_without_values_says_so_in_its_place(page, bundle):
    log_runs(bundle, 1)
    assert page.practice.stack.currentIndex() == EMPTY
    assert page.tenderness.stack.currentIndex() == EMPTY


def test_the_arrow_keys_read_every_value_as_text(page, bundle, qtbot):
    log_runs(bundle, 3)
    page.pain.setFocus()
    read = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(page.pain, key)
        read.append(page.pain.reading.text())
    assert "worst pain 6" in read[0]
    assert "next morning 3" in read[0]
    assert read[1] == read[3]
    assert len(set(read)) == 3


def test_the_table_holds_the_same_values_newest_first(page, bundle, qtbot):
    log_runs(bundle, 2)
    qtbot.mouseClick(page.pain.table_button, Qt.MouseButton.LeftButton)
    assert page.pain.stack.currentIndex() == TABLE
    table = page.pain.table
    assert table.rowCount() == 2
    assert table.item(0, 1).text() == "6"
    assert table.item(0, 0).text() == page.pain.values[-1].cells[0]
    qtbot.mouseClick(page.pain.table_button, Qt.MouseButton.LeftButton)
    assert page.pain.stack.currentIndex() == PICTURE


def test_hovering_a_value_reads_it(page, bundle, qtbot):
    log_runs(bundle, 3)
    value = page.pain.values[1]
    at = page.pain.canvas.pixels(value.x, value.y)
    viewport = page.pain.canvas._plot.viewport()
    qtbot.mouseMove(viewport, QPoint(round(at.x()), round(at.y())))
    page.pain.canvas.hovered.emit(value.x, value.y)
    assert page.pain.reading.text() == value.words
    assert value.mark.chosen


def test_tenderness_is_drawn_for_each_knot_with_its_leg(page, bundle):
    knot = bundle.journal.add_knot(CALF, "gastrocnemius_lateral_belly_upper", 7, Size.MARBLE)
    bundle.now.advance(days=2)
    bundle.journal.rate_knot(knot.id, 5)
    assert [value.y for value in page.tenderness.values] == [7, 5]
    assert "right" in page.tenderness.legend.accessibleName()


def test_four_knots_are_told_apart_by_mark_dash_colour_and_a_number_at_the_end(page, bundle):
    for place in ("one", "two", "three", "four"):
        knot = bundle.journal.add_knot(CALF, place, 6, Size.MARBLE)
    bundle.now.advance(days=2)
    bundle.journal.rate_knot(knot.id, 5)
    assert len({look.shape for look in _LOOKS}) == len({look.ink for look in _LOOKS}) == 4
    assert len({look.dash for look in _LOOKS}) == 4
    legend = page.tenderness.legend.accessibleName().split("; ")
    assert [entry.split()[0] for entry in legend] == ["1", "2", "3", "4"]
    texts = [one for one in page.tenderness.canvas._plot.scene().items() if isinstance(one, pg.TextItem)]
    labels = [text for text in texts if text.toPlainText().strip().isdigit()]
    assert sorted(label.toPlainText().strip() for label in labels) == ["1", "2", "3", "4"]
    heights = sorted(label.pos().y() for label in labels)
    assert all(after - before > 1 for before, after in pairwise(heights))  # none on another


def test_what_a_session_changed_within_a_day_makes_no_zigzag_but_is_in_the_table(page, bundle):
    knot = bundle.journal.add_knot(CALF, "gastrocnemius_lateral_belly_upper", 7, Size.MARBLE)
    for days in range(2):
        bundle.now.advance(days=1)
        for score, occasion in ((6 - days, CheckOccasion.BEFORE), (2, CheckOccasion.AFTER)):
            bundle.now.advance(minutes=5)
            bundle.history.knots.add_check(
                KnotCheck(uuid4(), knot.id, bundle.now(), score, Size.MARBLE, occasion)
            )
    page._redraw()
    assert [value.y for value in page.tenderness.values] == [7, 6, 2, 5, 2]
    assert [value.y for value in page.tenderness.values if value.mark is not None] == [7, 6, 5]
    assert page.tenderness.table.rowCount() == 5


def test_what_was_drawn_before_does_not_stay_in_the_picture(page, bundle):
    log_runs(bundle, 3)
    scene = page.pain.canvas._plot.scene()
    marks = [item for item in scene.items() if isinstance(item, ChartMark)]
    for weeks in ("4", "all", "12"):
        page.range.segment(weeks).click()
    assert len([item for item in scene.items() if isinstance(item, ChartMark)]) == len(marks)


def test_practice_counts_what_was_done(page, bundle):
    session = a_session(bundle.now(), end=SessionEnd.PARTIAL, done_s=420.0, ended_at=bundle.now())
    bundle.history.sessions.add(session)
    log_runs(bundle, 1)
    assert [round(value.y) for value in page.practice.values] == [7]


def test_hundreds_of_runs_are_shown_in_bins(page, bundle):
    with bundle.history.transaction():
        for days in range(1, 150):
            bundle.history.runs.add(a_run(bundle.now() - timedelta(days=days)))
    page.range.segment("all").click()
    assert len(page.pain.values) < 30
    assert "runs, middle value 6" in page.pain.values[3].words


def test_many_days_of_practice_are_bars_of_weeks(page, bundle):
    with bundle.history.transaction():
        for days in range(1, 150):
            at = bundle.now() - timedelta(days=days)
            bundle.history.sessions.add(a_session(at, end=SessionEnd.DONE, done_s=600.0, ended_at=at))
    page.range.segment("all").click()
    assert len(page.practice.values) < 25
    assert page.practice.unit.text() == "per week"
    assert page.practice.values[3].words.startswith("From Mon")
    assert page.practice.values[3].y == 70
    page.range.segment("4").click()
    assert page.practice.unit.text() == "per day"


def test_the_range_hides_what_is_older(page, bundle, qtbot):
    bundle.journal.add_run(a_run(bundle.now() - timedelta(days=60)))
    bundle.journal.add_run(a_run(bundle.now() - timedelta(days=1)))
    assert len(page.pain.values) == 2
    qtbot.mouseClick(page.range.segment("4"), Qt.MouseButton.LeftButton)
    assert len(page.pain.values) == 1
