"""A sound server of its own with a null sink, a recording of it, and finding tones in the recording."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from unknot.domain.clock import uninterrupted

RATE = 48_000
NEEDED = ("pulseaudio", "parec")
SINK = "null"
PATIENCE = 10  # seconds
_LOOK_S = 0.004


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
            "SPEECHD_ADDRESS": f"unix_socket:{folder}/speech",
        }

    def control(self, *words: str) -> str:
        """Tell the server something; what it says."""
        told = subprocess.run(
            ["pactl", *words], env=self.environment, check=True, capture_output=True, text=True
        )
        return told.stdout.strip()

    def recorded(
        self,
        command: Sequence[str],
        timeout: float,
        arrived: list[tuple[float, int]] | None = None,
        of: str = SINK,
    ) -> tuple[str, np.ndarray]:
        """What a command printed, and what it played: 16-bit samples, one channel, `of` a sink.

        `arrived` gets, every few milliseconds, the clock and the number of samples there are by then.
        """
        raw = self.folder / "recording.raw"
        with raw.open("wb") as out:
            recorder = subprocess.Popen(
                ["parec", f"--device={of}.monitor", f"--rate={RATE}", "--channels=1", "--format=s16le",
                 "--latency-msec=20", "--raw"],
                env=self.environment, stdout=out, stderr=subprocess.DEVNULL,
            )  # fmt: skip
        over = threading.Event()
        watch = threading.Thread(target=_watch, args=(raw, over, arrived if arrived is not None else []))
        try:
            _until(lambda: raw.stat().st_size, "parec records nothing")
            watch.start()
            told = subprocess.run(
                command, env=self.environment, check=False, capture_output=True, text=True, timeout=timeout
            )
            if told.returncode:
                raise RuntimeError(f"{command} ended with {told.returncode}:\n{told.stderr}")
            time.sleep(0.3)  # until the last of it has come through
        finally:
            over.set()
            _end(recorder)
        data = raw.read_bytes()
        return told.stdout, np.frombuffer(data[: len(data) // 2 * 2], "<i2")


@contextlib.contextmanager
def speech_service(room: SoundRoom) -> Iterator[None]:
    """A speech-dispatcher of its own that speaks into the room."""
    socket = room.folder / "speech"
    service = subprocess.Popen(
        ["speech-dispatcher", "--run-single", "--communication-method", "unix_socket",
         "--socket-path", str(socket), "--pid-file", str(room.folder / "speech.pid"),
         "--log-dir", str(room.folder)],
        env=room.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _until(socket.exists, "speech-dispatcher did not start")
        yield
    finally:
        _end(service)


@contextlib.contextmanager
def sound_room() -> Iterator[SoundRoom]:
    """Start a server, end it afterwards."""
    with tempfile.TemporaryDirectory(prefix="sound-room-") as name:
        room = SoundRoom(Path(name))
        socket = room.folder / "sound"
        server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
             "--disable-shm=yes", "--high-priority=yes", "--realtime=yes",  # as on desktops
             "-L", f"module-null-sink sink_name={SINK} rate={RATE}",
             "-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"],
            env=room.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _until(socket.exists, "PulseAudio did not start")
            yield room
        finally:
            _end(server)


def correlation(wave: np.ndarray, part: np.ndarray) -> np.ndarray:
    """Of a known wave with what begins at each sample of a part that holds it whole; 1 where it is alone."""
    count = max(0, len(part) - len(wave) + 1)
    size = 1 << (len(part) + len(wave)).bit_length()
    product = np.fft.rfft(part, size) * np.conj(np.fft.rfft(wave, size))
    return np.fft.irfft(product, size)[:count] / (wave @ wave)


def place_of(wave: np.ndarray, heard: np.ndarray, first: int, last: int) -> int | None:
    """The sample in [first, last) at which a known wave begins, by its best match; None if there is none."""
    first = max(0, first)
    part = heard[first : last + len(wave) - 1].astype(np.float64)
    match = correlation(wave, part)
    if not len(match):
        return None
    at = int(np.argmax(match))
    strength = np.linalg.norm(part[at : at + len(wave)])
    return first + at if match[at] * np.linalg.norm(wave) > 0.6 * strength > 0 else None


def _watch(raw: Path, over: threading.Event, arrived: list[tuple[float, int]]) -> None:
    while not over.wait(_LOOK_S):
        arrived.append((uninterrupted(), raw.stat().st_size // 2))


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
