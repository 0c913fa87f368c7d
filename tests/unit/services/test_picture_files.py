from __future__ import annotations

import errno
from pathlib import Path

import pytest

from unknot.domain.errors import KnownError
from unknot.services.picture_files import write_picture


def test_the_picture_is_there_and_nothing_beside_it(tmp_path):
    write_picture(tmp_path / "map.png", b"one")
    write_picture(tmp_path / "map.png", b"two")
    assert [path.name for path in tmp_path.iterdir()] == ["map.png"]
    assert (tmp_path / "map.png").read_bytes() == b"two"


def test_a_folder_that_is_gone_is_said(tmp_path):
    with pytest.raises(KnownError) as told:
        write_picture(tmp_path / "away" / "map.png", b"one")
    assert told.value.what == "map.png could not be saved."
    assert told.value.advice == f"{tmp_path / 'away'} is not there any more. Choose another folder."


def test_a_folder_of_that_name_is_said(tmp_path):
    (tmp_path / "map.png").mkdir()
    with pytest.raises(KnownError, match="A folder has that name"):
        write_picture(tmp_path / "map.png", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["map.png"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EACCES, "You may not write in"),
        (errno.EIO, "The system says:"),
    ],
)
def test_other_troubles_are_said_and_the_old_picture_stays(tmp_path, monkeypatch, number, words):
    write_picture(tmp_path / "map.png", b"old")

    def refuse(self, data):
        raise OSError(number, "no")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(KnownError) as told:
        write_picture(tmp_path / "map.png", b"new")
    assert told.value.advice.startswith(words)
    monkeypatch.undo()
    assert (tmp_path / "map.png").read_bytes() == b"old"
