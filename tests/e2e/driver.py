"""Runs the real program and works its window from within: `driver.py DATA PART`.

Parts: `read-refusal` tells what stands in the window; `play` answers the safety questions, starts what
Today offers and tells each step; `look` tells the offer of the next start and takes it up; `rest` pauses
a routine and ends it, each when the desktop has heard of what was before; `vanish` dies in one;
`stand-by` waits out of sight for a second start, `play-by` with a session on. Lines go to standard
output, for the test that started this. Only the clock of sessions is another where a whole routine is
played: it runs eight times as fast.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from unknot.domain import clock

sys.path.insert(0, str(Path(__file__).resolve().parent))
import person  # lies beside this script

FASTER = (
    1 if sys.argv[2] in {"rest", "vanish", "play-by"} else 8
)  # a busy machine must not look like a sleeping one
_real_clock = clock.uninterrupted
clock.uninterrupted = lambda: _real_clock() * FASTER  # before anybody takes it as a default

from unknot import bootstrap, crash, logs, paths  # noqa: E402  # after the clock
from unknot.domain.player import PlayerState  # noqa: E402  # after the clock
from unknot.ui.main_window import MainWindow  # noqa: E402  # after the clock
from unknot.ui.player.routine_player import RoutinePlayer  # noqa: E402  # after the clock
from unknot.ui.release.routine_detail import RoutineDetail  # noqa: E402  # after the clock

HARMLESS = ("None of these", "No, it came on by itself", "None, or I feel no lump", "None", "No")
ONWARD = ("I can press like this", "Start", "Continue")
STEPS_BEFORE_THE_END = 4
IN_THE_MIDDLE = 2.0  # seconds into a step


def tell(*words: object) -> None:
    print(*words, flush=True)


def close() -> None:
    tell("end")
    for one in QApplication.topLevelWidgets():
        if isinstance(one, MainWindow):
            one.close()


def read_refusal() -> None:
    person.wait_for(lambda: person.button("Try again"), "a way to try again")
    for words in person.words_seen():
        tell("seen", words)
    close()


def shown_player() -> RoutinePlayer | None:
    return next(iter(person.visible(RoutinePlayer)), None)


def start() -> None:
    """From Today through every question into the player."""
    person.click("Start")
    while shown_player() is None:
        if not person.tick_one_of(HARMLESS):
            for detail in person.visible(RoutineDetail):
                person.tick_all(detail.setup)
            person.click_first(*ONWARD)
        QTest.qWait(50)


def play() -> None:
    """A routine, on until somebody kills this process."""
    start()
    service = shown_player().service
    tell("session", service.session.id)
    service.step_started.connect(lambda segment: tell("step", segment.index, segment.step.id))
    told = False
    while shown_player() is not None:
        QTest.qWait(20)
        now = service.snapshot
        if now.state is PlayerState.WAITING:
            person.click_beginning("4, ")
        elif now.state is PlayerState.AWAY:  # eight times as fast, a quarter of a second on a busy machine
            person.click("Go on")
        elif not told and now.segment.index >= STEPS_BEFORE_THE_END and now.in_step > IN_THE_MIDDLE:
            told = True
            tell("middle", now.segment.index, now.position)


def look() -> None:
    """What the next start offers."""
    person.wait_for(lambda: person.button("Resume"), "the offer to resume")
    for words in person.words_seen():
        tell("seen", words)
    person.click("Resume")
    player = person.wait_for(shown_player, "the player")
    now = player.service.snapshot
    tell("resumed", player.service.session.id, now.segment.index, now.position)
    close()


def asked_of_the_desktop() -> list[str]:
    """The calls that a desktop played by screen_saver.py has had."""
    return Path(os.environ["UNKNOT_TEST_DESKTOP"]).read_text(encoding="utf-8").split()


def rest() -> None:
    """Pause and go on, then end."""
    expected = ["Inhibit"]
    start()
    person.wait_for(lambda: asked_of_the_desktop() == expected, "that the screen is kept on")
    for words, call in (("Pause", "UnInhibit"), ("Resume", "Inhibit"), ("End", "UnInhibit")):
        person.click(words)
        expected.append(call)
        person.wait_for(lambda: asked_of_the_desktop() == expected, f"{call} after {words}")
    person.click("End here")
    person.wait_for(lambda: person.button("Done"), "the end")
    tell("asked", *asked_of_the_desktop())
    close()


def vanish() -> None:
    """Die while the screen is kept on."""
    start()
    person.wait_for(lambda: asked_of_the_desktop() == ["Inhibit"], "that the screen is kept on")
    os.kill(os.getpid(), signal.SIGKILL)


def main_window() -> MainWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))


def stand_by() -> None:
    """Minimised, until a second start brings the window back; twice."""
    window = main_window()
    person.wait_for(lambda: person.button("Start"), "the filled window")
    for _ in range(2):
        window.showMinimized()
        person.wait_for(window.isMinimized, "a minimised window")
        tell("away")
        person.wait_for(lambda: not window.isMinimized(), "a window in front")
        tell("front", window.isActiveWindow(), os.environ.get("XDG_ACTIVATION_TOKEN", "-"))
    close()


def play_by() -> None:
    """The same with a session on, which goes on as it was."""
    start()
    player = shown_player()
    main_window().showMinimized()
    tell("away")
    person.wait_for(lambda: not main_window().isMinimized(), "a window in front")
    tell("front", shown_player() is player, player.service.state.value)
    close()


def guarded(part: Callable[[], None]) -> None:
    try:
        part()
    except BaseException:  # noqa: BLE001  # whatever it is, the test must see it and not wait
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


def start_when_painted(part: Callable[[], None], milestone: str) -> None:
    if milestone == bootstrap.PAINTED:
        QTimer.singleShot(0, partial(guarded, part))


def main(data: Path, part: Callable[[], None]) -> int:
    logs.start(paths.log_dir(data))
    faults = crash.FaultFile(paths.log_dir(data))
    faults.arm()
    try:
        return bootstrap.main(data, on_milestone=partial(start_when_painted, part))
    finally:
        faults.disarm()


if __name__ == "__main__":
    PARTS = {
        "read-refusal": read_refusal,
        "play": play,
        "look": look,
        "rest": rest,
        "vanish": vanish,
        "stand-by": stand_by,
        "play-by": play_by,
    }
    sys.exit(main(Path(sys.argv[1]), PARTS[sys.argv[2]]))
