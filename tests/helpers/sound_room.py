"""A sound server of its own with a null sink, a recording of it, and finding tones in the recording."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

RATE = 48_000
NEEDED = ("pulseaudio", "parec")
PATIENCE = 10  # seconds


def is_possible() -> bool:
    """Whether PulseAudio is installed."""
    return all(shutil.which(name) for name in NEEDED)


class SoundRoom:
    """While open: a private server. Give `environment` to what shall be heard."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "PULSE_SERVER": f"unix:{folder}/sound",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def recorded(self, command: Sequence[str], timeout: float) -> tuple[str, np.ndarray]:
        """What a command printed, and what it played: 16-bit samples, one channel."""
        raw = self.folder / "recording.raw"
        with raw.open("wb") as out:
            recorder = subprocess.Popen(
                ["parec", "--device=null.monitor", f"--rate={RATE}", "--channels=1", "--format=s16le",
                 "--latency-msec=20", "--raw"],
                env=self.environment, stdout=out, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        try:
            _until(lambda: raw.stat().st_size, "parec records nothing")
            told = subprocess.run(
                command, env=self.environment, check=True, capture_output=True, text=True, timeout=timeout
            )
            time.sleep(0.3)  # until the last of it has come through
        finally:
            _end(recorder)
        data = raw.read_bytes()
        return told.stdout, np.frombuffer(data[: len(data) // 2 * 2], "<i2")


@contextlib.contextmanager
def sound_room() -> Iterator[SoundRoom]:
    """Start a server, end it afterwards."""
    with tempfile.TemporaryDirectory(prefix="sound-room-") as name:
        room = SoundRoom(Path(name))
        socket = room.folder / "sound"
        server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
             "--disable-shm=yes", "-L", f"module-null-sink sink_name=null rate={RATE}",
             "-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"],
            env=room.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _until(socket.exists, "PulseAudio did not start")
            yield room
        finally:
            _end(server)


def place_of(wave: np.ndarray, heard: np.ndarray, first: int, last: int) -> int | None:
    """The sample in [first, last) at which a known wave begins, by its best match; None if there is none."""
    first = max(0, first)
    part = heard[first : last + len(wave) - 1].astype(np.float64)
    if len(part) < len(wave):
        return None
    size = 1 << (len(part) + len(wave)).bit_length()
    product = np.fft.rfft(part, size) * np.conj(np.fft.rfft(wave, size))
    match = np.fft.irfft(product, size)[: len(part) - len(wave) + 1]
    at = int(np.argmax(match))
    piece = part[at : at + len(wave)]
    strength = np.linalg.norm(piece) * np.linalg.norm(wave)
    return first + at if strength > 0 and match[at] > 0.6 * strength else None


def _until(is_so, complaint: str) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end:
            raise RuntimeError(complaint)
        time.sleep(0.05)


def _end(process: subprocess.Popen) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
