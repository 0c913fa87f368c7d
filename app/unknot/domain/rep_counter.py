"""The repetition that is on: counted by key, by the beat, or by the step's own tempo."""

from __future__ import annotations

from unknot.domain.drill import Drill
from unknot.domain.drill_progress import RepPlace, reps_at, reps_of_beats
from unknot.domain.snapshot import Snapshot


class RepCounter:
    """From the first key in a set on the key counts there, and nothing else."""

    def __init__(self, drill: Drill) -> None:
        limits = drill.metronome_bpm
        self._by_beat = limits is not None and limits.beat == "each_rep"
        self._counted = (-1, 0)  # the step in which a key counts, and how many

    def place(self, snapshot: Snapshot) -> RepPlace | None:
        """Where the set is; None in a step without repetitions."""
        found = self._of_time(snapshot)
        index, done = self._counted
        if found is None or index != snapshot.segment.index:
            return found
        return RepPlace(min(done, found.count - 1), found.count, found.fraction)

    def one_more(self, snapshot: Snapshot) -> int:
        """Count one; how many there are in this set by now."""
        index, done = self._counted
        self._counted = (snapshot.segment.index, done + 1 if index == snapshot.segment.index else 1)
        return self._counted[1]

    def _of_time(self, snapshot: Snapshot) -> RepPlace | None:
        if self._by_beat and snapshot.beats is not None and snapshot.bpm:
            return reps_of_beats(snapshot.segment.step, snapshot.beats, snapshot.bpm)
        return reps_at(snapshot.segment.step, snapshot.in_step)
