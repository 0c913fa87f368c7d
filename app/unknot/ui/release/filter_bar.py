"""What the library of routines is filtered by: the part of the leg, a tool, and how long it may take."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from unknot.content.library import Library
from unknot.domain.body import Side
from unknot.domain.choices import Choices
from unknot.domain.own_ids import is_own
from unknot.domain.practice_minutes import whole_minutes
from unknot.domain.release_rules import missing
from unknot.domain.routine import Routine
from unknot.domain.unfold import seconds_of
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.flow_row import FlowRow
from unknot.ui.widgets.pick_list import PickList
from unknot.ui.widgets.segmented import Segmented
from unknot.ui.widgets.spacing import spaced

ALL, STARRED, MINE, INNER = "all", "starred", "mine", "inner_thigh"
LENGTHS = (5, 8, 10)  # minutes
WIDE = 190  # px of a list

translate = QCoreApplication.translate


class RoutineFilter(Struct, frozen=True):
    """`part` of the leg or STARRED; `tool` by id or MINE for what is at hand; `minutes` for both legs.

    `own`: only the user's own. Empty and 0 let all through.
    """

    part: str = ""
    tool: str = ""
    minutes: int = 0
    own: bool = False

    def passes(self, routine: Routine, library: Library, choices: Choices) -> bool:
        """Whether a routine is shown."""
        fits_part = (
            routine.id in choices.starred
            if self.part == STARRED
            else not self.part or self.part in parts_of(routine, library)
        )
        if self.own and not is_own(routine.id):
            return False
        fits_tool = not self.tool or self.tool in {
            tool for need in routine.tools if not need.optional for tool in need.any_of
        }
        if self.tool == MINE:
            fits_tool = not missing(routine, choices.at_hand, library.vocabulary.tools)
        minutes = whole_minutes(seconds_of(routine, len(Side)))
        return fits_part and fits_tool and (not self.minutes or minutes <= self.minutes)


def parts_of(routine: Routine, library: Library) -> set[str]:
    """The parts of the leg it presses; the inner thigh counts as thigh."""
    parts = {library.places[target].part for target in routine.targets if target in library.places}
    return {"thigh" if part == INNER else part for part in parts}


def kept_filter(choices: Choices) -> RoutineFilter:
    """The filter that is remembered."""
    return RoutineFilter(choices.release_part, choices.release_tool, choices.release_minutes)


class FilterBar(QWidget):
    """Three choices in a row; `changed` when the user chose."""

    changed = Signal()

    def __init__(self, library: Library, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.part = Segmented(theme, self.tr("Show"), self._parts())
        self.tool = PickList(theme, self.tr("Tool"), self.tr("Any tool"), self._tools, wide=WIDE)
        self.minutes = PickList(theme, self.tr("Length"), self.tr("Any length"), self._lengths, wide=WIDE)
        self.own = Button(self.tr("Yours"), theme)
        self.own.setCheckable(True)
        self.own.toggled.connect(self.changed)
        self._own = QWidget()
        spaced(QHBoxLayout(self._own), theme, (0, 3, 0, 3), 0).addWidget(self.own)
        self._own.hide()
        for control in (self.part, self.tool, self.minutes):
            control.picked.connect(self.changed)
        column = spaced(QVBoxLayout(self), theme, 0, 0)
        lists = [_labelled(one, theme) for one in (self.tool, self.minutes)]
        column.addWidget(FlowRow(theme, (self.part, *lists, self._own)))

    @property
    def value(self) -> RoutineFilter:
        """What is chosen."""
        part = self.part.value
        minutes = int(self.minutes.value or 0)
        return RoutineFilter("" if part == ALL else part, self.tool.value, minutes, self.own.isChecked())

    def set_value(self, value: RoutineFilter) -> None:
        """Show a choice without telling; what is not offered shows all."""
        offered = dict(self._parts())
        self.part.set_value(value.part if value.part in offered else ALL)
        self.tool.set_value(value.tool if value.tool in dict(self._tools()) else "")
        self.minutes.set_value(str(value.minutes) if value.minutes in LENGTHS else "")
        with QSignalBlocker(self.own):
            self.own.setChecked(value.own)

    def offer_own(self, *, offered: bool) -> None:
        """Whether the user's own can be chosen: there are some."""
        self._own.setVisible(offered or self.own.isChecked())

    def _parts(self) -> Sequence[tuple[str, str]]:
        names = {
            "lower_leg": self.tr("Lower leg"),
            "thigh": self.tr("Thigh"),
            "hip": self.tr("Hip"),
        }
        library = self._library
        found = {part for routine in library.routines.values() for part in parts_of(routine, library)}
        parts = [(part, name) for part, name in names.items() if part in found]
        return [(ALL, self.tr("All")), (STARRED, self.tr("Favourites")), *parts]

    def _tools(self) -> Sequence[tuple[str, str]]:
        """What is at hand, and all that presses and is used by a routine."""
        used = {
            tool
            for routine in self._library.routines.values()
            for need in routine.tools
            for tool in need.any_of
        }
        pressing = [
            (tool.id, tool.label)
            for tool in self._library.vocabulary.tools.values()
            if tool.id in used and tool.hardness != "none"
        ]
        return [(MINE, self.tr("What I have")), *pressing]

    def _lengths(self) -> Sequence[tuple[str, str]]:
        words = translate("FilterBar", "Up to {minutes} min both")
        return [(str(minutes), words.format(minutes=minutes)) for minutes in LENGTHS]


def _labelled(control: PickList, theme: Theme) -> QWidget:
    """Named for a screen reader, as high as the segments beside it; its first entry names it to all."""
    holder = QWidget()
    row = spaced(QHBoxLayout(holder), theme, (0, 3, 0, 3), 0)
    name = QLabel(control.accessibleName(), holder)
    name.setBuddy(control)
    name.hide()
    row.addWidget(control)
    return holder
