"""The least that PySide6 can show: one QMainWindow. It tells when it is painted, and stays."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """Says "painted" once."""

    def __init__(self) -> None:
        super().__init__()
        self._told = False
        self.resize(1440, 900)

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        if not self._told:
            self._told = True
            print("painted", flush=True)


application = QApplication(sys.argv)
window = BareWindow()
window.show()
sys.exit(application.exec())
