"""From a routine to its editor, to a file and back; and from a file to a routine of one's own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from unknot.content.own_file import ENDING
from unknot.domain.errors import KnownError
from unknot.domain.routine import Routine
from unknot.services.bundle import Services
from unknot.services.own_routines import Editing
from unknot.ui.dialogs.leave import LeaveDialog
from unknot.ui.editor.acts import Act
from unknot.ui.editor.editor_page import EditorPage
from unknot.ui.library.session_flow import Stage
from unknot.ui.pages import RELEASE
from unknot.ui.theme import Theme
from unknot.ui.widgets.announcing import announce


class EditorFlow(QObject):
    """Opens dialogs and the editor's page on the window; the service does what they ask for."""

    kept = Signal(str)  # the id of a routine that was just saved

    def __init__(self, services: Services, theme: Theme, window: QWidget, stage: Stage | None = None) -> None:
        super().__init__(window)
        self._services, self._theme, self._window = services, theme, window
        self._stage: Stage = stage if stage is not None else window  # type: ignore[assignment]  # MainWindow fits
        self.page: EditorPage | None = None

    def act(self, act: str, routine_id: str) -> None:
        """Do what a card or a page wants of a routine."""
        routine = self._services.library.routines.get(routine_id)
        if routine is None:  # deleted meanwhile
            return
        own = self._services.own
        if act == Act.VERSION:
            self._open(own.version_of(routine))
        elif act == Act.EDIT:
            self._open(own.edit(routine_id))
        elif act == Act.SAVE_FILE:
            self.ask_where(routine)
        elif act == Act.DELETE:
            self.delete(routine_id)

    def delete(self, routine_id: str) -> None:
        """Delete an own routine; the library offers to take that back."""
        self._stage.close_player()
        try:
            self._services.own.delete(routine_id)
        except KnownError as trouble:
            self._stage.show_known(trouble)

    # ------------------------------------------------------------- files
    def ask_where(self, routine: Routine) -> QFileDialog:
        """Ask where its file shall be."""
        dialog = self._dialog(self.tr("Save the routine as a file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING[1:])
        dialog.selectFile(self._services.own.file_name(routine))
        dialog.fileSelected.connect(partial(self._save_file, routine))
        dialog.open()
        return dialog

    def ask_which(self) -> QFileDialog:
        """Ask for a file of a routine."""
        dialog = self._dialog(self.tr("Open a routine file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.open()
        return dialog

    def open_file(self, name: str) -> None:
        """Show the routine of a file, to be looked over; nothing is kept yet."""
        try:
            editing = self._services.own.open_file(Path(name))
        except KnownError as trouble:
            self._stage.show_known(trouble)
            return
        self._remember(Path(name))
        self._open(editing)

    # ------------------------------------------------------------- the editor
    def save(self) -> None:
        """Keep what is edited; if that fails the editor stays."""
        if self.page is None:
            return
        try:
            routine = self._services.own.keep(self.page.editing)
        except KnownError as trouble:
            self.page.tell(str(trouble))
            return
        self._close()
        self.kept.emit(routine.id)
        announce(self._window, self.tr("Saved {name}").format(name=routine.title))

    def leave(self) -> None:
        """Close the editor; ask first where something would be lost."""
        if self.page is None:
            return
        if not self.page.is_changed:
            self._close()
            return
        lost = self.tr("What you changed here is not kept.")
        dialog = LeaveDialog(self._theme, lost, self.tr("Go on editing"), self._window)
        dialog.left.connect(self._close)
        dialog.open()

    # ------------------------------------------------------------- inside
    def _open(self, editing: Editing) -> None:
        self.page = EditorPage(editing, self._services.library, self._theme)
        self.page.save_wanted.connect(self.save)
        self.page.left.connect(self.leave)
        self._stage.show_player(self.page, full_screen=False)

    def _close(self) -> None:
        self.page = None
        self._stage.close_player()
        self._stage.go(RELEASE)

    def _save_file(self, routine: Routine, name: str) -> None:
        path = Path(name)
        if path.suffix.lower() != ENDING:
            path = path.with_name(path.name + ENDING)
        try:
            self._services.own.save_as(routine, path)
        except KnownError as trouble:
            self._stage.show_known(trouble)
            return
        self._remember(path)
        announce(self._window, self.tr("Saved {name}").format(name=path.name))

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, self._folder())
        dialog.setNameFilters([self.tr("Routine (*.toml)")])
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _folder(self) -> str:
        kept = self._services.settings.choices.routine_folder
        if kept and Path(kept).is_dir():
            return kept
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def _remember(self, path: Path) -> None:
        try:
            self._services.settings.choose(routine_folder=str(path.parent))
        except KnownError as trouble:
            self._stage.show_known(trouble)
