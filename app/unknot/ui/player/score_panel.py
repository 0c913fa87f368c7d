"""Asks a drill's scores, one row each: 0 to 10, 0 to 3, a choice, or a count; answered by tap or key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QLabel, QWidget

from unknot.ui.player.big_button import BigButton, PlayerButton
from unknot.ui.player.cue_label import CueLabel
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.player.player_segments import SMALLEST
from unknot.ui.player.small_button import SmallButton
from unknot.ui.theme import Theme

CHOICES_A_ROW = 2
ROOMS = ((200, 58), (165, 0))  # for the cue and the hint below it; less where much is asked
WIDEST_SCALE = 11  # buttons; a longer range is counted up and down


class Question(Struct, frozen=True):
    """One score: its id, the question, the words at both ends, its range, and where a count begins.

    `choices` are the words of a choice, from `min` on. A count goes up and down by `step`, in `unit`.
    """

    id: str
    ask: str
    low: str
    high: str
    min: int
    max: int
    start: int = 0
    choices: tuple[str, ...] = ()
    step: int = 1
    unit: str = ""

    @property
    def is_scale(self) -> bool:
        """Whether each value has a button."""
        return self.max - self.min < WIDEST_SCALE


class ScoreKey(PlayerButton):
    """One value of a scale."""

    def __init__(self, value: int, text: str, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(text, theme, parent)
        self.value = value
        self.text_size = 38 if text == str(value) else 30
        self.stand_for_one()
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tinted and ringed where chosen."""
        painter, color = QPainter(self), self._theme.color
        ink = self._paint_ground(painter, "plain", self._scale.px(14))
        if self.isChecked():
            painter.setPen(QPen(color("primary"), 3))
            painter.setBrush(color("primaryTint"))
            box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(box, self._scale.px(14), self._scale.px(14))
        painter.setPen(ink)
        painter.setFont(self._scale.display(self.text_size))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class ScoreLine(QWidget):
    """One question with its answers; `answered` carries its id and the value."""

    answered = Signal(str, int)

    def __init__(self, question: Question, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        self._theme, self._scale = theme, PlayerScale(theme, 1.0)
        self.value: int | None = None if question.is_scale else question.start
        self.keys: list[ScoreKey] = []
        self.setAccessibleName(question.ask)
        if question.is_scale:
            for value in range(question.min, question.max + 1):
                name = self._key_name(value)
                text = name if question.choices else str(value)
                key = ScoreKey(value, text, name, theme, self)
                key.taken.connect(self._pressed)
                self.keys.append(key)
        else:
            self.fewer = SmallButton("", "minus-bold", theme, name=self.tr("Fewer"), parent=self)
            self.more = SmallButton("", "plus-bold", theme, name=self.tr("More"), parent=self)
            self.fewer.clicked.connect(self._fewer)
            self.more.clicked.connect(self._more)

    def choose(self, value: int) -> None:
        """Give this value."""
        self.value = min(max(value, self.question.min), self.question.max)
        for key in self.keys:
            key.set_chosen(chosen=key.value == self.value)
        self.setAccessibleDescription(self._key_name(self.value) if self.keys else self._count_words())
        self.update()
        self.answered.emit(self.question.id, self.value)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        for part in self.findChildren(PlayerButton):
            part.set_scale(scale)

    def needed(self, width: int) -> int:
        """Its height at this width: the question, and one row of answers or two."""
        high, rows = self._high(), self._rows(width)
        return self._scale.px(44) + rows * high + (rows - 1) * self._scale.px(8)

    def arrange(self) -> None:
        """Place the answers: below the question, from the left."""
        px, top, high, gap = self._scale.px, self._scale.px(44), self._high(), self._scale.px(8)
        if self.keys:
            columns = -(-len(self.keys) // self._rows(self.width()))
            widest = self.width() if self.question.choices else px(110)
            wide = min(widest, (self.width() - gap * (columns - 1)) / columns)
            for place, key in enumerate(self.keys):
                row, column = divmod(place, columns)
                left = round(column * (wide + gap))
                key.setGeometry(left, top + row * (high + gap), round(wide), high)
        else:
            self.fewer.setGeometry(0, top, high, high)
            self.more.setGeometry(high + self._count_room(), top, high, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Question, the words of both ends, and a count's number."""
        painter, px, color = QPainter(self), self._scale.px, self._theme.color
        line = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._scale.display(30))
        painter.setPen(color("ink"))
        painter.drawText(QRectF(0, 0, self.width(), px(38)), line, self.question.ask)
        if not self.keys:
            painter.setFont(self._scale.display(56))
            high = self.fewer.height()
            box = QRectF(self.fewer.geometry().right() + 1, px(44), self._count_room(), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._count_words())
        else:
            self._paint_ends(painter)
        painter.end()

    def _high(self) -> int:
        return max(SMALLEST, self._scale.px(68))

    def _rows(self, width: int) -> int:
        """Two where the keys of one would be too small to hit."""
        count, gap = len(self.keys), self._scale.px(8)
        if self.question.choices:
            return -(-count // CHOICES_A_ROW)
        return 2 if count and (width - gap * (count - 1)) / count < SMALLEST else 1

    def _paint_ends(self, painter: QPainter) -> None:
        px, font = self._scale.px, self._scale.plain(17)
        words = self._ends()
        left = QFontMetricsF(self._scale.display(30)).horizontalAdvance(self.question.ask) + px(20)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink2"))
        line = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, px(4), self.width() - left, px(36)), line, words)

    def _ends(self) -> str:
        q = self.question
        if not q.low or not q.high or q.choices:
            return ""
        text = self.tr("{min} is {low}, {max} is {high}")
        return text.format(min=q.min, low=q.low, max=q.max, high=q.high)

    def _count_words(self) -> str:
        return f"{self.value} {self.question.unit}".rstrip()

    def _count_room(self) -> int:
        return self._scale.px(210 if self.question.unit else 150)

    def _key_name(self, value: int) -> str:
        if self.question.choices:
            return self.question.choices[value - self.question.min]
        ends = {self.question.min: self.question.low, self.question.max: self.question.high}
        word = ends.get(value, "")
        return f"{value}, {word}" if word else str(value)

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, ScoreKey):
            self.choose(sender.value)

    def _fewer(self) -> None:
        self.choose((self.value or 0) - self.question.step)

    def _more(self) -> None:
        self.choose((self.value or 0) + self.question.step)


def by_key(lines: Sequence[ScoreLine], value: int) -> bool:
    """Let a digit answer the first open scale, or change the last; whether it fitted."""
    scales = [line for line in lines if line.keys]
    target = next((line for line in scales if line.value is None), scales[-1] if scales else None)
    if target is None or not target.question.min <= value <= target.question.max:
        return False
    target.choose(value)
    return True


def answers(lines: Sequence[ScoreLine]) -> dict[str, int]:
    """What is answered so far: score id -> value."""
    return {line.question.id: line.value for line in lines if line.value is not None}


def keys_of(lines: Sequence[ScoreLine]) -> list[PlayerButton]:
    """Everything that can be pressed, in reading order."""
    return [part for line in lines for part in line.findChildren(PlayerButton)]


class ScorePanel(QWidget):
    """All questions of one moment. `given` carries id -> value once each has an answer."""

    given = Signal(object)  # dict[str, int]

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._scale = theme, PlayerScale(theme, 1.0)
        self.cue = CueLabel(theme, "cue", self)
        self._waits = QLabel(self)
        self._waits.setProperty("tone", "primary")
        self.lines: list[ScoreLine] = []
        self._touched = False
        self.save = BigButton(self.tr("Save"), "check-bold", "", theme, kind="primary", parent=self)
        self.save.icon_size, self.save.text_size = 28.0, 30.0
        self.save.clicked.connect(self._save)

    def ask(self, cue: str, hint: str, questions: Sequence[Question]) -> None:
        """Ask these."""
        self.cue.setText(cue)
        self._waits.setText(hint)
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = [ScoreLine(question, self._theme, self) for question in questions]
        self._touched = False
        for line in self.lines:
            line.answered.connect(self._line_answered)
            line.set_scale(self._scale)
            line.show()
        self._answered()
        self._arrange()

    @property
    def is_answered(self) -> bool:
        """Whether everything has an answer, and one of them at least was given here."""
        return self._touched and self.save.isEnabled()

    @property
    def touched(self) -> Mapping[str, int]:
        """What was answered here, also where something is still open; nothing before the first answer."""
        return answers(self.lines) if self._touched else {}

    def tab_parts(self) -> list[PlayerButton]:
        """Everything that can be pressed, in reading order."""
        return [*keys_of(self.lines), self.save]

    def key(self, value: int) -> bool:
        """As in `by_key`."""
        return by_key(self.lines, value)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        self.cue.set_scale(scale)
        self.save.set_scale(scale)
        self._waits.setFont(scale.display(34, 500))
        for line in self.lines:
            line.set_scale(scale)
        self._arrange()

    def _arrange(self) -> None:
        px, wide, high = self._scale.px, self.width(), self.height()
        button = max(SMALLEST, px(72))
        self.save.setGeometry(0, high - button, min(wide, px(280)), button)
        needed = [line.needed(wide) for line in self.lines]
        for cue, hint in ROOMS:
            top = px(cue + hint)
            room = high - button - px(14) - top
            if sum(needed) <= room:
                break
        self.cue.setGeometry(0, 0, wide, px(cue))
        self._waits.setGeometry(0, px(cue), wide, px(46))
        self._waits.setVisible(hint > 0)
        gap = max(0, min(px(24), (room - sum(needed)) // max(1, len(self.lines))))
        for line, each in zip(self.lines, needed, strict=True):
            line.setGeometry(0, top, wide, each)
            line.arrange()
            top += each + gap

    def _line_answered(self) -> None:
        self._touched = True
        self._answered()

    def _answered(self) -> None:
        self.save.setEnabled(bool(self.lines) and all(line.value is not None for line in self.lines))

    def _save(self) -> None:
        self.given.emit(answers(self.lines))
