"""Scenes of the window: its pages, the bars and dialogs above them, and what a first visitor sees."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from screenshot_studio import Scene, Studio, below
from unknot import crash, paths
from unknot.domain.errors import KnownError
from unknot.storage.history import open_history
from unknot.storage.places import BACKUPS, FILE_NAME
from unknot.storage.troubles import disk_full
from unknot.ui.body_map.body_map_page import BodyMapPage
from unknot.ui.dialogs.crash_dialog import CrashDialog
from unknot.ui.dialogs.known_error import KnownErrorView, Whereabouts
from unknot.ui.release.release_page import SEARCH

_LOGS = Path("/home/you/.local/share/unknot/logs")


def page(name: str, studio: Studio) -> None:
    """A page of the rail as it opens."""
    studio.page(name)


def pressed(name: str, words: str, studio: Studio) -> None:
    """A page after one of its buttons."""
    studio.page(name)
    studio.press(words)


def _release(
    studio: Studio, *, typed: str = "", part: str = "", starred: str = "", down: bool = False
) -> None:
    """The library of routines, searched, filtered, or with a favourite."""
    studio.answer_safely()
    studio.services.settings.choose(favourites=starred, release_part=part)
    studio.services.settings.until_closed[SEARCH] = typed
    studio.page("release")
    if down:
        studio.scroll_down()


def _release_minutes(studio: Studio) -> None:
    studio.services.settings.choose(tools_at_hand="hands tennis_ball", release_tool="mine", release_minutes=8)
    _release(studio, part="thigh")


def _release_empty(studio: Studio) -> None:
    studio.services.settings.choose(tools_at_hand="hands", release_tool="mine", release_minutes=5)
    _release(studio, part="hip")


def _release_locked(answer: str, studio: Studio) -> None:
    """Nothing may be pressed, or nothing at some places."""
    studio.answer_safely()
    studio.services.screening.save({"pressure": [answer]})
    studio.page("release")


def _release_keys(studio: Studio) -> None:
    _release(studio, starred="glute-ball")
    studio.strike(Qt.Key.Key_Slash)
    studio.strike(Qt.Key.Key_Down)
    studio.strike(Qt.Key.Key_Right)


def _body_map_knot(studio: Studio) -> None:
    shown = studio.page("body_map")
    if isinstance(shown, BodyMapPage):
        shown.choose(studio.first_release())


def _add_knot(studio: Studio) -> None:
    studio.services.settings.choose(press_taught=True)
    pressed("body_map", "Add a knot", studio)


def _run_form(studio: Studio) -> None:
    studio.window.log_run()


def _run_faults(studio: Studio) -> None:
    _run_form(studio)
    studio.press("It hurt")
    studio.press("Save")


def _run_edit(studio: Studio) -> None:
    studio.page("runs")
    studio.open_run(studio.services.journal.runs()[0].id)


def _undo_bar(studio: Studio) -> None:
    studio.page("runs")
    studio.services.journal.delete_run(studio.services.journal.runs()[0].id)


def _error_bar(studio: Studio) -> None:
    studio.page("today")
    studio.window.show_known(disk_full(), studio.services.keeping.back_up_now)


def _keys(studio: Studio) -> None:
    studio.page("today")
    studio.window.show_keys()


def _rail_focus(studio: Studio) -> None:
    studio.page("today")
    studio.window.rail.buttons["today"].setFocus()
    studio.strike(Qt.Key.Key_Backtab)
    studio.strike(Qt.Key.Key_Tab)


def _crash(studio: Studio, *, before: bool) -> None:
    studio.page("today")
    try:
        studio.page("nowhere")
    except LookupError as error:
        report = crash.report(error).replace(str(Path.cwd()), "…")
        CrashDialog(studio.theme, report, _LOGS, before=before, parent=studio.window).open()


def _refusal(studio: Studio) -> None:
    damaged = studio.data / "damaged"
    damaged.mkdir()
    (damaged / FILE_NAME).write_bytes(b"this is no history" * 1000)
    try:
        open_history(damaged, paths.migrations())
    except KnownError as trouble:
        studio.window.rail.set_ready(ready=False)
        where = Whereabouts(studio.theme, damaged / FILE_NAME, damaged / BACKUPS, None)
        studio.window.show_instead(KnownErrorView(studio.theme, trouble, where, damaged))


def _look(studio: Studio, *, seen: str = "") -> None:
    """The look at the own stride, with what was picked."""
    studio.services.settings.choose(stride_seen=seen, step_rate_spm=164)
    pressed("drills", "Look at your stride", studio)


PAGE_SCENES: dict[str, Scene] = {
    "today": partial(page, "today"),
    "today-below": below(partial(page, "today")),
    "rail-focus": _rail_focus,
    "body-map": partial(page, "body_map"),
    "body-map-knot": _body_map_knot,
    "body-map-add": _add_knot,
    "body-map-outer": partial(pressed, "body_map", "Outer"),
    "release": partial(page, "release"),
    "release-below": partial(_release, down=True),
    "release-filtered": _release_minutes,
    "release-searched": partial(_release, typed="lacrosse"),
    "release-never": partial(_release, typed="IT band"),
    "release-empty": _release_empty,
    "release-nothing": partial(_release, typed="elbow"),
    "release-locked": partial(_release_locked, "thinner"),
    "release-locked-in-part": partial(_release_locked, "pregnant"),
    "release-favourite": partial(_release, starred="glute-ball quad-hip-calm"),
    "release-starred": partial(_release, part="starred", starred="glute-ball quad-hip-calm"),
    "release-no-star": partial(_release, part="starred"),
    "release-keys": _release_keys,
    "drills": partial(page, "drills"),
    "count-steps": partial(pressed, "drills", "Count your steps"),
    "stride": _look,
    "stride-picked": partial(_look, seen="overstride_heel_strike:2 waist_hinge:1"),
    "stride-below": below(partial(_look, seen="overstride_heel_strike:2 waist_hinge:1")),
    "runs": partial(page, "runs"),
    "runs-below": below(partial(page, "runs")),
    "run-form": _run_form,
    "run-form-faults": _run_faults,
    "run-form-edit": _run_edit,
    "progress": partial(page, "progress"),
    "progress-below": below(partial(page, "progress")),
    "progress-table": partial(pressed, "progress", "Table"),
    "settings": partial(page, "settings"),
    "settings-sound": partial(pressed, "settings", "Player and sound"),
    "settings-voice": partial(pressed, "settings", "Voice"),
    "settings-data": partial(pressed, "settings", "Your data"),
    "settings-below": below(partial(page, "settings")),
    "about": partial(pressed, "settings", "Credits"),
    "keys": _keys,
    "undo-bar": _undo_bar,
    "error-bar": _error_bar,
    "crash": partial(_crash, before=False),
    "crash-before": partial(_crash, before=True),
}
FIRST_PAGES: dict[str, Scene] = {
    **{f"first-{name}": partial(page, name) for name in ("today", "release", "drills", "runs", "progress")},
    "first-body-map": partial(page, "body_map"),
    "refusal": _refusal,
}
