"""A routine of the user's own as it is kept: the text of its file."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class KeptRoutine(Struct, frozen=True):
    """`file` is TOML of format 1; its id is the one under which it is kept."""

    id: str
    made_at: datetime
    file: str
