"""The check: one press, rated by one tap or key; the clock waits for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from unknot.domain.body import Side
from unknot.domain.knots import Size
from unknot.ui.player.cue_label import CueLabel
from unknot.ui.player.player_scale import PlayerScale
from unknot.ui.player.score_row import ScoreRow
from unknot.ui.player.side_plate import SidePlate
from unknot.ui.player.size_row import SizeRow
from unknot.ui.theme import Theme


class CheckPanel(QWidget):
    """Fills the content of the player: side, cue, how to press, size if it is asked, and the scores.

    `rated` carries the score and the size chosen, None where none was.
    """

    rated = Signal(int, object)

    def __init__(self, sizes: tuple[tuple[Size, str], ...], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = PlayerScale(theme, 1.0)
        self.plate = SidePlate(theme, self)
        self.cue = CueLabel(theme, "cue", self)
        self._how = QLabel(self.tr("Press once, same spot, same pressure."), self)
        self._waits = QLabel(self.tr("No hurry. The clock waits for you."), self)
        self._waits.setProperty("tone", "primary")
        self._size_title = QLabel(self.tr("Size, if you feel a lump"), self)
        self._size_title.setProperty("tone", "ink2")
        self.sizes = SizeRow(sizes, theme, self)
        self._title = QLabel(self.tr("How sore, 0 to 10? Keys 0 to 9, T is 10."), self)
        self.scores = ScoreRow(theme, self)
        self.scores.chosen.connect(self.rate)
        for label in (self._how, self._waits):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def ask(self, side: Side | None, cue: str, *, with_size: bool, size: Size | None) -> None:
        """Ask for this leg; `size` is the one known so far and is shown as chosen."""
        self.plate.show_side(side)
        self.cue.setText(cue)
        self.sizes.setVisible(with_size)
        self._size_title.setVisible(with_size)
        self.sizes.choose(size)
        self._arrange()

    def rate(self, score: int) -> None:
        """Answer with this score and the size chosen."""
        size = None if self.sizes.isHidden() else self.sizes.size_chosen
        self.rated.emit(score, size)

    def set_scale(self, scale: PlayerScale) -> None:
        """Draw at another window size."""
        self._scale = scale
        for part in (self.plate, self.cue, self.sizes, self.scores):
            part.set_scale(scale)
        self._how.setFont(scale.font("next"))
        self._waits.setFont(scale.display(40, 500))
        for label in (self._size_title, self._title):
            label.setFont(scale.display(28))
        self._arrange()

    def _arrange(self) -> None:
        px, wide, high = self._scale.px, self.width(), self.height()
        self.plate.move(0, px(16))
        beside = self.plate.width() + px(28) if not self.plate.isHidden() else 0
        self._waits.setGeometry(beside, px(16), wide - beside, px(88))
        self.cue.setGeometry(0, px(124), wide, px(208) if self.sizes.isHidden() else px(112))
        scores = high - px(80 + 36 + 8)
        self.scores.setGeometry(0, scores, wide, px(80 + 36))
        self._title.setGeometry(0, scores - px(46), wide, px(38))
        if self.sizes.isHidden():
            self._how.setGeometry(0, px(240), wide, px(60))
            return
        self._how.setGeometry(0, px(240), wide, px(60))
        sizes = scores - px(46 + 28 + 72)
        self.sizes.setGeometry(0, sizes, wide, px(72))
        self._size_title.setGeometry(0, sizes - px(44), wide, px(38))
