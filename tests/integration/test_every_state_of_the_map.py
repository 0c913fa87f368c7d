"""Walks every card, panel and dialog of the body map: whole, readable, and left by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from helpers.audit import SMALLEST, audit, where
from helpers.settling import settle
from unknot.domain.body import Side, Spot, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.knots import KnotKind, Size
from unknot.services.bundle import Services
from unknot.ui import pages
from unknot.ui.body_map.body_map_page import BodyMapPage
from unknot.ui.body_map.check_dialog import CheckDialog
from unknot.ui.body_map.kind_words import PRESSED
from unknot.ui.body_map.lump_dialog import LumpDialog
from unknot.ui.main_window import MainWindow

LOOKS = [
    pytest.param((look, size, scale), id=f"{look.value}-{size[0]}x{size[1]}-{scale}")
    for look, size, scale in (
        (ThemeChoice.LIGHT, (1440, 900), 100),
        (ThemeChoice.DARK, (1024, 700), 100),
        (ThemeChoice.LIGHT, (1024, 700), 200),
        (ThemeChoice.DARK, (1440, 900), 200),
    )
]
CALF, SHORT_HEAD = "gastrocnemius_medial", "biceps_femoris_short"
STUCK = 10  # presses of Tab on one control: a date has its parts, each a stop
MOST_STOPS = 160


class State(Struct, frozen=True):
    """One thing the map can show: its name, and what brings it."""

    name: str
    bring: Callable[[BodyMapPage, Services], object]


def _knot(services: Services) -> object:
    return services.journal.knots(closed=False)[0].knot.id


def _choose_between(page: BodyMapPage, _services: Services) -> None:
    for view, v in ((View.BACK, 0.6 + 0.01 * step) for step in range(12)):
        for u in (0.3 + 0.02 * step for step in range(20)):
            spot = Spot(view, Side.RIGHT, u, v)
            if len(page.marking._touched(spot)) > 1:
                page.marking.begin(spot)
                return


def _ask_score(place: str, side: Side) -> Callable[[BodyMapPage, Services], None]:
    def bring(page: BodyMapPage, _services: Services) -> None:
        page.show_place(place, side)

    return bring


def _warn_of_sharp_pain(page: BodyMapPage, _services: Services) -> None:
    page.show_place(CALF, Side.RIGHT)
    page.marking.popover.kinds.rows[PRESSED].segment(KnotKind.SHARP.value).click()


def _open_panel(page: BodyMapPage, services: Services) -> None:
    page.choose(_knot(services))


def _open_panel_of_sharp_pain(page: BodyMapPage, services: Services) -> None:
    services.journal.set_kind(_knot(services), KnotKind.SHARP)
    page.choose(_knot(services))


def _open_panel_of_one_no_longer_found(page: BodyMapPage, services: Services) -> None:
    knot = _knot(services)
    services.journal.close_knot(knot)
    page.choose(knot)


def _offer_a_second_rating(page: BodyMapPage, services: Services) -> None:
    services.journal.rate_knot(_knot(services), 5)
    page.choose(_knot(services))
    assert not page.panel.repeat.isHidden()


def _rate_once_more(page: BodyMapPage, services: Services) -> None:
    _offer_a_second_rating(page, services)
    page.panel.repeat.again_button.click()


def _change_a_rating(page: BodyMapPage, services: Services) -> None:
    _open_panel(page, services)
    page.panel.checks.rows[0].click()


def _add_a_past_rating(page: BodyMapPage, services: Services) -> None:
    _open_panel(page, services)
    page.panel.checks.past_button.click()


def _add_a_rating_to_come(page: BodyMapPage, services: Services) -> None:
    _add_a_past_rating(page, services)
    dialog = page.findChild(CheckDialog)
    dialog.when.setDateTime(dialog.when.dateTime().addDays(3))


def _move_a_knot(page: BodyMapPage, services: Services) -> None:
    _open_panel(page, services)
    page.panel.move_button.click()


def _ask_about_a_lump(page: BodyMapPage, services: Services) -> None:
    page.lump.ask(_knot(services), Size.PLUM, None)


def _send_to_a_clinician(page: BodyMapPage, services: Services) -> None:
    _ask_about_a_lump(page, services)
    dialog = page.findChild(LumpDialog)
    dialog.question.cards[2].click()
    dialog.save_button.click()


def _end_a_round(page: BodyMapPage, _services: Services) -> None:
    page.check_all()
    page.round_view.rate(3)
    page.round.leave()


STATES = (
    State("the question which place is meant", _choose_between),
    State("a place with one deeper", _ask_score(CALF, Side.RIGHT)),
    State("a leg that is not the usual one", _ask_score(CALF, Side.LEFT)),
    State("the IT band", _ask_score("iliotibial_tract_distal", Side.RIGHT)),
    State("a bony knob", _ask_score("fibular_head", Side.RIGHT)),
    State("sharp pain", _warn_of_sharp_pain),
    State("the standard press", lambda page, _services: page.marking.teach()),
    State("the crosshair", lambda page, _services: page.stage.show_crosshair()),
    State("adding by name", lambda page, _services: page.add_by_name()),
    State("adding where it stabs", lambda page, _services: page.add_by_name(knee_only=True)),
    State("a knot", _open_panel),
    State("sharp pain in the panel", _open_panel_of_sharp_pain),
    State("a knot no longer found", _open_panel_of_one_no_longer_found),
    State("moving a knot", _move_a_knot),
    State("a rating to change", _change_a_rating),
    State("a past rating to add", _add_a_past_rating),
    State("a rating that is still to come", _add_a_rating_to_come),
    State("the offer of a second rating", _offer_a_second_rating),
    State("the second rating", _rate_once_more),
    State("the question about a lump", _ask_about_a_lump),
    State("an answer that sends to a clinician", _send_to_a_clinician),
    State("a round", lambda page, _services: page.check_all()),
    State("the end of a round", _end_a_round),
    State("a past day", lambda page, _services: page.replay.week_back()),
    State("where not to press", lambda page, _services: page.where_not.toggle()),
)


@pytest.fixture(params=LOOKS)
def window(
    request: pytest.FixtureRequest,
    open_window: Callable[..., MainWindow],
    full_services: Services,
) -> MainWindow:
    """The window on the body map, in a look."""
    look, size, scale = request.param
    opened = open_window(full_services, look, size, scale)
    full_services.settings.choose(press_taught=True)
    opened.go(pages.BODY_MAP)
    opened.activateWindow()
    settle()
    return opened


@contextmanager
def brought(state: State, page: BodyMapPage, services: Services) -> Iterator[QWidget]:
    """What a state shows, its dialog, its card or the whole window; afterwards all is as it was."""
    depth = services.journal.depth
    state.bring(page, services)
    settle()
    dialog = next((one for one in page.findChildren(QDialog) if one.isVisible()), None)
    cards = (page.marking.popover, page.marking.chooser)
    yield dialog or next((card for card in cards if card.isVisible()), page.window())
    if dialog is not None:
        dialog.reject()
    while page.step_back():
        pass
    while services.journal.depth > depth:
        services.journal.undo()
    settle()


def test_each_state_is_whole_and_readable(window: MainWindow, full_services: Services) -> None:
    page = window.findChild(BodyMapPage)
    faults: list[str] = []
    for state in STATES:
        with brought(state, page, full_services) as shown:
            assert shown.width() <= window.width(), state.name
            assert shown.height() <= window.height(), state.name
            part = None if shown.isWindow() else shown
            faults += [f"{state.name}: {fault}" for fault in audit(shown.window(), part)]
    assert not faults, "\n".join(faults)


def test_tab_leads_through_each_state_and_out_of_every_control(
    window: MainWindow, full_services: Services
) -> None:
    page = window.findChild(BodyMapPage)
    faults: list[str] = []
    for state in STATES:
        with brought(state, page, full_services) as shown:
            faults += [f"{state.name}: {fault}" for fault in traps(shown)]
    assert not faults, "\n".join(faults)


def traps(part: QWidget) -> Iterator[str]:
    """What keeps the keyboard, going on and back: a reader would never come out of it."""
    shown = part.window()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        seen: list[QWidget | None] = []
        for _ in range(MOST_STOPS):
            QTest.keyClick(shown.focusWidget() or shown, key)
            seen.append(shown.focusWidget())
            last = seen[-STUCK:]
            if seen[-1] is seen[0] and len(set(seen)) > 1:
                break
            if len(last) == STUCK and len(set(last)) == 1:
                if isinstance(shown, QDialog) and _stops(shown) == 1:
                    break  # there is but one, and Esc closes the dialog
                yield f"{key.name} does not leave {where(last[0]) if last[0] else shown}"
                break
        else:
            yield f"{key.name} never comes round, last at {where(seen[-1]) if seen[-1] else shown}"


def _stops(shown: QWidget) -> int:
    parts = (part for part in shown.findChildren(QWidget) if part.isVisible() and part.isEnabled())
    return sum(bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) for part in parts)


def test_the_menu_of_the_picture_can_be_read_and_touched(window: MainWindow) -> None:
    menu = window.findChild(BodyMapPage).export.menu
    menu.ensurePolished()
    menu.adjustSize()
    assert [action.text() for action in menu.actions()] == ["Copy picture", "Save picture…"]
    assert all(menu.actionGeometry(action).height() >= SMALLEST for action in menu.actions())
