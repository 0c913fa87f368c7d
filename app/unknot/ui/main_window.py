"""The main window: rail, pages, the bars above and below them, and the player that takes it all."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from unknot.domain.choices import Choices
from unknot.domain.days import day_of
from unknot.domain.errors import KnownError
from unknot.ui import pages
from unknot.ui.day_words import long_day
from unknot.ui.navigation import Rail
from unknot.ui.page_stack import PageStack
from unknot.ui.theme import Theme
from unknot.ui.window_keys import PageKey, WindowKeys

if TYPE_CHECKING:
    from unknot.services.bundle import Services
    from unknot.ui.flows import Flows
    from unknot.ui.widgets.error_banner import ErrorBanner
    from unknot.ui.widgets.undo_bar import UndoBar

SMALLEST = (1024, 700)
FIRST_SIZE = (1280, 800)
TEXT_STEP = 10
_UNDO_GAP = 24
_ABOVE_BAR = 12
_BELOW_OVER = 12


@runtime_checkable
class TellsTrouble(Protocol):
    """A player that says a trouble itself, large enough to be read from the floor."""

    def show_known(self, error: KnownError, retry: Callable[[], None] | None = None) -> None:
        """Say it; `retry` is what "Try again" does."""


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
        self._painted, self._was_full_screen = False, False
        self._behind: list[str] = []
        self._player: QWidget | None = None
        self._instead: QWidget | None = None
        self._retry: Callable[[], None] | None = None
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
        services.journal.done.connect(self._tell_done)
        services.journal.undo_changed.connect(self._undo_changed)
        services.keeping.failed.connect(self._backup_failed)
        self.stack.take_services(services)
        from unknot.ui.flows import Flows  # noqa: PLC0415  # after the first frame

        self._flows = Flows(services, self._theme, self)
        self.stack.page_made.connect(self._flows.connect_page)
        if services.settings.is_demo:
            self._show_demo_note()
        self.rail.set_ready(ready=True)
        self.go(self._first_page())

    def show_instead(self, view: QWidget) -> None:
        """Show a view in the place of the pages: why the history cannot be opened."""
        self._instead = view
        self.stack.setCurrentIndex(self.stack.addWidget(view))
        view.setFocus()

    def drop_instead(self) -> None:
        """Take that view away again."""
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
        if isinstance(player, TellsTrouble):
            player.show_known(error, retry)
            return
        self._retry = retry
        banner = self._banner if self._player is None else self._over
        banner.show_known(error, can_retry=retry is not None)
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
        shown = self.stack.show_page(page)
        self.rail.show_page(page)
        self._name_window(pages.label(page))
        if left and left != page:
            self._behind = [*self._behind[-19:], left]
            if shown is not None and not shown.isAncestorOf(self.focusWidget() or self):
                self.rail.buttons[page].setFocus(Qt.FocusReason.OtherFocusReason)
        if page != pages.SETTINGS:
            with suppress(KnownError):  # the page is shown all the same
                self._services.settings.choose(page=page)

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
        self._player = player
        self._keys.set_enabled(enabled=False)
        self._undo_bar.put_away()
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
        if self.isFullScreen() and not self._was_full_screen:
            self.showNormal()
        self._name_window(pages.label(self.page))
        self.rail.buttons[self.page].setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_window(self, shown: str) -> None:
        self.setWindowTitle(self.tr("{page} – Unknot").format(page=shown) if shown else "Unknot")

    def _drop_player(self) -> None:
        if self._player is not None:
            self._over.hide()
            self._outer.removeWidget(self._player)
            self._player.hide()
            self._player.deleteLater()
            self._player = None

    # ------------------------------------------------------------- undo
    def undo(self) -> None:
        """Take the last change back."""
        self._take_back(redo=False)

    def redo(self) -> None:
        """Do it again."""
        self._take_back(redo=True)

    def _take_back(self, *, redo: bool) -> None:
        if self._services is None:
            return
        journal = self._services.journal
        try:
            what = journal.redo() if redo else journal.undo()
        except KnownError as trouble:
            self.show_known(trouble, self.redo if redo else self.undo)
            return
        if what:
            words = self.tr("Done again: {what}") if redo else self.tr("Undone: {what}")
            self._say(words.format(what=what), undoable=False)

    def _tell_done(self, sentence: str) -> None:
        if self._player is None:
            self._say(sentence, undoable=True)

    def _undo_changed(self) -> None:
        if self._services is not None and not self._services.journal.can_undo():
            self._undo_bar.put_away()

    def _say(self, sentence: str, *, undoable: bool) -> None:
        self._undo_bar.show_done(sentence, undoable=undoable)
        self._place_undo_bar()
        self.announce(sentence)

    def _backup_failed(self, error: KnownError) -> None:
        if self._services is not None:
            self.show_known(error, self._services.keeping.back_up_now)

    def _try_again(self) -> None:
        if self._retry is not None:
            self._retry()

    def announce(self, text: str) -> None:
        """Say something to a screen reader."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # noqa: PLC0415  # as in show_keys

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

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
        self._theme.apply(choices.theme, choices.text_scale, reduced_motion=choices.reduced_motion)
        self.stack.renew(current_too=choices.text_scale != old.text_scale)

    def _refit(self) -> None:
        self.rail.fit(self.width())
        if self._services is not None:
            self._place_undo_bar()

    def toggle_full_screen(self) -> None:
        """Full screen, or back."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def show_keys(self) -> None:
        """The sheet of keys."""
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
            if self._undo_bar.isVisible():
                self._undo_bar.put_away()
            elif self.isFullScreen():
                self.showNormal()
            else:
                self.go_back()
        elif event.text() == "?" and self._player is None:
            self.show_keys()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
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

    # the bars are made when one is needed: the first frame is there sooner
    @cached_property
    def _banner(self) -> ErrorBanner:
        return self._put_banner_above(self.stack, self._column)

    @cached_property
    def _over(self) -> ErrorBanner:
        """In sight while a player covers the pages and their banner."""
        return self._put_banner_above(self._outer, self._whole, _BELOW_OVER)

    @cached_property
    def _undo_bar(self) -> UndoBar:
        from unknot.ui.widgets.undo_bar import UndoBar  # noqa: PLC0415  # as said

        bar = UndoBar(self._theme, self._shell)
        bar.undo_wanted.connect(self.undo)
        return bar

    def _put_banner_above(self, widget: QWidget, column: QVBoxLayout, below: int = 0) -> ErrorBanner:
        from unknot.ui.widgets.error_banner import ErrorBanner  # noqa: PLC0415  # as said
        from unknot.ui.widgets.inset import Inset  # noqa: PLC0415  # as said

        banner = ErrorBanner(self._theme)
        banner.action_chosen.connect(self._try_again)
        column.insertWidget(column.indexOf(widget), Inset(banner, self._theme, _ABOVE_BAR, below))
        return banner

    def _show_demo_note(self) -> None:
        from unknot.ui.widgets.inset import Inset  # noqa: PLC0415  # as said
        from unknot.ui.widgets.note import Note  # noqa: PLC0415  # as said

        words = self.tr("An invented history, to look around. Nothing in it is yours.")
        note = Note(words, self._theme, icon="info-bold", tint="infoTint")
        self._column.insertWidget(0, Inset(note, self._theme, _ABOVE_BAR))

    def _bind_keys(self) -> None:
        for page in pages.MAKERS:
            key = PageKey(page, self.go, self)
            self._keys.bind((f"Ctrl+{pages.NUMBERS[page]}",), key.pressed)
        self._keys.bind(("F11",), self.toggle_full_screen)
        self._keys.bind(("F1",), self.show_keys)
        self._keys.bind(("Ctrl+Z",), self.undo)
        self._keys.bind(("Ctrl+Shift+Z", "Ctrl+Y"), self.redo)
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

    def _place_undo_bar(self) -> None:
        bar, gap = self._undo_bar, self._theme.px(_UNDO_GAP)
        room = self._shell.width() - self.rail.width()
        bar.setMaximumWidth(max(room - 2 * gap, 1))
        bar.adjustSize()
        left = self.rail.width() + (room - bar.width()) // 2
        bar.move(left, self._shell.height() - bar.height() - gap)
