"""The buttons in the lower corners of the stage: the whole leg, where not to press, and the zoom."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from unknot.ui.body_map.sight import Sight
from unknot.ui.body_map.sight_control import SightControl
from unknot.ui.body_map.zoom_buttons import ZoomButtons
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button

translate = QCoreApplication.translate

EDGE, GAP = 16, 8


class StageCorners:
    """Belongs to one stage. The buttons of the left corner stand above each other, beside the legs."""

    def __init__(self, sight: SightControl, theme: Theme, stage: QWidget) -> None:
        self._theme, self._stage = theme, stage
        icon, whole = "arrows-out-line-vertical-bold", translate("StageCorners", "Whole leg")
        self.whole = Button(whole, theme, icon=icon, parent=stage)
        where_not = translate("StageCorners", "Where not")
        self.where_not = Button(where_not, theme, icon="prohibit-bold", parent=stage)
        self.where_not.setToolTip(translate("StageCorners", "Hatch where not to press (X)"))
        self.zoom = ZoomButtons(sight, theme, stage)
        for button in (self.whole, self.where_not):
            button.setCheckable(True)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All of them, in the order of Tab."""
        return (self.whole, self.where_not, *self.zoom.buttons)

    @property
    def feet(self) -> tuple[int, int]:
        """How much of the stage's height they take up left and right, with air above."""
        high, air = self._stage.height(), self._theme.px(20)
        return high - self.where_not.y() + air, high - self.zoom.y() + air

    def place(self, sight: Sight) -> None:
        """Lie in the corners; the zoom offers what is possible from here."""
        px, bottom = self._theme.px, self._stage.height() - self._theme.px(EDGE)
        whole, where_not = self.whole.sizeHint(), self.where_not.sizeHint()
        self.whole.setGeometry(px(EDGE), bottom - whole.height(), whole.width(), whole.height())
        self.zoom.show_sight(sight)
        zoom = self.zoom.size()
        self.zoom.move(self._stage.width() - px(EDGE) - zoom.width(), bottom - zoom.height())
        top = self.whole.y() - where_not.height() - px(GAP)
        self.where_not.setGeometry(px(EDGE), top, where_not.width(), where_not.height())
