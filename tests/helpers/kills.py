"""Kills the real program in the middle of sessions, again and again, and looks for what is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from uuid import UUID

from helpers.noon import noon_zone
from helpers.real_program import RealProgram
from unknot import paths
from unknot.domain.knots import KnotCheck
from unknot.domain.practice import Session, SessionEnd, StepEnd
from unknot.storage.history import open_history

LONGEST_S = 3.0  # a program lives at most so long after its session began or went on
LOST_S = (
    1.3  # of the clock of the session: written once a second, not in the last quarter of one, after a look
)
RESUMED_S = 8.0  # what runs before the driver, eight times as slow, tells where it went on
BEGINNINGS = ("began", "resumed", "over")


class Lives:
    """One history after the other, each with a program that is started and killed until its set is over.

    `lost` is what was told as stored and is not there; `told` counts what was looked for.
    """

    def __init__(self, folder: Path, seed: str) -> None:
        self.lost: list[str] = []
        self.told: Counter[str] = Counter()
        self.kills = 0
        self._folder, self._dice = folder, Random(seed)
        self._pattern = folder / "pattern"
        # what presses does not go on the day after, and midnight may be near
        self._noon = noon_zone()
        subprocess.run(
            [sys.executable, "-m", "unknot", "--data-dir", str(self._pattern), "demo"],
            check=True,
            capture_output=True,
            env=os.environ | self._noon,
        )
        self._begin_anew()

    def kill_once(self) -> None:
        """Start the program, let it play, kill it, and look at what it left."""
        seed = str(self._dice.random())
        with RealProgram.driven(self._data, "live", seed, **self._noon) as program:
            self._check_beginning(program.until(BEGINNINGS)[-1])
            time.sleep(self._dice.uniform(0, LONGEST_S))
            if program.process.poll() is not None:
                raise AssertionError(f"it ended by itself\n{program.process.stderr.read()}")
            program.process.kill()
            lines = [*program.lines, *program.process.stdout.read().split("\n")[:-1]]
        self.kills += 1
        for line in lines:
            self._expect(*line.split())
        self._compare()
        if "over" in lines:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._data = self._folder / f"history{self.kills}"
        shutil.copytree(self._pattern, self._data)
        self._running: dict[UUID, int] = {}
        self._done: set[tuple[UUID, int]] = set()
        self._skipped: set[tuple[UUID, int]] = set()
        self._rated: set[tuple[UUID, int]] = set()
        self._felt: Counter[tuple[UUID, int]] = Counter()
        self._finished: set[UUID] = set()
        self._place: tuple[UUID, float, float] | None = None
        self._open: Session | None = None

    def _expect(self, what: str, *words: str) -> None:
        """Keep in mind what it told as stored."""
        if what not in {"step", "skipped", "felt", "rated", "finished", "at"}:
            return
        session = UUID(words[0])
        self.told[what] += 1
        if what == "step":
            index, before = int(words[1]), self._running.get(session)
            if before is not None and before < index:
                self._done.add((session, before))
            self._running[session] = index
            self._place = None
        elif what == "felt":
            self._felt[session, int(words[1])] += 1
        elif what == "skipped":
            self._skipped.add((session, int(words[1])))
            self._place = None
        elif what == "rated":
            self._rated.add((session, int(words[1])))
        elif what == "finished":
            self._done.add((session, self._running[session]))
            self._finished.add(session)
            self._place = None
        else:
            self._place = session, float(words[1]), float(words[2])

    def _compare(self) -> None:
        """Is all that was told as stored in the file?"""
        history = open_history(self._data, paths.migrations())
        try:
            sessions = {one.id: one for one in history.sessions.all()}
            checks = [check for story in history.knots.all() for check in story.checks]
            presses = {which: history.sessions.get(which).presses for which in self._running}
        finally:
            history.close()
        self._compare_steps(sessions, checks)
        stored = Counter((which, one.pain) for which, found in presses.items() for one in found)
        self.lost += [f"pain {pain} in {which}" for which, pain in (self._felt - stored).elements()]
        self.lost += [
            f"end of {which}" for which in self._finished if sessions[which].end is not SessionEnd.DONE
        ]
        self._open = next((one for one in sessions.values() if one.end is SessionEnd.OPEN), None)
        if self._place is not None:
            which, told, look = self._place
            stored = sessions[which].position_s if which in sessions else float("-inf")
            if told - stored > LOST_S + look:
                self.lost.append(
                    f"place {told:.1f} s of {which}, stored as {stored:.1f}, a look took {look:.1f}"
                )

    def _compare_steps(self, sessions: dict[UUID, Session], checks: list[KnotCheck]) -> None:
        for which, index in tuple(self._done):
            steps = [step for step in sessions[which].steps if step.index == index]
            done = any(step.end is StepEnd.DONE for step in steps)
            # a key to skip that comes as a step runs out skips the one after it
            skipped = {(which, index), (which, index - 1)} & self._skipped
            if not steps or not (done or skipped):
                ends = [step.end.value for step in steps]
                self.lost.append(f"step {index} of {which}, stored as {ends}")
                self._done.discard((which, index))  # once is enough
        for which, wanted in Counter(which for which, _ in self._rated).items():
            if sum(check.session_id == which for check in checks) < wanted:
                self.lost.append(f"rating in {which}")

    def _check_beginning(self, line: str) -> None:
        """A session that was cut off goes on at the second that is stored."""
        how, *words = line.split()
        left, self._open = self._open, None
        if left is None:
            return
        if how != "resumed" or UUID(words[0]) != left.id:
            self.lost.append(f"{left.id} did not go on, but: {line}")
        elif not 0 <= float(words[1]) - left.position_s <= RESUMED_S:
            self.lost.append(f"{left.id} went on at {words[1]} and not at {left.position_s}")
        else:
            self.told["resumed"] += 1
