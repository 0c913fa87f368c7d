"""A field for a day and a time in which a click chooses a part of it, so that typing replaces that part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from unknot.ui.theme import Theme
from unknot.ui.widgets.plain_spin import plain_spin

WEEKDAY, DAY = 0, 1  # the first parts that are shown


class MomentField(QDateTimeEdit):
    """Shown as "Tue 24 Nov 2026  18:30", with the clock as `clock` writes it.

    The keyboard begins at the day of the month: the name of a weekday is nothing to type.
    """

    def __init__(self, theme: Theme, clock: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain_spin(self, theme)
        self.setDisplayFormat(f"ddd d MMM yyyy  {clock}")
        self._after_click = QTimer(self)
        self._after_click.setSingleShot(True)
        self._after_click.setInterval(0)  # the click has put the cursor by then
        self._after_click.timeout.connect(self._choose_part)
        self.lineEdit().installEventFilter(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By Tab and with a dialog it begins at the day."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason and self.currentSectionIndex() == WEEKDAY:
            self._choose_part()

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """An arrow key or the wheel over the day goes on to the other month, too; Qt would stop there."""
        if self.currentSectionIndex() > DAY:
            super().stepBy(steps)
            return
        self.setDateTime(self.dateTime().addDays(steps))
        self._choose_part()

    def stepEnabled(self) -> QDateTimeEdit.StepEnabledFlag:  # noqa: N802 - Qt's name
        """Days go both ways without an end."""
        if self.currentSectionIndex() > DAY:
            return super().stepEnabled()
        return QDateTimeEdit.StepEnabledFlag.StepUpEnabled | QDateTimeEdit.StepEnabledFlag.StepDownEnabled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click chooses the part under it."""
        if watched is self.lineEdit() and event.type() is QEvent.Type.MouseButtonRelease:
            self._after_click.start()
        return super().eventFilter(watched, event)

    def _choose_part(self) -> None:
        if self.currentSectionIndex() == WEEKDAY:
            self.setCurrentSectionIndex(DAY)
        self.setSelectedSection(self.currentSection())
