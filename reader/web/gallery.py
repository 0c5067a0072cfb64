"""Where a picture that comes through the reader is had from: the disk, or its own server and a worker."""
from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Lock

from reader.drawn import Picture
from reader.errors import Busy, FetchFailed, NotFound, ReaderError, TooManyRequests
from reader.fetch import Limits, fetch
from reader.settings import Settings
from reader.store import pictures
from reader.wanted import IMAGE
from reader.work import Lane, Pool
from reader.work import Limits as WorkLimits
from reader.worker import redraw_picture

# The largest press photographs have a third of it. A page waits for no picture, so they get half its time.
FETCHING = Limits(connect=5.0, first_byte=5.0, total=10.0, body_bytes=15_000_000)
# Pictures of a few megabytes are common, and their processes give way to those that read pages in any case. The lane
# below has fewer places than may wait here.
DRAWING = WorkLimits(large_bytes=4_000_000)
# Threads that may fetch or redraw pictures at once, and that may wait to: with the FETCHES of pages, fewer than the
# server has (see the Makefile), so that hosts which let us wait never stop it. A browser asks for six at a time.
PLACES, WAITING, PATIENCE_SECONDS = 6, 10, 10.0
# A dead picture is not asked for again so soon: a page may show it a hundred times, and a person reload the page.
DEAD_SECONDS = 60.0
MOST_DEAD = 2_000


class Gallery:
    """The pictures of one app. Thread-safe.

    ``viewer`` is entered before a picture is fetched, ``admit(host)`` asked for each site on the way to it; both may
    raise TooManyRequests.
    """

    def __init__(
        self, settings: Settings, viewer: AbstractContextManager[None], admit: Callable[[str], None]
    ) -> None:
        self._settings, self._viewer, self._admit = settings, viewer, admit
        self._kept = pictures.Pictures(settings)
        self._pool = Pool(settings, DRAWING)  # its own: pages never wait for pictures
        self._lane = Lane(PLACES, WAITING, PATIENCE_SECONDS)
        self._dead = _Dead()

    def picture(self, url: str, hung_up: Callable[[], bool]) -> Picture:
        """The picture at ``url``, kept or drawn anew. Raises ReaderError and nothing else.

        The fetch ends as soon as ``hung_up()`` says that nobody waits for it any more.
        """
        try:
            return self._kept.get(url)
        except NotFound:
            pass  # then it is fetched
        self._dead.check(url)
        with self._lane, self._viewer:
            try:
                return self._drawn(url, hung_up)
            except (Busy, TooManyRequests):
                raise  # our own fault, and over in a moment
            except ReaderError as error:
                if not hung_up():
                    self._dead.remember(url, error)
                raise

    def close(self) -> None:
        """End the worker processes."""
        self._pool.close()

    def _drawn(self, url: str, hung_up: Callable[[], bool]) -> Picture:
        received = fetch(
            url, self._settings, admit=self._admit, stop=hung_up, limits=FETCHING, wanted=IMAGE
        )
        picture = self._pool.run(redraw_picture, received.body)
        self._kept.keep(url, picture)
        return picture


class _Dead:
    """What went wrong a moment ago, by address; the oldest are forgotten first. Thread-safe."""

    def __init__(self) -> None:
        self._errors: dict[str, tuple[float, ReaderError]] = {}
        self._lock = Lock()

    def check(self, url: str) -> None:
        """Raise what ``url`` failed with less than ``DEAD_SECONDS`` ago."""
        with self._lock:
            at, error = self._errors.get(url, (0.0, FetchFailed("")))
        if at and time.monotonic() - at < DEAD_SECONDS:
            raise type(error)(error.sentence, error.hint)  # anew: one object would gather every thread's traceback

    def remember(self, url: str, error: ReaderError) -> None:
        """Note that ``url`` failed just now."""
        with self._lock:
            self._errors.pop(url, None)
            self._errors[url] = time.monotonic(), error
            while len(self._errors) > MOST_DEAD:
                del self._errors[next(iter(self._errors))]
