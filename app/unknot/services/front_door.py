"""A second start on the same data folder knocks, and the window that is open comes to the front.

The one user of QtNetwork: a local socket, which reaches no other computer.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket  # noqa: TID251  # these two stay on this computer

ALREADY_OPEN = "Unknot is already open. Its window is in front now."
"""The one line that a second start leaves on a terminal."""

TOKEN_VARIABLES = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""Where a launcher of a Linux desktop leaves its leave to come to the front."""

PATIENCE_MS = 2_000  # a window may be busy, but not hang
_ANSWER = b"in front\n"
_LONGEST_LETTER = 4_096

log = logging.getLogger(__name__)


def knock(folder: Path, patience_ms: int = PATIENCE_MS) -> bool:
    """Ask the window that is open on this folder to come to the front; whether there is one that does.

    Waits so long at most, and needs no application object.
    """
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(patience_ms):
        return False
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # only there

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # as the one the user has just started, we may
    token = next((os.environ[name] for name in TOKEN_VARIABLES if os.environ.get(name)), "")
    socket.write(token.encode("utf-8", "surrogateescape") + b"\n")
    answered = b""
    while not answered.endswith(_ANSWER):
        if not socket.bytesAvailable() and not socket.waitForReadyRead(patience_ms):
            return False
        answered += socket.readAll().data()
    return True


class FrontDoor(QObject):
    """Listens for a second start, as long as this process holds the folder's lock.

    `knocked` carries the launcher's token, "" where there was none.
    """

    knocked = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        name = _name(folder)
        QLocalServer.removeServer(name)  # of a process that was killed: the lock says that nobody listens
        if not self._server.listen(name):
            log.warning("A second start cannot reach this one: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            guest = self._server.nextPendingConnection()
            guest.readyRead.connect(self._read)
            guest.disconnected.connect(guest.deleteLater)
            self._answer(guest)

    def _read(self) -> None:
        guest = self.sender()
        if isinstance(guest, QLocalSocket):
            self._answer(guest)

    def _answer(self, guest: QLocalSocket) -> None:
        if not guest.canReadLine():
            if guest.bytesAvailable() > _LONGEST_LETTER:
                guest.abort()
            return
        token = bytes(guest.readLine(_LONGEST_LETTER).data()).decode("utf-8", "replace").strip()
        self.knocked.emit(token)
        guest.write(_ANSWER)
        guest.disconnectFromServer()


def _name(folder: Path) -> str:
    """Another folder is another name; the folder's own path may be too long for a socket."""
    whole = os.fsencode(folder.resolve())
    return "unknot-" + hashlib.sha256(whole).hexdigest()[:24]
