"""Runs the pipeline in worker processes: strings or bytes in, a frozen Article (or a ReaderError) out, never a tree.

Small pages share ``settings.workers`` processes that live on. A page that is large, or turns out to take long,
steps aside into a process of its own that has a lower priority and ends with it: ordinary pages never wait for it.
"""
from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import time
import weakref
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.reduction import send_handle
from threading import Lock, Semaphore
from typing import TypeVar, cast

from reader.article import Article
from reader.errors import Busy, ReaderError, TooComplex
from reader.fetch import Fetched
from reader.leading import Sight
from reader.settings import Settings
from reader.worker import read_page, read_plain, see_page

T = TypeVar("T")
NURSERY = "import sys; sys.path[:] = {!r}; from reader.worker import nurse; nurse({}, {!r}, {})"
STARTUP_SECONDS = 20.0
LOWER_PRIORITY = 10


@dataclass(frozen=True, slots=True)
class Limits:
    """What one page may cost, and how many may wait. Seconds of wall clock but for ``cpu_seconds``; sizes in bytes."""

    cpu_seconds: float = 3.0
    wall_seconds: float = 10.0
    memory_bytes: int = 512 * 2**20  # above what the imports need
    large_bytes: int = 1_000_000  # larger pages step aside at once
    patience_seconds: float = 0.25  # pages that are not done by then step aside
    aside: int = 4  # processes for pages that stepped aside
    queue: int = 32  # requests that wait for a place in a lane
    queue_seconds: float = 15.0
    pages: int = 200  # a worker is replaced after so many: whatever leaks has an end


LIMITS = Limits()


class Pool:
    """Worker processes for one server process, started at the first page (after a server has forked). Thread-safe."""

    def __init__(self, settings: Settings, limits: Limits = LIMITS) -> None:
        self._settings, self._limits = settings, limits
        self._open()

    def _open(self) -> None:
        self._home, self._closed = os.getpid(), False
        self._starting = Lock()
        self._nursery: list[_Nursery] = []  # none or one
        self._idle: deque[_Hand] = deque()
        self._quick = Lane(max(1, self._settings.workers), self._limits.queue, self._limits.queue_seconds)
        self._aside = Lane(self._limits.aside, self._limits.queue, self._limits.queue_seconds)

    def read_html(self, body: bytes | str, url: str, content_type: str = "") -> Article:
        """The article of a page; bytes are decoded by ``content_type`` and what the page says.

        Raises what the pipeline raises, TooComplex for a page that exceeds its limits, Busy when too many
        are waiting or the worker died.
        """
        return self.run(read_page, body, url, content_type)

    def read_text(self, body: bytes | str, url: str, content_type: str = "") -> Article:
        """The article of plain text; raises as ``read_html`` does."""
        return self.run(read_plain, body, url, content_type)

    def see(self, page: Fetched) -> Sight:
        """What a fetched page is, and where it leads; raises as ``read_html`` does, but for NoArticle."""
        return self.run(see_page, page.body, page.url, page.content_type)

    def run(self, task: Callable[..., T], *args: object) -> T:
        """``task(*args)`` in a worker; the task, its arguments and its result cross by pickle. Raises ReaderError."""
        if self._home != os.getpid():
            self._open()  # we were forked: the workers belong to the parent, and would mix up our answers with its own
        order = pickle.dumps((task, args), protocol=5)
        fine, answer = pickle.loads(self._serve(order))
        if not fine:
            raise cast(ReaderError, answer)
        return cast(T, answer)

    def close(self) -> None:
        """End all workers; pages that are being read get Busy, as does whoever comes later."""
        with self._starting:
            self._closed = True
            for nursery in self._nursery:
                nursery.close()
        while self._idle:
            self._idle.pop().close()

    def _serve(self, order: bytes) -> bytes:
        if len(order) <= self._limits.large_bytes:
            return self._serve_small(order)
        with self._aside:
            hand = self._hire()
            hand.slow_down()
            hand.take(order)
            return hand.reply()

    def _serve_small(self, order: bytes) -> bytes:
        lane = self._quick
        lane.enter()
        try:
            hand = self._pick()
            hand.take(order)
            if not hand.done(self._limits.patience_seconds) and self._aside.enter_now():
                lane.leave()
                lane = self._aside
                hand.slow_down()
            reply = hand.reply()
            if lane is self._quick and hand.pages < self._limits.pages:
                self._idle.append(hand)
            return reply
        finally:
            lane.leave()

    def _pick(self) -> _Hand:
        """An idle worker, or a new one. One that died while idle costs nobody anything."""
        while self._idle:
            with contextlib.suppress(IndexError):  # another thread was quicker
                hand = self._idle.pop()
                if not hand.done(0):  # nothing was asked: what can be read now is its end
                    return hand
        return self._hire()

    def _hire(self) -> _Hand:
        """A new worker. A nursery that died is replaced; one that lives has other workers, and is left alone."""
        for _ in range(2):
            with contextlib.suppress(EOFError, OSError):
                return self._nursery_now().hire()
        raise Busy("No process could be started to read the page.")

    def _nursery_now(self) -> _Nursery:
        with self._starting:
            if self._closed:
                raise Busy("The reader is shutting down.")
            self._nursery = [one for one in self._nursery if one.alive] or [_Nursery(self._limits)]
            return self._nursery[0]


class Lane:
    """So many places, so many who wait for one; who comes after those is turned away. ``with`` takes a place."""

    def __init__(self, places: int, waiting: int, seconds: float) -> None:
        self._room, self._places = Semaphore(places + waiting), Semaphore(places)
        self._seconds = seconds

    def enter(self) -> None:
        """Wait for a place; raises Busy when the queue is full or too slow."""
        if not self._room.acquire(blocking=False):
            raise Busy("Too many are waiting before this one.")
        if not self._places.acquire(timeout=self._seconds):
            self._room.release()
            raise Busy("Those before this one are taking too long.")

    def enter_now(self) -> bool:
        """Take a place if one is free; whether it was."""
        if not self._room.acquire(blocking=False):
            return False
        if not self._places.acquire(blocking=False):
            self._room.release()
            return False
        return True

    def leave(self) -> None:
        """Give the place back."""
        self._places.release()
        self._room.release()

    __enter__ = enter

    def __exit__(self, *_: object) -> None:
        self.leave()


class _Hand:
    """Our grip on one worker: the line to it, and its process id. Cutting the line ends the worker."""

    def __init__(self, line: Connection, limits: Limits) -> None:
        self._line, self._limits = line, limits
        self._pid = int(line.recv())
        self._since = 0.0
        self.pages = 0

    def take(self, order: bytes) -> None:
        """Hand it an order; raises Busy when it is dead."""
        self._since = time.monotonic()
        self.pages += 1
        try:
            self._line.send_bytes(order)
        except OSError as error:
            raise self._died() from error

    def done(self, seconds: float) -> bool:
        """Whether a reply (or its end) is there within ``seconds``."""
        return self._line.poll(seconds)

    def reply(self) -> bytes:
        """What it answers; raises TooComplex when it exceeded its time, Busy when it died of anything else."""
        left = self._since + self._limits.wall_seconds - time.monotonic()
        if not self.done(max(0.0, left)):
            self._kill()
            raise _too_long()
        try:
            return self._line.recv_bytes()
        except (EOFError, OSError) as error:
            raise self._died() from error

    def slow_down(self) -> None:
        """Let ordinary pages go first from now on; there is no way back without privileges."""
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._pid, LOWER_PRIORITY)

    def close(self) -> None:
        """Send it home."""
        self._line.close()

    def _kill(self) -> None:
        with contextlib.suppress(OSError):
            os.kill(self._pid, signal.SIGKILL)
        self.close()

    def _died(self) -> ReaderError:
        """The kernel ends a worker whose CPU time is up, which takes at least as long by the wall clock."""
        self.close()
        if time.monotonic() - self._since >= self._limits.cpu_seconds:
            return _too_long()
        return Busy(
            "The process that read this page died.",
            "Try again in a moment. If it happens again, paste only the article's part of the page, or its text.",
        )


class _Nursery:
    """The process that forks the workers; it ends when we close our side or die, and takes them with it."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._lock = limits, Lock()
        self._control, theirs = Pipe()
        code = NURSERY.format(sys.path, theirs.fileno(), limits.cpu_seconds, limits.memory_bytes)
        command = [sys.executable, "-c", code]
        # Its own process group: Ctrl-C in a terminal reaches the server alone.
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()], process_group=0
        )
        theirs.close()
        self._end = weakref.finalize(self, _let_go, self._control, self._process, os.getpid())

    @property
    def alive(self) -> bool:
        """Whether it can still be asked for workers."""
        return self._end.alive and self._process.poll() is None

    def hire(self) -> _Hand:
        """A new worker; raises OSError or EOFError when none comes."""
        ours, theirs = Pipe()
        with self._lock, theirs:
            send_handle(self._control, theirs.fileno(), self._process.pid)
        if not ours.poll(STARTUP_SECONDS):
            self.close()  # it hangs
        return _Hand(ours, self._limits)

    def close(self) -> None:
        """End it and all its workers."""
        self._end()


def _let_go(control: Connection, process: subprocess.Popen[bytes], home: int) -> None:
    control.close()
    if home == os.getpid():  # not in a fork of the server: the nursery is its parent's
        process.kill()
        process.wait()


def _too_long() -> TooComplex:
    return TooComplex("The page needs more time than one article may have.")
