"""Where an axis of days gets its labels: whole days, weeks, months or years, never too many."""

from __future__ import annotations

from datetime import date, timedelta


def day_ticks(first: date, last: date, most: int) -> tuple[date, ...]:
    """At most `most` dates from first to last: days, every n-th Monday, or firsts of months and years."""
    span = (last - first).days
    if span < most:
        return tuple(first + timedelta(days=i) for i in range(span + 1))
    monday = first + timedelta(days=-first.weekday() % 7)
    for weeks in (1, 2, 4):
        ticks = _every(monday, last, weeks * 7)
        if len(ticks) <= most:
            return ticks
    for months in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600):
        ticks = _firsts(first, last, months)
        if len(ticks) <= most:
            return ticks
    return _firsts(first, last, 1200)


def _every(start: date, last: date, days: int) -> tuple[date, ...]:
    count = max(0, (last - start).days // days + 1)
    return tuple(start + timedelta(days=days * i) for i in range(count))


def _firsts(first: date, last: date, months: int) -> tuple[date, ...]:
    out, month = [], first.year * 12 + first.month - 1
    month += -month % months
    while (day := date(month // 12, month % 12 + 1, 1)) <= last:
        if day >= first:
            out.append(day)
        month += months
    return tuple(out)
