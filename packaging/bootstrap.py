"""Set Unknot up in this checkout and start, test or measure it. Needs nothing but Python.

python3 packaging/bootstrap.py run [-- ARGUMENTS]    python3 packaging/bootstrap.py test
python3 packaging/bootstrap.py bench [--json FILE]   python3 packaging/bootstrap.py --install-system

This file stays readable for every Python 3, so that an old one can say so in one sentence.
"""

import shutil
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 13)


def fitting_python():
    # type: () -> str
    """Name a Python on this computer that Unknot runs on, or ''."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        name = "python3.%d" % minor  # noqa: UP031  # an old Python must get this far
        # some shims of pyenv can be found and not run
        if shutil.which(name) and subprocess.call([name, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            return name
    return ""


if not OLDEST <= sys.version_info[:2] <= NEWEST:
    sentence = "Unknot needs Python 3.11, 3.12 or 3.13, and this is Python %d.%d." % sys.version_info[:2]  # noqa: UP031  # an old Python must get this far
    other = fitting_python()
    if other:
        sentence += " Start it with: " + other + " packaging/bootstrap.py " + " ".join(sys.argv[1:])
    sys.exit(sentence)

if __name__ == "__main__":
    import commands

    sys.exit(commands.main(sys.argv[1:]))
