"""Leads from what a page asks for to where it happens: another page, a release, a drill, the run form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from unknot.domain.errors import KnownError
from unknot.domain.practice import Planned, Session, SessionEnd, SessionKind
from unknot.services.bundle import Services
from unknot.ui.day_turn import DayTurn
from unknot.ui.pages import BODY_MAP, RELEASE
from unknot.ui.theme import Theme

if TYPE_CHECKING:
    from unknot.ui.drills.drill_flow import DrillFlow
    from unknot.ui.editor.editor_flow import EditorFlow
    from unknot.ui.main_window import MainWindow
    from unknot.ui.release.release_flow import ReleaseFlow


class Flows(QObject):
    """Connects the signals that a page has; the flows themselves load when they are first needed."""

    def __init__(self, services: Services, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._services, self._theme, self._window = services, theme, window
        self._release: ReleaseFlow | None = None
        self._drill: DrillFlow | None = None
        self._editor: EditorFlow | None = None
        self._cut_off: Session | None = None
        self._from_stride = False  # the drill was opened from the look at the stride
        self.day_turn = DayTurn(services.now, self)

    def connect_page(self, _page: str, widget: QWidget) -> None:
        """Listen to a page that was just made."""
        for name, slot in (
            ("page_wanted", self._window.go),
            ("release_wanted", self.release_knot),
            ("set_wanted", self.start_set),
            ("routine_wanted", self.start_routine),
            ("drill_wanted", self.start_drill),
            ("act_wanted", self.act_on_routine),
            ("file_wanted", self.open_routine_file),
            ("run_wanted", self._window.log_run),
            ("check_wanted", self.check_knots),
            ("screening_wanted", self.change_answers),
            ("sound_check_wanted", self.check_sound),
            ("keys_wanted", self._window.show_keys),
            ("metronome_wanted", self.open_metronome),
            ("stride_wanted", self.check_stride),
            ("cues_wanted", self.show_cues),
        ):
            signal = getattr(widget, name, None)
            if isinstance(signal, SignalInstance):
                signal.connect(slot)
        refresh = getattr(widget, "refresh", None)
        if callable(refresh):  # a page that shows what day it is
            self.day_turn.turned.connect(refresh)

    @property
    def release(self) -> ReleaseFlow:
        """From a knot or a routine to its player."""
        if self._release is None:
            from unknot.ui.release.release_flow import ReleaseFlow  # noqa: PLC0415  # loads when needed

            self._release = ReleaseFlow(self._services, self._theme, self._window)
            self._release.act_wanted.connect(self.act_on_routine)
        return self._release

    @property
    def drill(self) -> DrillFlow:
        """From a drill to its player."""
        if self._drill is None:
            from unknot.ui.drills.drill_flow import DrillFlow  # noqa: PLC0415  # loads when needed

            self._drill = DrillFlow(self._services, self._theme, self._window)
            self._drill.ended.connect(self._drill_ended)
        return self._drill

    @property
    def editor(self) -> EditorFlow:
        """From a routine to a version of one's own, to a file and back."""
        if self._editor is None:
            from unknot.ui.editor.editor_flow import EditorFlow  # noqa: PLC0415  # loads when needed

            self._editor = EditorFlow(self._services, self._theme, self._window)
            self._editor.kept.connect(self._bring_routine)
        return self._editor

    def act_on_routine(self, act: str, routine_id: str) -> None:
        """Edit, copy, delete a routine, or save it as a file."""
        self.editor.act(act, routine_id)

    def open_routine_file(self) -> None:
        """Ask for a file of a routine."""
        self.editor.ask_which()

    def _bring_routine(self, routine_id: str) -> None:
        from unknot.ui.release.release_page import ReleasePage  # noqa: PLC0415  # loads with the page

        page = self._window.stack.page(RELEASE)
        if isinstance(page, ReleasePage):
            page.bring(routine_id)

    def release_knot(self, knot_id: UUID) -> None:
        """Release a knot by the routine that fits it."""
        self.release.release_knot(knot_id)

    def start_set(self, items: tuple[Planned, ...]) -> None:
        """Several items one after the other, as one session: by way of the page of the first."""
        first, *then = items
        self._from_stride = False
        if first.kind is SessionKind.DRILL:
            self.drill.start_drill(first.content_id, then)
        elif first.knot_ids:
            self.release.release_knot(first.knot_ids[0], then)
        else:
            self.release.start_routine(first.content_id, then)

    def start_routine(self, routine_id: str) -> None:
        """A routine of the library."""
        self.release.start_routine(routine_id)

    def start_drill(self, drill_id: str) -> None:
        """A drill."""
        self._from_stride = False
        self.drill.start_drill(drill_id)

    def _start_from_stride(self, drill_id: str) -> None:
        self.start_drill(drill_id)
        self._from_stride = True

    def _drill_ended(self) -> None:
        """Back to where the drill was opened."""
        if self._from_stride:
            self._from_stride = False
            self.check_stride()

    def check_knots(self) -> None:
        """Go through all open knots on the map."""
        from unknot.ui.body_map.body_map_page import BodyMapPage  # noqa: PLC0415  # loads with the map

        self._window.go(BODY_MAP)
        page = self._window.stack.page(BODY_MAP)
        if isinstance(page, BodyMapPage):
            page.check_all()

    def offer_resume(self) -> None:
        """Ask what shall become of a session that was cut off, if there is one."""
        session = self._services.practice.unfinished()
        if session is None:
            self._offer_rest()
            return
        from unknot.services.cut_off import why_not  # noqa: PLC0415  # rarely needed
        from unknot.ui.dialogs.resume import ResumeDialog  # noqa: PLC0415  # rarely needed

        self._cut_off = session
        shut = why_not(self._services, session)
        if not self._services.players.can_resume(session):
            shut = self.tr("It cannot be resumed, since the routine is another now.")
        dialog = ResumeDialog(self._theme, session, why_not=shut, parent=self._window)
        dialog.resumed.connect(self._resume_cut_off)
        dialog.kept.connect(self._keep_cut_off)
        dialog.discarded.connect(self._discard_cut_off)
        dialog.open()

    def _offer_rest(self) -> None:
        """Ask about the rest of a set that was cut off between two of its items."""
        session = self._services.practice.left_between()
        if session is None:
            return
        from unknot.services.session_set import SessionSet  # noqa: PLC0415  # rarely needed
        from unknot.ui.dialogs.resume import ResumeDialog  # noqa: PLC0415  # rarely needed

        follows = SessionSet(self._services).next(session)
        if follows is None:
            return
        self._cut_off = session
        dialog = ResumeDialog(self._theme, session, before=follows.title, parent=self._window)
        dialog.resumed.connect(self._go_on_with_set)
        dialog.kept.connect(self._leave_rest)
        dialog.open()

    def _go_on_with_set(self) -> None:
        if self._cut_off is not None:
            self.release.go_on(self._cut_off)

    def _leave_rest(self) -> None:
        if self._cut_off is not None:
            self._decide(partial(self._services.practice.leave_rest, self._cut_off.id), self._leave_rest)

    def _resume_cut_off(self) -> None:
        if self._cut_off is not None:
            self.resume(self._cut_off)

    def _keep_cut_off(self) -> None:
        session = self._cut_off
        if session is not None:
            end = partial(self._services.practice.finish, session.id, SessionEnd.PARTIAL, session.done_s)
            if self._decide(end, self._keep_cut_off):
                self._ask_after(session)

    def _ask_after(self, session: Session) -> None:
        """What a running drill asks at its end is asked of one that was cut off, too."""
        from unknot.domain.soreness import owed  # noqa: PLC0415  # rarely needed

        drill = self._services.library.drills.get(session.content_id)
        owing = () if drill is None else owed(drill, session, cut_off=True)
        if not owing:
            return
        from unknot.ui.dialogs.after_drill import AfterDrill  # noqa: PLC0415  # rarely needed

        words = self._services.gait.words.score
        dialog = AfterDrill(
            self._theme, session.title, {score.id: words[score.id].ask for score in owing}, self._window
        )
        dialog.rated.connect(partial(self._rate_after, session))
        dialog.open()

    def _rate_after(self, session: Session, name: str, value: int) -> None:
        rate = partial(self._services.practice.rated_after, session.id, {name: value})
        self._decide(rate, partial(self._rate_after, session, name, value))

    def _discard_cut_off(self) -> None:
        if self._cut_off is not None:
            self._decide(partial(self._services.practice.discard, self._cut_off.id), self._discard_cut_off)

    def _decide(self, write: Callable[[], None], again: Callable[[], None]) -> bool:
        try:
            write()
        except KnownError as trouble:
            self._window.show_known(trouble, again)
            return False
        return True

    def resume(self, session: Session) -> None:
        """Go on with a session that a crash cut off."""
        flow = self.release if session.kind is SessionKind.RELEASE else self.drill
        flow.resume(session)

    def change_answers(self) -> None:
        """Look at the answers of the screening and change them."""
        self.release.change_answers()

    def check_sound(self) -> None:
        """Left, right, voice and delay, on a page of its own."""
        from unknot.ui.player.sound_check import sound_check_of  # noqa: PLC0415  # loads sound

        page = sound_check_of(self._services, self._theme)
        page.done.connect(self._window.close_player)
        page.left.connect(self._window.close_player)
        self._window.show_player(page, full_screen=False)

    def open_metronome(self) -> None:
        """The metronome alone; it is silent once anything else has the window."""
        from unknot.ui.metronome.metronome_page import metronome_page_of  # noqa: PLC0415  # loads sound

        page = metronome_page_of(self._services, self._theme)
        page.left.connect(self._window.close_player)
        self._window.show_player(page, full_screen=False)

    def check_stride(self) -> None:
        """A short look at the own stride, and the drills for it."""
        from unknot.ui.drills.stride_check import StrideCheck  # noqa: PLC0415  # loads when needed

        page = StrideCheck(self._services, self._theme)
        page.back_wanted.connect(self._window.close_player)
        page.drill_wanted.connect(self._start_from_stride)
        self._window.show_player(page, full_screen=False)

    def show_cues(self) -> None:
        """The stride's cues, one by one."""
        from unknot.ui.cues.cues_page import CuesPage  # noqa: PLC0415  # loads the figures

        page = CuesPage(self._services, self._theme)
        page.left.connect(self._window.close_player)
        self._window.show_player(page, full_screen=False)

    def log_run(self, page: QWidget | None) -> None:
        """Open the form of the runs page."""
        from unknot.ui.runs.runs_page import RunsPage  # noqa: PLC0415  # loaded with the page

        if isinstance(page, RunsPage):
            page.log_run()
