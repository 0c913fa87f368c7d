"""Scenes of the user's own routines: the editor in each state, a file that was opened, and the library."""

from __future__ import annotations

import tempfile
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QItemSelectionModel

from screenshot_studio import Scene, Studio, below
from unknot.domain.own_routine import doubled, renamed, timed
from unknot.services.own_routines import Editing
from unknot.ui.editor.acts import Act
from unknot.ui.editor.editor_page import EditorPage
from unknot.ui.pages import RELEASE
from unknot.ui.release.release_page import ReleasePage
from unknot.ui.release.routine_detail import BOTH, RoutineDetail

_BALL = "calf-outer-ball"


def _open(studio: Studio) -> EditorPage:
    studio.page(RELEASE)
    studio.flows.act_on_routine(Act.VERSION, _BALL)
    studio.settle()
    return studio.shown(EditorPage)


def _choose(page: EditorPage, *rows: int) -> None:
    page.list.clearSelection()
    for row in rows:
        index = page.list.rows.index(row)
        page.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def _editor(studio: Studio) -> None:
    _choose(_open(studio), 3)


def _several(studio: Studio) -> None:
    page = _open(studio)
    _choose(page, 3, 5)
    page.step.double.click()
    page.step.longer.click()


def _refused(studio: Studio) -> None:
    page = _open(studio)
    _choose(page, 1)
    page.step.remove.click()


def _leave(studio: Studio) -> None:
    page = _open(studio)
    _choose(page, 3)
    page.step.shorter.click()
    page.cancel.click()


def _from_file(studio: Studio) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "calf-from-my-physio.toml"
        studio.services.own.save_as(_quick(studio).draft.routine, path)
        studio.page(RELEASE)
        studio.flows.editor.open_file(str(path))


def _bad_file(studio: Studio) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "holiday.toml"
        path.write_text("sun = true\n", encoding="utf-8")
        studio.page(RELEASE)
        studio.flows.editor.open_file(str(path))


def _quick(studio: Studio) -> Editing:
    """A version of the outer calf with shorter holds."""
    editing = studio.services.own.version_of(studio.services.library.routines[_BALL])
    draft = timed(renamed(editing.draft, "My calf, short holds"), (3, 6), 30)
    return replace(editing, draft=doubled(draft, (5,))[0])


def _yours(studio: Studio) -> None:
    studio.answer_safely()
    studio.services.own.keep(_quick(studio))
    page = studio.page(RELEASE)
    if isinstance(page, ReleasePage):
        page.filter.own.click()


def _both_legs(studio: Studio) -> None:
    """Which leg begins, where both are done."""
    studio.answer_safely()
    release = studio.services.release
    wanted = (
        story.knot.id
        for story, fit in release.due()
        if fit.routine is not None and not release.both_legs(fit.routine, story)[0].refusal
    )
    studio.flows.release_knot(next(wanted))
    studio.settle()
    studio.shown(RoutineDetail).legs.segment(BOTH).click()


EDITOR_SCENES: dict[str, Scene] = {
    "editor": _editor,
    "editor-below": below(_editor),
    "editor-several": _several,
    "editor-refused": _refused,
    "editor-leave": _leave,
    "editor-file": _from_file,
    "release-bad-file": _bad_file,
    "release-yours": _yours,
    "routine-detail-both-legs": _both_legs,
}
