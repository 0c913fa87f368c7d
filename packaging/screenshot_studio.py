"""A window on a copy of the demo history whose clocks are turned by hand, for pictures that never differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QWidget

from unknot import bootstrap, paths
from unknot.domain.choices import ThemeChoice
from unknot.domain.player import PlayerState
from unknot.domain.screening import Question
from unknot.domain.tone import Note, ToneSet
from unknot.services.player import PlayerService
from unknot.services.tones import Words
from unknot.storage.history import open_history
from unknot.ui.flows import Flows
from unknot.ui.focus_mark import MadeLater
from unknot.ui.main_window import MainWindow
from unknot.ui.player.mini_player import MiniPlayer
from unknot.ui.runs.runs_page import RunsPage
from unknot.ui.theme import Theme
from unknot.ui.widgets.pose_tile import TileDrawer

_TICK_MS = 500  # far longer than the player's tick
_TURN_S = 1.5  # how far the session's clock goes in a tick; from 2 s on the player would ask
_SETTLE_MS = 350
_Part = TypeVar("_Part", bound=QWidget)


class SilentSpeaker:
    """Looks like a sound output that keeps time, so that no player says that there is none."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._begun = 0.0

    def play(self, _notes: Sequence[Note], _position: float, _words: Sequence[Words] = ()) -> None:
        """Play nothing, from now on."""
        self._begun = self._clock()

    def stop(self) -> None:
        """Nothing to stop."""

    def set_volume(self, percent: int) -> None:
        """Nothing is as loud as that."""

    def set_tones(self, style: ToneSet) -> None:
        """Nothing sounds like that."""

    def set_output(self, output: str) -> None:
        """Nothing comes out there."""

    def heard(self, now: float) -> float | None:
        """All of the nothing until now."""
        return now - self._begun

    def close(self) -> None:
        """Nothing to let go of."""


class QuietNarrator:
    """Looks like a voice, so that no player says that there is none."""

    available = True
    voices = ()

    def say(self, text: str) -> None:
        """Keep quiet."""

    def stop(self) -> None:
        """Nothing to stop."""

    def set_volume(self, percent: int) -> None:
        """Nothing is as loud as that."""

    def set_manner(self, name: str, rate: int) -> None:
        """Quiet in any manner."""


class Studio:
    """One window, filled. A scene opens what it shows and takes the picture."""

    def __init__(
        self, theme: Theme, data: Path, now: datetime, look: tuple[ThemeChoice, int], size: tuple[int, int]
    ) -> None:
        self._seconds = 0.0
        self.silent = False  # True: no session finds a sound output
        self.theme, self.data = theme, data
        self._history = open_history(data, paths.migrations())
        self.services = bootstrap.make_services(
            self._history,
            paths.resources(),
            lambda: now,
            clock=self._read_clock,
            speaker=self._speaker,
            narrator=QuietNarrator,
        )
        which, text = look
        self.services.settings.choose(
            theme=which, text_scale=text, reduced_motion=True, full_screen_player=False, sound_checked=True
        )
        theme.apply(which, text, reduced_motion=True)
        self.window = MainWindow(theme, self.services.settings.choices, lambda: now)
        self.window.resize(*size)
        self.window.show()
        self.window.take_services(self.services)
        self.settle()

    def close(self) -> None:
        """Let everything go."""
        self.services.players.close()
        self.services.keeping.wait()
        self.window.close_player()
        self.window.close()
        self.window.deleteLater()
        # outside of exec() Qt keeps what is to be deleted, and each style sheet would polish it again
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._history.close()

    # ------------------------------------------------------------- what scenes use
    def page(self, name: str) -> QWidget:
        """Show a page of the rail."""
        self.window.go(name)
        self.settle()
        shown = self.window.stack.page(name)
        if shown is None:
            raise LookupError(name)
        return shown

    def picture(self) -> QPixmap:
        """The window as it is, with a dialog above it where one is open."""
        self.settle()
        shot = (self.mini or self.window).grab()
        above = QApplication.activeModalWidget()
        if isinstance(above, QDialog):
            painter = QPainter(shot)
            painter.fillRect(self.window.rect(), QColor(0, 0, 0, 110))
            room = self.window.size() - above.size()
            corner = QPoint(room.width() // 2, room.height() // 2)
            painter.drawPixmap(corner, above.grab())
            painter.setPen(self.theme.color("borderStrong"))  # the frame that a desktop gives it
            painter.drawRect(above.rect().translated(corner))
            painter.end()
            above.reject()
        return shot

    @property
    def mini(self) -> MiniPlayer | None:
        """The mini-player, where one is open: it stands for the window then."""
        tops = QApplication.topLevelWidgets()
        return next((one for one in tops if isinstance(one, MiniPlayer) and one.isVisible()), None)

    def press(self, words: str) -> None:
        """Click the first button in sight with these words, in the dialog where one is open."""
        room = QApplication.activeModalWidget() or self.mini or self.window
        for button in room.findChildren(QAbstractButton):
            if button.isVisible() and words in (button.text(), button.accessibleName()):
                button.click()
                self.settle()
                return
        raise LookupError(words)

    def strike(self, key: Qt.Key) -> None:
        """Press a key, as a keyboard user does."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            pressed = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(self.window.windowHandle(), pressed)
        self.settle()

    def scroll_down(self) -> None:
        """Show the end of whatever scrolls."""
        self.settle()
        for area in self.window.findChildren(QAbstractScrollArea):
            if area.isVisible():
                area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    @property
    def flows(self) -> Flows:
        """What leads from a page to a player."""
        if self.window.flows is None:
            raise LookupError("the window is not filled")
        return self.window.flows

    def open_run(self, run: UUID) -> None:
        """Open a run of the log in its form."""
        self.shown(RunsPage).open_run(run)

    def answer_safely(self) -> None:
        """Answer every safety question so that all is open, and today's."""
        self.answer_safely_but_today()
        self.services.screening.answer_daily(False)

    def answer_safely_but_today(self) -> None:
        """Answer what is asked once; the daily question stays open."""
        screening = self.services.screening
        for what in ("press", "drill"):
            while asked := screening.outstanding_for(what):
                screening.save({asked[0].id: [harmless(asked[0])]})
        self.services.settings.choose(press_taught=True)

    def first_release(self) -> UUID:
        """The knot that Today would release first."""
        return self.services.release.due()[0][0].knot.id

    def player(self) -> PlayerService:
        """The session that runs."""
        running = self.services.players.running
        if running is None:
            raise LookupError("no session runs")
        return running

    def shown(self, kind: type[_Part]) -> _Part:
        """The visible widget of this kind."""
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def play(self, seconds: float) -> None:
        """Let the session's clock run so far."""
        until = self._seconds + seconds
        while self._seconds < until:
            self.lapse(min(_TURN_S, until - self._seconds))

    def lapse(self, seconds: float) -> None:
        """Let it leap; from 2 s on the player takes it for a gap."""
        seen = QSignalSpy(self.player().moved)
        self._seconds += seconds
        seen.wait(_TICK_MS)  # or two turns would look like one gap on a busy machine

    def wait(self, seconds: float) -> None:
        """Let its clock run on where no session runs."""
        self._seconds += seconds
        self.settle()

    def play_out(self, rate: Callable[[], None]) -> None:
        """Play the session to its end; `rate` answers each check."""
        service = self.player()
        while service.state not in {PlayerState.DONE, PlayerState.AWAY}:
            if service.state is PlayerState.WAITING:
                rate()
            self.lapse(_TURN_S)

    def play_to(self, fits: Callable[[PlayerService], bool]) -> None:
        """Jump to the first step of the session that fits."""
        service = self.player()
        for segment in service.timeline.segments:
            service.jump(segment.index)
            if fits(service):
                self.settle()
                return
        raise LookupError("no such step")

    def settle(self, milliseconds: int = _SETTLE_MS) -> None:
        """Let the window work for a while of real time."""
        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < milliseconds:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if self.window.findChild(TileDrawer) is not None:
            self._hurry()

    def _hurry(self) -> None:
        """Have what pages make and draw bit by bit made at once: a picture cannot wait for a busy machine."""
        for part in self.window.findChildren(QWidget):
            if isinstance(part, MadeLater) and part.isVisible():
                part.make_all()
        for _ in range(2):  # the first picture may change the layout, and so what is drawn
            QApplication.processEvents()
            self.window.grab()  # what is painted, asks to be drawn
            for drawer in self.window.findChildren(TileDrawer):
                drawer.draw_all()

    def _speaker(self) -> SilentSpeaker | None:
        return None if self.silent else SilentSpeaker(self._read_clock)

    def _read_clock(self) -> float:
        return self._seconds


Scene = Callable[[Studio], None]
"""Brings the window into the state that its picture shows."""


def below(scene: Scene) -> Scene:
    """The same, scrolled to its end."""

    def draw(studio: Studio) -> None:
        scene(studio)
        studio.scroll_down()

    return draw


def harmless(question: Question) -> str:
    """The answer that stops, locks and notes nothing, else the first."""
    plain = [option for option in question.options if not option.effects]
    return (plain or question.options)[0].id
