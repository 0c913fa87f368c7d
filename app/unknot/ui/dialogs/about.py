"""What Unknot is, what it is not, and to whom its parts belong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from unknot import __version__
from unknot.ui.dialogs.dialog import Dialog
from unknot.ui.theme import Theme
from unknot.ui.widgets.button import Button
from unknot.ui.widgets.strand import Logo
from unknot.ui.widgets.words import Words


class AboutDialog(Dialog):
    """Credits in full; `anatomy` is the attribution that the pictures ask for."""

    def __init__(self, theme: Theme, anatomy: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("AboutDialog", "About Unknot"), parent, width=640)
        self.body.addWidget(Logo(theme))
        self.body.addWidget(self._heading(self.tr("Unknot {version}").format(version=__version__)))
        said = self.tr(
            "For runners whose knee hurts only while they run. It does not diagnose, it does not "
            "replace a clinician, and it never uses the network."
        )
        self.body.addWidget(self._words(said))
        for heading, text in self._credits(anatomy):
            self.body.addSpacing(theme.px(4))
            self.body.addWidget(self._heading(heading))
            self.body.addWidget(self._words(text))
        close = Button(self.tr("Close"), theme)
        close.clicked.connect(self.accept)
        self.set_buttons(close)

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
                    "Qt for Python (LGPL 3), SQLite, SQLAlchemy, Alembic, NumPy, pyqtgraph, msgspec, "
                    "tomli and platformdirs."
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
