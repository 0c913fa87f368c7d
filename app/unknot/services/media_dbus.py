"""The two interfaces of MPRIS that a session shows to a Linux desktop. One of the two users of QtDBus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import ClassInfo, Property, QObject, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage, QDBusObjectPath

from unknot.services.media_keys import MediaKey

PATH = "/org/mpris/MediaPlayer2"
_PLAYER = "org.mpris.MediaPlayer2.Player"
_TRACK = "/org/unknot/session"

Press = Callable[[MediaKey], object]


class DesktopPlayer(QObject):
    """What a desktop sees of a session; `press` is called with each key it sends."""

    def __init__(self, press: Press) -> None:
        super().__init__()
        self._bus = QDBusConnection.sessionBus()
        self._name = ""
        self._root, self._player = _Root(self, press), _Player(self, press)

    def join(self, name: str) -> bool:
        """Be seen under this name; False where another has it or there is no bus."""
        options = QDBusConnection.RegisterOption.ExportAdaptors
        if not self._bus.isConnected() or not self._bus.registerService(name):
            return False
        self._name = name
        return self._bus.registerObject(PATH, self, options)

    def show(self, title: str, *, goes_on: bool) -> None:
        """Tell the title of the session, and whether it goes on."""
        told = {"PlaybackStatus": "Playing" if goes_on else "Paused", "Metadata": _metadata(title)}
        if (self._player.title, self._player.status) == (title, told["PlaybackStatus"]):
            return
        self._player.title, self._player.status = title, str(told["PlaybackStatus"])
        changed = QDBusMessage.createSignal(PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged")
        changed.setArguments([_PLAYER, told, []])
        self._bus.send(changed)

    def leave(self) -> None:
        """Be seen no more."""
        self._bus.unregisterObject(PATH)
        self._bus.unregisterService(self._name)
        self.deleteLater()


def _metadata(title: str) -> dict[str, object]:
    return {"mpris:trackid": QDBusObjectPath(_TRACK), "xesam:title": title, "xesam:artist": ["Unknot"]}


@ClassInfo({"D-Bus Interface": "org.mpris.MediaPlayer2"})  # type: ignore[call-arg]  # the stub lacks it
class _Root(QDBusAbstractAdaptor):  # type: ignore[operator]  # as above
    def __init__(self, parent: QObject, press: Press) -> None:
        super().__init__(parent)
        self._press = press

    @Slot()
    def Raise(self) -> None:
        self._press(MediaKey.RAISE)

    @Slot()
    def Quit(self) -> None:
        """CanQuit says no: a session is ended by its own keys."""

    @Property(str)
    def Identity(self) -> str:
        return "Unknot"

    @Property(str)
    def DesktopEntry(self) -> str:
        return "unknot"

    @Property(bool)
    def CanRaise(self) -> bool:
        return True

    @Property(bool)
    def CanQuit(self) -> bool:
        return False

    @Property(bool)
    def HasTrackList(self) -> bool:
        return False

    @Property("QStringList")  # type: ignore[arg-type]  # Qt takes the name of a type
    def SupportedUriSchemes(self) -> list[str]:
        return []

    @Property("QStringList")  # type: ignore[arg-type]  # Qt takes the name of a type
    def SupportedMimeTypes(self) -> list[str]:
        return []


@ClassInfo({"D-Bus Interface": _PLAYER})  # type: ignore[call-arg]  # as above
class _Player(QDBusAbstractAdaptor):  # type: ignore[operator]  # as above
    def __init__(self, parent: QObject, press: Press) -> None:
        super().__init__(parent)
        self._press = press
        self.title, self.status = "", "Stopped"

    @Slot()
    def PlayPause(self) -> None:
        self._press(MediaKey.TOGGLE)

    @Slot()
    def Play(self) -> None:
        self._press(MediaKey.PLAY)

    @Slot()
    def Pause(self) -> None:
        self._press(MediaKey.PAUSE)

    @Slot()
    def Stop(self) -> None:
        self._press(MediaKey.PAUSE)

    @Slot()
    def Next(self) -> None:
        self._press(MediaKey.NEXT)

    @Slot()
    def Previous(self) -> None:
        self._press(MediaKey.PREVIOUS)

    @Property(str)
    def PlaybackStatus(self) -> str:
        return self.status

    @Property("QVariantMap")  # type: ignore[arg-type]  # Qt takes the name of a type
    def Metadata(self) -> dict[str, object]:
        return _metadata(self.title)

    @Property(float)
    def Rate(self) -> float:
        return 1.0

    @Property(bool)
    def CanControl(self) -> bool:
        return True

    @Property(bool)
    def CanPlay(self) -> bool:
        return True

    @Property(bool)
    def CanPause(self) -> bool:
        return True

    @Property(bool)
    def CanGoNext(self) -> bool:
        return True

    @Property(bool)
    def CanGoPrevious(self) -> bool:
        return True

    @Property(bool)
    def CanSeek(self) -> bool:
        return False
