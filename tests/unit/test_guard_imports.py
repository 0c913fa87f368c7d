"""Bans over the syntax trees that import-linter cannot say: parts of PySide6, every way to a network."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

APP = Path(__file__).resolve().parents[2] / "app" / "unknot"
MODULES = sorted(APP.rglob("*.py"))
NETWORK = {
    "PySide6.QtBluetooth",
    "PySide6.QtHttpServer",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebChannel",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}
ON_THIS_COMPUTER = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
SOUND = {"PySide6.QtMultimedia", "PySide6.QtTextToSpeech"}
SOUND_OWNERS = {
    one for one in MODULES if one.parent.name == "services" and one.stem.startswith(("sound", "voice"))
}


def imported(path):
    """Each imported name in full, wherever in the module it stands, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module, node.lineno
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno


def uses(path, banned):
    return [
        f"{path.relative_to(APP)}:{line}: {name}"
        for name, line in imported(path)
        if any(name == one or name.startswith(f"{one}.") for one in banned)
    ]


def test_there_is_something_to_look_at():
    assert len(MODULES) > 20


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(APP)))
def test_no_module_can_reach_a_network(path):
    banned = NETWORK
    if path == APP / "services" / "front_door.py":  # where a second start knocks
        names = {name for name, _ in imported(path) if name.startswith("PySide6.QtNetwork")}
        assert names <= {"PySide6.QtNetwork", *ON_THIS_COMPUTER}
        banned = NETWORK - {"PySide6.QtNetwork"}
    assert uses(path, banned) == []


@pytest.mark.parametrize("path", sorted((APP / "services").rglob("*.py")), ids=lambda path: path.name)
def test_services_know_no_widgets_and_no_pictures(path):
    assert uses(path, {"PySide6.QtWidgets", "PySide6.QtGui", "PySide6.QtSvg", "PySide6.QtSvgWidgets"}) == []


@pytest.mark.parametrize(
    "path", [one for one in MODULES if one not in SOUND_OWNERS], ids=lambda path: str(path.relative_to(APP))
)
def test_only_sound_and_voice_load_the_sound_of_qt(path):
    assert uses(path, SOUND) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(APP)))
def test_sql_stays_in_storage_and_charts_in_the_user_interface(path):
    room = path.relative_to(APP).parts[0]
    if room != "storage":
        assert (
            uses(
                path,
                {"sqlalchemy", "alembic", "sqlite3"} - ({"sqlite3"} if path.name == "doctor.py" else set()),
            )
            == []
        )
    if room != "ui":
        assert uses(path, {"pyqtgraph"}) == []


@pytest.mark.parametrize("room", ["domain", "content", "storage"])
def test_no_qt_below_the_services(room):
    for path in sorted((APP / room).rglob("*.py")):
        assert uses(path, {"PySide6", "shiboken6"}) == []


def test_the_program_loads_no_qt_before_its_main_is_called():
    for name in ("__main__.py", "cli.py", "crash.py", "logs.py", "paths.py"):
        tree = ast.parse((APP / name).read_text(encoding="utf-8"))
        top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        names = {getattr(node, "module", None) or node.names[0].name for node in top}
        assert not {one for one in names if one.startswith("PySide6")}


@pytest.mark.parametrize("path", sorted((APP / "domain").rglob("*.py")), ids=lambda path: path.name)
def test_the_domain_reads_no_file_and_no_clock(path):
    if path.name == "clock.py":
        return  # the one place that names the clock which is then handed in
    assert uses(path, {"os", "pathlib", "io", "shutil", "subprocess", "sqlite3", "time"}) == []
    calls = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not calls & {"now", "today", "utcnow", "open", "read_text", "write_text"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(APP)))
def test_no_module_is_longer_than_four_hundred_lines_and_no_function_longer_than_sixty(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < 60, f"{path.name}:{node.lineno} {node.name}"


def test_no_room_asks_qt_for_the_application():
    for path in MODULES:
        if path.name in {"bootstrap.py", "probe.py"}:
            continue
        text = path.read_text(encoding="utf-8")
        assert "QApplication.instance" not in text, path
        assert "QGuiApplication.instance" not in text, path
