"""The undo bar, the error banner, the empty state, wrapped words, rows that fold, and the focus ring."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from unknot.domain.choices import ThemeChoice
from unknot.domain.errors import KnownError
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.empty_state import EmptyState
from unknot.ui.widgets.error_banner import ErrorBanner
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.focus_ring import FocusRing
from unknot.ui.widgets.fold_row import FoldRow
from unknot.ui.widgets.inset import Inset
from unknot.ui.widgets.undo_bar import SHOWN_MS, UndoBar
from unknot.ui.widgets.words import Words

LONG = "Press along the outer calf and thigh, slowly, and tap the picture where it is sore. " * 3


def test_the_undo_bar_goes_after_eight_seconds(theme: Theme, qtbot: QtBot) -> None:
    bar = UndoBar(theme)
    qtbot.addWidget(bar)
    bar.show_done("Knot deleted")
    assert bar.isVisible()
    assert bar._timer.interval() == SHOWN_MS == 8000
    bar._timer.timeout.emit()
    assert not bar.isVisible()
    bar.put_away()


def test_undo_is_asked_once_and_the_bar_goes(theme: Theme, qtbot: QtBot) -> None:
    bar = UndoBar(theme)
    qtbot.addWidget(bar)
    bar.show_done("Knot deleted")
    with qtbot.waitSignal(bar.undo_wanted):
        QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_what_cannot_be_undone_shows_no_button(theme: Theme, qtbot: QtBot) -> None:
    bar = UndoBar(theme)
    qtbot.addWidget(bar)
    bar.show_done("Undone: Knot deleted", undoable=False)
    assert bar.button.isHidden()
    bar.put_away()


def test_a_banner_offers_to_try_again_only_where_that_can_help(theme: Theme, qtbot: QtBot) -> None:
    banner = ErrorBanner(theme)
    qtbot.addWidget(banner)
    banner.show_known(KnownError("Could not save: the disk is full.", "Free some space.", retry=True))
    assert banner.action.text() == "Try again"
    with qtbot.waitSignal(banner.action_chosen):
        QTest.mouseClick(banner.action, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    banner.show_known(KnownError("The data file was made by a newer Unknot.", "Update."))
    assert banner.action.isHidden()
    assert banner.accessibleName() == "The data file was made by a newer Unknot. Update."


def test_a_banner_can_be_dismissed_and_gives_its_room_back(theme: Theme, qtbot: QtBot) -> None:
    banner = ErrorBanner(theme)
    room = Inset(banner, theme, above=12)
    page = QWidget()
    QVBoxLayout(page).addWidget(room)
    qtbot.addWidget(page)
    page.show()
    assert room.isHidden()
    banner.show_trouble("This page could not be drawn", "Your data is safe.")
    assert room.isVisible()
    with qtbot.waitSignal(banner.dismissed):
        QTest.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert room.isHidden()


def test_the_button_of_an_empty_state_tells(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "No runs yet", "Log one by hand.", "Log a run", icon="plus-bold")
    qtbot.addWidget(empty)
    empty.show()
    assert empty.button is not None
    with qtbot.waitSignal(empty.chosen):
        QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_words_keep_their_plain_text_and_escape_it(theme: Theme, qtbot: QtBot) -> None:
    words = Words("Fish & <b>chips</b>", theme, "lead")
    qtbot.addWidget(words)
    assert words.text() == "Fish & <b>chips</b>"
    assert words.accessibleName() == words.text()
    assert "&lt;b&gt;" in super(Words, words).text()


@pytest.mark.parametrize("scale", [100, 200])
def test_lines_of_words_are_as_high_as_their_type_says(theme: Theme, qtbot: QtBot, scale: int) -> None:
    theme.apply(ThemeChoice.LIGHT, scale)
    words = Words(LONG, theme, "lead")
    qtbot.addWidget(words)
    words.ensurePolished()
    narrow, wide = words.heightForWidth(theme.px(300)), words.heightForWidth(theme.px(1800))
    lines = round((narrow - wide) / theme.px(26))
    assert lines >= 5
    assert abs(narrow - wide - lines * theme.px(26)) <= lines


def test_a_row_folds_where_its_words_have_no_room(theme: Theme, qtbot: QtBot) -> None:
    words, button = Words(LONG, theme), Button("Open folder", theme)
    row = FoldRow(theme, words, button, least=220)
    qtbot.addWidget(row)
    row.resize(700, row.heightForWidth(700))
    row.show()
    assert button.x() > words.geometry().right()
    row.resize(300, row.heightForWidth(300))
    assert button.y() >= words.geometry().bottom()
    assert words.height() >= words.heightForWidth(300)
    assert row.rect().contains(button.geometry())


@pytest.mark.parametrize("at_end", [False, True])
def test_buttons_flow_into_a_second_line(theme: Theme, qtbot: QtBot, at_end: bool) -> None:
    buttons = [Button(text, theme) for text in ("Discard", "Save what was done", "Resume")]
    row = FlowRow(theme, buttons, 8, at_end=at_end)
    qtbot.addWidget(row)
    row.resize(300, row.heightForWidth(300))
    row.show()
    assert len({button.y() for button in buttons}) == 2
    assert all(row.rect().contains(button.geometry()) for button in buttons)
    if at_end:
        assert buttons[-1].geometry().right() == row.rect().right()


@pytest.fixture
def ring(qapp: QApplication, theme: Theme) -> Iterator[FocusRing]:
    made = FocusRing(qapp, theme)
    yield made
    made.setParent(None)
    made.deleteLater()


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.setProperty("panel", "page")
    column = QVBoxLayout(window)
    hero = QFrame()
    hero.setProperty("panel", "hero")
    QVBoxLayout(hero).addWidget(QPushButton("On spruce", objectName="spruce"))
    for part in (QPushButton("First", objectName="first"), QLineEdit(objectName="field"), hero):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    return window


def press(window: QWidget, key: Qt.Key) -> None:
    """Press a key as the window system would."""
    QTest.keyClick(window.windowHandle(), key)


def test_the_ring_shows_for_the_keyboard_only(ring: FocusRing, form: QWidget, qtbot: QtBot) -> None:
    first = form.findChild(QPushButton, "first")
    QTest.mouseClick(form.windowHandle(), Qt.MouseButton.LeftButton, pos=first.geometry().center())
    assert QApplication.focusWidget() is first
    assert ring.target is None
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is form.findChild(QPushButton, "spruce")
    assert ring.target is form.findChild(QPushButton, "spruce")
    QTest.mouseClick(form.windowHandle(), Qt.MouseButton.LeftButton, pos=first.geometry().center())
    assert ring.target is None


def test_the_ring_shows_where_a_shortcut_took_the_keyboard(ring: FocusRing, form: QWidget) -> None:
    first, spruce = form.findChild(QPushButton, "first"), form.findChild(QPushButton, "spruce")
    QTest.mouseClick(form.windowHandle(), Qt.MouseButton.LeftButton, pos=first.geometry().center())
    # all that is heard of a shortcut: the window system asks whether the control wants the key itself
    control = Qt.KeyboardModifier.ControlModifier
    QApplication.sendEvent(first, QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_1, control))
    spruce.setFocus()
    assert QApplication.focusWidget() is spruce
    assert ring.target is spruce


def test_the_ring_lies_three_pixels_outside_and_follows(ring: FocusRing, form: QWidget) -> None:
    first = form.findChild(QPushButton, "first")
    press(form, Qt.Key.Key_Backtab)
    while QApplication.focusWidget() is not first:
        press(form, Qt.Key.Key_Tab)
    assert ring.geometry() == first.geometry().adjusted(-5, -5, 5, 5)
    form.resize(500, 420)
    assert ring.geometry() == first.geometry().adjusted(-5, -5, 5, 5)


def test_a_field_shows_its_own_border_and_no_ring(ring: FocusRing, form: QWidget) -> None:
    field = form.findChild(QLineEdit)
    while QApplication.focusWidget() is not field:
        press(form, Qt.Key.Key_Tab)
    assert ring.target is None


def test_the_ring_outlives_the_window_it_was_on(ring: FocusRing, form: QWidget) -> None:
    dialog = QDialog(form)
    QVBoxLayout(dialog).addWidget(QPushButton("Close"))
    dialog.open()
    press(dialog, Qt.Key.Key_Tab)
    assert ring.window() is dialog
    dialog.close()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    press(form, Qt.Key.Key_Tab)
    assert ring.target is QApplication.focusWidget()
