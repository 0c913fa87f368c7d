"""Spares a start two modules that SQLAlchemy imports for parts Unknot never uses: asyncio and metadata.

Both are loaded when somebody first asks them for something. Together they cost a start as much as a
quarter of a bare window.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from types import ModuleType


class _Later(ModuleType):
    """Stands for a module of the standard library until one of its names is asked for."""

    def __getattr__(self, name: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        real = importlib.import_module(self.__name__)
        self.__dict__.update(real.__dict__)
        return getattr(real, name)


def spare() -> None:
    """Before SQLAlchemy is imported; does nothing to what is loaded already."""
    if "asyncio" not in sys.modules:
        later = _Later("asyncio")
        # the one name that SQLAlchemy takes on import, for coroutines that Unknot has none of
        later.__dict__["iscoroutine"] = inspect.iscoroutine
        sys.modules["asyncio"] = later
    if "importlib.metadata" not in sys.modules:
        metadata = _Later("importlib.metadata")
        sys.modules["importlib.metadata"] = metadata
        vars(importlib)["metadata"] = metadata
