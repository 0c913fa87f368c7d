"""A busy computer: as many processes that never rest as it has cores."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator

# ends with whoever started it, however that one ended
_BUSY = "import os, sys\nwhile os.getppid() == int(sys.argv[1]):\n    sum(range(1_000_000))"


@contextlib.contextmanager
def all_cores_busy() -> Iterator[int]:
    """Keep every core busy, at the usual priority; gives their number."""
    cores = os.cpu_count() or 1
    busy = [subprocess.Popen([sys.executable, "-c", _BUSY, str(os.getpid())]) for _ in range(cores)]
    try:
        yield cores
    finally:
        for one in busy:
            one.kill()
        for one in busy:
            one.wait()
