"""Plays one session on real time with real sound, for bench_routine_sound.py; prints what it did as JSON.

    play_routine.py routine            the shortest routine, one leg, from start to end
    play_routine.py beat SECONDS BPM BPM    a set on the beat, with another tempo halfway

Checks are answered the moment they ask.
"""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from unknot import paths
from unknot.bootstrap import open_renderer
from unknot.content.routines import read_drills, read_routines
from unknot.domain.body import Side
from unknot.domain.clock import uninterrupted
from unknot.domain.player import PlayerState
from unknot.services.journal import Journal
from unknot.services.player import PlayerFactory
from unknot.services.practice import Practice
from unknot.services.settings import Settings
from unknot.services.sound import SoundStream, open_speaker
from unknot.storage.history import open_history

WAKING_MS = 2_500  # a null sink that was idle needs up to two seconds
RINGING_MS = 1_600


class Performance(QObject):
    """One session, start to end; `told` is the report."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.told: dict[str, object] = {"runs": []}
        self.history = open_history(folder, paths.migrations())
        now = lambda: datetime.now(UTC)  # noqa: E731
        journal, practice = Journal(self.history, now), Practice(self.history, now)
        content = paths.resources() / "content/en"
        self.routines = read_routines(content / "routines")
        self.drills = read_drills(content / "drills")
        settings = Settings(self.history)
        settings.choose(prepare_s=0)
        self.players = PlayerFactory(
            self.routines,
            self.drills,
            journal,
            practice,
            settings,
            now,
            speaker=self.open_sound,
            renderer=open_renderer,
        )
        self.stream: SoundStream | None = None
        self.service = None
        self.started = 0.0

    def open_sound(self) -> SoundStream | None:
        """The real stream, with every fill of it written down."""
        self.stream = open_speaker()
        if self.stream is None:
            return None
        play = self.stream.play

        def noted(notes, position, words=()):
            tones = [(note.at - position, note.tone.value) for note in notes]
            said = [(one.at - position, one.samples.args[0]) for one in words]
            self.told["runs"].append({"filled": uninterrupted(), "tones": tones, "words": said})
            play(notes, position, words)

        self.stream.play = noted
        return self.stream

    def routine(self) -> None:
        """The shortest routine for one leg."""
        shortest = min(self.routines.values(), key=lambda one: one.total_seconds_one_side)
        self.told["title"] = shortest.title
        self.service = self.players.start_routine(shortest, sides=(Side.RIGHT,))
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

    def faster(self) -> None:
        """Change the tempo."""
        self.told["changed_at"] = self.service.snapshot.position
        self.service.set_bpm(self.then)

    def begin(self) -> None:
        """Start when the device is awake."""
        self.told["total"] = self.service.timeline.total
        self.service.state_changed.connect(self.answer)
        self.service.finished.connect(self.finish)
        QTimer.singleShot(WAKING_MS, self, self.start)

    def start(self) -> None:
        """Press Start."""
        self.started = uninterrupted()
        self.service.start()

    def answer(self, state: PlayerState) -> None:
        """Answer a check at once."""
        if state is PlayerState.WAITING:
            self.service.answer({"tenderness_0_10": 4})

    def finish(self, _summary: object) -> None:
        """Note the time, let the last tone ring, and leave."""
        self.told["took"] = uninterrupted() - self.started
        self.told["dropouts"] = self.stream.dropouts if self.stream else None
        QTimer.singleShot(RINGING_MS, self, self.leave)

    def leave(self) -> None:
        """Print and quit."""
        self.players.close()
        self.history.close()
        print(json.dumps(self.told), flush=True)
        QCoreApplication.quit()


def main() -> int:
    """Play what the command line says."""
    app = QCoreApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        performance = Performance(Path(folder))
        if sys.argv[1] == "routine":
            performance.routine()
        else:
            seconds, bpm, then = sys.argv[2:5]
            performance.beat(int(seconds), float(bpm), float(then))
        return app.exec()


if __name__ == "__main__":
    sys.exit(main())
