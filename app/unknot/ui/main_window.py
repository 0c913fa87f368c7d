"""The main window: rail, pages, the bars above and below them, and the player that takes it all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from unknot.domain.choices import Choices
from unknot.domain.days import day_of
from unknot.domain.errors import KnownError
from unknot.ui import pages
from unknot.ui.day_words import long_day
from unknot.ui.focus_mark import FocusMark
from unknot.ui.navigation import Rail
from unknot.ui.page_stack import PageStack
from unknot.ui.session_player import SessionPlayer
from unknot.ui.theme import Theme
from unknot.ui.window_bars import WindowBars
from unknot.ui.window_keys import PageKey, WindowKeys

if TYPE_CHECKING:
    from unknot.services.bundle import Services
    from unknot.ui.flows import Flows
    from unknot.ui.undoing import Undoing

SMALLEST = (1024, 700)
FIRST_SIZE = (1280, 800)
TEXT_STEP = 10


class MainWindow(QMainWindow):
    """First a frame with the page's title; `take_services` fills it once the history is open.

    `first_painted` comes once, after the frame was drawn; `closing` before the window goes.
    """

    first_painted = Signal()
    closing = Signal()

    def __init__(self, theme: Theme, choices: Choices, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.setWindowTitle("Unknot")
        self.setMinimumSize(*SMALLEST)
        self._theme, self._choices, self._now = theme, choices, now
        self._services: Services | None = None
        self._flows: Flows | None = None
        self.undoing: Undoing | None = None
        self._painted, self._was_full_screen = False, False
        self._behind: list[str] = []
        self._came_from = FocusMark(None)
        self._player: QWidget | None = None
        self._instead: QWidget | None = None
        self._outer = QStackedWidget()
        self._build_shell()
        self._wrap_outer()
        self._keys = WindowKeys(self)
        self._bind_keys()
        self._restore_geometry()
        self.rail.fit(self.width())
        self.rail.set_ready(ready=False)
        self.rail.show_page(self._first_page())
        self.stack.show_title(self._first_title())
        theme.changed.connect(self._refit)

    # ------------------------------------------------------------- filling
    def take_services(self, services: Services) -> None:
        """Fill the frame: the history is open."""
        self._services = services
        self._choices = services.settings.choices
        services.settings.changed.connect(self._choices_changed)
        services.keeping.failed.connect(self._backup_failed)
        self.stack.take_services(services)
        from unknot.ui.flows import Flows  # noqa: PLC0415  # after the first frame
        from unknot.ui.undoing import Undoing  # noqa: PLC0415  # as above

        self._flows = Flows(services, self._theme, self)
        self.undoing = Undoing(services.journal, self._theme, self.stack, self._column, self)
        self.stack.page_made.connect(self._flows.connect_page)
        if services.settings.is_demo:
            self.bars.show_demo_note()
        self.rail.set_ready(ready=True)
        self.go(self._first_page())

    def show_instead(self, view: QWidget) -> None:
        """Show a view in the place of the pages: why the history cannot be opened."""
        self._instead = view
        self.rail.set_shut(shut=True)
        self.stack.setCurrentIndex(self.stack.addWidget(view))
        view.setFocus()

    def drop_instead(self) -> None:
        """Take that view away again."""
        self.rail.set_shut(shut=False)
        if self._instead is not None:
            self.stack.removeWidget(self._instead)
            self._instead.deleteLater()
            self._instead = None

    def offer_resume(self) -> None:
        """Ask about a session that a crash cut off."""
        if self._flows is not None:
            self._flows.offer_resume()

    def show_known(self, error: KnownError, retry: Callable[[], None] | None = None) -> None:
        """Say a known trouble above the page or in the player; `retry` is what "Try again" does."""
        player: object = self._player  # no widget of Qt can do this, says its type
        if isinstance(player, SessionPlayer):
            player.show_known(error, retry)
            return
        self.bars.show_known(error, retry, over_player=player is not None)
        self.announce(str(error))

    # ------------------------------------------------------------- going about
    @property
    def page(self) -> str:
        """The id of the page shown."""
        return self.stack.current_page

    @property
    def flows(self) -> Flows | None:
        """What leads from a page to a player; None before the history is open."""
        return self._flows

    def go(self, page: str) -> None:
        """Show a page."""
        if page not in pages.MAKERS or self._services is None or self._player is not None:
            return
        left = self.stack.current_page
        self.stack.show_page(page)
        self.rail.show_page(page)
        self._name_window(pages.label(page))
        if left and left != page:
            self._behind = [*self._behind[-19:], left]
        if left != page:
            self._settle_focus()
        if page != pages.SETTINGS:
            with suppress(KnownError):  # the page is shown all the same
                self._services.settings.choose(page=page)

    def _settle_focus(self) -> None:
        """Leave the keyboard on a control of the page, else give it to the entry of the page in the rail."""
        held, shown = self.focusWidget(), self.stack.currentWidget()
        inside = held is not None and shown is not None and shown.isAncestorOf(held)
        if not inside or held is None or held.focusPolicy() == Qt.FocusPolicy.NoFocus:
            self.rail.buttons[self.page].setFocus(Qt.FocusReason.OtherFocusReason)

    def _refocus(self, mark: FocusMark) -> None:
        found = mark.find(self._shell)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._settle_focus()

    def go_back(self) -> None:
        """Show the page before this one."""
        if self._behind:
            page = self._behind.pop()
            self.go(page)
            self._behind.pop()

    def log_run(self) -> None:
        """Open the form for a new run."""
        self.go(pages.RUNS)
        if self._flows is not None:
            self._flows.log_run(self.stack.page(pages.RUNS))

    # ------------------------------------------------------------- the player
    def show_player(self, player: QWidget, *, full_screen: bool = True) -> None:
        """Give the whole window to a player; the keys of the pages rest."""
        if self._player is not None:
            self._drop_player()
        else:
            self._was_full_screen = self.isFullScreen()
            self._came_from = FocusMark(self.focusWidget())
        self._player = player
        self._keys.set_enabled(enabled=False)
        if self.undoing is not None:
            self.undoing.set_quiet(quiet=True)
        self._outer.setCurrentIndex(self._outer.addWidget(player))
        if full_screen and self._choices.full_screen_player and not self.isFullScreen():
            self.showFullScreen()
        self._name_window(player.accessibleName())
        player.setFocus()

    def close_player(self) -> None:
        """Take the player away and show the page again."""
        if self._player is None:
            return
        self._drop_player()
        self._outer.setCurrentWidget(self._shell)
        self._keys.set_enabled(enabled=True)
        if self.undoing is not None:
            self.undoing.set_quiet(quiet=False)
        if self.isFullScreen() and not self._was_full_screen:
            self.showNormal()
        self._name_window(pages.label(self.page))
        self._refocus(self._came_from)

    def _name_window(self, shown: str) -> None:
        self.setWindowTitle(self.tr("{page} – Unknot").format(page=shown) if shown else "Unknot")

    def _drop_player(self) -> None:
        if self._player is not None:
            self.bars.player_gone()
            self._outer.removeWidget(self._player)
            self._player.hide()
            self._player.deleteLater()
            self._player = None

    def _undo(self) -> None:
        if self.undoing is not None:
            self.undoing.undo()

    def _redo(self) -> None:
        if self.undoing is not None:
            self.undoing.redo()

    def _backup_failed(self, error: KnownError) -> None:
        if self._services is not None:
            self.show_known(error, self._services.keeping.back_up_now)

    def announce(self, text: str) -> None:
        """Say something to a screen reader."""
        from unknot.ui.widgets.announcing import announce  # noqa: PLC0415  # as in show_keys

        announce(self, text)

    # ------------------------------------------------------------- the look
    def bigger_text(self) -> None:
        """One step more, up to 200 %."""
        self._set_text_scale(self._choices.text_scale + TEXT_STEP)

    def smaller_text(self) -> None:
        """One step less, down to 100 %."""
        self._set_text_scale(self._choices.text_scale - TEXT_STEP)

    def plain_text(self) -> None:
        """Back to 100 %."""
        self._set_text_scale(100)

    def _set_text_scale(self, scale: int) -> None:
        if self._services is not None:
            self._services.settings.choose(text_scale=min(200, max(100, scale)))

    def _choices_changed(self, choices: Choices) -> None:
        old, self._choices = self._choices, choices
        look = (choices.theme, choices.text_scale, choices.reduced_motion)
        if look == (old.theme, old.text_scale, old.reduced_motion):
            return
        mark = FocusMark(self.focusWidget())
        self._theme.apply(choices.theme, choices.text_scale, reduced_motion=choices.reduced_motion)
        self.stack.renew(current_too=choices.text_scale != old.text_scale)
        if self._player is None:
            self._refocus(mark)

    def _refit(self) -> None:
        self.rail.fit(self.width())
        if self.undoing is not None:
            self.undoing.place()

    def toggle_full_screen(self) -> None:
        """Full screen, or back."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _hold(self) -> bool:
        """Pause the session that is on, if one is; whether it is."""
        player: object = self._player
        if isinstance(player, SessionPlayer) and player.is_on:
            player.hold()
            return True
        return False

    def quit(self) -> None:
        """Close it; in the middle of a session ask first."""
        if not self._hold():
            self.close()
            return
        from unknot.ui.dialogs.quit import QuitDialog  # noqa: PLC0415  # not needed for the first frame

        dialog = QuitDialog(self._theme, self)
        dialog.quit_wanted.connect(self.close)
        dialog.open()

    def show_keys(self) -> None:
        """The sheet of keys; a session pauses meanwhile."""
        self._hold()
        from unknot.ui.dialogs.keys import KeysDialog  # noqa: PLC0415  # not needed for the first frame

        KeysDialog(self._theme, self).open()

    # ------------------------------------------------------------- Qt
    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the frame is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail shows what fits."""
        super().resizeEvent(event)
        self._refit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and ? come here when no page wanted them."""
        if event.key() == Qt.Key.Key_Escape and self._player is None:
            if self.undoing is not None and self.undoing.put_away():
                return
            step_back = getattr(self.stack.currentWidget(), "step_back", None)  # the keyboard was elsewhere
            if callable(step_back) and step_back():
                return
            if self.isFullScreen():
                self.showNormal()
            else:
                self.go_back()
        elif event.text() == "?":
            self.show_keys()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was; its own button asks in the middle of a session, as Ctrl+Q does."""
        if event.spontaneous() and self._hold():
            event.ignore()
            self.quit()
            return
        if self._services is not None and not self.isFullScreen():
            kept = self.saveGeometry().toBase64().toStdString()
            with suppress(KnownError):  # where the window was is not worth keeping it open
                self._services.settings.choose(window=kept)
        self.closing.emit()
        super().closeEvent(event)

    # ------------------------------------------------------------- building
    def _build_shell(self) -> None:
        self._shell = QWidget()
        row = QHBoxLayout(self._shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.rail = Rail(self._theme, pages.entries())
        self.rail.page_chosen.connect(self.go)
        row.addWidget(self.rail)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.stack = PageStack(self._theme)
        self._column.addWidget(self.stack, 1)
        row.addLayout(self._column, 1)
        self._outer.addWidget(self._shell)

    def _wrap_outer(self) -> None:
        whole = QWidget()
        self._whole = QVBoxLayout(whole)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._outer, 1)
        self.setCentralWidget(whole)
        self.bars = WindowBars(self._theme, (self.stack, self._column), (self._outer, self._whole))

    def _bind_keys(self) -> None:
        for page in pages.MAKERS:
            key = PageKey(page, self.go, self)
            self._keys.bind((f"Ctrl+{pages.NUMBERS[page]}",), key.pressed)
        self._keys.bind(("F11",), self.toggle_full_screen)
        self._keys.bind(("F1",), self.show_keys, always=True)
        self._keys.bind(("Ctrl+Q",), self.quit, always=True)
        self._keys.bind(("Ctrl+Z",), self._undo)
        self._keys.bind(("Ctrl+Shift+Z", "Ctrl+Y"), self._redo)
        self._keys.bind(("Ctrl+N",), self.log_run)
        self._keys.bind(("Ctrl+,",), PageKey(pages.SETTINGS, self.go, self).pressed)
        self._keys.bind(("Ctrl++", "Ctrl+="), self.bigger_text, repeats=True)
        self._keys.bind(("Ctrl+-",), self.smaller_text, repeats=True)
        self._keys.bind(("Ctrl+0",), self.plain_text)
        self._keys.bind(("Alt+Left",), self.go_back)

    def _restore_geometry(self) -> None:
        kept = QByteArray.fromBase64(self._choices.window.encode("ascii", "replace"))
        if not self._choices.window or not self.restoreGeometry(kept):
            self.resize(*FIRST_SIZE)

    def _first_page(self) -> str:
        return self._choices.page if self._choices.page in pages.MAKERS else pages.TODAY

    def _first_title(self) -> str:
        page = self._first_page()
        return long_day(day_of(self._now())) if page == pages.TODAY else pages.label(page)
