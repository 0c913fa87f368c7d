"""Speech rendered ahead: espeak-ng turns words into samples, which are mixed into the stream of tones.

It runs as a program of its own for every sentence (about 20 ms), on a thread of its own; what was once
rendered is kept for the sitting. Only Linux has it; elsewhere the system's voice speaks live (`voice`).
"""

from __future__ import annotations

import logging
import shutil
import subprocess
import threading
from collections.abc import Iterable
from queue import Empty, SimpleQueue

import numpy as np

from unknot.services.tones import LONGEST_WORDS, RATE, Samples

WORDS_A_MINUTE = 150  # the usual rate: a little slower than espeak-ng's own 175
LOUDNESS = 0.55  # of full scale: as loud as the tones
DEFAULT_VOICE = "en-gb"
_HEADER = 44  # bytes before the samples; the lengths in it are not filled in when it writes to a pipe
_QUIET = 0.004  # below this it is silence, which is cut off at both ends
_PATIENCE_S = 5.0
_IDLE_S = 30.0  # so long the thread waits for more before it ends

log = logging.getLogger(__name__)


def find_espeak() -> str | None:
    """Where espeak-ng is, None where it is not installed."""
    return shutil.which("espeak-ng")


def voices(program: str) -> tuple[str, ...]:
    """The English voices that need nothing else installed, by the names `set_manner` takes."""
    told = subprocess.run(
        [program, "--voices=en"], capture_output=True, text=True, timeout=_PATIENCE_S, check=False
    )
    rows = [line.split() for line in told.stdout.splitlines()[1:]]
    return tuple(dict.fromkeys(row[1] for row in rows if len(row) > 4 and not row[4].startswith("mb/")))


class EspeakVoice:
    """A Renderer. prepare() returns at once; everything may be asked from any thread."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._manner = (DEFAULT_VOICE, 100)
        self._kept: dict[tuple[str, int, str], Samples | None] = {}
        self._wanted: SimpleQueue[tuple[str, int, str]] = SimpleQueue()
        self._asked: set[tuple[str, int, str]] = set()
        self._guard = threading.Lock()
        self._thread: threading.Thread | None = None

    @property
    def voices(self) -> tuple[str, ...]:
        """Its English voices."""
        return voices(self._program)

    def prepare(self, texts: Iterable[str]) -> None:
        """Begin to render these, in this order."""
        with self._guard:
            for text in texts:
                key = (*self._manner, text)
                if key not in self._asked:
                    self._asked.add(key)
                    self._wanted.put(key)
            if not self._wanted.empty() and (self._thread is None or not self._thread.is_alive()):
                self._thread = threading.Thread(target=self._work, name="words", daemon=True)
                self._thread.start()

    def samples(self, text: str) -> Samples | None:
        """The rendered words, or None."""
        return self._kept.get((*self._manner, text))

    def seconds(self, text: str) -> float | None:
        """How long they take, or None."""
        wave = self.samples(text)
        return None if wave is None else len(wave) / RATE

    def set_manner(self, name: str, rate: int) -> None:
        """Another voice or rate: what is prepared after this is said so."""
        self._manner = (name or DEFAULT_VOICE, rate)

    def _work(self) -> None:
        while True:
            try:
                key = self._wanted.get(timeout=_IDLE_S)
            except Empty:
                with self._guard:
                    if self._wanted.empty():
                        self._thread = None
                        return
                continue
            self._kept[key] = self._rendered(*key)

    def _rendered(self, name: str, rate: int, text: str) -> Samples | None:
        speed = round(WORDS_A_MINUTE * rate / 100)
        command = [self._program, "--stdout", "-v", name, "-s", str(speed), "--", text]
        try:
            told = subprocess.run(command, capture_output=True, timeout=_PATIENCE_S, check=True)
        except (OSError, subprocess.SubprocessError) as reason:
            log.info("words not rendered: %s", reason)
            return None
        return _shaped(told.stdout)


def _shaped(wav: bytes) -> Samples | None:
    """Samples of a 16-bit mono WAV at this program's rate and loudness, without silence around them."""
    rate = int.from_bytes(wav[24:28], "little")
    body = wav[_HEADER : _HEADER + (len(wav) - _HEADER) // 2 * 2]
    wave = np.frombuffer(body, dtype="<i2").astype(np.float32) / 32_768
    heard = np.flatnonzero(np.abs(wave) > _QUIET)
    if rate <= 0 or not len(heard):
        return None
    wave = wave[heard[0] : heard[-1] + 1]
    wave = _resampled(wave, rate)[:LONGEST_WORDS]
    wave *= LOUDNESS / max(float(np.abs(wave).max()), 1e-6)
    fade = min(len(wave) // 2, RATE // 200)
    wave[:fade] *= np.linspace(0, 1, fade, dtype=np.float32)
    wave[-fade:] *= np.linspace(1, 0, fade, dtype=np.float32)
    return np.column_stack((wave, wave)).astype(np.float32)


def _resampled(wave: np.ndarray, rate: int) -> np.ndarray:
    """The same sound at 48000 samples a second: its spectrum, padded or cut."""
    count = round(len(wave) * RATE / rate)
    spectrum = np.fft.rfft(wave)
    room = np.zeros(count // 2 + 1, dtype=complex)
    kept = min(len(room), len(spectrum))
    room[:kept] = spectrum[:kept]
    return (np.fft.irfft(room, count) * (count / len(wave))).astype(np.float32)
