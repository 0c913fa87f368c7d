"""Writes a picture that the user asked for to where the user said."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from unknot.domain.errors import KnownError

translate = QCoreApplication.translate


def write_picture(path: Path, data: bytes) -> None:
    """Put the whole picture there, over one of that name, or nothing. Raises KnownError."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as trouble:
        forget(part)
        raise known_trouble(path, trouble) from trouble


def forget(part: Path) -> None:
    """Leave nothing of a file that was not finished."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # it was never there


def known_trouble(path: Path, trouble: OSError) -> KnownError:
    """What the system says about a file that could not be saved, in plain words."""
    what = translate("PictureFiles", "{name} could not be saved.").format(name=path.name)
    folder = str(path.parent)
    if trouble.errno in {errno.ENOSPC, errno.EDQUOT}:
        advice = translate("PictureFiles", "The disk is full. Free some space, then save it again.")
    elif trouble.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        advice = translate("PictureFiles", "You may not write in {folder}. Choose another folder.")
    elif trouble.errno in {errno.ENOENT, errno.ENOTDIR}:
        advice = translate("PictureFiles", "{folder} is not there any more. Choose another folder.")
    elif trouble.errno == errno.EISDIR:
        advice = translate("PictureFiles", "A folder has that name. Choose another name.")
    else:
        advice = translate("PictureFiles", "The system says: {reason}. Choose another folder.")
    return KnownError(what, advice.format(folder=folder, reason=trouble.strerror or trouble))
