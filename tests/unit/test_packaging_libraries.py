"""Libraries that Qt lacks are found by loading, and answered with just the packages that bring them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from helpers.packaging_modules import packaging_module

libraries = packaging_module("linux_libraries")
PACKAGES = packaging_module("system_packages").PACKAGES

APT = libraries.Manager("apt", ("apt-get", "install", "-y", "--no-install-recommends"), ("apt-get", "update"))
DNF = libraries.Manager("dnf", ("dnf", "install", "-y"), ())
PACMAN = libraries.Manager("pacman", ("pacman", "-S", "--needed", "--noconfirm"), ())
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves parts of Qt to the system")


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (APT, "sudo apt-get install --no-install-recommends libpulse0 libxcb-cursor0"),
        (DNF, "sudo dnf install pulseaudio-libs xcb-util-cursor"),
        (PACMAN, "sudo pacman -S --needed libpulse xcb-util-cursor"),
    ],
)
def test_each_system_gets_its_own_line_for_just_what_is_missing(monkeypatch, known, line):
    monkeypatch.setattr(libraries, "manager", lambda: known)
    monkeypatch.setattr(libraries, "is_root", lambda: False)
    assert libraries.line({"libxcb-cursor.so.0", "libpulse.so.0"}) == line


def test_root_needs_no_sudo(monkeypatch):
    monkeypatch.setattr(libraries, "manager", lambda: APT)
    monkeypatch.setattr(libraries, "is_root", lambda: True)
    assert libraries.line({"libEGL.so.1"}) == "apt-get install --no-install-recommends libegl1"


def test_a_package_that_brings_several_is_named_once(monkeypatch):
    monkeypatch.setattr(libraries, "manager", lambda: DNF)
    monkeypatch.setattr(libraries, "is_root", lambda: True)
    assert libraries.line({"libxcb.so.1", "libxcb-xkb.so.1", "libxcb-shm.so.0"}) == "dnf install libxcb"


def test_a_library_that_nobody_foresaw_is_not_hidden(monkeypatch):
    monkeypatch.setattr(libraries, "is_root", lambda: True)
    monkeypatch.setattr(libraries, "manager", lambda: APT)
    assert "libnew.so.4" in libraries.line({"libnew.so.4", "libEGL.so.1"})
    assert "libnew.so.4" in libraries.line({"libnew.so.4"})
    monkeypatch.setattr(libraries, "manager", lambda: DNF)
    assert libraries.line({"libnew.so.4"}) == "dnf install 'libnew.so.4()(64bit)'"
    monkeypatch.setattr(libraries, "manager", lambda: None)
    assert "libEGL.so.1" in libraries.line({"libEGL.so.1"})


@pytest.mark.parametrize(
    ("variables", "tried"),
    [
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ("xcb", "wayland")),
        ({"QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "wayland:egl"}, ("wayland",)),
        ({"QT_QPA_PLATFORM": "vnc"}, ()),
    ],
)
def test_the_plugins_that_qt_will_try_are_the_ones_that_are_loaded(variables, tried):
    assert libraries.platforms(variables) == tried


def test_the_package_manager_is_the_one_that_is_there(monkeypatch):
    for command, name in (("apt-get", "apt"), ("dnf", "dnf"), ("pacman", "pacman")):
        monkeypatch.setattr(shutil, "which", lambda asked, there=command: asked == there)
        assert libraries.manager().name == name
    monkeypatch.setattr(shutil, "which", lambda asked: None)
    assert libraries.manager() is None


def test_installing_without_root_and_sudo_says_the_line_to_give_root(monkeypatch):
    monkeypatch.setattr(libraries, "manager", lambda: APT)
    monkeypatch.setattr(libraries, "is_root", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda asked: None)
    told = libraries.install({"libEGL.so.1"})
    assert "needs root" in told
    assert "libegl1" in told


@pytest.mark.parametrize(("code", "told"), [(0, ""), (100, "could not be installed")])
def test_installing_refreshes_the_lists_and_reports_a_failure(monkeypatch, code, told):
    ran = []

    def run(command, **more):
        ran.append(command)
        return SimpleNamespace(returncode=code)

    monkeypatch.setattr(libraries, "manager", lambda: APT)
    monkeypatch.setattr(libraries, "is_root", lambda: True)
    monkeypatch.setattr(subprocess, "run", run)
    assert told in libraries.install({"libEGL.so.1"})
    assert ran == [["apt-get", "update"], [*APT.install, "libegl1"]]


@linux_only
def test_this_computer_has_all_that_the_tests_need():
    names = (*libraries.WINDOW_FILES, *libraries.PLATFORM_FILES["offscreen"], *libraries.SOUND_FILES)
    assert libraries.missing(Path(sys.executable), names) == set()


@linux_only
def test_every_file_that_is_loaded_is_part_of_the_locked_qt():
    qt = libraries._qt_folder(Path(sys.executable))
    names = [*libraries.WINDOW_FILES, *libraries.SOUND_FILES, *libraries.VOICE_FILES]
    for files in libraries.PLATFORM_FILES.values():
        names += files
    assert [name for name in names if not (qt / name).is_file()] == []


@linux_only
@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a compiler to make a broken plugin")
def test_all_missing_libraries_of_a_plugin_are_found_at_once(monkeypatch, tmp_path):
    for name in ("gone_one", "gone_two"):
        (tmp_path / f"{name}.c").write_text(f"int {name}(void) {{ return 1; }}")
        library = tmp_path / f"lib{name}.so.1"
        subprocess.run(
            ["cc", "-shared", "-o", library, f"-Wl,-soname,{library.name}", tmp_path / f"{name}.c"],
            check=True,
        )
    (tmp_path / "plugin.c").write_text(
        "int gone_one(void); int gone_two(void); int f(void) { return gone_one() + gone_two(); }"
    )
    plugin = tmp_path / "plugin.so"
    needed = [tmp_path / "libgone_one.so.1", tmp_path / "libgone_two.so.1"]
    subprocess.run(["cc", "-shared", "-o", plugin, tmp_path / "plugin.c", *needed], check=True)
    for library in needed:
        library.unlink()
    monkeypatch.setattr(libraries, "_qt_folder", lambda python: tmp_path)
    assert libraries.missing(Path(sys.executable), ["plugin.so"]) == {"libgone_one.so.1", "libgone_two.so.1"}


def test_every_package_has_a_name_on_all_three_systems():
    assert all(len(names) == 3 and all(names) for names in PACKAGES.values())
