"""Works the real window as a person does: looks for words that can be seen, clicks there, waits."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

PATIENCE = 30.0  # seconds


class NotSeenError(AssertionError):
    """What was looked for did not appear; the message says what was there."""


def visible(kind: type[QWidget]) -> list[QWidget]:
    """All widgets of this kind that are shown and not cut off by a dialog above them."""
    above = QApplication.activeModalWidget()
    tops = (
        [above] if above is not None else [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    )
    found: list[QWidget] = []
    for top in tops:
        found += [one for one in top.findChildren(kind) if one.isVisible()]
    return found


def words_seen() -> list[str]:
    """Every text of labels and buttons that is shown."""
    return [one.text() for one in (*visible(QLabel), *visible(QAbstractButton)) if one.text()]


def button(words: str) -> QAbstractButton | None:
    """A button that can be pressed, by its words or its accessible name."""
    for one in visible(QAbstractButton):
        if one.isEnabled() and words in {one.text().replace("&", ""), one.accessibleName()}:
            return one
    return None


def wait_for(what: Callable[[], object], told: str) -> object:
    """Let the program run until there is something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = what()
        if found:
            return found
        if button("Copy report"):
            break  # the crash dialog
        QTest.qWait(10)
    raise NotSeenError(f"{told} did not come; seen: {' | '.join(words_seen())}")


def click(words: str) -> None:
    """Click a button in its middle, as soon as it is there."""
    found = wait_for(lambda: button(words), f"the button “{words}”")
    QTest.mouseClick(found, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _middle(found))


def click_first(*choices: str) -> str:
    """Click whichever of these buttons is there; the first ones are preferred. Returns its words."""
    words = wait_for(
        lambda: next((one for one in choices if button(one)), ""), f"one of the buttons {', '.join(choices)}"
    )
    click(str(words))
    return str(words)


def click_beginning(words: str) -> None:
    """Click a button by the first words of its accessible name."""
    for one in visible(QAbstractButton):
        if one.isEnabled() and one.accessibleName().startswith(words):
            QTest.mouseClick(one, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _middle(one))
            return


def tick_one_of(choices: tuple[str, ...]) -> bool:
    """Tick the first of these answers, unless one of them is ticked or none is there."""
    answers = [one for one in visible(QAbstractButton) if one.text() in choices and one.isCheckable()]
    if not answers or any(one.isChecked() for one in answers):
        return False
    click(answers[0].text())
    return True


def tick_all(part: QWidget) -> None:
    """Tick every line of a list."""
    for one in part.findChildren(QAbstractButton):
        if one.isVisible() and one.isCheckable() and not one.isChecked():
            QTest.mouseClick(one, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(12, 12))


def _middle(widget: QWidget) -> QPoint:
    return widget.rect().center()
