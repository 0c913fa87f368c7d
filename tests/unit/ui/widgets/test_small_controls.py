"""Segments, switch, slider, scores and buttons, by gesture and by name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from unknot.domain.choices import ThemeChoice
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.slider import Slider
from unknot.ui.widgets.toggle import Toggle

VIEWS = (("back", "Back"), ("outer", "Outer"), ("front", "Front"))


class Shelf(QWidget):
    """Holds and shows what a test looks at."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        qtbot.addWidget(self)

    def show_all(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._column.addWidget(widget)
        self.show()
        self.activateWindow()  # keys go to the active window
        QTest.qWaitForWindowActive(self)


@pytest.fixture
def shelf(qtbot: QtBot) -> Shelf:
    return Shelf(qtbot)


def role_of(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def test_a_click_picks_a_segment_once(theme: Theme, qtbot: QtBot, shelf: Shelf) -> None:
    views = Segmented(theme, "View", VIEWS)
    shelf.show_all(views)
    views.set_value("back")
    picked: list[str] = []
    views.picked.connect(picked.append)
    QTest.mouseClick(views.segment("outer"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(views.segment("outer"), Qt.MouseButton.LeftButton)
    assert picked == ["outer"]
    assert views.value == "outer"


def test_arrows_move_between_segments(theme: Theme, qtbot: QtBot, shelf: Shelf) -> None:
    views = Segmented(theme, "View", VIEWS)
    shelf.show_all(views)
    views.set_value("back")
    picked: list[str] = []
    views.picked.connect(picked.append)
    views.segment("back").setFocus()
    QTest.keyClick(views.segment("back"), Qt.Key.Key_Right)
    assert picked == ["outer"]


def test_setting_a_value_tells_nobody(theme: Theme, qtbot: QtBot) -> None:
    views = Segmented(theme, "View", VIEWS)
    qtbot.addWidget(views)
    with qtbot.assertNotEmitted(views.picked):
        views.set_value("front")
    assert views.value == "front"


def test_a_segment_is_a_radio_button_by_its_words(theme: Theme, qtbot: QtBot, shelf: Shelf) -> None:
    views = Segmented(theme, "View", VIEWS)
    shelf.show_all(views)
    assert role_of(views.segment("back")) is QAccessible.Role.RadioButton
    assert views.accessibleName() == "View"
    assert min(views.segment("back").size().toTuple()) >= 44


def test_a_switch_is_a_check_box_that_can_be_pressed_anywhere(
    theme: Theme, qtbot: QtBot, shelf: Shelf
) -> None:
    switch = Toggle(theme, "Beeps")
    shelf.show_all(switch)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(switch.width() - 2, switch.height() - 2))
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()
    assert role_of(switch) is QAccessible.Role.CheckBox
    assert switch.size().toTuple() == (52, 44)


def test_a_switch_grows_with_the_text(theme: Theme, qtbot: QtBot, shelf: Shelf) -> None:
    switch = Toggle(theme, "Beeps")
    shelf.show_all(switch)
    theme.apply(ThemeChoice.DARK, 200)
    assert switch.size().toTuple() == (104, 88)


def test_the_wheel_over_a_slider_scrolls_the_page_and_not_the_value(
    theme: Theme, qtbot: QtBot, shelf: Shelf
) -> None:
    slider = Slider(theme, "Volume", 0, 100, 5)
    shelf.show_all(slider)
    slider.setValue(50)
    middle = QPointF(slider.rect().center())
    nothing, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        middle,
        middle,
        QPoint(0, -120),
        QPoint(0, -120),
        buttons,
        nothing,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider, wheel)
    assert slider.value() == 50
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == 55


@pytest.mark.parametrize(("key", "score"), [(Qt.Key.Key_0, 0), (Qt.Key.Key_7, 7), (Qt.Key.Key_T, 10)])
def test_keys_choose_a_score(theme: Theme, qtbot: QtBot, shelf: Shelf, key: Qt.Key, score: int) -> None:
    scores = ScorePicker(theme, "How tender")
    shelf.show_all(scores)
    scores.buttons[3].setFocus()
    with qtbot.waitSignal(scores.picked) as told:
        QTest.keyClick(scores.buttons[3], key)
    assert told.args == [score]
    assert scores.value == score


def test_a_key_with_ctrl_chooses_no_score(theme: Theme, qtbot: QtBot, shelf: Shelf) -> None:
    scores = ScorePicker(theme, "How tender")
    shelf.show_all(scores)
    with qtbot.assertNotEmitted(scores.picked):
        QTest.keyClick(scores, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)


def test_a_click_on_the_chosen_score_keeps_it(theme: Theme, qtbot: QtBot, shelf: Shelf) -> None:
    scores = ScorePicker(theme, "How tender")
    shelf.show_all(scores)
    for _ in range(2):
        QTest.mouseClick(scores.buttons[4], Qt.MouseButton.LeftButton)
    assert scores.value == 4
    assert [button.isChecked() for button in scores.buttons].count(True) == 1


def test_scores_are_named_with_their_word(theme: Theme, qtbot: QtBot) -> None:
    scores = ScorePicker(theme, "How tender")
    qtbot.addWidget(scores)
    assert [scores.buttons[score].accessibleName() for score in (0, 4, 10)] == [
        "0, none",
        "4, clear",
        "10, extreme",
    ]


@pytest.mark.parametrize(
    ("width", "scale", "rows"), [(600, 100, 1), (352, 100, 2), (230, 100, 3), (600, 200, 2)]
)
def test_scores_wrap_and_stay_large_enough(
    theme: Theme, qtbot: QtBot, width: int, scale: int, rows: int
) -> None:
    theme.apply(ThemeChoice.LIGHT, scale)
    scores = ScorePicker(theme, "How tender")
    qtbot.addWidget(scores)
    scores.resize(width, scores.heightForWidth(width))
    scores.show()
    assert len({button.y() for button in scores.buttons}) == rows
    assert all(min(button.size().toTuple()) >= 44 for button in scores.buttons)
    assert all(scores.rect().contains(button.geometry()) for button in scores.buttons)


def test_a_button_without_words_has_a_name_and_says_it_in_its_tooltip(
    theme: Theme, qtbot: QtBot, shelf: Shelf
) -> None:
    close = Button("", theme, icon="x-bold", name="Close")
    shelf.show_all(close)
    assert close.accessibleName() == "Close"
    assert close.toolTip() == "Close"
    assert min(close.size().toTuple()) >= 44


def test_an_icon_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    start = Button("Start", theme, icon="play-fill")
    qtbot.addWidget(start)
    before = start.icon().pixmap(start.iconSize()).toImage()
    theme.apply(ThemeChoice.DARK, 100)
    assert start.icon().pixmap(start.iconSize()).toImage() != before
