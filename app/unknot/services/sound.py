"""The sound of a session: one stream, filled far ahead by a thread of its own. The only user of QtMultimedia.

A pull-mode sink runs in the window's thread and stutters with it; here a worker writes into the sink's
buffer of over a second every 20 ms, so a window that stands still for a second is not heard.

A pause or another tempo resets the stream and fills it again. A second, silent stream keeps the device
awake meanwhile: an idle one takes up to two seconds to begin and swallows the first milliseconds
(Bluetooth more), one that is awake within a quarter of a second.
"""

from __future__ import annotations

import logging
import os
import sys
import weakref
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QObject, Qt, QThread, QTimer, Signal, Slot

from unknot.domain.clock import Clock, uninterrupted
from unknot.domain.tone import Note, ToneSet
from unknot.services.sound_clock import SoundClock, Together
from unknot.services.sound_look import device_key
from unknot.services.tones import CHANNELS, RATE, Mix, Words, make_tones

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSink

LEAD = round(0.02 * RATE)  # samples of silence before what is played: the first few may be lost
# Qt asks PulseAudio and PipeWire for 16 ms, which run dry on a busy computer: with eight busy processes on
# two cores 80 ms lost 5 to 100 ms several times a minute, 200 ms next to nothing. libpulse reads this when
# a stream connects. What Qt tells as processed has then only gone into that buffer, which is not heard yet.
_LATENCY = ("PULSE_LATENCY_MSEC", "200")
_NOT_HEARD_S = 0.16 if sys.platform == "linux" else 0.0
BUFFER_S = 1.25
FEED_MS = 20
WORDS_LATEST = round(0.2 * RATE)  # samples before they are heard, words that are not rendered are given up
_FRAME = 2 * CHANNELS  # bytes
_PATIENCE_MS = 2_000  # for the worker to end

log = logging.getLogger(__name__)


class SoundStream(QObject):
    """A Speaker on the default output. Make it with open_speaker()."""

    _wanted = Signal(object)  # Mix
    _loudness = Signal(float)
    _output_wanted = Signal(str)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._style = ToneSet.FULL
        self._tones = make_tones(self._style)
        self._worker = _Feeder(clock, Mix(self._tones))
        self._thread = QThread()
        self._thread.setObjectName("sound")
        self._worker.moveToThread(self._thread)
        self._thread.started.connect(self._worker.open)
        self._wanted.connect(self._worker.play, Qt.ConnectionType.QueuedConnection)
        self._loudness.connect(self._worker.set_loudness, Qt.ConnectionType.QueuedConnection)
        self._output_wanted.connect(self._worker.set_output, Qt.ConnectionType.QueuedConnection)
        self._thread.finished.connect(self._worker.close, Qt.ConnectionType.DirectConnection)
        self._sound_clock: SoundClock | None = None
        self._together = Together()
        self._mix: Mix | None = None
        self._end = weakref.finalize(self, _end_thread, self._thread)
        self._thread.start(QThread.Priority.TimeCriticalPriority)

    @property
    def dropouts(self) -> int:
        """How often the buffer ran empty."""
        return self._worker.dropouts

    @property
    def together(self) -> Together:
        """How sound, picture and clock went together, in all that was played."""
        return self._together if self._sound_clock is None else self._together + self._sound_clock.together

    def play(self, notes: Sequence[Note], position: float, words: Sequence[Words] = ()) -> None:
        """Begin anew: this second of the timeline comes after a breath of silence."""
        self._together = self.together
        self._mix = Mix(self._tones, notes, position, LEAD, words)
        self._sound_clock = SoundClock(self._clock())
        self._wanted.emit(self._mix)

    def stop(self) -> None:
        """Silence; the stream goes on."""
        self._together = self.together
        self._mix = self._sound_clock = None
        self._wanted.emit(Mix(self._tones))

    def set_volume(self, percent: int) -> None:
        """How loud; the ear's half is far below the half of the samples."""
        self._loudness.emit((max(0, min(100, percent)) / 100) ** 2)

    def set_tones(self, style: ToneSet) -> None:
        """How the tones sound from the next play() on."""
        if style is not self._style:
            self._style, self._tones = style, make_tones(style)

    def set_output(self, output: str) -> None:
        """Which device plays; one that is not there leaves it to the system."""
        self._output_wanted.emit(output)

    def heard(self, now: float) -> float | None:
        """Seconds of the timeline heard since play()."""
        if self._sound_clock is None:
            return None
        mix, moment, processed = self._worker.reading
        if mix is self._mix:
            self._sound_clock.observe(moment, processed)
        seconds = self._sound_clock.heard(now)
        return None if seconds is None else max(0.0, seconds - LEAD / RATE - _NOT_HEARD_S)

    @property
    def is_closed(self) -> bool:
        """Whether it plays no more."""
        return not self._end.alive

    def close(self) -> None:
        """End the worker and let go of the device."""
        self._together = self.together
        self._mix = self._sound_clock = None
        self._end()


def _end_thread(thread: QThread) -> None:
    thread.quit()
    thread.wait(_PATIENCE_MS)


class _Feeder(QObject):
    """Lives in the sound's thread: keeps the sink's buffer full of the mix that is wanted."""

    def __init__(self, clock: Clock, silence: Mix) -> None:
        super().__init__()
        self.dropouts = 0
        self.reading: tuple[Mix, float, float] = (silence, clock(), 0.0)
        self._clock = clock
        self._mix = silence
        self._loudness = 1.0
        self._output = ""
        self._sink: QAudioSink | None = None
        self._awake: _Silence | None = None
        self._device: QIODevice | None = None
        self._timer: QTimer | None = None
        self._written = 0

    @Slot()
    def open(self) -> None:
        """Make the sink in this thread and begin with silence."""
        self._open_sinks()
        self._timer = QTimer(self, interval=FEED_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._feed)
        self._begin()
        self._timer.start()

    @Slot(str)
    def set_output(self, output: str) -> None:
        """Go on with another device, from the first sample of what is played: the caller plays anew."""
        if output == self._output:
            return
        self._output = output
        if self._sink is not None:
            self._close_sinks()
            self._open_sinks()
            self._begin()

    @Slot(object)
    def play(self, mix: Mix) -> None:
        """Forget what was still to come and begin with the first sample of another mix."""
        self._mix = mix
        if self._sink is not None:
            self._sink.reset()
            self._begin()

    @Slot(float)
    def set_loudness(self, loudness: float) -> None:
        """The factor for every sample."""
        self._loudness = loudness
        if self._sink is not None:
            self._sink.setVolume(loudness)

    @Slot()
    def close(self) -> None:
        """Let go of the device, in the thread that made it."""
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None
        self._close_sinks()

    def _open_sinks(self) -> None:
        self._awake = _Silence(_new_sink(self, self._output))
        self._sink = _new_sink(self, self._output)
        self._sink.setVolume(self._loudness)

    def _close_sinks(self) -> None:
        if self._sink is not None:
            self._device = None
            self._sink.reset()
            self._sink.deleteLater()
            self._sink = None
        if self._awake is not None:
            self._awake.close()
            self._awake = None

    def _begin(self) -> None:
        self._written = 0
        if self._sink is not None:
            self._device = self._sink.start()
            self._feed()

    def _feed(self) -> None:
        if self._sink is None or self._device is None:
            return
        free = self._sink.bytesFree() // _FRAME
        if self._written and free >= self._sink.bufferSize() // _FRAME:
            self.dropouts += 1
            log.warning("the sound ran dry (%d)", self.dropouts)
        ready = self._mix.ready(self._written, free)
        if ready < free and self._sink.bufferSize() // _FRAME - free > WORDS_LATEST:
            free = ready  # the words still have time to come
        if free > 0:
            wrote = self._device.write(self._mix.render(self._written, free))
            self._written += max(0, wrote) // _FRAME
        self.reading = (self._mix, self._clock(), self._sink.processedUSecs() / 1e6)
        if self._awake is not None:
            self._awake.feed()


class _Silence:
    """A stream of nothing."""

    def __init__(self, sink: QAudioSink) -> None:
        self._sink = sink
        self._device: QIODevice | None = sink.start()
        self.feed()

    def feed(self) -> None:
        """Keep it running; a device that went between being found and being opened takes nothing."""
        if self._device is not None:
            self._device.write(bytes(self._sink.bytesFree() // _FRAME * _FRAME))

    def close(self) -> None:
        """Let go of the device."""
        self._sink.reset()
        self._sink.deleteLater()


def _new_sink(parent: QObject, output: str) -> QAudioSink:
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices  # noqa: PLC0415  # loads slowly

    devices = {device_key(device): device for device in QMediaDevices.audioOutputs()} if output else {}

    form = QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(CHANNELS)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    sink = QAudioSink(devices.get(output, QMediaDevices.defaultAudioOutput()), form, parent)
    sink.setBufferSize(round(BUFFER_S * RATE) * _FRAME)
    return sink


def open_speaker(clock: Clock = uninterrupted) -> SoundStream | None:
    """The default output, or None where there is none or QtMultimedia's libraries are missing."""
    os.environ.setdefault(*_LATENCY)
    try:
        from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415  # optional, and loads slowly
    except ImportError as reason:
        log.info("no sound: %s", reason)
        return None
    if QMediaDevices.defaultAudioOutput().isNull():
        log.info("no sound: no output device")
        return None
    return SoundStream(clock)


class SoundDoor:
    """Opens the sound for one listener after the other, and adds up how all of it went."""

    def __init__(self) -> None:
        self._open: list[SoundStream] = []
        self._before = Together()

    def __call__(self) -> SoundStream | None:
        """As open_speaker()."""
        for stream in self._open:
            if stream.is_closed:
                self._before += stream.together
        self._open = [stream for stream in self._open if not stream.is_closed]
        opened = open_speaker()
        if opened is not None:
            self._open.append(opened)
        return opened

    @property
    def together(self) -> Together:
        """How sound, picture and clock went together in this sitting."""
        return sum((stream.together for stream in self._open), self._before)
