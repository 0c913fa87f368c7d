from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from uuid import uuid4

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from helpers.histories import a_run
from helpers.wall_clock import WallClock
from unknot import paths
from unknot.content.cues import CueLibrary, load_cues
from unknot.domain.errors import KnownError
from unknot.services.journal import Journal
from unknot.services.settings import Settings
from unknot.storage.history import open_history
from unknot.ui.dialogs.leave import LeaveDialog
from unknot.ui.runs.runs_page import RunsPage
from unknot.ui.widgets.focus_sight import FocusSight


@dataclass
class Bundle:
    """The part of the services that the run log uses."""

    journal: Journal
    now: WallClock
    settings: Settings
    cues: CueLibrary


@pytest.fixture
def bundle(tmp_path, qapp):
    history = open_history(tmp_path / "data", paths.migrations())
    clock = WallClock()
    yield Bundle(Journal(history, clock), clock, Settings(history), load_cues(paths.resources()))
    history.close()


@pytest.fixture
def page(bundle, theme, qtbot):
    page = RunsPage(bundle, theme)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_log_offers_to_log_a_run_and_nothing_else(page):
    assert page.empty.isVisible()
    assert page.empty.button.text() == "Log a run"
    assert not page.list.isVisible()


def test_the_time_of_the_start_can_be_read(page, qtbot, theme):
    press(qtbot, page.empty.button)
    words = page.form.started.lineEdit()
    room = words.width() - 2 * theme.px(12)
    assert room >= words.fontMetrics().horizontalAdvance(words.text()) > 100
    minutes = page.form.minutes
    assert page.form.started.height() == minutes.height()
    assert words.textMargins().left() == theme.px(12)


def test_a_run_logged_by_hand_is_in_the_history_and_in_the_list(page, bundle, qtbot):
    press(qtbot, page.empty.button)
    qtbot.keyClicks(page.form.minutes, "42:30")
    qtbot.keyClicks(page.form.distance, "7,25")
    press(qtbot, page.form.pain.segment("yes"))
    qtbot.keyClicks(page.form.onset, "31")
    press(qtbot, page.form.worst.picker.buttons[4])
    press(qtbot, page.form.calf.picker.buttons[1])
    page.form.note.setPlainText("a hill")
    press(qtbot, page.save_button)
    (run,) = bundle.journal.runs()
    assert (run.minutes, run.distance_km, run.onset_min, run.worst_pain) == (42.5, 7.25, 31, 4)
    assert (run.next_morning, run.calf, run.heel_cord, run.note) == (None, 1, None, "a hill")
    assert run.started_at == bundle.now() - timedelta(hours=1)
    assert "worst pain 4 of 10" in page.list.rows[0].accessibleName()


def test_the_whole_form_works_from_the_keyboard(page, bundle, qtbot):
    page.log_run()
    qtbot.keyClicks(page.form.minutes, "20")
    page.form.pain.segment("no").setFocus()
    qtbot.keyClick(page.form.pain.segment("no"), Qt.Key.Key_Space)
    qtbot.keyClick(page.form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert bundle.journal.runs()[0].pain_free


def test_a_run_without_minutes_is_not_saved_and_the_field_says_why(page, bundle, qtbot):
    page.log_run()
    press(qtbot, page.save_button)
    assert bundle.journal.runs() == ()
    assert "how long" in page.form.minutes.accessibleDescription()
    qtbot.keyClicks(page.form.minutes, "20")
    press(qtbot, page.save_button)
    assert len(bundle.journal.runs()) == 1


def test_a_run_in_the_future_is_refused(page, bundle, qtbot):
    page.log_run()
    qtbot.keyClicks(page.form.minutes, "20")
    page.form.started.setDateTime(page.form.started.dateTime().addDays(2))
    press(qtbot, page.save_button)
    assert bundle.journal.runs() == ()


def test_opening_and_saving_a_run_unchanged_changes_nothing(page, bundle, qtbot):
    run = bundle.journal.add_run(a_run(bundle.now() - timedelta(days=1)))
    qtbot.keyClick(page.list.rows[0], Qt.Key.Key_Return)
    press(qtbot, page.save_button)
    assert bundle.journal.runs() == (run,)


def test_a_run_keeps_the_offset_it_was_made_in(page, bundle, qtbot):
    there = timezone(timedelta(hours=-7))
    run = bundle.journal.add_run(a_run(datetime(2026, 9, 1, 6, 5, tzinfo=there)))
    page.open_run(run.id)
    assert page.form.started.text().endswith(("6:05", "06:05", "6:05 AM", "6:05\u202fAM"))
    page.form.note.setPlainText("far away")
    press(qtbot, page.save_button)
    assert bundle.journal.runs()[0].started_at.utcoffset() == timedelta(hours=-7)


def test_del_removes_a_run_and_undo_brings_it_back(page, bundle, qtbot):
    run = bundle.journal.add_run(a_run(bundle.now() - timedelta(days=1)))
    qtbot.keyClick(page.list.rows[0], Qt.Key.Key_Delete)
    assert bundle.journal.runs() == ()
    assert page.empty.isVisible()
    bundle.journal.undo()
    assert bundle.journal.runs() == (run,)
    assert len(page.list.rows) == 1


def test_a_score_can_be_taken_back(page, bundle, qtbot):
    page.log_run()
    qtbot.keyClicks(page.form.minutes, "20")
    press(qtbot, page.form.calf.picker.buttons[3])
    press(qtbot, page.form.calf.clear)
    press(qtbot, page.save_button)
    assert bundle.journal.runs()[0].calf is None


def test_a_full_disk_is_said_and_the_form_keeps_what_was_typed(page, bundle, qtbot, monkeypatch):
    def full(run):
        raise KnownError("Could not save: the disk is full.", "Free some space, then Try again.", retry=True)

    page.log_run()
    qtbot.keyClicks(page.form.minutes, "20")
    with monkeypatch.context() as patch:
        patch.setattr(bundle.journal, "add_run", full)
        press(qtbot, page.save_button)
    assert "disk is full" in page.trouble.title.text()
    assert page.form.minutes.text() == "20"
    press(qtbot, page.trouble.action)
    assert len(bundle.journal.runs()) == 1


def test_years_of_runs_are_shown_a_page_at_a_time(page, bundle, qtbot):
    for days in range(1, 61):
        bundle.journal.add_run(a_run(bundle.now() - timedelta(days=days)))
    assert len(page.list.rows) == 40
    press(qtbot, page.list.more)
    assert len(page.list.rows) == 60
    assert page.list.more is None


def test_esc_leaves_an_untouched_form_at_once(page, qtbot):
    page.log_run()
    qtbot.keyClick(page.form.minutes, Qt.Key.Key_Escape)
    assert page.empty.isVisible()


def test_esc_asks_before_what_was_typed_is_lost(page, bundle, qtbot):
    page.log_run()
    qtbot.keyClicks(page.form.minutes, "20")
    qtbot.keyClick(page.form.minutes, Qt.Key.Key_Escape)
    asked = page.findChild(LeaveDialog)
    press(qtbot, asked.go_on)
    assert page.form.isVisible()
    assert page.form.minutes.text() == "20"
    qtbot.keyClick(page.form.minutes, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    asked = next(one for one in page.findChildren(LeaveDialog) if one.isVisible())
    press(qtbot, asked.discard)
    assert bundle.journal.runs() == ()
    assert page.empty.isVisible()
    page.log_run()
    assert page.form.minutes.text() == ""


def test_the_button_that_says_discard_does_not_ask(page, qtbot):
    page.log_run()
    qtbot.keyClicks(page.form.minutes, "20")
    press(qtbot, page.discard_button)
    assert page.empty.isVisible()


@pytest.fixture
def many(bundle):
    """Forty-four runs, one a day, of which forty are shown at first; newest first."""
    return [bundle.journal.add_run(a_run(bundle.now() - timedelta(days=days))) for days in range(1, 45)]


def test_a_saved_run_is_in_sight_and_has_the_keyboard(many, page, bundle, qapp, qtbot):
    sight = FocusSight(qapp)
    page.log_run()
    qtbot.keyClicks(page.form.minutes, "20")
    page.form.started.setDateTime(page.form.started.dateTime().addDays(-30).addSecs(-60))
    press(qtbot, page.save_button)
    row = qapp.focusWidget()
    assert row in page.list.rows
    assert row.run_id == next(run.id for run in bundle.journal.runs() if run.minutes == 20)
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect().height() == row.height() > 0)
    sight.deleteLater()


def test_leaving_a_run_goes_back_to_its_row_also_among_the_older_ones(many, page, qapp, qtbot):
    page.open_run(many[42].id)
    press(qtbot, page.back_button)
    assert qapp.focusWidget().run_id == many[42].id


def test_after_deleting_the_keyboard_is_on_the_next_run_and_after_the_last_on_the_one_before(
    many, page, qapp, qtbot
):
    page.list.rows[3].setFocus()
    qtbot.keyClick(page.list.rows[3], Qt.Key.Key_Delete)
    assert qapp.focusWidget().run_id == many[4].id
    page.open_run(many[43].id)
    press(qtbot, page.delete_button)
    assert qapp.focusWidget().run_id == many[42].id


def test_after_the_only_run_was_deleted_the_keyboard_is_where_one_is_logged(page, bundle, qapp, qtbot):
    bundle.journal.add_run(a_run(bundle.now() - timedelta(days=1)))
    page.list.rows[0].setFocus()
    qtbot.keyClick(page.list.rows[0], Qt.Key.Key_Delete)
    assert qapp.focusWidget() is page.empty.button


def test_a_run_that_is_not_there_any_more_opens_nothing(page):
    page.open_run(uuid4())
    assert page.empty.isVisible()


def test_a_run_that_hurt_asks_how_bad_it_got(page, bundle, qtbot, qapp):
    page.log_run()
    qtbot.keyClicks(page.form.minutes, "20")
    press(qtbot, page.form.pain.segment("yes"))
    press(qtbot, page.save_button)
    assert bundle.journal.runs() == ()
    assert "how bad" in page.form.worst.fault.text()
    assert qapp.focusWidget() is page.form.worst.picker.buttons[0]
    press(qtbot, page.form.worst.picker.buttons[3])
    press(qtbot, page.save_button)
    assert bundle.journal.runs()[0].worst_pain == 3


def test_the_minute_it_began_is_enough_for_a_run_that_hurt(page, bundle, qtbot):
    page.log_run()
    qtbot.keyClicks(page.form.minutes, "20")
    press(qtbot, page.form.pain.segment("yes"))
    qtbot.keyClicks(page.form.onset, "12")
    press(qtbot, page.save_button)
    assert bundle.journal.runs()[0].onset_min == 12


def test_where_the_keyboard_is_said_to_be_in_the_note_has_its_name(page):
    assert page.form.note.viewport().accessibleName() == "Note"


# ------------------------------------------------------------- the cue of a run
@pytest.fixture
def focused(bundle):
    """A cue was chosen for the next run."""
    bundle.settings.choose(focus_cue="under_hips")


def log_a_run(page, qtbot):
    page.log_run()
    qtbot.keyClicks(page.form.minutes, "30")


def test_without_a_cue_nothing_is_asked_about_one(page, bundle, qtbot):
    log_a_run(page, qtbot)
    assert page.form.kept.cues.currentText() == "No cue"
    assert not page.form.kept.question.isVisible()
    press(qtbot, page.save_button)
    assert (bundle.journal.runs()[0].focus_cue, bundle.journal.runs()[0].focus_kept) == ("", None)


def test_a_run_is_asked_how_often_its_cue_came_off(page, bundle, qtbot, focused):
    log_a_run(page, qtbot)
    assert page.form.kept.cues.currentText() == "Foot under the hips"
    assert page.form.kept.title.text() == "Land under your hips, quietly."
    labels = [answer.text() for answer in page.form.kept.answers]
    assert labels == ["Not yet", "Now and then", "Mostly", "Every time"]
    press(qtbot, page.form.kept.answers[2])
    press(qtbot, page.save_button)
    (run,) = bundle.journal.runs()
    assert (run.focus_cue, run.focus_kept) == ("under_hips", 2)
    assert "cue: Foot under the hips, mostly" in page.list.rows[0].accessibleName()


def test_the_question_may_be_skipped_and_an_answer_taken_back(page, bundle, qtbot, focused):
    log_a_run(page, qtbot)
    assert not page.form.kept.clear.isVisible()
    press(qtbot, page.form.kept.answers[0])
    assert page.form.kept.value == 0
    press(qtbot, page.form.kept.clear)
    assert page.form.kept.value is None
    press(qtbot, page.save_button)
    assert (bundle.journal.runs()[0].focus_cue, bundle.journal.runs()[0].focus_kept) == ("under_hips", None)


def test_an_answer_can_be_changed_later_and_undone(page, bundle, qtbot, focused):
    run = bundle.journal.add_run(replace(a_run(bundle.now()), focus_cue="tall", focus_kept=1))
    page.open_run(run.id)
    assert page.form.kept.title.text() == "Tall, from ankle to crown."  # its own, not the one of now
    press(qtbot, page.form.kept.answers[3])
    press(qtbot, page.save_button)
    assert bundle.journal.runs()[0].focus_kept == 3
    bundle.journal.undo()
    assert bundle.journal.runs()[0].focus_kept == 1
    bundle.journal.redo()
    assert bundle.journal.runs()[0].focus_kept == 3


def pick_cue(page, cue):
    page.form.kept.cues.set_value(cue)
    page.form.kept.cues.picked.emit(cue)


def test_the_cue_of_a_run_can_be_put_right_later_and_undone(page, bundle, qtbot):
    run = bundle.journal.add_run(replace(a_run(bundle.now()), focus_cue="tall", focus_kept=1))
    page.open_run(run.id)
    pick_cue(page, "under_hips")
    assert page.form.kept.value is None  # what was said of the other cue says nothing of this one
    press(qtbot, page.form.kept.answers[2])
    press(qtbot, page.save_button)
    (changed,) = bundle.journal.runs()
    assert (changed.focus_cue, changed.focus_kept) == ("under_hips", 2)
    bundle.journal.undo()
    (back,) = bundle.journal.runs()
    assert (back.focus_cue, back.focus_kept) == ("tall", 1)


def test_a_cue_can_be_added_to_a_run_and_taken_off_again(page, bundle, qtbot):
    run = bundle.journal.add_run(a_run(bundle.now()))
    page.open_run(run.id)
    pick_cue(page, "heel_kiss")
    assert page.form.kept.question.isVisible()
    press(qtbot, page.save_button)
    assert (bundle.journal.runs()[0].focus_cue, bundle.journal.runs()[0].focus_kept) == ("heel_kiss", None)
    page.open_run(run.id)
    pick_cue(page, "")
    assert not page.form.kept.question.isVisible()
    press(qtbot, page.save_button)
    assert (bundle.journal.runs()[0].focus_cue, bundle.journal.runs()[0].focus_kept) == ("", None)


def test_every_cue_can_be_picked_by_a_list_with_a_label(page, bundle):
    page.log_run()
    cues = page.form.kept.cues
    cues.fill()
    assert [cues.itemData(row) for row in range(cues.count())] == ["", *bundle.cues.cards]
    (label,) = [label for label in page.form.kept.findChildren(QLabel) if label.buddy() is cues]
    assert label.text() == "Cue for this run"


def test_the_answer_about_a_cue_that_is_not_known_here_stays(page, bundle, qtbot):
    run = bundle.journal.add_run(replace(a_run(bundle.now()), focus_cue="hopping", focus_kept=1))
    page.open_run(run.id)
    assert page.form.kept.cues.currentText() == "Not there now"
    page.form.note.setPlainText("a hill")
    press(qtbot, page.save_button)
    assert (bundle.journal.runs()[0].focus_cue, bundle.journal.runs()[0].focus_kept) == ("hopping", 1)


def test_a_wide_log_has_a_column_of_cues_once_a_run_had_one(page, bundle, qtbot):
    def heads():
        return {label.text() for label in page.list.findChildren(QLabel) if label.isVisible()}

    page.resize(1440, 800)
    bundle.journal.add_run(a_run(bundle.now()))
    qtbot.waitUntil(lambda: "Date" in heads())
    assert "Cue" not in heads()
    bundle.journal.add_run(replace(a_run(bundle.now()), focus_cue="tall", focus_kept=0))
    qtbot.waitUntil(lambda: {"Cue", "Tall\nnot yet"} <= heads())
    page.resize(1100, 800)
    qtbot.waitUntil(lambda: "Date" in heads() and "Cue" not in heads())
