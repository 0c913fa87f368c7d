"""Asks where a picture shall be saved, in the folder of the last one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from unknot.services.settings import Settings

Kind = tuple[str, str]
"""The ending of a file, such as ".png", and how the dialog calls such files."""


def ask_where(
    parent: QWidget,
    title: str,
    settings: Settings,
    file_name: str,
    kinds: Sequence[Kind],
    chosen: Callable[[Path], object],
) -> QFileDialog:
    """Open the dialog; `chosen` gets the path. The first kind is the usual one."""
    dialog = QFileDialog(parent, title, picture_folder(settings))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([name for _suffix, name in kinds])
    dialog.setDefaultSuffix(kinds[0][0][1:])
    dialog.selectFile(file_name)
    dialog.filterSelected.connect(partial(_follow_filter, dialog, tuple(kinds)))
    dialog.fileSelected.connect(partial(_tell, chosen))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def with_ending(path: Path, kinds: Sequence[Kind]) -> Path:
    """The path with an ending that can be written: its own, else the usual one."""
    if path.suffix.lower() in {suffix for suffix, _name in kinds}:
        return path
    return path.with_name(path.name + kinds[0][0])


def picture_folder(settings: Settings) -> str:
    """Where the last picture was saved, if that is still there, else where pictures are."""
    kept = settings.choices.picture_folder
    if kept and Path(kept).is_dir():
        return kept
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)


def _tell(chosen: Callable[[Path], object], name: str) -> None:
    chosen(Path(name))


def _follow_filter(dialog: QFileDialog, kinds: tuple[Kind, ...], picked: str) -> None:
    """Another kind of file has another ending."""
    suffix = next((suffix for suffix, name in kinds if name == picked), kinds[0][0])
    dialog.setDefaultSuffix(suffix[1:])
    for name in dialog.selectedFiles()[:1]:
        dialog.selectFile(Path(name).with_suffix(suffix).name)
