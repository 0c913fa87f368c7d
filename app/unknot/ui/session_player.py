"""What the window asks of a player while a session is in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from unknot.domain.errors import KnownError


@runtime_checkable
class SessionPlayer(Protocol):
    """A player with a session in it, which says a trouble itself, large enough for the floor."""

    @property
    def is_on(self) -> bool:
        """Whether the session is not over."""

    def hold(self) -> None:
        """Pause it."""

    def show_known(self, error: KnownError, retry: Callable[[], None] | None = None) -> None:
        """Say a trouble; `retry` is what "Try again" does."""
