"""How ids, moments and lists lie in a row."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MINUTE = timedelta(minutes=1)


def split(moment: datetime) -> tuple[int, int]:
    """An aware moment as (microseconds since 1970 in UTC, minutes ahead of UTC)."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment needs an offset to be kept")
    return (moment - _EPOCH) // _MICROSECOND, offset // _MINUTE


def joined(utc: int, offset: int) -> datetime:
    """The moment of two columns, in the offset it was made in."""
    return (_EPOCH + timedelta(microseconds=utc)).astimezone(timezone(timedelta(minutes=offset)))


def packed(value: object) -> str:
    """Compact JSON."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
