"""Setting up: each thing that can be wrong with a computer is one clear sentence and a non-zero exit."""

from __future__ import annotations

import importlib.util
import json
import os
import platform
import subprocess
import sys
from types import SimpleNamespace

import pytest

from helpers.packaging_modules import FOLDER, ROOT, packaging_module
from unknot import cli

environment = packaging_module("environment")
commands = packaging_module("commands")
libraries = commands.libraries


@pytest.fixture
def checkout(monkeypatch, tmp_path):
    """A copy of Unknot with a lock and no environment yet; pip and venv are not run."""
    (tmp_path / "requirements.lock").write_text("one==1\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(commands, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(environment, "PROJECT", tmp_path / "pyproject.toml")
    return tmp_path


@pytest.fixture
def fake_install(monkeypatch, checkout):
    """Stand-ins that note what would be done."""
    done = []

    def make_venv():
        python = environment._python(checkout / ".venv")
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        done.append("venv")

    monkeypatch.setattr(environment, "_make_venv", make_venv)
    monkeypatch.setattr(environment, "_pip", lambda *words: done.append(words))
    return done


def sentence(capsys, *arguments):
    code = commands.main(arguments)
    told = capsys.readouterr().err.strip()
    assert "Traceback" not in told
    return code, told


def on_linux(monkeypatch, **variables):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


# --- the first file, which every Python must be able to read


@pytest.mark.parametrize("version", [(3, 6), (3, 10), (3, 14)])
def test_a_wrong_python_is_told_in_one_sentence(version):
    program = (
        f"import runpy, sys; sys.version_info = {(*version, 0)}; sys.argv = ['bootstrap.py', 'run'];"
        f"runpy.run_path({str(FOLDER / 'bootstrap.py')!r}, run_name='__main__')"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True)
    assert ended.returncode == 1
    assert ended.stderr.startswith(
        f"Unknot needs Python 3.11, 3.12 or 3.13, and this is Python {version[0]}.{version[1]}."
    )
    assert len(ended.stderr.strip().splitlines()) == 1


def test_the_first_file_can_be_read_by_an_old_python():
    compile((FOLDER / "bootstrap.py").read_text(), "bootstrap.py", "exec", dont_inherit=True)
    text = (FOLDER / "bootstrap.py").read_text()
    assert "from __future__" not in text
    assert ' f"' not in text
    assert "->" not in text.replace("# type: () -> str", "")


def test_no_command_is_a_usage_error(capsys):
    assert commands.main([]) == 2


# --- the system


def test_an_old_glibc_is_named_with_the_one_that_is_needed(monkeypatch, checkout, capsys):
    on_linux(monkeypatch)
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(os, "confstr", lambda name: "glibc 2.31", raising=False)
    code, told = sentence(capsys, "run")
    assert code == 1
    assert told == "Unknot needs glibc 2.34 or later, and this Linux has 2.31; a newer release of it will do."


def test_arm_needs_a_newer_glibc(monkeypatch, checkout, capsys):
    on_linux(monkeypatch)
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    monkeypatch.setattr(os, "confstr", lambda name: "glibc 2.36", raising=False)
    assert "glibc 2.39" in sentence(capsys, "run")[1]


def test_a_linux_without_glibc_is_told(monkeypatch, checkout, capsys):
    def unknown(name):
        raise ValueError("unrecognized configuration name")

    on_linux(monkeypatch)
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(os, "confstr", unknown, raising=False)
    code, told = sentence(capsys, "test")
    assert code == 1
    assert "does without glibc" in told


def test_a_kind_of_computer_without_packages_is_told(monkeypatch, checkout, capsys):
    on_linux(monkeypatch)
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    code, told = sentence(capsys, "run")
    assert code == 1
    assert "riscv64" in told


def test_an_old_macos_is_told(monkeypatch, checkout, capsys):
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(platform, "mac_ver", lambda: ("12.7.1", ("", "", ""), "arm64"))
    code, told = sentence(capsys, "run")
    assert (code, told) == (1, "Unknot needs macOS 13 or later, and this is macOS 12.7.1.")


def test_a_copy_without_its_lock_is_told(monkeypatch, checkout, capsys):
    environment.LOCK.unlink()
    code, told = sentence(capsys, "run")
    assert code == 1
    assert "not a whole copy" in told


@pytest.mark.parametrize("absent", ["venv", "ensurepip"])
def test_a_python_that_cannot_make_environments_is_told(monkeypatch, checkout, capsys, absent):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == absent else find(name))
    code, told = sentence(capsys, "run")
    assert code == 1
    assert told.startswith("This Python cannot make a virtual environment")


def test_a_folder_that_cannot_be_written_is_told(checkout, capsys):
    (checkout / ".venv").write_text("a file is in the way")
    code, told = sentence(capsys, "run")
    assert code == 1
    assert told.startswith(f"The folder {checkout / '.venv'} could not be made: ")


# --- fetching


def test_no_network_at_the_first_start_is_told(monkeypatch, checkout, capsys):
    """The real pip, sent to an address on this machine where nobody listens."""
    monkeypatch.setattr(environment, "_make_venv", (checkout / ".venv").mkdir)
    monkeypatch.setattr(environment, "_python", lambda venv: sys.executable)
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    (checkout / "requirements.lock").write_text(f"not-installed==1 --hash=sha256:{'0' * 64}\n")
    code, told = sentence(capsys, "run")
    assert code == 1
    assert told == "The first start fetches Unknot's parts and found no network. Connect and start again."
    assert not (checkout / ".venv" / "stamp.json").exists()


@pytest.mark.parametrize(
    ("pip_said", "sentence_has"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "nothing was installed"),
        ("SSLError ... CERTIFICATE_VERIFY_FAILED ... Max retries exceeded", "certificate"),
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disk is full",
        ),
        ("ERROR: something else", "(ERROR: something else)"),
    ],
)
def test_what_pip_says_at_length_becomes_one_sentence(tmp_path, pip_said, sentence_has):
    told = environment.why_pip_failed(f"Collecting one\n{pip_said}\nmore\n", tmp_path / "install.log")
    assert sentence_has in told
    assert "\n" not in told


def test_the_second_start_installs_nothing(checkout, fake_install):
    environment.prepare()
    assert [step[0] for step in fake_install] == ["v", "install", "install"]
    fake_install.clear()
    environment.prepare()
    assert fake_install == []


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_a_changed_list_of_parts_installs_again(checkout, fake_install, changed):
    environment.prepare()
    fake_install.clear()
    (checkout / changed).write_text("another\n")
    environment.prepare()
    assert len(fake_install) == 3


def test_a_set_up_that_was_cut_off_is_taken_up_again(monkeypatch, checkout, fake_install):
    def cut_off(*words):
        raise KeyboardInterrupt

    monkeypatch.setattr(environment, "_pip", cut_off)
    assert commands.main(["run"]) == 130
    assert not (checkout / ".venv" / "stamp.json").exists()


def test_a_damaged_stamp_counts_as_none(checkout, fake_install):
    environment.prepare()
    fake_install.clear()
    (checkout / ".venv" / "stamp.json").write_text("{")
    environment.prepare()
    assert len(fake_install) == 3


def test_the_lock_is_installed_by_hash_and_the_project_without_a_network(checkout, fake_install):
    environment.prepare()
    _, lock, project = fake_install
    assert "--require-hashes" in lock
    assert {"--no-index", "--no-deps", "--no-build-isolation", "-e"} <= set(project)


def test_the_lock_holds_hashes_and_no_address():
    lines = (FOLDER / "requirements.lock").read_text().splitlines()
    pinned = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert all("==" in line and line.endswith("\\") for line in pinned)
    assert not [line for line in lines if "://" in line]
    assert any(line.startswith("pyside6-essentials==6.11.3") for line in pinned)


# --- the window


def test_no_display_is_told(monkeypatch, checkout, fake_install, capsys):
    on_linux(monkeypatch)
    code, told = sentence(capsys, "run")
    assert (code, told) == (1, "There is no display here; start Unknot from a desktop session.")


@pytest.mark.parametrize("argument", sorted(commands.WINDOWLESS))
def test_what_opens_no_window_needs_no_display(monkeypatch, checkout, fake_install, argument):
    started = []
    on_linux(monkeypatch)
    monkeypatch.setattr(subprocess, "Popen", started.append)
    monkeypatch.setattr(commands, "_wait", lambda child: 0)
    assert commands.main(["run", "--", argument]) == 0
    assert started[0][1:] == ["-m", "unknot", argument]


def test_both_places_agree_on_what_opens_no_window():
    assert {word for word in commands.WINDOWLESS if not word.startswith("-")} == set(cli.WINDOWLESS)


def test_libraries_that_the_window_lacks_are_told_with_the_line_that_installs_them(
    monkeypatch, checkout, fake_install, capsys
):
    on_linux(monkeypatch, DISPLAY=":7")
    monkeypatch.setattr(
        libraries,
        "missing",
        lambda python, names: {"libxcb-cursor.so.0"} if "libqxcb" in str(names) else set(),
    )
    monkeypatch.setattr(
        libraries, "manager", lambda: libraries.Manager("apt", ("apt-get", "install", "-y"), ())
    )
    monkeypatch.setattr(libraries, "is_root", lambda: False)
    code, told = sentence(capsys, "run")
    assert code == 1
    assert "sudo apt-get install libxcb-cursor0" in told


def test_libraries_that_only_sound_lacks_do_not_stop_the_start(monkeypatch, checkout, fake_install, capsys):
    on_linux(monkeypatch, DISPLAY=":7")
    monkeypatch.setattr(
        libraries,
        "missing",
        lambda python, names: {"libpulse.so.0"} if names == libraries.SOUND_FILES else set(),
    )
    monkeypatch.setattr(subprocess, "Popen", lambda command: None)
    monkeypatch.setattr(commands, "_wait", lambda child: 0)
    assert commands.main(["run"]) == 0
    assert "Unknot also works without" in capsys.readouterr().out
    assert commands.main(["run"]) == 0
    assert capsys.readouterr().out == ""


def test_a_display_that_does_not_answer_is_told_after_the_abort(monkeypatch, checkout, fake_install, capsys):
    on_linux(monkeypatch, DISPLAY=":7")
    monkeypatch.setattr(libraries, "missing", lambda python, names: set())
    monkeypatch.setattr(subprocess, "Popen", lambda command: None)
    monkeypatch.setattr(commands, "_wait", lambda child: -6)
    monkeypatch.setattr(subprocess, "run", lambda *words, **more: SimpleNamespace(returncode=-6))
    code, told = sentence(capsys, "run")
    assert (code, told) == (1, "The display :7 does not answer; start Unknot from a desktop session.")


def test_tests_get_no_screen_no_sound_server_and_nobodys_history(monkeypatch):
    monkeypatch.setenv("UNKNOT_DATA_DIR", "/home/somebody/history")
    quiet = commands.quiet_environment()
    assert "UNKNOT_DATA_DIR" not in quiet
    assert quiet["QT_QPA_PLATFORM"] == "offscreen"


def test_a_failed_check_fails_the_run_though_pytest_passes(monkeypatch, checkout, fake_install, capsys):
    ran = []

    def call(command, quiet):
        ran.append(command)
        return 1 if "mypy" in command else 0

    monkeypatch.setattr(libraries, "missing", lambda python, names: set())
    monkeypatch.setattr(commands, "_call", call)
    assert commands.main(["test"]) == 1
    assert "pytest" in ran[-1]
    assert "== failed: mypy" in capsys.readouterr().out


def test_continuous_integration_calls_what_the_readme_says():
    last = (ROOT / ".ci" / "run").read_text().strip().splitlines()[-1]
    command = last.removeprefix("exec ")
    assert command == "python3 packaging/bootstrap.py test"
    assert command in (ROOT / "README.md").read_text()
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_stamp_names_everything_the_environment_depends_on(checkout):
    told = environment.stamp()
    assert told["folder"] == str(checkout)
    assert told["python"].startswith(platform.python_version())
    assert json.loads(json.dumps(told)) == told
