"""How a routine goes, in pictures: one for each position, with the steps that are done in it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from unknot.domain.body import Side
from unknot.domain.poses import RoutinePoses
from unknot.domain.routine import Routine
from unknot.domain.steps import Step, StepKind, Wording
from unknot.ui.theme import Theme
from unknot.ui.widgets.card import Card
from unknot.ui.widgets.pose_tile import PoseTile, TileDrawer
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.words import Words

TILE_WIDE, TILE_HIGH = 190, 116  # px
MOST_COLUMNS = 4
MOST_LENGTHS = 2  # that are listed one by one

translate = QCoreApplication.translate


class Position(Struct, frozen=True):
    """One position with the steps that show it, each with its number."""

    motion: str
    steps: tuple[tuple[int, Step], ...]


def numbered_steps(routine: Routine) -> list[tuple[int, Step]]:
    """The steps of one leg as they are counted on the page."""
    steps = [step for step in routine.steps if step.kind is not StepKind.SWITCH_SIDE]
    return list(enumerate(steps, 1))


def positions(routine: Routine, poses: RoutinePoses) -> list[Position]:
    """Every distinct position, in the order in which it first comes."""
    found: dict[str, list[tuple[int, Step]]] = {}
    for number, step in numbered_steps(routine):
        found.setdefault(poses.motion(step.id), []).append((number, step))
    return [Position(motion, tuple(steps)) for motion, steps in found.items()]


class PositionsCard(Card):
    """Filled as soon as the figure is read."""

    def __init__(
        self, routine: Routine, wording: Wording, side: Side, drawer: TileDrawer, theme: Theme
    ) -> None:
        super().__init__(theme, translate("PositionsCard", "How it goes"))
        self._routine, self._wording, self._side, self._drawer = routine, wording, side, drawer
        self._theme = theme
        self.tiles = _Tiles(theme)
        self.body.addWidget(self.tiles)
        drawer.when_read(self._fill)

    def _fill(self) -> None:
        poses = self._drawer.gait.routine(self._routine.id)
        found = [] if poses is None else positions(self._routine, poses)
        if not found:
            self.hide()
        self.tiles.show_cells([self._cell(position) for position in found])

    def _cell(self, position: Position) -> QWidget:
        holder = QWidget()
        column = spaced(QVBoxLayout(holder), self._theme, 0, 2)
        first = position.steps[0][1]
        tile = PoseTile(self._drawer, self._theme, (self._routine.id, first.id), self._side)
        cue = self._wording.shown(first.cue)
        tile.setAccessibleName(cue)
        tile.setFixedHeight(self._theme.px(TILE_HIGH))
        column.addWidget(tile)
        column.addSpacing(self._theme.px(4))
        column.addWidget(Words(f"{_numbers(position)} · {cue}", self._theme, "label"))
        column.addWidget(Words(_lengths(position), self._theme, "small", "ink2"))
        column.addStretch(1)
        return holder


class _Tiles(QWidget):
    """Cells in as many columns as fit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._grid = spaced(QGridLayout(self), theme, 0, 14)
        self._cells: Sequence[QWidget] = ()
        self._columns = 0

    def show_cells(self, cells: Sequence[QWidget]) -> None:
        """Show these."""
        self._cells, self._columns = cells, 0
        self._deal(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In other columns."""
        super().resizeEvent(event)
        self._deal(event.size().width())

    def minimumSizeHint(self) -> QSize:
        """One column."""
        return QSize(self._theme.px(120), super().minimumSizeHint().height())

    def _deal(self, width: int) -> None:
        columns = max(1, min(MOST_COLUMNS, width // self._theme.px(TILE_WIDE - 14)))
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // columns, place % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _numbers(position: Position) -> str:
    return ", ".join(str(number) for number, _step in position.steps)


def _lengths(position: Position) -> str:
    """Such as "45 s, twice"; a check waits for its answer."""
    timed = [step.seconds for _number, step in position.steps if not step.waits]
    if not timed:
        return translate("PositionsCard", "untimed")
    if len(set(timed)) == 1:
        words = {
            1: translate("PositionsCard", "{seconds} s"),
            2: translate("PositionsCard", "{seconds} s, twice"),
        }.get(len(timed), translate("PositionsCard", "{seconds} s, {times} times"))
        return words.format(seconds=timed[0], times=len(timed))
    if len(timed) <= MOST_LENGTHS:
        return translate("PositionsCard", "{first} s, then {second} s").format(
            first=timed[0], second=timed[1]
        )
    return translate("PositionsCard", "{seconds} s in all").format(seconds=sum(timed))
