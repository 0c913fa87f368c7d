"""A time zone in which it is noon now: what Unknot offers depends on the hour and on what a day has seen."""

from __future__ import annotations

from datetime import UTC, datetime


def noon_zone() -> dict[str, str]:
    """The variable that puts a program into it."""
    return {"TZ": f"NOON{datetime.now(UTC).hour - 12:+d}"}
