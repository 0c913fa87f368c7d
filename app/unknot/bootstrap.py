"""The one composition root: paths, storage, content, services, window.

The frame paints first, in the final theme; what is slow (SQL, content) loads after that.
"""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QLocale, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from unknot import __version__, crash, paths
from unknot.domain.clock import Clock, uninterrupted
from unknot.domain.errors import KnownError
from unknot.services.bundle import Once, Services
from unknot.services.instance import HeldError, InstanceLock
from unknot.services.quit_signals import QuitSignals
from unknot.storage.peek import peek_choices
from unknot.ui.locale import english_of
from unknot.ui.main_window import MainWindow
from unknot.ui.theme import Theme

PAINTED, FILLED = "painted", "filled"  # milestones of the start
KNOCK_AGAIN_MS = 500  # whoever did not answer before the window was shown may be hanging
if TYPE_CHECKING:
    from unknot.content.cues import CueLibrary
    from unknot.content.gait import GaitLibrary
    from unknot.content.library import Library
    from unknot.domain.anatomy import Anatomy
    from unknot.services.awake import Awake
    from unknot.services.front_door import FrontDoor
    from unknot.services.journal import Journal
    from unknot.services.media_keys import MediaKeys
    from unknot.services.own_routines import OwnRoutines
    from unknot.services.player import PlayerFactory
    from unknot.services.sound import SoundDoor
    from unknot.services.sound_clock import Together
    from unknot.services.speaker import Narrator, Renderer, Speaker
    from unknot.services.voice import Voice
    from unknot.storage.history import History
    from unknot.ui.ahead import Ahead

_log = logging.getLogger(__name__)


def main(
    data: Path,
    *,
    previous_crash: Path | None = None,
    on_milestone: Callable[[str], None] | None = None,
) -> int:
    """Open the window on the history in `data` and return the exit code when it is closed.

    `previous_crash` is the report of a crash of the last sitting; `on_milestone` is told "painted" and
    "filled".
    """
    app = QApplication(["unknot", "-style", "fusion"])  # setStyle would load all that QStyle names
    app.setApplicationName("Unknot")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("unknot")
    QLocale.setDefault(english_of(QLocale.system()))
    sitting = Sitting(app, data, previous_crash, on_milestone or _nothing)
    signals = QuitSignals()
    signals.asked.connect(sitting.window.close)
    code = app.exec()
    signals.close()
    sitting.end()
    return code


def wall_clock() -> datetime:
    """The moment of now, with the offset it is lived in."""
    return datetime.now(UTC).astimezone()


class Sitting(QObject):
    """From the first frame to the closed history."""

    fault_caught = Signal(object, str)  # BaseException, report

    def __init__(
        self, app: QApplication, data: Path, previous_crash: Path | None, milestone: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._app, self._data, self._previous_crash, self._milestone = app, data, previous_crash, milestone
        self._opened: OpenHistory | None = None
        self._ahead: Ahead | None = None
        self._door: FrontDoor | None = None
        self.fault_caught.connect(self._show_fault)
        crash.watch(self.fault_caught.emit)
        choices = peek_choices(data)
        self._theme = Theme(app, paths.resources())
        self._theme.apply(choices.theme, choices.text_scale, reduced_motion=choices.reduced_motion)
        self.window = MainWindow(self._theme, choices, wall_clock)
        self.window.first_painted.connect(self._open_after_paint)
        self.window.show()

    def end(self) -> None:
        """Let go of the history."""
        if self._ahead is not None:
            self._ahead.end()
        if self._door is not None:
            self._door.close()
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _open_after_paint(self) -> None:
        self._milestone(PAINTED)
        from unknot.ui.app_icon import app_icon  # noqa: PLC0415  # the first frame needs neither
        from unknot.ui.widgets import scroll_access  # noqa: PLC0415  # as above
        from unknot.ui.widgets.focus_ring import FocusRing  # noqa: PLC0415  # as above
        from unknot.ui.widgets.focus_sight import FocusSight  # noqa: PLC0415  # as above

        scroll_access.install()
        self._ring = FocusRing(self._app, self._theme)
        self._sight = FocusSight(self._app)
        self._app.setWindowIcon(app_icon(self._theme))
        QTimer.singleShot(0, self._open)

    def _open(self) -> None:
        try:
            self._opened = OpenHistory(self._data, wall_clock)
        except KnownError as trouble:
            if isinstance(trouble, HeldError) and self._comes_to_front_elsewhere():
                self.window.close()
                return
            _log.warning("The history was not opened: %s", type(trouble).__name__)
            self._show_refusal(trouble)
            return
        self.window.take_services(self._opened.services)
        QTimer.singleShot(0, self._filled)

    def _filled(self) -> None:
        self._milestone(FILLED)
        gc.freeze()
        gc.enable()
        if self._opened is None:
            return
        self._listen(self._opened.services)
        self._opened.services.keeping.back_up_if_due()
        if self._previous_crash is not None:
            self._tell_previous_crash(self._previous_crash)
        self.window.offer_resume()

    def _listen(self, services: Services) -> None:
        from unknot.services.front_door import FrontDoor  # noqa: PLC0415  # loads when all is shown
        from unknot.ui.ahead import Ahead  # noqa: PLC0415  # as above

        self._door = FrontDoor(self._data, self)
        self._door.knocked.connect(self._come_to_front)
        if self._ahead is None:
            self._ahead = Ahead(self)
            self._ahead.begin(services.shelves)

    def _come_to_front(self, token: str) -> None:
        from unknot.ui.window_front import bring_to_front  # noqa: PLC0415  # rarely needed

        bring_to_front(self.window, token)

    def _comes_to_front_elsewhere(self) -> bool:
        """Whether a window that was started at the same moment, and was first, comes to the front."""
        from unknot.services import front_door  # noqa: PLC0415  # rarely needed

        if not front_door.knock(self._data, KNOCK_AGAIN_MS):
            return False
        sys.stdout.write(front_door.ALREADY_OPEN + "\n")
        return True

    def _show_refusal(self, trouble: KnownError) -> None:
        from unknot.storage.places import backup_folder, history_file, newest_backup  # noqa: PLC0415  # as below
        from unknot.ui.dialogs.known_error import KnownErrorView, Whereabouts  # noqa: PLC0415  # rarely needed

        gc.enable()
        where: Whereabouts | None = None
        if not trouble.retry:  # it is the file itself, not what is around it
            file, copies = history_file(self._data), backup_folder(self._data)
            where = Whereabouts(self._theme, file, copies, newest_backup(self._data))
        view = KnownErrorView(self._theme, trouble, where, self._data)
        view.retry_wanted.connect(self._open_again)
        view.close_wanted.connect(self.window.close)
        self.window.show_instead(view)

    def _open_again(self) -> None:
        self.window.drop_instead()
        self._open()

    def _tell_previous_crash(self, report: Path) -> None:
        from unknot.ui.dialogs.crash_dialog import CrashDialog  # noqa: PLC0415  # rarely needed

        text = report.read_text(encoding="utf-8", errors="replace")
        CrashDialog(self._theme, text, paths.log_dir(self._data), before=True, parent=self.window).open()

    def _show_fault(self, error: BaseException, report: str) -> None:
        if isinstance(error, KnownError):
            self.window.show_known(error)
            return
        from unknot.ui.dialogs.crash_dialog import CrashDialog  # noqa: PLC0415  # rarely needed

        CrashDialog(self._theme, report, paths.log_dir(self._data), parent=self.window).open()


class OpenHistory:
    """One data folder, held and open, with the services on it. Raises KnownError if it cannot be had."""

    def __init__(self, data: Path, now: Callable[[], datetime]) -> None:
        from unknot.storage.spared import spare  # noqa: PLC0415  # SQL loads after the first frame

        spare()
        from unknot.storage.history import open_history  # noqa: PLC0415  # as said

        self._voice, self._renderer, self._sound = Once(open_voice), Once(open_renderer), Once(sound_door)
        self._lock = InstanceLock(data)
        self._lock.take()
        try:
            self._history = open_history(data, paths.migrations())
            self.services = make_services(
                self._history, paths.resources(), now,
                speaker=self._open_sound, narrator=self._voice, renderer=self._renderer, awake=keep_awake,
                media_keys=take_media_keys, together=self._together,
            )  # fmt: skip
        except BaseException:
            self._lock.release()
            raise

    def close(self) -> None:
        """Let sound and copies end, close the file, give the folder back."""
        self.services.close()
        if self._voice.made is not None:
            self._voice.made.close()
        self._history.close()
        self._lock.release()

    def _open_sound(self) -> Speaker | None:
        return self._sound()()

    def _together(self) -> Together | None:
        return None if self._sound.made is None else self._sound.made.together


def _nothing_heard() -> None:
    """There was no sound in this sitting."""


def make_services(
    history: History,
    resources: Path,
    now: Callable[[], datetime],
    *,
    clock: Clock = uninterrupted,
    speaker: Callable[[], Speaker | None] | None = None,
    narrator: Callable[[], Narrator | None] | None = None,
    renderer: Callable[[], Renderer | None] | None = None,
    awake: Callable[[], Awake] | None = None,
    media_keys: Callable[[], MediaKeys] | None = None,
    together: Callable[[], Together | None] = _nothing_heard,
) -> Services:
    """Every service on an open history. Raises ContentError for broken content.

    `speaker`, `narrator` and `renderer` open sound and voice; left out, sessions are silent. Without
    `awake` the screen may go dark in one, without `media_keys` only the window gets those.
    `together` tells how sound and picture went in this sitting.
    """
    # what reads the history or the content loads after the first frame
    from unknot.content.credits import anatomy_credit  # noqa: PLC0415
    from unknot.content.library import load_library  # noqa: PLC0415
    from unknot.services.journal import Journal  # noqa: PLC0415
    from unknot.services.keeping import Keeping  # noqa: PLC0415
    from unknot.services.practice import Practice  # noqa: PLC0415
    from unknot.services.release import Release  # noqa: PLC0415
    from unknot.services.screening import Screening  # noqa: PLC0415
    from unknot.services.settings import Settings  # noqa: PLC0415

    journal, practice, settings = Journal(history, now), Practice(history, now), Settings(history)
    library, own = with_own(shipped := load_library(resources), resources, history, journal, now)
    screening = Screening(library.screening, history, now)

    def players() -> PlayerFactory:
        from unknot.services.player import PlayerFactory  # noqa: PLC0415  # with the first player

        return PlayerFactory(
            library.routines, library.drills, journal, practice, settings, now, clock=clock,
            speaker=speaker, narrator=narrator, renderer=renderer, awake=awake, tools=library.vocabulary.tools
        )  # fmt: skip

    return Services(
        library=library,
        shelves=(shipped.routines, shipped.drills),
        journal=journal,
        practice=practice,
        settings=settings,
        screening=screening,
        release=Release(library, journal, practice, screening, now, at_hand=lambda: settings.choices.at_hand),
        keeping=Keeping(history.folder, now),
        now=now,
        anatomy_credit=anatomy_credit(resources),
        read_anatomy=Once(partial(read_anatomy, resources)),
        read_gait=Once(partial(read_gait, resources)),
        read_cues=Once(partial(read_cues, resources)),
        make_players=Once(players),
        read_own=own,
        open_media_keys=None if media_keys is None else Once(media_keys),
        together=together,
    )


def read_anatomy(resources: Path) -> Anatomy:
    """The pictures' outlines and places."""
    from unknot.content.anatomy import load_anatomy  # noqa: PLC0415  # with the first map

    return load_anatomy(resources)


def read_gait(resources: Path) -> GaitLibrary:
    """How the runner moves."""
    from unknot.content.gait import load_gait  # noqa: PLC0415  # with the first drill

    return load_gait(resources)


def with_own(
    shipped: Library, resources: Path, history: History, journal: Journal, now: Callable[[], datetime]
) -> tuple[Library, Once[OwnRoutines]]:
    """The library with the user's own routines in it, and what keeps these; Today needs none of it."""
    from unknot.services.all_routines import AllRoutines  # noqa: PLC0415  # after the first frame

    def read_own() -> OwnRoutines:
        from unknot.content.own_file import checker  # noqa: PLC0415  # with the first list of all routines
        from unknot.services.own_routines import OwnRoutines  # noqa: PLC0415  # as above

        rules, day_s = Once(partial(checker, resources)), 60 * shipped.selection.pace.day_minutes
        return OwnRoutines(history, journal, shipped.routines, rules, day_s, now)

    own = Once(read_own)
    return replace(shipped, routines=AllRoutines(shipped.routines, lambda: own().routines)), own


def read_cues(resources: Path) -> CueLibrary:
    """The stride's cues."""
    from unknot.content.cues import load_cues  # noqa: PLC0415  # with the first one that is shown

    return load_cues(resources)


def sound_door() -> SoundDoor:
    """What opens the sound of this computer; QtMultimedia loads when it does."""
    from unknot.services.sound import SoundDoor  # noqa: PLC0415  # with the first session

    return SoundDoor()


def keep_awake() -> Awake:
    """What keeps the screen of this computer on."""
    from unknot.services.awake import open_awake  # noqa: PLC0415  # with the first session

    return open_awake()


def take_media_keys() -> MediaKeys:
    """What brings the desktop's media keys to a session."""
    from unknot.services.media_keys import MediaKeys  # noqa: PLC0415  # with the first session

    return MediaKeys()


def open_renderer() -> Renderer | None:
    """What renders speech ahead, None where nothing does; one a sitting, for it keeps its words."""
    from unknot.services.rendering import EspeakVoice, find_espeak  # noqa: PLC0415  # with the first session

    program = find_espeak()
    return None if program is None else EspeakVoice(program)


def open_voice() -> Voice:
    """The voice of this computer; one for the whole sitting, for it takes two seconds to find."""
    from unknot.services.voice import Voice  # noqa: PLC0415  # as above

    return Voice()


def _nothing(_milestone: str) -> None:
    """Nobody wants to know."""
