"""How exactly steps change: an hour of session with the lateness that a real timer has on a busy computer,
and one routine on real time, with sound, while every core is busy.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from helpers.clock import ManualClock
from helpers.load import all_cores_busy
from helpers.sound_match import Heard, heard_in, overlaps, worst
from helpers.sound_room import is_possible, sound_room
from helpers.timelines import a_routine
from unknot import paths
from unknot.content.routines import read_routines
from unknot.domain.player import PlayerState
from unknot.domain.timeline import Segment
from unknot.services.journal import Journal
from unknot.services.player import PlayerFactory, PlayerService
from unknot.services.practice import Practice
from unknot.services.settings import Settings
from unknot.storage.history import open_history

HERE = Path(__file__).resolve().parent
HOUR_S, WATCHED_S = 3600.0, 20.0
STEP_GOAL_MS, START_GOAL_MS, DRIFT_GOAL_S = 20.0, 250.0, 1e-6


def measure() -> list[dict[str, object]]:
    """Times of the hour and of the routine; where PulseAudio is not installed, the hour alone."""
    QApplication.instance() or QApplication([])
    with all_cores_busy() as cores:
        busy = f"{cores} busy processes on {cores} cores"
        told = subprocess.run(
            [sys.executable, str(HERE / "timer_lateness.py"), str(WATCHED_S)],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        routine = _routine() if is_possible() else None
    late_ms = json.loads(told)
    rows = _hour(late_ms, busy)
    if routine is None:
        print("bench_exact: pulseaudio and parec are not installed, no real routine", file=sys.stderr)
        return rows
    return [*rows, *_real(*routine, busy)]


# ------------------------------------------------------------- an hour without waiting
class Hour:
    """One session of an hour on a clock that comes as late as the real timer did."""

    def __init__(self, folder: Path, late_ms: list[float]) -> None:
        self.clock, self.late_ms, self.drift_s = ManualClock(), [], 0.0
        self._dice, self._timer_late = Random("late"), late_ms
        self._history = open_history(folder, paths.migrations())
        now = lambda: datetime.now(UTC)  # noqa: E731  # when it is stored has no part in this
        settings = Settings(self._history)
        settings.choose(prepare_s=0)
        journal, practice = Journal(self._history, now), Practice(self._history, now)
        self._players = PlayerFactory({}, {}, journal, practice, settings, now, clock=self.clock)

    def play(self) -> float:
        """To the end; seconds by which what the steps took is off the length of the timeline."""
        service = self._players.start_routine(_long_routine())
        self._service = service
        service.step_started.connect(self._note)
        self._began = self.clock()
        service.start()
        while service.state is PlayerState.RUNNING:
            self.clock.advance((service._timer.interval() + self._dice.choice(self._timer_late)) / 1000)
            service._tick()
        off = self._off(service)
        self._players.close()
        self._history.close()
        return off

    def _note(self, segment: Segment) -> None:
        due = self._began + segment.start
        self.late_ms.append((self.clock() - due) * 1000)
        self.drift_s = max(self.drift_s, abs(self._service.snapshot.position - (self.clock() - self._began)))

    def _off(self, service: PlayerService) -> float:
        """What the steps took in all, added up as they were stored, against the length of the timeline."""
        session = self._history.sessions.get(service.session.id)
        return abs(sum(step.seconds for step in session.steps) - service.timeline.total)


def _long_routine():
    """The timed steps of every routine, again and again, for an hour."""
    routines = read_routines(paths.resources() / "content/en/routines")
    timed = [step for one in routines.values() for step in one.steps if not (step.check or step.open_ended)]
    steps, total = [], 0.0
    while total < HOUR_S:
        for step in timed:
            steps.append(replace(step, id=f"step-{len(steps)}", per_side=False, place=None))
            total += step.seconds
    return a_routine(steps)


def _hour(late_ms: list[float], busy: str) -> list[dict[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        hour = Hour(Path(folder), late_ms)
        off = hour.play()
    changes, ticks = sorted(hour.late_ms), sorted(late_ms)
    value, timer = changes[int(len(changes) * 0.99)], ticks[int(len(ticks) * 0.99)]
    minutes = (hour.clock() - hour._began) / 60
    return [
        _row(
            "change of step in an hour, p99", value, "ms",
            f"{len(changes)} changes in {minutes:.0f} simulated minutes, largest {changes[-1]:.1f} ms; "
            f"the real timer's lateness p99 {timer:.1f} ms, {busy}",
            STEP_GOAL_MS, value <= STEP_GOAL_MS,
        ),
        _row(
            "drift in an hour", max(off, hour.drift_s) * 1000, "ms",
            "place at each change against the clock, and all steps against the length", 1000 * DRIFT_GOAL_S,
            max(off, hour.drift_s) <= DRIFT_GOAL_S,
        ),
    ]  # fmt: skip


# ------------------------------------------------------------- a routine on real time
def _routine() -> tuple[dict, list[Heard]]:
    with sound_room() as room:
        told, heard = room.recorded([sys.executable, str(HERE / "play_routine.py"), "routine"], timeout=900)
    report = json.loads(told.splitlines()[-1])
    return report, heard_in(heard, report["runs"])


def _real(told: dict, found: list[Heard], busy: str) -> list[dict[str, object]]:
    changes, starts = sorted(told["late_ms"]), len(told["runs"])
    late = (told["took"] - told["timed"]) * 1000 / starts
    length = f"{told['title']}, {told['timed']:.0f} s, took {told['took']:.3f} s"
    off, drift = changes[int(len(changes) * 0.99)], told["drift"] * 1000
    rows = [
        _row(
            "change of step in a routine on real time, p99", off, "ms",
            f"{len(changes)} changes, median {changes[len(changes) // 2]:.1f} ms, {busy}",
            STEP_GOAL_MS, off <= STEP_GOAL_MS,
        ),
        _row(
            "drift of a routine on real time", drift, "ms", f"{length}, by the session's clock",
            1000 * DRIFT_GOAL_S, drift <= 1000 * DRIFT_GOAL_S,
        ),
        _row(
            "start of the stream, for which the clock waits", late, "ms",
            f"{starts} starts, {length}", START_GOAL_MS, abs(late) <= START_GOAL_MS,
        ),
    ]  # fmt: skip
    for kind in ("tones", "words"):
        off, there, wanted = worst(found, is_word=kind == "words")
        if wanted or kind == "tones":
            reference = f"{there} of {wanted} in the recording, {busy}"
            rows.append(
                _row(f"{kind} of a routine", off, "samples", reference, 1.0, there == wanted and off <= 1)
            )
    together = overlaps(found)
    reference = "times words fell together with a tone or with other words"
    rows.append(_row("talking over in a routine", together, "", reference, 0, not together))
    return rows


def _row(name: str, value: float, unit: str, reference: str, goal: float, holds: bool) -> dict[str, object]:
    return {
        "name": name, "value": round(float(value), 4), "unit": unit,
        "reference": reference, "goal": goal, "holds": bool(holds),
    }  # fmt: skip


if __name__ == "__main__":
    for row in measure():
        print(row)
