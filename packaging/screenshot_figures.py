"""Contact sheets of the figure: every running style, drill and release position at its telling moments."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from unknot.content.gait import GaitLibrary
from unknot.content.library import Library
from unknot.domain.body import Side
from unknot.domain.contrast import contrast_of
from unknot.domain.gait import Style
from unknot.ui.theme import Theme
from unknot.ui.widgets.figure_view import PoseView
from unknot.ui.widgets.runner_view import RunnerView

COLUMNS = 4
GAP, CAPTION = 6, 22  # pixels
MIDDLE = 0.5


class Cell(Struct, frozen=True):
    """One picture of a sheet: a style, with a ghost or without, or a motion, at a phase."""

    caption: str
    phase: float
    style: str = ""
    ghost: str = ""
    beside: bool = False
    motion: str = ""
    side: Side | None = None


def sheets(gait: GaitLibrary, library: Library) -> dict[str, tuple[Cell, ...]]:
    """The cells of every sheet by its name."""
    found = {f"figure-style-{name}": tuple(_stride(style)) for name, style in gait.styles.items()}
    for name in library.drills:
        found[f"figure-drill-{name}"] = tuple(_drill(name, gait, library))
    for name in library.routines:
        routine = gait.routine(name)
        if routine is not None:
            motions = dict.fromkeys((routine.default, *routine.steps.values()))
            found[f"figure-release-{name}"] = tuple(_moments(motions, gait))
    return found


def draw_sheet(cells: tuple[Cell, ...], theme: Theme, gait: GaitLibrary, size: QSize) -> QPixmap:
    """The cells of one sheet, each of this size, with its caption above."""
    columns = min(COLUMNS, len(cells))
    rows = -(-len(cells) // columns)
    step = QSize(size.width() + GAP, size.height() + GAP + CAPTION)
    pictures = [_picture(cell, theme, gait, size) for cell in cells]
    ratio = pictures[0].devicePixelRatio()
    sheet = QPixmap(QSize(columns * step.width(), rows * step.height()) * ratio)
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(theme.color("bg"))
    painter = QPainter(sheet)
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color("ink2"))
    for number, (cell, picture) in enumerate(zip(cells, pictures, strict=True)):
        corner = QPoint(number % columns * step.width(), number // columns * step.height())
        words = QRect(corner, QSize(size.width(), CAPTION))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cell.caption)
        painter.drawPixmap(corner + QPoint(0, CAPTION), picture)
    painter.end()
    return sheet


def _stride(style: Style, ghost: str = "", *, beside: bool = False) -> Iterator[Cell]:
    """Contact, mid-stance, toe-off, and mid-swing."""
    off = style.events["toe_off"]
    moments = {"contact": 0.0, "mid-stance": off * MIDDLE, "toe-off": off, "swing": (1 + off) * MIDDLE}
    for name, phase in moments.items():
        yield Cell(f"{style.id}, {name}", phase, style=style.id, ghost=ghost, beside=beside)


def _drill(name: str, gait: GaitLibrary, library: Library) -> Iterator[Cell]:
    """What its steps show; a runner with the example it is set against, behind it and beside."""
    poses = gait.drill(name)
    style = gait.styles.get(poses.style)
    if style is not None:
        ghost = contrast_of(
            name,
            style.grade_deg > 0,
            gait.styles,
            library.stride,
            main=None,
            taught=gait.taught,
            usual=gait.words.example,
        )
        yield from _stride(style, ghost)
        yield from _stride(style, ghost, beside=True)
    steps = (poses.steps or {}).values()
    yield from _moments(dict.fromkeys((poses.motion, *steps, poses.position, poses.walk, poses.rest)), gait)


def _moments(names: dict[str, None], gait: GaitLibrary) -> Iterator[Cell]:
    """Each motion at its moments, and the last of them for the other leg."""
    for name in filter(None, names):
        motion = gait.motions[name]
        moments = dict.fromkeys(motion.moments) if motion.moves else {motion.moments[0]: None}
        for phase in moments:
            yield Cell(f"{name}, {phase:g}", phase, motion=name)
        if motion.working != "both":
            other = Side.RIGHT if motion.working == "L" else Side.LEFT
            yield Cell(f"{name}, {phase:g}, {other.value}", phase, motion=name, side=other)


def _picture(cell: Cell, theme: Theme, gait: GaitLibrary, size: QSize) -> QPixmap:
    view: RunnerView | PoseView
    if cell.style:
        view = RunnerView(theme, gait, cell.style)
        view.set_ghost(cell.ghost)
        view.set_beside(cell.beside)
    else:
        view = PoseView(theme, gait)
        view.show_motion(gait.motions[cell.motion], cell.side)
    view.resize(size)
    view.set_phase(cell.phase)
    picture = view.grab()
    view.deleteLater()
    return picture
