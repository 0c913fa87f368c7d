"""Runs the real program and works its window from within: `driver.py DATA PART [SEED]`.

Parts: `read-refusal` tells what stands in the window; `play` answers the safety questions, starts what
Today offers and tells each step; `look` tells the offer of the next start and takes it up; `rest` pauses
a routine and ends it, each when the desktop has heard of what was before; `vanish` dies in one;
`doze` tells how it goes on when the process stood still as in sleep;
`live` plays a set of releases, or goes on with the one that was cut off, and notes pain in it;
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
from random import Random

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from unknot.domain import clock

sys.path.insert(0, str(Path(__file__).resolve().parent))
import person  # lies beside this script

FASTER = (
    1 if sys.argv[2] in {"rest", "vanish", "play-by", "doze"} else 8
)  # a busy machine must not look like a sleeping one
_real_clock = clock.uninterrupted
clock.uninterrupted = lambda: _real_clock() * FASTER  # before anybody takes it as a default

from unknot import bootstrap, crash, logs, paths  # noqa: E402  # after the clock
from unknot.domain.player import PlayerState, Snapshot  # noqa: E402  # after the clock
from unknot.domain.practice import knot_item  # noqa: E402  # after the clock
from unknot.services.player import PlayerService  # noqa: E402  # after the clock
from unknot.ui.main_window import MainWindow  # noqa: E402  # after the clock
from unknot.ui.player.routine_player import RoutinePlayer  # noqa: E402  # after the clock
from unknot.ui.release.routine_detail import RoutineDetail  # noqa: E402  # after the clock

HARMLESS = ("None of these", "No, it came on by itself", "None, or I feel no lump", "None", "No")
ONWARD = ("I can press like this", "Start", "Continue")
STEPS_BEFORE_THE_END = 4
IN_THE_MIDDLE = 2.0  # seconds into a step
KNOTS_OF_A_SET = 3
# how likely in each look at the player, of which there are some thirty a second
PRESSES, PAUSES, SKIPS = 0.06, 0.01, 0.01


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


def start(set_out: Callable[[], object] | None = None) -> None:
    """From Today, or another way, through every question into the player."""
    set_out() if set_out is not None else person.click("Start")
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


def live() -> None:
    """Sessions with all that is written in them, told as soon as it is stored; until this is killed."""
    dice = Random(sys.argv[3])
    services = main_window()._services
    if services.practice.unfinished() is not None or services.practice.left_between() is not None:
        person.click("Resume")
        tell_player("resumed")
    else:
        fits = [(story, services.release.fit(story)) for story in services.journal.knots()]
        items = tuple(knot_item(s, fit.routine) for s, fit in fits if fit.routine and not fit.refusal)
        if not items:
            stay("over")
        start(partial(main_window().flows.start_set, items[:KNOTS_OF_A_SET]))
        tell_player("began")
    known, last = None, list[tuple[float, float]]()
    while (player := shown_player()) is not None and not is_over(player.service):
        service = player.service
        if service is not known:
            known, last = service, []
            tell_what_is_stored(service, last)
        if last:
            at, gap = last[-1]
            tell("at", service.session.id, at, gap)
        last.clear()
        live_on(player, dice)
        QTest.qWait(30)
    stay("over")


def stay(word: str) -> None:
    """Nothing more comes; wait for the kill."""
    tell(word)
    QTest.qWait(60_000)


def is_over(service: PlayerService) -> bool:
    """Whether nothing follows by itself."""
    ended = service.state in {PlayerState.DONE, PlayerState.ENDED}
    return ended and not service.session.following


def tell_player(how: str) -> None:
    service = person.wait_for(shown_player, "the player").service
    tell(how, service.session.id, service.snapshot.position)


def tell_what_is_stored(service: PlayerService, last: list[tuple[float, float]]) -> None:
    """Steps, pain and ends as they come; `last` gets each position and its distance from the one before."""
    which, before = service.session.id, service.snapshot.position

    def note(snapshot: Snapshot) -> None:
        nonlocal before
        last.append((snapshot.position, abs(snapshot.position - before)))
        before = snapshot.position

    service.step_started.connect(lambda segment: tell("step", which, segment.index))
    service.felt.connect(lambda pain: tell("felt", which, pain))
    service.finished.connect(lambda _summary: tell("finished", which))
    service.moved.connect(note)
    tell("step", which, service.snapshot.segment.index)


def live_on(player: RoutinePlayer, dice: Random) -> None:
    """Answer what it asks; now and then note a pain, pause, skip."""
    service, chance = player.service, dice.random()
    segment = service.snapshot.segment
    if service.state is PlayerState.WAITING:
        person.click_beginning("4, ")
        if service.state is not PlayerState.WAITING:
            tell("rated", service.session.id, segment.index)
    elif service.state is PlayerState.AWAY:
        person.click("Go on")
    elif service.state is PlayerState.PAUSED:
        QTest.keyClick(player, Qt.Key.Key_Space)
    elif service.state is not PlayerState.RUNNING:
        return
    elif chance < PAUSES:
        QTest.keyClick(player, Qt.Key.Key_Space)
    elif chance < PAUSES + SKIPS:
        tell("skipped", service.session.id, segment.index)
        QTest.keyClick(player, Qt.Key.Key_Right)
    elif chance < PAUSES + SKIPS + PRESSES and segment.step.presses:
        QTest.keyClick(player, Qt.Key(Qt.Key.Key_1 + dice.randrange(9)))


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


def doze() -> None:
    """Wait to be stopped; then say where it stands, and go on."""
    start()
    service = shown_player().service
    person.wait_for(lambda: service.snapshot.in_step > 1, "the first step")
    tell("awake", service.snapshot.position)
    person.wait_for(lambda: service.state is PlayerState.AWAY, "that the sleep is noticed")
    now = service.snapshot
    tell("away", now.position, now.away_s)
    person.click("Go on")
    person.wait_for(lambda: service.state is PlayerState.RUNNING, "that it goes on")
    tell("on", service.snapshot.position)
    close()


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


def start_when(wanted: str, part: Callable[[], None], milestone: str) -> None:
    if milestone == wanted:
        QTimer.singleShot(0, partial(guarded, part))


def main(data: Path, part: Callable[[], None]) -> int:
    logs.start(paths.log_dir(data))
    faults = crash.FaultFile(paths.log_dir(data))
    faults.arm()
    try:
        milestone = bootstrap.FILLED if part is live else bootstrap.PAINTED
        return bootstrap.main(data, on_milestone=partial(start_when, milestone, part))
    finally:
        faults.disarm()


if __name__ == "__main__":
    PARTS = {
        "read-refusal": read_refusal,
        "play": play,
        "look": look,
        "live": live,
        "rest": rest,
        "vanish": vanish,
        "doze": doze,
        "stand-by": stand_by,
        "play-by": play_by,
    }
    sys.exit(main(Path(sys.argv[1]), PARTS[sys.argv[2]]))
