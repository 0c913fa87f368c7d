"""The window by gestures and keys: pages, undo, text size, the player's room, what is remembered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from helpers.full_disk import nothing_can_be_written
from helpers.histories import CALF
from unknot.domain.choices import Choices, ThemeChoice
from unknot.domain.errors import KnownError
from unknot.domain.knots import Size
from unknot.domain.practice import SessionEnd
from unknot.domain.soreness import sore_points
from unknot.services.bundle import Services
from unknot.storage.history import History
from unknot.ui import pages
from unknot.ui.body_map.body_map_page import BodyMapPage
from unknot.ui.dialogs.after_drill import AfterDrill
from unknot.ui.dialogs.keys import KeysDialog
from unknot.ui.dialogs.known_error import KnownErrorView
from unknot.ui.dialogs.quit import QuitDialog
from unknot.ui.dialogs.resume import ResumeDialog
from unknot.ui.main_window import MainWindow
from unknot.ui.release.release_page import ReleasePage
from unknot.ui.runs.runs_page import RunsPage
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.nav_button import RailMode
from unknot.ui.widgets.words import Words

PLACE = "gastrocnemius_lateral_belly_upper"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def press(
    window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def mark(services: Services) -> None:
    services.journal.add_knot(CALF, PLACE, 6, Size.MARBLE)


# ---------------------------------------------------------------- the keys of a page
def test_the_keys_of_the_map_work_right_after_its_page_key(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitActive(window)
    press(window, Key.Key_2, CTRL)
    shown = window.stack.page(pages.BODY_MAP)
    assert isinstance(shown, BodyMapPage)
    before = shown.look.view
    press(window, Key.Key_V)
    assert shown.look.view is not before
    press(window, Key.Key_5, CTRL)
    after = shown.look.view
    press(window, Key.Key_V)
    assert shown.look.view is after


# ---------------------------------------------------------------- the frame
def test_the_frame_shows_rail_and_title_before_the_history_is_open(
    theme: Theme, services: Services, qtbot: QtBot
) -> None:
    window = MainWindow(theme, Choices(page="runs"), services.now)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    assert window.rail.buttons["runs"].is_current
    assert not window.rail.buttons["runs"].isEnabled()
    window.go("today")
    assert window.page == ""
    window.take_services(services)
    assert window.rail.buttons["today"].isEnabled()


def test_entries_carry_exactly_their_names_in_order(window: MainWindow) -> None:
    names = [button.text() for button in window.rail.buttons.values()]
    assert names == ["Today", "Body map", "Release", "Drills", "Runs", "Progress", "Settings"]


@pytest.mark.parametrize(
    ("width", "scale", "mode"),
    [(1280, 100, RailMode.LABELS), (1024, 100, RailMode.STACKED), (1440, 200, RailMode.ICONS)],
)
def test_the_rail_shows_what_fits(
    window: MainWindow, theme: Theme, width: int, scale: int, mode: RailMode
) -> None:
    theme.apply(ThemeChoice.LIGHT, scale)
    window.resize(width, 800)
    assert window.rail.mode is mode
    assert all(min(button.size().toTuple()) >= 44 for button in window.rail.buttons.values())


def test_icons_alone_say_their_name_in_the_tooltip(window: MainWindow, theme: Theme) -> None:
    theme.apply(ThemeChoice.LIGHT, 200)
    assert window.rail.buttons["runs"].toolTip() == "Runs (Ctrl+5)"


# ---------------------------------------------------------------- going about
@pytest.mark.parametrize("page", pages.MAKERS)
def test_a_click_in_the_rail_opens_the_page(window: MainWindow, page: str) -> None:
    QTest.mouseClick(window.rail.buttons[page], Qt.MouseButton.LeftButton)
    assert window.page == page
    assert [button.page for button in window.rail.buttons.values() if button.is_current] == [page]


@pytest.mark.parametrize(
    ("number", "page"),
    [
        (1, "today"),
        (2, "body_map"),
        (3, "release"),
        (4, "drills"),
        (5, "runs"),
        (6, "progress"),
        (8, "settings"),
    ],
)
def test_ctrl_and_a_number_open_the_page(window: MainWindow, number: int, page: str) -> None:
    window.go("runs" if page == "today" else "today")
    press(window, Qt.Key(Key.Key_0 + number), CTRL)
    assert window.page == page


def test_ctrl_7_waits_for_a_page_to_come(window: MainWindow) -> None:
    press(window, Key.Key_7, CTRL)
    assert window.page == "today"


def test_ctrl_comma_opens_the_settings(window: MainWindow) -> None:
    press(window, Key.Key_Comma, CTRL)
    assert window.page == "settings"


def test_ctrl_n_opens_the_form_of_a_run(window: MainWindow) -> None:
    press(window, Key.Key_N, CTRL)
    assert window.page == "runs"
    page = window.stack.page("runs")
    assert isinstance(page, RunsPage)
    assert page.form.isVisible()


def test_esc_and_alt_left_go_back(window: MainWindow) -> None:
    window.go("release")
    window.go("settings")
    press(window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.page == "release"
    press(window, Key.Key_Escape)
    assert window.page == "today"


def test_esc_goes_a_step_back_in_the_page_though_the_keyboard_is_in_the_navigation(
    window: MainWindow, services: Services
) -> None:
    knot = services.journal.add_knot(CALF, PLACE, 5, Size.PEA)
    window.undoing.bar.put_away()
    window.go("body_map")
    page = window.stack.page("body_map")
    assert isinstance(page, BodyMapPage)
    page.choose(knot.id)
    QTest.qWait(0)
    window.setFocus()
    press(window, Key.Key_Escape)
    assert (window.page, page.chosen) == ("body_map", None)


def test_a_question_mark_shows_the_keys_and_esc_closes_them(window: MainWindow, qtbot: QtBot) -> None:
    press(window, Key.Key_Question, SHIFT)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert dialog.isVisible()
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is None)


def test_a_question_mark_in_a_field_is_a_letter(window: MainWindow) -> None:
    field = QLineEdit(window.stack)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, "?")
    assert field.text() == "?"
    assert window.findChild(KeysDialog) is None


# ---------------------------------------------------------------- undo
def test_undo_takes_back_by_key_and_the_bar_says_what(window: MainWindow, services: Services) -> None:
    mark(services)
    assert window.undoing.bar.isVisible()
    assert window.undoing.bar.sentence.text() == "Knot added"
    press(window, Key.Key_Z, CTRL)
    assert services.journal.knots() == ()
    assert window.undoing.bar.sentence.text() == "Undone: Knot added"
    press(window, Key.Key_Z, CTRL | SHIFT)
    assert len(services.journal.knots()) == 1
    window.undoing.bar.put_away()


def test_the_button_of_the_bar_undoes(window: MainWindow, services: Services) -> None:
    mark(services)
    QTest.mouseClick(window.undoing.bar.button, Qt.MouseButton.LeftButton)
    assert services.journal.knots() == ()
    window.undoing.bar.put_away()


def test_esc_puts_the_bar_away_before_it_goes_back(window: MainWindow, services: Services) -> None:
    window.go("release")
    mark(services)
    press(window, Key.Key_Escape)
    assert not window.undoing.bar.isVisible()
    assert window.page == "release"


def test_a_trouble_while_undoing_is_said_and_can_be_tried_again(
    window: MainWindow, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(services)

    def full() -> str:
        raise KnownError("Could not save: the disk is full.", "Free some space, then try again.", retry=True)

    with monkeypatch.context() as patch:
        patch.setattr(services.journal, "undo", full)
        press(window, Key.Key_Z, CTRL)
    assert window.bars.above_pages.isVisible()
    assert window.bars.above_pages.title.text() == "Could not save: the disk is full."
    assert len(services.journal.knots()) == 1
    QTest.mouseClick(window.bars.above_pages.action, Qt.MouseButton.LeftButton)
    assert services.journal.knots() == ()
    window.undoing.bar.put_away()


def test_a_trouble_that_nobody_can_repeat_has_no_button(window: MainWindow) -> None:
    window.show_known(KnownError("Could not save: the disk is full.", "Free some space.", retry=True))
    assert window.bars.above_pages.action.isHidden()


def test_a_trouble_is_said_over_a_player_too(window: MainWindow, player: QWidget) -> None:
    window.show_player(player, full_screen=False)
    window.show_known(KnownError("Could not save: the disk is full.", "Free some space."))
    assert not window.bars.above_pages.isVisible()
    assert window.bars.above_player.isVisible()
    assert (
        window.bars.above_player.mapTo(window, window.bars.above_player.rect().bottomLeft()).y()
        < player.mapTo(window, QPoint()).y()
    )
    window.close_player()
    assert not window.bars.above_player.isVisible()


def test_a_page_opens_also_where_it_cannot_be_remembered(window: MainWindow, history: History) -> None:
    with nothing_can_be_written(history):
        window.go("runs")
    assert window.page == "runs"


# ---------------------------------------------------------------- the look
def test_keys_change_the_text_size_in_steps_within_100_and_200(
    window: MainWindow, services: Services
) -> None:
    for _ in range(2):
        press(window, Key.Key_Plus, CTRL)
    assert services.settings.choices.text_scale == 120
    press(window, Key.Key_Minus, CTRL)
    assert services.settings.choices.text_scale == 110
    press(window, Key.Key_0, CTRL)
    press(window, Key.Key_Minus, CTRL)
    assert services.settings.choices.text_scale == 100


def test_another_theme_reaches_the_window_at_once(
    window: MainWindow, services: Services, theme: Theme
) -> None:
    services.settings.choose(theme=ThemeChoice.DARK)
    assert theme.is_dark


def test_pages_are_made_anew_for_another_text_size(window: MainWindow, services: Services) -> None:
    window.go("release")
    before = window.stack.page("release")
    services.settings.choose(text_scale=150)
    assert window.page == "release"
    assert window.stack.page("release") is not before


def test_f11_fills_the_screen_and_back(window: MainWindow) -> None:
    press(window, Key.Key_F11)
    assert window.isFullScreen()
    press(window, Key.Key_F11)
    assert not window.isFullScreen()


# ---------------------------------------------------------------- the player's room
@pytest.fixture
def player() -> QWidget:
    widget = QWidget()
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QVBoxLayout(widget)
    return widget


def test_a_player_has_the_window_to_itself(window: MainWindow, player: QWidget, services: Services) -> None:
    window.show_player(player)
    assert player.isVisible()
    assert window.isFullScreen()
    assert not window.rail.isVisible()
    press(window, Key.Key_5, CTRL)
    window.go("runs")
    assert window.page == "today"
    mark(services)
    assert not window.undoing.bar.isVisible()
    window.close_player()
    assert window.rail.isVisible()
    assert not window.isFullScreen()
    press(window, Key.Key_5, CTRL)
    assert window.page == "runs"


def test_the_window_is_named_after_what_it_shows(window: MainWindow, player: QWidget) -> None:
    window.go("runs")
    assert window.windowTitle() == "Runs – Unknot"
    player.setAccessibleName("Outer calf: pin and move")
    window.show_player(player)
    assert window.windowTitle() == "Outer calf: pin and move – Unknot"
    window.close_player()
    assert window.windowTitle() == "Runs – Unknot"


def test_a_player_leaves_the_window_as_it_was(window: MainWindow, player: QWidget) -> None:
    window.showFullScreen()
    window.show_player(player)
    window.close_player()
    assert window.isFullScreen()


def test_no_full_screen_where_it_was_not_chosen(
    window: MainWindow, player: QWidget, services: Services
) -> None:
    services.settings.choose(full_screen_player=False)
    window.show_player(player)
    assert not window.isFullScreen()
    window.close_player()


def test_a_page_before_the_player_keeps_the_window_as_it_is(window: MainWindow, player: QWidget) -> None:
    window.show_player(QWidget(), full_screen=False)
    assert not window.isFullScreen()
    window.show_player(player)
    assert player.isVisible()
    assert window.isFullScreen()
    window.close_player()
    assert not window.isFullScreen()


# ---------------------------------------------------------------- what is remembered
def test_page_and_window_are_remembered(
    window: MainWindow, services: Services, theme: Theme, qtbot: QtBot
) -> None:
    window.go("progress")
    window.resize(1024, 710)
    window.close()
    kept = services.settings.choices
    assert kept.page == "progress"
    again = MainWindow(theme, kept, services.now)
    qtbot.addWidget(again)
    assert again.size().toTuple() == (1024, 710)
    assert again.rail.buttons["progress"].is_current


def test_the_settings_are_no_page_to_return_to(window: MainWindow, services: Services) -> None:
    window.go("runs")
    window.go("settings")
    assert services.settings.choices.page == "runs"


@pytest.mark.parametrize("kept", ["", "rubbish", "€€€", QByteArray(b"\x01\x02").toBase64().toStdString()])
def test_a_geometry_that_cannot_be_read_gives_the_usual_size(
    theme: Theme, services: Services, qtbot: QtBot, kept: str
) -> None:
    window = MainWindow(theme, Choices(window=kept, page="nowhere"), services.now)
    qtbot.addWidget(window)
    assert window.size().toTuple() == (1280, 800)
    assert window.rail.buttons["today"].is_current


def test_an_invented_history_is_marked(
    theme: Theme, services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(services.settings), "is_demo", property(lambda _self: True))
    window = MainWindow(theme, Choices(), services.now)
    qtbot.addWidget(window)
    window.show()
    window.take_services(services)
    marked = "An invented history, to look around. Nothing in it is yours."
    notes = [label for label in window.findChildren(Words) if label.text() == marked]
    assert len(notes) == 1
    qtbot.waitUntil(notes[0].isVisible)


# ---------------------------------------------------------------- a session that was cut off
@pytest.fixture
def cut_off(services: Services) -> Callable[[float], None]:
    """Leaves a session open, as a crash does."""

    def left(done_s: float) -> None:
        mark(services)
        routine = services.library.routines["calf-outer-ball"]
        running = services.players.start_routine(routine)
        services.practice.position(running.session.id, done_s, done_s)
        services.players.close()

    return left


def test_a_cut_off_session_is_offered_and_can_be_kept(
    window: MainWindow, services: Services, cut_off: Callable[[float], None], history: History
) -> None:
    cut_off(130.0)
    window.undoing.bar.put_away()
    window.offer_resume()
    dialog = window.findChild(ResumeDialog)
    assert dialog is not None
    words = [button.text() for button in dialog.findChildren(Button)]
    assert words == ["Discard", "Save what was done", "Resume"]
    with nothing_can_be_written(history):
        QTest.mouseClick(dialog.findChildren(Button)[1], Qt.MouseButton.LeftButton)
    assert services.practice.unfinished() is not None
    QTest.mouseClick(window.bars.above_pages.action, Qt.MouseButton.LeftButton)
    (session,) = services.practice.sessions()
    assert (session.end, session.done_s) == (SessionEnd.PARTIAL, 130.0)
    assert services.practice.unfinished() is None


def test_a_running_drill_that_was_cut_off_and_is_kept_asks_for_calf_and_knee(
    window: MainWindow, services: Services, history: History
) -> None:
    running = services.players.start_drill(services.library.drills["jog-in-place"])
    services.practice.position(running.session.id, 60.0, 60.0)
    services.players.close()
    window.undoing.bar.put_away()
    window.offer_resume()
    dialog = window.findChild(ResumeDialog)
    assert dialog is not None
    keep = next(button for button in dialog.findChildren(Button) if button.text() == "Save what was done")
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    asking = window.findChild(AfterDrill)
    assert asking is not None
    assert list(asking.pickers) == ["knee_pain_0_10", "calf_pain_0_10"]
    with nothing_can_be_written(history):
        asking.pickers["calf_pain_0_10"].buttons[2].click()
    asking.pickers["calf_pain_0_10"].buttons[6].click()
    assert "no more running today" in asking.said.text()
    (session,) = services.practice.sessions()
    assert session.end is SessionEnd.PARTIAL
    assert [point.either for point in sore_points((), [session])] == [6]


def test_a_cut_off_session_without_a_minute_can_be_discarded(
    window: MainWindow, services: Services, cut_off: Callable[[float], None]
) -> None:
    cut_off(0.0)
    window.undoing.bar.put_away()
    window.offer_resume()
    dialog = window.findChild(ResumeDialog)
    assert dialog is not None
    assert [button.text() for button in dialog.findChildren(Button)] == ["Discard", "Resume"]
    QTest.mouseClick(dialog.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    (session,) = services.practice.sessions()
    assert session.end is SessionEnd.DISCARDED


def test_closing_the_offer_decides_nothing(
    window: MainWindow, services: Services, cut_off: Callable[[float], None]
) -> None:
    cut_off(60.0)
    window.undoing.bar.put_away()
    window.offer_resume()
    dialog = window.findChild(ResumeDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Key.Key_Escape)
    assert services.practice.unfinished() is not None


def test_nothing_is_offered_where_nothing_was_cut_off(window: MainWindow) -> None:
    window.offer_resume()
    assert window.findChild(ResumeDialog) is None


# ---------------------------------------------------------------- where the keyboard is
def test_the_keyboard_begins_at_the_entry_of_the_page_that_is_shown(window: MainWindow) -> None:
    assert QApplication.focusWidget() is window.rail.buttons[pages.TODAY]


def test_no_page_has_the_keyboard_as_a_whole(window: MainWindow, qtbot: QtBot) -> None:
    for number in (5, 1, 8, 1, 3, 1, 6, 4, 1):
        press(window, getattr(Key, f"Key_{number}"), CTRL)
        shown = window.stack.currentWidget()
        held = QApplication.focusWidget()
        assert held is not None
        assert held is not shown
        assert held.focusPolicy() & Qt.FocusPolicy.TabFocus
        first = next((part for part in shown.findChildren(Button) if part.isVisible()), None)
        if first is not None:
            first.setFocus()


@pytest.fixture
def started_from(window: MainWindow) -> Button:
    """A button of Release that opens a page over everything."""
    window.go(pages.RELEASE)
    page = window.stack.page(pages.RELEASE)
    assert isinstance(page, ReleasePage)
    page.make_all()
    button = page.cards[2].button
    button.setFocus()
    return button


def test_after_a_player_the_keyboard_is_back_on_the_button_that_opened_it(
    window: MainWindow, started_from: Button, player: QWidget
) -> None:
    window.show_player(player, full_screen=False)
    window.show_player(QWidget(), full_screen=False)
    window.close_player()
    assert QApplication.focusWidget() is started_from


def test_after_a_player_the_keyboard_finds_the_button_that_was_made_anew(
    window: MainWindow, started_from: Button, player: QWidget
) -> None:
    page, about = window.stack.page(pages.RELEASE), started_from.accessibleDescription()
    window.show_player(player, full_screen=False)
    assert isinstance(page, ReleasePage)
    page.services.settings.choose(quiet_anatomy=True)  # every card shows another picture
    window.close_player()
    held = QApplication.focusWidget()
    assert held is not started_from
    assert isinstance(held, Button)
    assert held.accessibleDescription() == about


def test_larger_text_leaves_the_keyboard_where_it_was(window: MainWindow, started_from: Button) -> None:
    about = started_from.accessibleDescription()
    press(window, Key.Key_Plus, CTRL)
    held = QApplication.focusWidget()
    assert isinstance(held, Button)
    assert held.accessibleDescription() == about
    press(window, Key.Key_0, CTRL)


def test_without_a_history_the_keyboard_is_on_a_button_and_the_rail_looks_shut(
    qtbot: QtBot, theme: Theme, services: Services
) -> None:
    opened = MainWindow(theme, services.settings.choices, services.now)
    qtbot.addWidget(opened)
    opened.show()
    before = opened.rail.grab().toImage()
    view = KnownErrorView(theme, KnownError("The data file is damaged."))
    opened.show_instead(view)
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    assert isinstance(QApplication.focusWidget(), Button)
    assert opened.rail.grab().toImage() != before
    opened.drop_instead()
    opened.take_services(services)
    assert QApplication.focusWidget() is opened.rail.buttons[pages.TODAY]


# ---------------------------------------------------------------- quitting
class Busy(QWidget):
    """A player whose session is on."""

    def __init__(self) -> None:
        super().__init__()
        self.is_on, self.held = True, 0
        self.setAccessibleName("Outer calf")

    def hold(self) -> None:
        self.held += 1

    def show_known(self, error: KnownError, retry: Callable[[], None] | None = None) -> None:
        """Nothing to say."""


def test_ctrl_q_quits(window: MainWindow) -> None:
    press(window, Key.Key_Q, CTRL)
    assert not window.isVisible()


def test_ctrl_q_in_the_middle_of_a_session_pauses_and_asks(window: MainWindow, qtbot: QtBot) -> None:
    busy = Busy()
    window.show_player(busy, full_screen=False)
    press(window, Key.Key_Q, CTRL)
    asked = window.findChild(QuitDialog)
    assert busy.held == 1
    assert window.isVisible()
    QTest.mouseClick(asked.stay, Qt.MouseButton.LeftButton)
    assert window.isVisible()
    press(window, Key.Key_Q, CTRL)
    asked = next(one for one in window.findChildren(QuitDialog) if one.isVisible())
    QTest.mouseClick(asked.leave, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_the_sheet_of_keys_opens_over_a_player_and_the_session_pauses(window: MainWindow) -> None:
    busy = Busy()
    window.show_player(busy, full_screen=False)
    QTest.keyClicks(window, "?")
    sheet = window.findChild(KeysDialog)
    assert sheet is not None
    assert busy.held == 1
    sheet.reject()
