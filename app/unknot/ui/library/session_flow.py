"""From a card to the player and back: what every kind of session asks, refuses and leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from unknot.domain.errors import KnownError
from unknot.domain.practice import Session
from unknot.domain.screening import Question
from unknot.services.bundle import Services
from unknot.services.cut_off import why_not
from unknot.services.player import PlayerService
from unknot.services.screening import Permission, What
from unknot.services.session_set import SessionSet
from unknot.ui.library.detail_page import DetailPage
from unknot.ui.player.media_remote import MediaRemote
from unknot.ui.player.session_players import SessionPlayers
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

    def go(self, page: str) -> None:
        """Show a page."""


class SessionFlow(QObject):
    """Base of the ways to a player, and from item to item of a set.

    A room says in `_next` which gate is still shut, or shows its page.

    `opens` is what the safety questions have to open. `ended` comes when the window is the pages' again.
    """

    ended = Signal()
    opens: What

    def __init__(self, services: Services, theme: Theme, window: QWidget, stage: Stage | None = None) -> None:
        super().__init__(window)
        self._services, self._theme, self._window = services, theme, window
        self._set = SessionSet(services)
        self._players = SessionPlayers(services, theme, self._set)
        self._stage: Stage = stage if stage is not None else window  # type: ignore[assignment]  # MainWindow fits

    # ------------------------------------------------------------- ways in and out
    def resume(self, session: Session) -> None:
        """Go on with a session that a crash cut off, unless what held at its start holds no more."""
        permission = self._services.screening.may(self._what)
        if not permission.allowed:
            self._refuse_by(permission)
            return
        cannot, shut = self.tr("This session cannot go on"), why_not(self._services, session)
        if shut:
            self._refuse(cannot, shut)
            return
        try:
            service = self._services.players.resume(session, most=self._most(session))
        except KnownError as trouble:
            self._stage.show_known(trouble)
            return
        if service is None:
            text = self.tr("Its steps have changed since. What was done is kept in your history.")
            self._refuse(cannot, text)
        else:
            self._play(service)

    def go_on(self, session: Session) -> None:
        """Begin what follows a session in its set."""
        follows = self._set.next(session)
        if follows is not None:
            self._begin(follows.begin)

    def change_answers(self) -> None:
        """Go through the safety questions anew."""
        questions = self._services.screening.interview_for(self.opens, anew=True)
        page = ScreeningPage(self._services, self._theme, self.opens, questions, anew=True, show_known=True)
        self._ask(page, self.close)

    def close(self) -> None:
        """Give the window back to the pages."""
        self._stage.close_player()
        self.ended.emit()

    # ------------------------------------------------------------- what a room says
    @property
    def _what(self) -> What:
        """What has to be open for the session of now."""
        return self.opens

    def _next(self) -> None:
        """The next gate that is still shut, or the page before the player."""
        raise NotImplementedError

    def _most(self, _session: Session) -> int | None:
        """The pressure with which it may go on at most; None for that of its start."""
        return None

    def _closes(self, _session: Session) -> bool:
        """Whether a page of its own follows a session that is over."""
        return False

    # ------------------------------------------------------------- what a room calls
    def _is_open(self) -> bool:
        """Whether the safety questions let it through; if not, they are asked, or it is said why not.

        What follows in a set is asked about with it; what the answers forbid of that is left out in silence.
        """
        screening, own = self._services.screening, self._what
        for what in dict.fromkeys((own, *self._set.opens)):
            permission = screening.may(what)
            if permission.needs_questions:
                self._ask_these(screening.interview_for(what), what, intro=not screening.answers())
                return False
            if what == own and not permission.allowed:
                self._refuse_by(permission)
                return False
        return True

    def _ask_these(
        self, questions: Sequence[Question], what: What, *, anew: bool = False, intro: bool = False
    ) -> None:
        page = ScreeningPage(self._services, self._theme, what, questions, anew=anew, intro=intro)
        self._ask(page, self._next)

    def _refuse_by(self, permission: Permission) -> None:
        self._refuse(permission.title, permission.reason, can_change=permission.can_unlock)

    def _refuse(self, title: str, reason: str, *, can_change: bool = False, instead: str = "") -> RefusalPage:
        """Say why not; `instead` names what may be done."""
        verdict = self._services.screening.verdict() if can_change else None
        page = RefusalPage(
            title, reason, self._theme, verdict=verdict, can_change=can_change, instead=instead
        )
        page.left.connect(self.close)
        page.change_wanted.connect(self.change_answers)
        self._show(page)
        return page

    def _show(self, page: QWidget) -> None:
        self._stage.show_player(page, full_screen=False)

    def _show_detail(self, page: DetailPage, start: Callable[[], None]) -> None:
        """The page before the player, which is made ready meanwhile."""
        page.back_wanted.connect(self.close)
        page.start_wanted.connect(start)
        self._show(page)
        self._services.players.prepare()

    def _begin(self, begin: Callable[[], PlayerService]) -> None:
        """Begin a session and play it, or say why it cannot be kept."""
        try:
            service = begin()
        except KnownError as trouble:
            self.close()
            self._stage.show_known(trouble)
            return
        self._play(service)

    # ------------------------------------------------------------- inside
    def _ask(self, page: ScreeningPage, then: Callable[[], None]) -> None:
        page.passed.connect(then)
        page.left.connect(self.close)
        self._show(page)

    def _play(self, service: PlayerService) -> None:
        player = self._players.player(service)
        player.closed.connect(self._played)
        if self._services.open_media_keys is not None:
            MediaRemote(player, self._services.open_media_keys())
        self._stage.show_player(player)
        service.start()

    def _played(self) -> None:
        """What follows in a set begins at once; else the window is the pages' again."""
        running = self._services.players.running
        session = None if running is None else self._services.practice.session(running.session.id)
        follows = None if session is None else self._set.next(session)
        if follows is not None:
            self._begin(follows.begin)
        elif session is None or not self._closes(session):
            self._services.players.close()
            self.close()
