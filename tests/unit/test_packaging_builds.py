"""A wheel, and a wheel built from the source package, find the shipped files without a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile

import pytest

from helpers.packaging_modules import ROOT

LOOK = """
from unknot import paths
print(paths.__file__)
print(paths.resources())
print(paths.migrations())
assert (paths.resources() / "content" / "en" / "regions.json").is_file()
assert list((paths.migrations() / "versions").glob("0001_*.py"))
"""


def build(kind, source, out):
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(out)],
        cwd=source,
        check=True,
        capture_output=True,
    )
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    packed = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(packed) as archive:
        # the filter came with 3.11.4, and Debian 12 has 3.11.2
        archive.extractall(folder, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    (top,) = folder.iterdir()
    return top


def test_an_unpacked_wheel_finds_its_own_files(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    ended = subprocess.run(
        [sys.executable, "-c", LOOK],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    assert all(line.startswith(str(tmp_path)) for line in ended.stdout.splitlines())


def test_the_source_package_builds_the_same_wheel(wheel, source, tmp_path):
    again = build("wheel", source, tmp_path)
    with zipfile.ZipFile(wheel) as one, zipfile.ZipFile(again) as other:
        assert set(one.namelist()) == set(other.namelist())


def test_the_source_package_brings_its_tests_and_its_set_up(source):
    assert (source / "packaging" / "bootstrap.py").is_file()
    assert (source / "packaging" / "requirements.lock").is_file()
    assert (source / "tests" / "unit" / "test_packaging_builds.py").is_file()


def test_every_licence_travels_in_the_wheel(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for licence in ("LICENSE", "SOURCES.md", "OFL-Inter.txt", "OFL-Barlow.txt", "LICENSE-Phosphor.txt"):
        assert any(name.endswith(licence) for name in names), licence
