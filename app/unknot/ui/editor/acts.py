"""What can be done with a routine besides playing it, and the menu that offers it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from unknot.domain.own_ids import is_own
from unknot.domain.routine import Routine
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button

translate = QCoreApplication.translate


class Act(StrEnum):
    """One thing to do."""

    EDIT = "edit"
    VERSION = "version"
    SAVE_FILE = "save_file"
    DELETE = "delete"


def acts_for(routine: Routine) -> tuple[Act, ...]:
    """What may be done with it: a shipped one stays as it is, and what only measures has no versions."""
    own = is_own(routine.id)
    wanted = {
        Act.EDIT: own,
        Act.VERSION: not routine.measure_only,
        Act.SAVE_FILE: True,
        Act.DELETE: own,
    }
    return tuple(act for act, offered in wanted.items() if offered)


def act_word(act: Act, routine: Routine) -> str:
    """How it is called."""
    copy = translate("RoutineActs", "Make a copy") if is_own(routine.id) else ""
    return {
        Act.EDIT: translate("RoutineActs", "Edit"),
        Act.VERSION: copy or translate("RoutineActs", "Make my own version"),
        Act.SAVE_FILE: translate("RoutineActs", "Save as a file…"),
        Act.DELETE: translate("RoutineActs", "Delete"),
    }[act]


class MoreButton(Button):
    """Three dots on a card; its menu tells by `act_wanted` what is wanted of which routine."""

    act_wanted = Signal(str, str)  # Act, routine id

    def __init__(self, routine: Routine, theme: Theme, parent: QWidget | None = None) -> None:
        name = translate("RoutineActs", "More")
        super().__init__("", theme, icon="dots-three-bold", name=name, parent=parent)
        self.setAccessibleDescription(routine.title)
        self._routine, self._theme_of_menu = routine, theme
        self.clicked.connect(self._open)

    def menu_of_acts(self) -> QMenu:
        """The menu, made when it is opened."""
        menu = QMenu(self)
        for act in acts_for(self._routine):
            action = QAction(act_word(act, self._routine), menu)
            action.setData(act.value)
            menu.addAction(action)
        menu.triggered.connect(self._chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _open(self) -> None:
        self.menu_of_acts().popup(self.mapToGlobal(QPoint(0, self.height() + self._theme_of_menu.px(4))))

    def _chosen(self, action: QAction) -> None:
        self.act_wanted.emit(str(action.data()), self._routine.id)
