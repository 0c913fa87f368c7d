"""Plays one session on real time with real sound, for bench_routine_sound.py; prints what it did as JSON.

    play_routine.py routine [--stall] [--live]    a short routine, one leg, from start to end
    play_routine.py beat SECONDS BPM BPM [--stall]    a set on the beat, with another tempo halfway
    play_routine.py metronome SECONDS BPM BPM [--stall]    the metronome alone, likewise

A check is answered when its words are over. With --stall the window stands still for 200 ms, again and
again; with --live nothing renders words, and the system's voice speaks. What it tells: of each fill of
the stream its tones and words, of each live word when it was wanted, of each change of step how late it
came, how long all took, and how often the stream ran dry.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from unknot import paths
from unknot.bootstrap import open_renderer, open_voice
from unknot.content.routines import read_drills, read_routines
from unknot.domain.body import Side
from unknot.domain.clock import uninterrupted
from unknot.domain.player import PlayerState
from unknot.domain.spoken import Spoken
from unknot.domain.timeline import Segment
from unknot.services.journal import Journal
from unknot.services.metronome import FreeMetronome
from unknot.services.player import PlayerFactory
from unknot.services.practice import Practice
from unknot.services.settings import Settings
from unknot.services.sound import SoundStream, open_speaker
from unknot.services.voice import Voice
from unknot.storage.history import open_history

WAKING_MS = 2_500  # a null sink that was idle needs up to two seconds
RINGING_MS = 1_600
NOT_YET_S = 0.5  # a stream begins to be heard so long after it was filled, at most
CHECK_MS = 7_000  # longer than the words of any check
STALL_S, STALL_EVERY_MS = 0.2, 500
ROUTINE = "pre-run-5"  # short, and of both kinds: with checks and with steps that run out


class Performance(QObject):
    """One session, start to end; `told` is the report."""

    def __init__(self, folder: Path, *, live: bool) -> None:
        super().__init__()
        self.told: dict[str, object] = {"runs": [], "late_ms": [], "drift": 0.0, "waited": 0.0, "stalls": 0}
        self.voice = open_voice() if live else None
        if self.voice is not None:
            self.note_words(self.voice)
        self.history = open_history(folder, paths.migrations())
        now = lambda: datetime.now(UTC)  # noqa: E731
        journal, practice = Journal(self.history, now), Practice(self.history, now)
        content = paths.resources() / "content/en"
        self.routines = read_routines(content / "routines")
        self.drills = read_drills(content / "drills")
        settings = self.settings = Settings(self.history)
        settings.choose(prepare_s=0)
        self.players = PlayerFactory(
            self.routines,
            self.drills,
            journal,
            practice,
            settings,
            now,
            speaker=self.open_sound,
            narrator=lambda: self.voice,
            renderer=None if live else open_renderer,
        )
        self.stream: SoundStream | None = None
        self.live_words: tuple[float, list[Spoken]] = (0.0, [])
        self.service = None
        self.started = self.asked = self.zero = 0.0
        self.stalling = QTimer(self, interval=STALL_EVERY_MS)
        self.stalling.timeout.connect(self.stall)

    def note_words(self, voice: Voice) -> None:
        """When live words are asked for, and how late that is by the session's own time."""
        said = self.told["said"] = []
        say = voice.say

        def noted(text: str) -> None:
            position = self.service._player.position(self.service._sound.pace.now())
            start, due = self.live_words
            at = next((one.at for one in due if one.text == text), None)
            if at is not None:
                late = position - at
                if self.service.state is PlayerState.WAITING:  # the place stands still, time does not
                    late += uninterrupted() - self.asked
                wanted = uninterrupted() - late
                said.append({"text": text, "wanted": wanted, "late": late, "after": at - start})
            say(text)

        voice.say = noted

    def stall(self) -> None:
        """Do what a page may that takes its time: nothing else runs in this thread meanwhile."""
        self.told["stalls"] += 1
        end = time.perf_counter() + STALL_S
        while time.perf_counter() < end:
            sum(range(1000))

    def open_sound(self) -> SoundStream | None:
        """The real stream, with every fill of it written down."""
        self.stream = open_speaker()
        if self.stream is None:
            return None
        play = self.stream.play

        def noted(notes, position, words=()):
            tones = [(note.at - position, note.tone.value) for note in notes]
            said = [(one.at - position, one.samples.args[0]) for one in words]
            if self.voice is not None:
                self.live_words = position, list(self.service._sound._due)
                said = [(one.at - position, one.text) for one in self.live_words[1]]
            self.told["runs"].append({"filled": uninterrupted(), "tones": tones, "words": said})
            play(notes, position, words)

        self.stream.play = noted
        return self.stream

    def routine(self) -> None:
        """A short routine for one leg."""
        routine = self.routines[ROUTINE]
        self.told["title"] = routine.title
        self.service = self.players.start_routine(routine, sides=(Side.RIGHT,))
        self.begin()

    def beat(self, seconds: int, bpm: float, then: float) -> None:
        """One set on the beat; halfway the tempo changes."""
        drill = self.drills["quick-step-metronome"]
        run = next(step for step in drill.steps if step.metronome_on)
        self.service = self.players.start_drill(
            replace(drill, steps=(replace(run, seconds=seconds, prompts=()),)), bpm=bpm
        )
        self.then = then
        QTimer.singleShot(WAKING_MS + seconds * 500, self, self.faster)
        self.begin()

    def metronome(self, seconds: int, bpm: float, then: float) -> None:
        """The metronome as its page has it; halfway the tempo changes."""
        metronome = FreeMetronome(self.settings, self.open_sound, uninterrupted, self)
        metronome.set_bpm(bpm)
        metronome.prepare()
        QTimer.singleShot(WAKING_MS, self, metronome.start)
        QTimer.singleShot(WAKING_MS + seconds * 500, self, lambda: metronome.set_bpm(then))
        QTimer.singleShot(WAKING_MS + seconds * 1000, self, self.finish_metronome)

    def finish_metronome(self) -> None:
        """The stream is filled for an hour: what is not heard by now is not expected."""
        last = self.told["runs"][-1]
        until = uninterrupted() - last["filled"] - NOT_YET_S
        last["tones"] = [tone for tone in last["tones"] if tone[0] < until]
        self.finish(None)

    def faster(self) -> None:
        """Change the tempo."""
        self.told["changed_at"] = self.service.snapshot.position
        self.service.set_bpm(self.then)

    def begin(self) -> None:
        """Start when the device is awake."""
        self.told["timed"] = sum(one.seconds for one in self.service.timeline.segments if not one.waits)
        self.service.state_changed.connect(self.attend)
        self.service.step_started.connect(self.time_change)
        self.service.finished.connect(self.finish)
        if self.voice is not None and self.voice.available is None:
            self.voice.found.connect(self.start_with_voice)
        else:
            QTimer.singleShot(WAKING_MS, self, self.start)

    def start_with_voice(self, there: bool) -> None:
        """Start once the engine is there and warm; without one there is nothing to measure."""
        if there:
            QTimer.singleShot(WAKING_MS, self, self.start)
        else:
            QCoreApplication.exit(1)

    def start(self) -> None:
        """Press Start."""
        self.started = uninterrupted()
        self.service.start()
        print("started", flush=True)
        self.run_on()

    def run_on(self) -> None:
        """From here on place and clock go together."""
        pace = self.service._sound.pace.now()
        self.zero = pace - self.service._player.position(pace)

    def time_change(self, segment: Segment) -> None:
        """How late a step begins that follows one that ran out."""
        before = self.service.timeline.segments[segment.index - 1] if segment.index else None
        if before is not None and not before.waits:
            pace = self.service._sound.pace
            first, now, last = pace.now(), self.service.snapshot, pace.now()
            self.told["late_ms"].append(now.in_step * 1000)
            off = max(first - self.zero - now.position, now.position - last + self.zero)
            if now.state is PlayerState.RUNNING:
                self.told["drift"] = max(self.told["drift"], off)

    def attend(self, state: PlayerState) -> None:
        """Listen to the words of a check."""
        if state is PlayerState.WAITING:
            self.asked = uninterrupted()
            QTimer.singleShot(CHECK_MS, self, self.answer)

    def answer(self) -> None:
        """Answer it."""
        self.told["waited"] += uninterrupted() - self.asked
        self.service.answer({"tenderness_0_10": 4})
        self.run_on()

    def finish(self, _summary: object) -> None:
        """Note the time, let the last tone ring, and leave."""
        self.stalling.stop()
        self.told["took"] = uninterrupted() - self.started - self.told["waited"]
        self.told["dropouts"] = self.stream.dropouts if self.stream else None
        QTimer.singleShot(RINGING_MS, self, self.leave)

    def leave(self) -> None:
        """Print and quit."""
        self.players.close()
        self.history.close()
        if self.voice is not None:
            self.voice.close()
        print(json.dumps(self.told), flush=True)
        QCoreApplication.quit()


def main() -> int:
    """Play what the command line says."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("routine", "beat", "metronome"))
    parser.add_argument("numbers", nargs="*", type=float, metavar="SECONDS BPM BPM")
    parser.add_argument("--stall", action="store_true")
    parser.add_argument("--live", action="store_true")
    asked = parser.parse_args()
    app = QCoreApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        performance = Performance(Path(folder), live=asked.live)
        if asked.stall:
            performance.stalling.start()
        if asked.what == "routine":
            performance.routine()
        else:
            seconds, bpm, then = asked.numbers
            play = performance.beat if asked.what == "beat" else performance.metronome
            play(int(seconds), bpm, then)
        return app.exec()


if __name__ == "__main__":
    sys.exit(main())
