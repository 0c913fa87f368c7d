"""Copies and saves the map as it is shown: what the button "Picture" does."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from unknot.services.picture_files import write_picture
from unknot.services.settings import Settings
from unknot.ui.body_map.atlas import MapAtlas
from unknot.ui.body_map.map_header import MapHeader
from unknot.ui.body_map.map_look import MapLook
from unknot.ui.body_map.map_sheet import MapSheet, SheetOf
from unknot.ui.body_map.pictures import Pictures
from unknot.ui.body_map.place_hover import stage_chip
from unknot.ui.body_map.replay import Replay
from unknot.ui.body_map.stage import BodyStage
from unknot.ui.body_map.writing import Writing
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce
from unknot.ui.widgets.save_picture import Kind, ask_where, with_ending

TOLD_MS = 3000
PNG, SVG = ".png", ".svg"


class MapExport(QObject):
    """The picture is of the day, the view and the legs that the map shows at that moment."""

    def __init__(
        self,
        replay: Replay,
        look: MapLook,
        atlas: MapAtlas,
        pictures: Pictures,
        settings: Settings,
        writing: Writing,
        header: MapHeader,
        stage: BodyStage,
        theme: Theme,
    ) -> None:
        super().__init__(stage)
        self._replay, self._look, self._atlas, self._pictures = replay, look, atlas, pictures
        self._settings, self._writing = settings, writing
        self._button, self._stage, self._theme = header.picture_button, stage, theme
        self.menu = QMenu(self._button)
        self.copy_action = QAction(self.tr("Copy picture"), self.menu)
        self.save_action = QAction(self.tr("Save picture…"), self.menu)
        self.copy_action.triggered.connect(self.copy)
        self.save_action.triggered.connect(self.ask_where)
        self.menu.addActions([self.copy_action, self.save_action])
        self._button.clicked.connect(self._open_menu)
        self._chip = stage_chip(stage)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOLD_MS)
        self._timer.timeout.connect(self._chip.hide)

    def sheet(self) -> MapSheet:
        """The map as it is shown now."""
        shown = SheetOf(
            self._replay.day,
            self._replay.marks,
            self._look.view,
            self._look.legs,
            whole=self._stage.whole_button.isChecked(),
            quiet=self._settings.choices.quiet_anatomy,
            hatched=self._stage.hatching.places,
        )
        return MapSheet(shown, self._atlas, self._pictures, self._theme)

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.sheet().image())
        self._tell(self.tr("Picture copied"))

    def ask_where(self) -> QFileDialog:
        """Ask for a file, in the folder of the last one."""
        sheet = self.sheet()
        return ask_where(
            self._stage.window(), self.tr("Save picture"), self._settings, sheet.file_name, self._kinds(),
            partial(self.save, sheet),
        )  # fmt: skip

    def save(self, sheet: MapSheet, path: Path) -> bool:
        """Write it there, as the ending of the name says; whether it was written."""
        path = with_ending(path, self._kinds())
        data = sheet.svg() if path.suffix.lower() == SVG else sheet.png()
        done = self._writing.do(partial(write_picture, path, data))
        if done is False:
            return False
        self._writing.do(partial(self._settings.choose, picture_folder=str(path.parent)))
        self._tell(self.tr("Saved {name}").format(name=path.name))
        return True

    def stop_telling(self) -> None:
        """The page is left."""
        self._timer.stop()
        self._chip.hide()

    def _kinds(self) -> tuple[Kind, ...]:
        return ((PNG, self.tr("PNG picture (*.png)")), (SVG, self.tr("SVG drawing (*.svg)")))

    def _open_menu(self) -> None:
        self.menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + self._theme.px(4))))

    def _tell(self, words: str) -> None:
        self._chip.setText(words)
        self._chip.adjustSize()
        left = (self._stage.width() - self._chip.width()) // 2
        self._chip.move(left, self._stage.height() - self._chip.height() - self._theme.px(24))
        self._chip.show()
        self._chip.raise_()
        self._timer.start()
        announce(self._stage, words)
