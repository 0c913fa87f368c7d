"""A metronome as a file: beats on their samples, the length, the header, and all or nothing."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from helpers.speaker import FakeRenderer
from unknot.domain.beat_file import BeatFile, file_notes, word_starts
from unknot.domain.errors import KnownError
from unknot.domain.tone import BeatSound
from unknot.services import beat_file
from unknot.services.beat_file import FILE_RATE, BeatWriting, bytes_of, samples_of, write_beats
from unknot.services.tones import RATE, make_tones


def always(_share: float) -> bool:
    return True


def read(path: Path) -> np.ndarray:
    with wave.open(str(path), "rb") as found:
        assert (found.getnchannels(), found.getsampwidth(), found.getframerate()) == (1, 2, FILE_RATE)
        return np.frombuffer(found.readframes(found.getnframes()), "<i2")


def expected(file: BeatFile) -> np.ndarray:
    """Every tone laid at its sample by hand."""
    tones, whole = make_tones(), np.zeros(samples_of(file), dtype=np.float32)
    for note in file_notes(file):
        at = round(note.at * FILE_RATE)
        part = tones[note.tone][::2, 0][: len(whole) - at]
        whole[at : at + len(part)] += part
    return (np.clip(whole, -1, 1) * 32_767).astype("<i2")


@pytest.mark.parametrize(
    "file",
    [
        BeatFile(171, 1),
        BeatFile(40, 1, accent=4, count_in=True),
        BeatFile(239, 2, accent=3, sound=BeatSound.SOFT, count_in=True),
    ],
)
def test_every_beat_lies_on_its_sample_and_the_length_is_exact(tmp_path: Path, file: BeatFile):
    path = tmp_path / "beat.wav"
    assert write_beats(path, file, None, always)
    heard = read(path)
    assert len(heard) == round(file.seconds * FILE_RATE)
    assert path.stat().st_size == bytes_of(file)
    assert np.array_equal(heard, expected(file))


def test_words_lie_where_they_are_said(tmp_path: Path):
    file = BeatFile(120, 2, accent=4, words="Stay tall.")
    said = np.full((RATE, 2), 0.25, dtype=np.float32)
    path = tmp_path / "beat.wav"
    write_beats(path, file, said, always)
    heard = read(path).astype(int) - expected(file)
    starts = [round(at * FILE_RATE) for at in word_starts(file, 1.0)]
    assert len(starts) == 2
    for start in starts:
        assert np.abs(heard[start : start + FILE_RATE] - 0.25 * 32_767).max() <= 2
    assert np.count_nonzero(heard) == 2 * FILE_RATE


def test_a_cancelled_file_leaves_nothing_and_what_was_there_stays(tmp_path: Path):
    path = tmp_path / "beat.wav"
    path.write_bytes(b"older")
    assert not write_beats(path, BeatFile(120, 1), None, lambda share: share < 0.5)
    assert [one.name for one in tmp_path.iterdir()] == ["beat.wav"]
    assert path.read_bytes() == b"older"


def test_a_folder_that_is_gone_is_told_in_plain_words(tmp_path: Path):
    with pytest.raises(KnownError, match=r"could not be saved.*not there any more.*Nothing was lost"):
        write_beats(tmp_path / "gone" / "beat.wav", BeatFile(120, 1), None, always)


def test_a_full_disk_is_told_before_anything_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    usage = beat_file.shutil.disk_usage(tmp_path)._replace(free=1_000)
    monkeypatch.setattr(beat_file.shutil, "disk_usage", lambda _folder: usage)
    with pytest.raises(KnownError, match=r"disk is full.*Nothing was lost"):
        write_beats(tmp_path / "beat.wav", BeatFile(120, 1), None, always)
    assert not list(tmp_path.iterdir())


def test_it_is_written_beside_the_window_and_tells_how_far_it_is(qtbot: QtBot, tmp_path: Path):
    writing, shares = BeatWriting(), []
    writing.progressed.connect(shares.append)
    with qtbot.waitSignal(writing.done) as done:
        writing.begin(tmp_path / "beat.wav", BeatFile(120, 2))
    assert done.args == [tmp_path / "beat.wav"]
    assert shares == sorted(shares)
    assert len(shares) > 50
    writing.close()


def test_cancel_ends_it(qtbot: QtBot, tmp_path: Path):
    writing = BeatWriting()
    writing.progressed.connect(writing.cancel)
    with qtbot.waitSignal(writing.ended):
        writing.begin(tmp_path / "beat.wav", BeatFile(120, 120))
    assert not list(tmp_path.iterdir())
    writing.close()


def test_words_are_rendered_first(qtbot: QtBot, tmp_path: Path):
    renderer = FakeRenderer()
    writing = BeatWriting(renderer)
    with qtbot.waitSignal(writing.done):
        writing.begin(tmp_path / "beat.wav", BeatFile(120, 1, words="Stay tall."))
    assert renderer.asked == ["Stay tall."]
    writing.close()


def test_words_that_never_come_are_told(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(beat_file, "WORDS_PATIENCE_S", 0.1)
    renderer = FakeRenderer()
    renderer.missing = {"Stay tall."}
    writing = BeatWriting(renderer)
    with qtbot.waitSignal(writing.failed) as failed:
        writing.begin(tmp_path / "beat.wav", BeatFile(120, 1, words="Stay tall."))
    assert failed.args[0].what == "The words could not be spoken."
    writing.close()
