"""The far side of ``reader.work``: the processes that read pages, and may die of one.

A nursery that has everything imported and runs a single thread forks the workers: a replacement costs
milliseconds, and nothing is ever forked from a process that has threads. Linux only (prctl, /proc).
"""
from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import pickle
import resource
import signal
import sys
import traceback
from collections.abc import Mapping
from multiprocessing.connection import Connection
from multiprocessing.reduction import recv_handle
from typing import NoReturn

from reader.article import Article
from reader.capture import Capture
from reader.decode import decode
from reader.drawn import Picture
from reader.errors import ReaderError, TooComplex
from reader.files import Opened, open_file
from reader.imprint import Imprint
from reader.keepsakes import drawn
from reader.leading import Sight
from reader.pipeline import read_html, read_text, see

PR_SET_PDEATHSIG = 1
PICTURE_PRIORITY = 10


def read_page(body: bytes | str, url: str, content_type: str) -> Article:
    """The task behind ``Pool.read_html``."""
    return read_html(_text(body, content_type), url or None)


def read_plain(body: bytes | str, url: str, content_type: str) -> Article:
    """The task behind ``Pool.read_text``."""
    return read_text(_text(body, content_type), url or None)


def see_page(body: bytes, url: str, content_type: str) -> Sight:
    """The task behind ``Pool.see``."""
    return see(body, url, content_type)


def write_export(
    name: str, article: Article, back: frozenset[str], capture: Capture, pictures: Mapping[str, Picture]
) -> bytes:
    """The article as a file of the format called ``name``, with the units of ``back`` in their places."""
    from reader.export import FORMATS  # only in a worker that is asked to: most are not
    from reader.export.restored import restored

    written = FORMATS[name].write(restored(article, back), capture, pictures)
    return written if isinstance(written, bytes) else written.encode("utf-8", "replace")


def read_given(given: bytes | str, url: str) -> Opened:
    """The article in a file or in what was pasted; its pictures wait to be drawn, each in a turn of its own."""
    return open_file(given, url)


def draw_kept(body: bytes, width: int) -> str:
    """A picture that came inside a page, drawn anew as its own address."""
    return drawn(body, width)


def redraw_picture(body: bytes, portable: bool = False) -> Picture:
    """A picture drawn anew (see ``reader.pictures``), after whoever reads a page: pictures may come late."""
    from reader.pictures import redraw  # only in a worker that gets one: Pillow is not loaded into the others

    os.setpriority(os.PRIO_PROCESS, 0, PICTURE_PRIORITY)
    return redraw(body, portable)


def read_imprint(body: bytes) -> Imprint:
    """What the file of a picture says of its makers (see ``reader.embedded``); whoever reads a page goes first."""
    from reader.embedded import read  # as above

    os.setpriority(os.PRIO_PROCESS, 0, PICTURE_PRIORITY)
    return read(body)


def _text(body: bytes | str, content_type: str) -> str:
    return body if isinstance(body, str) else decode(body, content_type)  # here, since guessing a charset takes time


def nurse(control: int, cpu_seconds: float, memory_bytes: int) -> None:
    """Fork a worker for each pipe end that comes over the handle ``control``; return when its other side is gone.

    Ctrl-C and SIGTERM are for the server alone: it finishes what it has begun, and its end is ours.
    """
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGCHLD):
        signal.signal(number, signal.SIG_IGN)  # an ignored SIGCHLD also means that dead workers need no reaping
    gc.freeze()  # keeps the imported modules in pages that all workers share
    orders = Connection(control)
    while True:
        try:
            line = recv_handle(orders)
        except (EOFError, OSError):
            return
        nursery = os.getpid()
        with contextlib.suppress(OSError):  # no room for another process: that the line is cut says so
            if os.fork() == 0:
                orders.close()
                _work(Connection(line), nursery, cpu_seconds, memory_bytes)
        os.close(line)


def _work(line: Connection, nursery: int, cpu_seconds: float, memory_bytes: int) -> NoReturn:
    """Answer one order after the other until the line is cut."""
    try:
        _confine(nursery, memory_bytes)
        line.send(os.getpid())
        while True:
            line.send_bytes(_answer(line.recv_bytes(), cpu_seconds))
    except (EOFError, OSError):
        os._exit(0)
    finally:
        os._exit(1)  # never back into the nursery's loop


def _confine(nursery: int, memory_bytes: int) -> None:
    """End with the nursery, leave no core dump of somebody's page, and allocate ``memory_bytes`` at most."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != nursery:
        os._exit(0)  # it died before we asked to be told
    with open("/proc/self/statm") as status:
        imported = int(status.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (imported + memory_bytes,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(order: bytes, cpu_seconds: float) -> bytes:
    """Do the task in ``order``; a pickled (True, result) or (False, ReaderError).

    The clock counts this process's own CPU, and nobody catches SIGPROF: the kernel ends a task that exceeds it even
    in the middle of C code, which an exception from a Python handler would have to wait for.
    """
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
    try:
        task, args = pickle.loads(order)
        return pickle.dumps((True, task(*args)), protocol=5)
    except ReaderError as error:
        return pickle.dumps((False, error), protocol=5)
    except (MemoryError, RecursionError):
        return pickle.dumps((False, TooComplex("The page needs more memory than one article may have.")), protocol=5)
    except Exception as error:  # noqa: BLE001 - a bug: it is logged, costs this one page, and the worker goes on
        _log(error)
        return pickle.dumps((False, ReaderError("The reader stumbled over this page.")), protocol=5)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _log(error: Exception) -> None:
    """Where it happened and the kind of error, without its message: that may hold the words of somebody's page."""
    sys.stderr.write("".join([*traceback.format_tb(error.__traceback__), type(error).__name__, "\n"]))
    sys.stderr.flush()
