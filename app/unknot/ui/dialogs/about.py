"""What Unknot is, what it is not, and to whom its parts belong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from unknot import __version__
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.spacing import spaced
from unknot.ui.widgets.strand import Logo
from unknot.ui.widgets.words import Words


class AboutDialog(Dialog):
    """Credits in full; `anatomy` is the attribution that the pictures ask for."""

    def __init__(self, theme: Theme, anatomy: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("AboutDialog", "About Unknot"), parent, width=640)
        holder = QWidget()
        column = spaced(QVBoxLayout(holder), theme, (0, 0, 12, 0), 8)
        column.addWidget(Logo(theme))
        column.addWidget(self._heading(self.tr("Unknot {version}").format(version=__version__)))
        column.addWidget(
            self._words(
                self.tr(
                    "For runners whose knee hurts only while they run. It does not diagnose, it does not "
                    "replace a clinician, and it never uses the network."
                )
            )
        )
        for title, text in self._credits(anatomy):
            column.addSpacing(theme.px(8))
            column.addWidget(self._heading(title))
            column.addWidget(self._words(text))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("Credits"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(min(theme.px(440), 480))
        self.body.addWidget(area)
        close = Button(self.tr("Close"), theme)
        close.clicked.connect(self.accept)
        self.foot.addWidget(close)

    def _credits(self, anatomy: str) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("The program"), self.tr("MIT License. The pictures keep their own licence.")),
            (self.tr("Anatomy"), anatomy),
            (
                self.tr("Fonts"),
                self.tr("Inter and Barlow Semi Condensed, both under the SIL Open Font License 1.1."),
            ),
            (self.tr("Icons"), self.tr("Phosphor Icons, MIT License.")),
            (
                self.tr("Made with"),
                self.tr(
                    "Qt for Python (LGPL 3), SQLite, SQLAlchemy, Alembic, NumPy, pyqtgraph, msgspec and "
                    "platformdirs."
                ),
            ),
        )

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("type", "h3")
        return label

    def _words(self, text: str) -> Words:
        words = Words(text, self._theme, tone="ink2")
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words
