"""Asks about calf, heel cord and knee after a drill that was cut off and whose minutes are kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.drills.stop_words import stop_words
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.score_picker import ScorePicker
from unknot.ui.widgets.words import Words


class AfterDrill(Dialog):
    """One score for each of `asks` (score id -> question); `rated` carries id and value at once."""

    rated = Signal(str, int)

    def __init__(
        self, theme: Theme, title: str, asks: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        say = QCoreApplication.translate
        super().__init__(
            theme, say("AfterDrill", "How was “{title}”?").format(title=title), parent, width=640
        )
        self.body.addWidget(Words(self.tr("0 is no pain, 10 is the worst."), theme, tone="ink2"))
        self.pickers: dict[str, ScorePicker] = {}
        for name, ask in asks.items():
            self.body.addWidget(Words(ask, theme, "label"))
            picker = self.pickers[name] = ScorePicker(theme, ask)
            picker.picked.connect(partial(self._take, name))
            self.body.addWidget(picker)
        self.said = Words("", theme, tone="pain")
        self.said.hide()
        self.body.addWidget(self.said)
        done = Button(self.tr("Done"), theme, kind="primary")
        done.clicked.connect(self.accept)
        self.set_buttons(done)

    def _take(self, name: str, value: int) -> None:
        self.rated.emit(name, value)
        given = {key: picker.value for key, picker in self.pickers.items() if picker.value is not None}
        words = " ".join(stop_words(given))
        if words != self.said.text():
            self.said.setText(words)
            self.said.setVisible(bool(words))
            self.refit()
            if words:
                self.bring(self.said)
            announce(self, words)
