"""Plays the desktop's screen saver: `screen_saver.py LOG` writes each call, and "gone" for a lost caller.

Runs with the system's Python, whose gi brings D-Bus. "ready" goes to standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path

from gi.repository import Gio, GLib

NAME, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
INTERFACE = """<node><interface name="org.freedesktop.ScreenSaver">
  <method name="Inhibit">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="UnInhibit"><arg type="u" direction="in"/></method>
</interface></node>"""
FIRST_COOKIE = 4_000_000_000  # larger than a signed number


class ScreenSaver:
    def __init__(self, log: Path) -> None:
        self.log, self.cookies, self.given = log, set(), FIRST_COOKIE
        log.write_text("")
        Gio.bus_own_name(Gio.BusType.SESSION, NAME, 0, self.on_bus, self.owned, None)

    def on_bus(self, bus, _name):
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        bus.register_object(PATH, interface, self.call, None, None)

    def owned(self, _bus, _name):
        print("ready", flush=True)

    def call(self, bus, sender, _path, _interface, method, arguments, invocation):
        if method == "Inhibit":
            self.given += 1
            self.cookies.add(self.given)
            Gio.bus_watch_name_on_connection(bus, sender, 0, None, self.lost)
            invocation.return_value(GLib.Variant("(u)", (self.given,)))
        elif arguments.unpack()[0] in self.cookies:
            self.cookies.discard(arguments.unpack()[0])
            invocation.return_value(None)
        else:
            method = "Wrong"
            invocation.return_dbus_error(f"{NAME}.Error", "no such cookie")
        self.note(method)

    def lost(self, _bus, _name):
        if self.cookies:
            self.cookies.clear()
            self.note("gone")

    def note(self, what):
        with self.log.open("a") as file:
            file.write(what + "\n")


saver = ScreenSaver(Path(sys.argv[1]))
GLib.MainLoop().run()
