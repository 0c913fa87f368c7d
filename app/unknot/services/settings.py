"""The user's choices, remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from unknot.domain.choice_rules import checked, with_fields
from unknot.domain.choices import Choices
from unknot.domain.errors import KnownError
from unknot.storage.history import History


class Settings(QObject):
    """Holds the choices and writes each change at once. `changed` carries the new Choices."""

    changed = Signal(object)

    def __init__(self, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._choices = history.settings.choices()
        self.until_closed: dict[str, str] = {}  # what a page wants to find again, but not the next start

    @property
    def choices(self) -> Choices:
        """The choices as they are now."""
        return self._choices

    def choose(self, **fields: object) -> None:
        """Change some fields of Choices. Says nothing when they were so already.

        Raises KeyError for a name that is no choice, ValueError for a value it cannot have, KnownError
        if it could not be written; the choices stay as they were then, and `changed` says so to who has
        shown the new ones already.
        """
        values = {name: checked(name, value) for name, value in fields.items()}
        new = {name: value for name, value in values.items() if getattr(self._choices, name) != value}
        if not new:
            return
        try:
            self._history.settings.put(new)
        except KnownError:
            self.changed.emit(self._choices)
            raise
        self._choices = with_fields(self._choices, new)
        self.changed.emit(self._choices)

    @property
    def is_demo(self) -> bool:
        """Whether the history shown is invented."""
        return self._history.settings.is_demo()
