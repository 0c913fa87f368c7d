"""The body map with 200 knots: a hit test, from a tap to the painted mark, one step of pan and zoom."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import tempfile
import time
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from unknot import bootstrap, paths
from unknot.domain.body import Side, Spot, Use, View
from unknot.domain.choices import ThemeChoice
from unknot.domain.hit import HitMap
from unknot.domain.knots import Size
from unknot.ui.body_map.body_map_page import BodyMapPage
from unknot.ui.body_map.mark_item import MarkItem, PendingItem
from unknot.ui.body_map.replay import WEEK_MS
from unknot.ui.theme import Theme

KNOTS, TAPS, HITS, WARM, MOVES, WEEKS = 200, 200, 20_000, 10, 120, 4
LEFT = Qt.MouseButton.LeftButton
HIT_GOAL_US, FRAME_MS = 50.0, 1000 / 60


def measure() -> list[dict[str, object]]:
    """A hit test in microseconds; tap to "?", score to the painted knot, steps of the sight, in ms."""
    app = QApplication.instance() or QApplication([])
    app.setStyle("Fusion")
    theme = Theme(app, paths.resources())
    theme.apply(ThemeChoice.LIGHT, 100)
    with tempfile.TemporaryDirectory() as folder:
        opened = bootstrap.OpenHistory(Path(folder), bootstrap.wall_clock)
        asking, drawing = Painted(PendingItem), Painted(MarkItem)
        page = _page(opened.services, theme)
        journal = opened.services.journal
        rows = [_hits(page.atlas.hits), *_taps(page, journal, asking, drawing), *_moves(page)]
        rows.append(_plays(page, journal, opened.services.now()))
        page.close()
        page.deleteLater()
        app.processEvents()
        opened.close()
    return rows


def _page(services, theme: Theme) -> BodyMapPage:
    services.settings.choose(press_taught=True)
    dice = Random("two hundred")
    while len(services.journal.knots()) < KNOTS:
        spot = Spot(View.BACK, dice.choice(list(Side)), dice.uniform(0.15, 0.7), dice.uniform(0.28, 0.82))
        knot = services.journal.add_knot(spot, "soleus", dice.randrange(11), dice.choice(list(Size)))
        for _ in range(4):
            services.journal.rate_knot(knot.id, dice.randrange(11))
    page = BodyMapPage(services, theme)
    page.resize(1440, 900)
    page.show()
    QTest.qWaitForWindowExposed(page)
    return page


def _hits(hits: HitMap) -> dict[str, object]:
    dice = Random("hits")
    points = [(dice.choice(list(View)), dice.random(), dice.random()) for _ in range(HITS)]
    costs = []
    for point in points:
        start = time.perf_counter()
        hits.place_at(*point)
        costs.append((time.perf_counter() - start) * 1e6)
    return _row("hit test, p99", _p99(costs), "µs", f"{HITS} points over all views", HIT_GOAL_US)


class Painted:
    """Notes the end of a kind of widget's paint events; of marks, only of those that are new."""

    def __init__(self, kind: type[QWidget]) -> None:
        self.at, self._known = 0.0, set()
        paint = kind.paintEvent

        def noted(widget: QWidget, event: QPaintEvent) -> None:
            paint(widget, event)
            mark = getattr(widget, "mark", None)
            if mark is None or mark.knot_id not in self._known:
                self.at = self.at or time.perf_counter()

        kind.paintEvent = noted

    def knows(self, page: BodyMapPage) -> None:
        """From now on these marks are old."""
        self._known = {item.mark.knot_id for item in page.stage.items}


def _taps(page: BodyMapPage, journal, asking: Painted, drawing: Painted) -> list[dict[str, object]]:
    dice, marked, stored = Random("taps"), [], []
    for number in range(TAPS + WARM):
        point = _free_point(page, dice)
        tap = _until_painted(asking, page.stage, point)
        QApplication.processEvents()
        drawing.knows(page)
        _answer(page)
        score = page.marking.popover.picker.buttons[dice.randrange(11)]
        knot = _until_painted(drawing, score, score.rect().center())
        QApplication.processEvents()
        if number >= WARM:
            marked.append(tap)
            stored.append(knot)
        journal.undo()
        QApplication.processEvents()
    reference = f"one 60 Hz frame, {KNOTS} knots present, {TAPS} taps"
    return [
        _row("tap to painted mark, p99", _p99(marked), "ms", reference, FRAME_MS),
        _row("score to stored and painted knot, p99", _p99(stored), "ms", reference, FRAME_MS),
    ]


def _answer(page: BodyMapPage) -> None:
    """Say which place is meant, and that the leg is right, where the map asks."""
    if page.marking.chooser.isVisible():
        page.marking.chooser.pick(1)
    question = page.marking.popover.side_question
    if question.is_open:
        question.yes_button.click()
    QApplication.processEvents()


def _moves(page: BodyMapPage) -> list[dict[str, object]]:
    """What one frame of a pan and of a zoom costs with every knot on the stage: move all, paint all."""
    stage, dice = page.stage, Random("moves")
    middle = stage.frame.point(Spot(View.BACK, Side.RIGHT, 0.45, 0.55))
    stage.sight.zoom_about(middle, 1.8, smooth=False)
    panned, zoomed = [], []
    for number in range(MOVES + WARM):
        for costs, move in (
            (panned, partial(stage.sight.pan, QPointF(dice.uniform(-9, 9), dice.uniform(-9, 9)))),
            (zoomed, partial(stage.sight.zoom_about, middle, dice.uniform(0.95, 1.052), smooth=False)),
        ):
            start = time.perf_counter()
            move()
            stage.repaint()
            cost = (time.perf_counter() - start) * 1000
            if number >= WARM:
                costs.append(cost)
            QApplication.processEvents()
    stage.sight.reset()
    reference = f"two 60 Hz frames, {KNOTS} knots present, {MOVES} steps"
    return [
        _row("one step of panning, painted, median", median(panned), "ms", reference, 2 * FRAME_MS),
        _row("one step of zooming, painted, median", median(zoomed), "ms", reference, 2 * FRAME_MS),
    ]


def _plays(page: BodyMapPage, journal, now: datetime) -> dict[str, object]:
    """What one frame costs while the weeks play and every knot was rated once a week."""
    dice, replay = Random("weeks"), page.replay
    for story in journal.knots():
        for week in range(1, WEEKS + 1):
            score, size = dice.randrange(11), dice.choice(list(Size))
            journal.rate_knot(story.knot.id, score, size, at=now - timedelta(weeks=week))
    QApplication.processEvents()
    replay.play()
    costs = []
    while replay.is_past:
        start = time.perf_counter()
        replay.show_moment(len(costs) * FRAME_MS / WEEK_MS * 7)
        page.stage.repaint()
        costs.append((time.perf_counter() - start) * 1000)
    replay.back()
    reference = f"two 60 Hz frames, {KNOTS} knots rated once a week, {len(costs)} frames"
    return _row("one frame of playing the weeks, median", median(costs), "ms", reference, 2 * FRAME_MS)


def _until_painted(painted: Painted, widget: QWidget, point: QPoint) -> float:
    """Milliseconds from the click to the end of the paint event that it is about."""
    painted.at = 0.0
    start = time.perf_counter()
    QTest.mouseClick(widget, LEFT, pos=point)
    first = painted.at
    while not first:
        QApplication.processEvents()
        first = painted.at
    return (first - start) * 1000


def _free_point(page: BodyMapPage, dice: Random) -> QPoint:
    """A point of the calf or thigh where no knot and no button lies on top."""
    stage = page.stage
    for _ in range(100_000):
        there = QPoint(dice.randrange(stage.width()), dice.randrange(stage.height()))
        found = stage.frame.spot(there.toPointF())
        place = (
            page.atlas.places.get(page.atlas.hits.place_at(found.view, found.u, found.v)) if found else None
        )
        if place is not None and place.use is Use.PRESS and stage.childAt(there) is None:
            return there
    raise RuntimeError("the knots cover the whole leg")


def _p99(costs: list[float]) -> float:
    return sorted(costs)[int(len(costs) * 0.99)]


def _row(name: str, value: float, unit: str, reference: str, goal: float) -> dict[str, object]:
    return {
        "name": name,
        "value": round(value, 2),
        "unit": unit,
        "reference": reference,
        "goal": round(goal, 1),
        "holds": value < goal,
    }


if __name__ == "__main__":
    for row in measure():
        print(row)
