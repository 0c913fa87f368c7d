"""Keeps the screen on by asking a Linux desktop over D-Bus, on a thread of its own.

Two of the three services want unsigned numbers, which PySide6 sends only through QDBusInterface; that one
asks the service for its methods first and waits for the answer. So all this happens on a thread, and the
window waits for nothing. Each service releases of itself when the process that asked is gone.
"""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import suppress
from queue import Empty, SimpleQueue

from msgspec import Struct
from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QGenericArgumentHolder, QMetaObject, Qt
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusObjectPath

PROGRAM, REASON = "Unknot", "A session is running"
PATIENCE_MS = 3_000  # for each answer of a service
_PARTING_S = 0.5
_DIRECT = Qt.ConnectionType.DirectConnection
_IDLE = 8  # of the portal and of GNOME: the screen must not go dark

log = logging.getLogger(__name__)
Undo = Callable[[], object]


class Address(Struct, frozen=True):
    """Where a service is."""

    name: str
    path: str
    interface: str


SCREEN_SAVER = Address(
    "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
)
PORTAL = Address(
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit"
)
GNOME = Address("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager")


class Service(ABC):
    """One way to keep the screen on. Everything is called on one thread, and waits."""

    address: Address

    def __init__(self) -> None:
        bus = QDBusConnection.sessionBus()
        self._bus = bus
        self._face = QDBusInterface(self.address.name, self.address.path, self.address.interface, bus)
        self._face.setTimeout(PATIENCE_MS)

    def inhibit(self) -> Undo | None:
        """Keep the screen on; what ends that, None if the service is not there or refuses."""
        if not self._face.isValid():
            return None
        try:
            answer = self._ask()
        except RuntimeError:  # it has no such method
            return None
        return None if self._face.lastError().isValid() or answer is None else self._undo(answer)

    @abstractmethod
    def _ask(self) -> object:
        """Call the service; what it gave."""

    @abstractmethod
    def _undo(self, answer: object) -> Undo:
        """What takes that back."""

    def _call(self, method: str, *arguments: QGenericArgumentHolder) -> object:
        return QMetaObject.invokeMethod(self._face, method, _DIRECT, *arguments)

    def _get(self, method: str, kind: str, *arguments: QGenericArgumentHolder) -> object:
        return QMetaObject.invokeMethod(self._face, method, _DIRECT, Q_RETURN_ARG(kind), *arguments)


class ScreenSaver(Service):
    """What KDE, GNOME, Xfce, MATE and Cinnamon all have."""

    address = SCREEN_SAVER

    def _ask(self) -> object:
        words = (Q_ARG("QString", PROGRAM), Q_ARG("QString", REASON))
        return self._get("Inhibit", "uint", *words)

    def _undo(self, answer: object) -> Undo:
        return _Call(self._call, "UnInhibit", Q_ARG("uint", answer))


class Portal(Service):
    """What a sandbox may ask."""

    address = PORTAL

    def _ask(self) -> object:
        flags, options = Q_ARG("uint", _IDLE), Q_ARG("QVariantMap", {"reason": REASON})
        return self._get("Inhibit", "QDBusObjectPath", Q_ARG("QString", ""), flags, options)

    def _undo(self, answer: object) -> Undo:
        path = answer.path() if isinstance(answer, QDBusObjectPath) else str(answer)
        close = QDBusMessage.createMethodCall(PORTAL.name, path, "org.freedesktop.portal.Request", "Close")
        return _Call(self._bus.send, close)


class GnomeSession(Service):
    """An older GNOME."""

    address = GNOME

    def _ask(self) -> object:
        who, why = Q_ARG("QString", PROGRAM), Q_ARG("QString", REASON)
        return self._get("Inhibit", "uint", who, Q_ARG("uint", 0), why, Q_ARG("uint", _IDLE))

    def _undo(self, answer: object) -> Undo:
        return _Call(self._call, "Uninhibit", Q_ARG("uint", answer))


class _Call:
    """A call with its arguments, for later."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self._function, self._arguments = function, arguments

    def __call__(self) -> object:
        return self._function(*self._arguments)


class DesktopAwake:
    """Awake by the first of the desktop's services that is there; where none is, one line of the log."""

    def __init__(self, ways: Iterable[Callable[[], Service]] = (ScreenSaver, Portal, GnomeSession)) -> None:
        self._ways = tuple(ways)
        self._wanted: SimpleQueue[bool | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="awake", daemon=True)
        self._thread.start()

    def hold(self) -> None:
        """Ask the desktop, soon."""
        self._wanted.put(True)

    def release(self) -> None:
        """Take it back, soon."""
        self._wanted.put(False)

    def close(self) -> None:
        """Take it back; a desktop that does not answer is not waited for."""
        self._wanted.put(None)
        self._thread.join(_PARTING_S)

    # ------------------------------------------------------------- on the thread
    def _work(self) -> None:
        undo: Undo | None = None
        ways = self._ways
        wanted: bool | None = False
        while wanted is not None:
            wanted = self._latest()
            if wanted and undo is None:
                undo, ways = self._inhibit(ways)
            elif not wanted and undo is not None:
                with suppress(RuntimeError):  # it has gone, and all it held with it
                    undo()
                undo = None

    def _latest(self) -> bool | None:
        """What is wanted now: a session that was paused and went on at once changes nothing."""
        wanted = self._wanted.get()
        while wanted is not None:
            try:
                wanted = self._wanted.get_nowait()
            except Empty:
                break
        return wanted

    def _inhibit(
        self, ways: tuple[Callable[[], Service], ...]
    ) -> tuple[Undo | None, tuple[Callable[[], Service], ...]]:
        """Try each way; those that failed are not tried again in this sitting."""
        while ways:
            undo = ways[0]().inhibit()
            if undo is not None:
                return undo, ways
            ways = ways[1:]
            if not ways:
                log.info("The screen is not kept on: no service of the desktop does that")
        return None, ways
