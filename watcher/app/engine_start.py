"""Start the process in which PDFs are read: what it is given, and what it is not."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from watcher.errors import EngineError
from watcher.parse.pdf import MAX_BYTES

if TYPE_CHECKING:
    from typing import BinaryIO

_KEPT = ("PYTHON", "LC_", "LD_", "DYLD_", "COVERAGE_")
_ALSO = frozenset({"PATH", "HOME", "LANG", "TMPDIR", "VIRTUAL_ENV", "SYSTEMROOT"})
_MALLOC = {
    "MALLOC_TRIM_THRESHOLD_": "134217728",
    "MALLOC_MMAP_THRESHOLD_": "67108864",
    "GLIBC_TUNABLES": "glibc.malloc.tcache_count=2000:glibc.malloc.tcache_max=4096",
}
"""glibc would give memory back after every document, and get it again: a seventh of the time.
What is freed in small pieces is kept for pieces of the same size: a twentieth."""


def shared_file() -> BinaryIO:
    """Make a file without a name, in memory where the system has such."""
    import tempfile

    if hasattr(os, "memfd_create"):
        file = os.fdopen(os.memfd_create("pdf"), "w+b")
    else:
        file = tempfile.TemporaryFile()  # noqa: SIM115  (whoever asked closes it)
    file.truncate(MAX_BYTES)
    return file


def started(shared: int) -> subprocess.Popen[bytes]:
    """Start the process, which reads documents from a file that it is given the number of.

    Raises:
        EngineError: when the system refuses.
    """
    paths = [path or os.getcwd() for path in sys.path]  # noqa: PTH109  (as `sys.path` means it)
    kept = {k: v for k, v in os.environ.items() if k.startswith(_KEPT) or k in _ALSO}
    try:
        return subprocess.Popen(  # noqa: S603  (our own module)
            [sys.executable, "-P", "-m", "watcher.app.engine_room", str(shared)],
            pass_fds=(shared,),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**kept, **_MALLOC, "PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,
        )
    except OSError as error:
        raise EngineError("the PDF engine cannot be started") from error
