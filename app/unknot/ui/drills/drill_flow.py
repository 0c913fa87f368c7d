"""From a drill to its player and back: screening, sound check once, the drill's page, the player."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from unknot.domain.drill import Drill
from unknot.domain.errors import KnownError
from unknot.domain.practice import Session
from unknot.services.bundle import Services
from unknot.services.player import PlayerService
from unknot.ui.drills.drill_detail import DrillDetail
from unknot.ui.player.drill_player import DrillPlayer
from unknot.ui.player.sound_check import SoundCheck
from unknot.ui.screening.refusal_page import RefusalPage
from unknot.ui.screening.screening_page import ScreeningPage
from unknot.ui.theme import Theme


class Stage(Protocol):
    """The window as a flow uses it."""

    def show_player(self, player: QWidget, *, full_screen: bool = True) -> None:
        """Give the whole window to a widget."""

    def close_player(self) -> None:
        """Take it away again."""

    def show_known(self, error: KnownError) -> None:
        """Say a known trouble."""


class DrillFlow(QObject):
    """Asks only what is still open. `ended` comes when the window is the pages' again."""

    ended = Signal()

    def __init__(self, services: Services, theme: Theme, window: QWidget, stage: Stage | None = None) -> None:
        super().__init__(window)
        self._services, self._theme = services, theme
        self._stage: Stage = stage if stage is not None else window  # type: ignore[assignment]  # MainWindow fits
        self._drill: Drill | None = None
        self._sound_offered = False

    # ------------------------------------------------------------- ways in
    def start_drill(self, drill_id: str) -> None:
        """A drill of the library."""
        self._drill = self._services.library.drills[drill_id]
        self._next()

    def resume(self, session: Session) -> None:
        """Go on with a session that a crash cut off, unless drills, or this one, are locked meanwhile."""
        permission = self._services.screening.may("drill")
        drill = self._services.library.drills.get(session.content_id)
        if not permission.allowed:
            self._refuse(permission.title, permission.reason, can_change=permission.can_unlock)
            return
        held = self._held_back(drill) if drill is not None else ()
        if held:
            self._refuse(self.tr("This session cannot go on"), " ".join(held), can_change=False)
            return
        try:
            service = self._services.players.resume(session)
        except KnownError as trouble:
            self._stage.show_known(trouble)
            return
        if service is None or drill is None:
            text = self.tr("The drill has changed since. What was done is kept in your history.")
            self._refuse(self.tr("This session cannot go on"), text, can_change=False)
            return
        self._play(service, drill)

    def change_answers(self) -> None:
        """Go through the safety questions anew."""
        questions = self._services.screening.interview_for("drill", anew=True)
        page = ScreeningPage(self._services, self._theme, "drill", questions, anew=True, show_known=True)
        page.passed.connect(self.close)
        page.left.connect(self.close)
        self._show(page)

    def close(self) -> None:
        """Give the window back to the pages."""
        self._stage.close_player()
        self.ended.emit()

    # ------------------------------------------------------------- the gates, one after the other
    def _next(self) -> None:
        """The next gate that is still shut, or the drill."""
        drill, screening = self._drill, self._services.screening
        if drill is None:
            return
        permission = screening.may("drill")
        held = self._held_back(drill)
        if permission.needs_questions:
            self._ask_screening()
        elif not permission.allowed:
            self._refuse(permission.title, permission.reason, can_change=permission.can_unlock)
        elif held:
            title = self.tr("Not this drill, not now")
            self._refuse(title, " ".join(held), can_change=False)
        elif not self._services.settings.choices.sound_checked and not self._sound_offered:
            self._check_sound()
        else:
            self._show_detail(drill)

    def _ask_screening(self) -> None:
        first = not self._services.screening.answers()
        questions = self._services.screening.interview_for("drill")
        page = ScreeningPage(self._services, self._theme, "drill", questions, intro=first)
        page.passed.connect(self._next)
        page.left.connect(self.close)
        self._show(page)

    def _check_sound(self) -> None:
        """Once; without a device once each time the app runs, since there may be one the next time."""
        self._sound_offered = True
        players = self._services.players
        page = SoundCheck(
            self._services.settings, self._theme, players.speaker_to_check, players.narrator_to_check()
        )
        page.done.connect(self._next)
        page.left.connect(self.close)
        self._show(page)

    def _show_detail(self, drill: Drill) -> None:
        detail = DrillDetail(self._services, self._theme, drill)
        detail.back_wanted.connect(self.close)
        detail.start_wanted.connect(self._start)
        self._show(detail)
        self._services.players.prepare()

    def _start(self) -> None:
        if self._drill is None:
            return
        try:
            service = self._services.players.start_drill(self._drill)
        except KnownError as trouble:
            self.close()
            self._stage.show_known(trouble)
            return
        self._play(service, self._drill)

    def _play(self, service: PlayerService, drill: Drill) -> None:
        services = self._services
        player = DrillPlayer(service, drill, services.gait, self._theme, services.settings)
        player.closed.connect(self._played)
        self._stage.show_player(player)
        service.start()

    def _played(self) -> None:
        self._services.players.close()
        self.close()

    # ------------------------------------------------------------- inside
    def _held_back(self, drill: Drill) -> tuple[str, ...]:
        words = self._services.library.vocabulary.contraindications
        return self._services.screening.held_back(drill, words)

    def _show(self, page: QWidget) -> None:
        self._stage.show_player(page, full_screen=False)

    def _refuse(self, title: str, reason: str, *, can_change: bool) -> None:
        verdict = self._services.screening.verdict() if can_change else None
        page = RefusalPage(title, reason, self._theme, verdict=verdict, can_change=can_change)
        page.left.connect(self.close)
        page.change_wanted.connect(self.change_answers)
        self._show(page)
