"""From the history to the series that charts draw. Pure functions; rules of the design system, section 10."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from statistics import median
from uuid import UUID

from msgspec import Struct

from unknot.domain.days import DAY_BEGINS_HOUR, day_of
from unknot.domain.knots import CheckOccasion, KnotStory
from unknot.domain.practice_minutes import PracticeDay
from unknot.domain.runs import Run

MIN_FOR_LINE = 3  # fewer points are discs only
MIN_FOR_MEDIAN = 7
MEDIAN_RUNS = 5
MOST_POINTS = 120  # more than these are shown in bins
GAP_DAYS = 21  # a longer pause breaks a line
MAX_LINES = 4  # knots in one chart
MONTHLY_AFTER_DAYS = 3 * 365


class PainPoint(Struct, frozen=True):
    """One run in the chart: `x` in days (see `x_of`), scores 0..10 or None where not given."""

    run_id: UUID
    day: date
    x: float
    during: int | None
    next_morning: int | None
    minutes: float
    onset_min: float | None
    cue: str = ""  # the id of the cue it was for
    kept: int | None = None  # how often that came off, 0..3


class Bin(Struct, frozen=True):
    """Several points of one week or month as one: `x` is its middle, `count` how many it stands for."""

    day: date
    days: int
    x: float
    middle: float
    low: int
    high: int
    count: int


class Rating(Struct, frozen=True):
    """One rating of a knot; `is_after`: made right after pressing it."""

    day: date
    x: float
    tenderness: int
    is_after: bool = False


class KnotLine(Struct, frozen=True):
    """The course of one knot, oldest first, in stretches: a pause of over 21 days begins a new one."""

    knot_id: UUID
    stretches: tuple[tuple[Rating, ...], ...]

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """All ratings in one row."""
        return tuple(rating for stretch in self.stretches for rating in stretch)


def x_of(moment: datetime) -> float:
    """Where a moment lies on the axis of days: its day's ordinal plus the part of the day since 04:00."""
    local = moment.replace(tzinfo=None) - timedelta(hours=DAY_BEGINS_HOUR)
    seconds = (local - datetime.combine(local.date(), datetime.min.time())).total_seconds()
    return local.date().toordinal() + seconds / 86_400


def pain_points(runs: Iterable[Run], since: date | None = None) -> tuple[PainPoint, ...]:
    """Runs with a worst pain or a next morning, oldest first. A run without pain counts as 0."""
    points = []
    for run in runs:
        day = day_of(run.started_at)
        during = 0 if run.pain_free else run.worst_pain
        if (during is None and run.next_morning is None) or (since is not None and day < since):
            continue
        x = x_of(run.started_at)
        points.append(
            PainPoint(
                run.id,
                day,
                x,
                during,
                run.next_morning,
                run.minutes,
                run.onset_min,
                run.focus_cue,
                run.focus_kept,
            )
        )
    return tuple(sorted(points, key=lambda point: point.x))


def running_median(points: Sequence[PainPoint]) -> tuple[tuple[float, float], ...]:
    """The median of each five runs in a row at the middle one, as (x, value); nothing under seven runs."""
    rated = [(p.x, p.during) for p in points if p.during is not None]
    if len(rated) < MIN_FOR_MEDIAN:
        return ()
    half = MEDIAN_RUNS // 2
    return tuple(
        (rated[i][0], float(median(value for _, value in rated[i - half : i + half + 1])))
        for i in range(half, len(rated) - half)
    )


def binned(points: Sequence[PainPoint]) -> tuple[Bin, ...]:
    """Weekly medians with least and most; monthly over more than three years. Weeks begin on Monday."""
    return bins_of([(point.day, point.during) for point in points if point.during is not None])


def practice_bins(days: Sequence[PracticeDay]) -> tuple[tuple[PracticeDay, ...], int]:
    """Many days as weeks or months, each by its first day, and how many days one is; few stay days."""
    if len(days) <= MOST_POINTS:
        return tuple(days), 1
    monthly = (days[-1].day - days[0].day).days > MONTHLY_AFTER_DAYS
    sums: dict[date, tuple[float, float]] = {}
    for one in days:
        first = one.day.replace(day=1) if monthly else one.day - timedelta(days=one.day.weekday())
        release, drills = sums.get(first, (0.0, 0.0))
        sums[first] = release + one.release_min, drills + one.drill_min
    return tuple(PracticeDay(day, *both) for day, both in sorted(sums.items())), 30 if monthly else 7


def bins_of(rated: Sequence[tuple[date, int]]) -> tuple[Bin, ...]:
    """The same for any values by day, oldest first."""
    if not rated:
        return ()
    monthly = (rated[-1][0] - rated[0][0]).days > MONTHLY_AFTER_DAYS
    groups: dict[date, list[int]] = defaultdict(list)
    for day, during in rated:
        first = day.replace(day=1) if monthly else day - timedelta(days=day.weekday())
        groups[first].append(during)
    days = 30 if monthly else 7
    return tuple(
        Bin(first, days, first.toordinal() + days / 2, float(median(v)), min(v), max(v), len(v))
        for first, v in sorted(groups.items())
    )


def knot_line(story: KnotStory, since: date | None = None) -> KnotLine:
    """The course of a knot. The soreness of the day after speaks of the pressing and is left out."""
    stretches: list[list[Rating]] = []
    for check in story.checks:
        day = day_of(check.at)
        if check.occasion is CheckOccasion.NEXT_DAY or (since is not None and day < since):
            continue
        rating = Rating(day, x_of(check.at), check.tenderness, check.occasion is CheckOccasion.AFTER)
        if stretches and (day - stretches[-1][-1].day).days <= GAP_DAYS:
            stretches[-1].append(rating)
        else:
            stretches.append([rating])
    return KnotLine(story.knot.id, tuple(tuple(stretch) for stretch in stretches))


def charted_knots(stories: Iterable[KnotStory]) -> tuple[KnotStory, ...]:
    """The knots shown first: at most four, open ones before others, the most often rated before others."""
    knots = [story for story in stories if story.knot.kind.is_pressed]
    knots.sort(key=lambda story: (not story.knot.is_open, -len(story.checks), -story.latest.tenderness))
    return tuple(knots[:MAX_LINES])
