"""What a broken content file says of itself: `file: key: expected ...`."""

from __future__ import annotations


class ContentError(ValueError):
    """A content file is not as it should be. `key` is empty where the whole file is meant."""

    def __init__(self, file: str, key: str, fault: str) -> None:
        super().__init__(f"{file}: {key}: {fault}" if key else f"{file}: {fault}")
        self.file = file
        self.key = key
        self.fault = fault
