"""Writes a metronome as a WAV file, block by block: the whole file or none."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import wave
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QThreadPool, Signal

from unknot.domain.beat_file import BeatFile, file_notes, word_starts
from unknot.domain.errors import KnownError
from unknot.domain.tone import Note
from unknot.services.picture_files import forget, known_trouble
from unknot.services.speaker import Renderer
from unknot.services.tones import CHANNELS, RATE, Mix, Samples, Words, make_tones

# A quarter of the stream's size: one channel, for both ears hear the same, and every other sample, for
# neither a tone nor a voice has anything above 12 kHz
SKIPPED = 2
FILE_RATE = RATE // SKIPPED
BLOCK = FILE_RATE  # samples written at a time
SAMPLE_BYTES = 2
HEADER_BYTES = 44
WORDS_PATIENCE_S = 6.0  # to render what is said
_LOOK_S = 0.02

GoOn = Callable[[float], bool]
"""Told the share that is written; False ends it."""


def samples_of(file: BeatFile) -> int:
    """How many samples the file has."""
    return round(file.seconds * FILE_RATE)


def bytes_of(file: BeatFile) -> int:
    """How large it is."""
    return HEADER_BYTES + samples_of(file) * SAMPLE_BYTES


def write_beats(path: Path, file: BeatFile, said: Samples | None, go_on: GoOn) -> bool:
    """Put the whole file there, over one of that name; False if `go_on` ended it. Raises KnownError.

    Beat k begins at sample round(k * 60 / bpm * FILE_RATE). `said` are the rendered words, if there are.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        if shutil.disk_usage(path.parent).free < bytes_of(file):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if not _write(part, file, said, go_on):
            forget(part)
            return False
        part.replace(path)
    except OSError as trouble:
        forget(part)
        known = known_trouble(path, trouble)
        kept = QCoreApplication.translate("BeatFile", "Nothing was lost, and your choices are kept.")
        raise KnownError(known.what, f"{known.advice} {kept}", retry=True) from trouble
    except BaseException:
        forget(part)
        raise
    return True


def _write(part: Path, file: BeatFile, said: Samples | None, go_on: GoOn) -> bool:
    starts = () if said is None else word_starts(file, len(said) / RATE)
    words = [Words(_on_sample(at), partial(_given, said)) for at in starts]
    notes = [Note(_on_sample(note.at), note.tone) for note in file_notes(file)]
    mix, total = Mix(make_tones(), notes, words=words), samples_of(file)
    with part.open("wb") as raw:
        with wave.open(raw, "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(SAMPLE_BYTES)
            out.setframerate(FILE_RATE)
            out.setnframes(total)
            for first in range(0, total, BLOCK):
                if not go_on(first / total):
                    return False
                count = min(BLOCK, total - first)
                stereo = np.frombuffer(mix.render(first * SKIPPED, count * SKIPPED), "<i2")
                out.writeframesraw(stereo[:: CHANNELS * SKIPPED].tobytes())
        raw.flush()
        os.fsync(raw.fileno())
    return True


def _on_sample(at: float) -> float:
    """The nearest moment that the file has a sample for."""
    return round(at * FILE_RATE) / FILE_RATE


def _given(said: Samples | None) -> Samples | None:
    return said


class BeatWriting(QObject):
    """Writes one file at a time, beside the window.

    `progressed` carries the share; then comes `done` with the path, `ended` after `cancel`, or `failed`.
    """

    progressed = Signal(float)
    done = Signal(object)  # Path
    ended = Signal()
    failed = Signal(object)  # KnownError

    def __init__(self, renderer: Renderer | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._cancelled = threading.Event()
        self._told = -1
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    @property
    def can_speak(self) -> bool:
        """Whether words can be put into the file."""
        return self._renderer is not None

    def set_manner(self, name: str, rate: int) -> None:
        """Which voice ("": the usual one) says the words, and how fast, per cent of its usual rate."""
        if self._renderer is not None:
            self._renderer.set_manner(name, rate)

    def begin(self, path: Path, file: BeatFile) -> None:
        """Write it; one that is being written is cancelled first."""
        self.close()
        self._cancelled.clear()
        self._told = -1
        if self._renderer is not None and file.words:
            self._renderer.prepare((file.words,))
        self._pool.start(partial(self._work, path, file))

    def cancel(self) -> None:
        """Leave nothing of it; `ended` follows."""
        self._cancelled.set()

    def close(self) -> None:
        """Cancel it and wait until nothing is written any more."""
        self.cancel()
        self._pool.waitForDone()

    # ------------------------------------------------------------- in the other thread
    def _work(self, path: Path, file: BeatFile) -> None:
        try:
            said = self._said(file.words)
            whole = write_beats(path, file, said, self._go_on)
        except KnownError as trouble:
            self.failed.emit(trouble)
            return
        if whole:
            self.done.emit(path)
        else:
            self.ended.emit()

    def _go_on(self, share: float) -> bool:
        percent = int(share * 100)
        if percent != self._told:
            self._told = percent
            self.progressed.emit(share)
        return not self._cancelled.is_set()

    def _said(self, text: str) -> Samples | None:
        """The rendered words. Raises KnownError where they do not come."""
        if not text or self._renderer is None:
            return None
        for _ in range(round(WORDS_PATIENCE_S / _LOOK_S)):
            samples = self._renderer.samples(text)
            if samples is not None or self._cancelled.wait(_LOOK_S):
                return samples
        translate = QCoreApplication.translate
        raise KnownError(
            translate("BeatFile", "The words could not be spoken."),
            translate("BeatFile", "Save it without words, or try again. Nothing was lost."),
            retry=True,
        )
