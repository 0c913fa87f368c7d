"""Works the body map through the accessibility tree alone: `by_ear.py PYTHON DATA`, with the system's Python.

It starts the real program on the history in DATA and does what a screen reader's user does: reads names
and states, presses, types. It needs a display with a window manager and a session bus (see
`test_by_ear.py`). Ends with 0 and the line "heard"; a wait that is in vain ends it with 1.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial

warnings.simplefilter("ignore", DeprecationWarning)  # older and newer bindings name the interfaces otherwise

import gi  # noqa: E402  # of the system's Python, not of the project's

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  # as above

PATIENCE = 30  # seconds
KNOT = re.compile(r"^.+, (left|right)\. Tenderness (10|\d) of 10, (none|mild|clear|strong|extreme)\.")
KEYS = {"Down": 0xFF54, "Up": 0xFF52, "Left": 0xFF51, "Return": 0xFF0D, "Escape": 0xFF1B}

Node = Atspi.Accessible
Wanted = Callable[[Node], bool]


def tree(root: Node) -> Iterator[Node]:
    for index in range(root.get_child_count()):
        child = root.get_child_at_index(index)
        if child is not None:
            yield child
            yield from tree(child)


def nodes(wanted: Wanted, *, scrolled_away: bool = False) -> list[Node]:
    """All that is heard now; what goes while it is asked counts as not there."""
    found = []
    for node in tree(Atspi.get_desktop(0)):
        try:
            if wanted(node) and (scrolled_away or has(node, Atspi.StateType.SHOWING)):
                found.append(node)
        except gi.repository.GLib.Error:
            continue
    return found


def wait_for(wanted: Wanted, what: str, again: Callable[[], None] | None = None) -> Node:
    """The first that is so, once it is there; `again` is done as long as it is not."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if again is not None:
            again()
        try:
            found = nodes(wanted)
        except gi.repository.GLib.Error:
            found = []
        if found:
            print("heard:", found[0].get_role_name(), found[0].get_name(), flush=True)
            return found[0]
        time.sleep(0.2)
    raise SystemExit(f"never heard {what}; there is {heard_now()}")


def heard_now() -> list[str]:
    return [node.get_name() for node in nodes(lambda node: node.get_role_name() != "filler")]


def has(node: Node, state: Atspi.StateType) -> bool:
    return bool(node.get_state_set().contains(state))


def named(name: str, role: str = "") -> Wanted:
    return lambda node: node.get_name() == name and role in ("", node.get_role_name())


def like(pattern: re.Pattern[str], role: str = "push button") -> Wanted:
    return lambda node: node.get_role_name() == role and bool(pattern.match(node.get_name() or ""))


def ready(wanted: Wanted) -> Wanted:
    """The same, once it can be used: before the history is open the rail cannot."""
    return lambda node: has(node, Atspi.StateType.SENSITIVE) and wanted(node)


def focused(wanted: Wanted) -> Wanted:
    return lambda node: has(node, Atspi.StateType.FOCUSED) and wanted(node)


def press(node: Node) -> None:
    Atspi.Action.do_action(node.get_action_iface(), 0)


def focus(node: Node) -> None:
    Atspi.Component.grab_focus(node.get_component_iface())


def key(name: str) -> None:
    Atspi.generate_keyboard_event(KEYS.get(name) or ord(name), None, Atspi.KeySynthType.SYM)
    time.sleep(0.3)


def knots() -> list[str]:
    """The names of the knots on the picture."""
    return [node.get_name() for node in nodes(like(KNOT))]


def hear_every_knot() -> None:
    press(wait_for(ready(named("Body map", "push button")), "the entry of the body map"))
    wait_for(like(KNOT), "a knot on the picture")
    seen = {name.partition(" Marked in")[0] for name in knots()}
    rows = {node.get_name() for node in nodes(like(KNOT, "list item"), scrolled_away=True)}
    assert rows, "the list beside the picture names no knot"
    assert seen <= rows, f"on the picture but not in the list: {seen - rows}"


def walk_and_rate() -> None:
    first = wait_for(like(KNOT), "a knot")
    # a window that is not active yet takes a focus and does not tell of it
    wait_for(focused(named(first.get_name())), "the focus on it", partial(focus, first))
    key("Down")
    other = wait_for(
        focused(lambda node: like(KNOT)(node) and node.get_name() != first.get_name()), "the next"
    )
    before = other.get_name()
    where = before.partition(". ")[0]
    key("7")
    wait_for(like(re.compile(re.escape(where) + r"\. Tenderness 7 of 10, strong\.")), "the new rating")
    press(wait_for(named("Undo", "push button"), "the way back"))
    wait_for(named(before), "the rating of before")


def mark_by_crosshair() -> None:
    count = len(knots())
    key("k")
    cross = re.compile(r"^Crosshair\. .+, (left|right)$")
    wait_for(focused(lambda node: bool(cross.match(node.get_name() or ""))), "the crosshair with its place")
    for _ in range(6):
        key("Up")  # away from every knot: on one, Enter would choose it
    key("Return")
    if nodes(named("Which place do you mean?")):
        key("Return")  # the first it names
    taught = nodes(named("I can press like this", "push button"))
    if taught:
        press(taught[0])
        time.sleep(0.5)
    key("4")
    end = time.monotonic() + PATIENCE
    while len(knots()) <= count and time.monotonic() < end:
        for offer in nodes(lambda node: node.get_role_name() == "push button" and node.get_name() == "Right"):
            press(offer)
        time.sleep(0.3)
    assert len(knots()) > count, f"no knot was marked where the crosshair stood; there is {heard_now()}"


def find_by_name() -> None:
    key("n")
    field = wait_for(named("Find a place"), "the field to search in")
    focus(field)
    for letter in "soleus":
        key(letter)
    wait_for(
        lambda node: node.get_role_name() == "list item" and "calf" in node.get_name().lower(), "a place"
    )
    key("Escape")


def main() -> None:
    python, data = sys.argv[1:]
    child = subprocess.Popen(
        [python, "-m", "unknot", "--data-dir", data],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"},
    )
    try:
        for part in (hear_every_knot, walk_and_rate, mark_by_crosshair, find_by_name):
            print(part.__name__, flush=True)
            part()
    finally:
        print("the program", "runs" if child.poll() is None else f"ended with {child.poll()}", flush=True)
        child.terminate()
        child.wait()
    print("heard", flush=True)


if __name__ == "__main__":
    main()
