"""Where a picture that comes through the reader is had from: the disk, or its own server and a worker."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import partial
from threading import Lock

from flask import copy_current_request_context

from reader.album import DRAWING, enclosed, fetched, gathered, portable
from reader.drawn import Picture
from reader.errors import Busy, FetchFailed, NotFound, ReaderError, TooManyRequests
from reader.settings import Settings
from reader.store import pictures
from reader.work import Lane, Pool

# Threads that may fetch or redraw pictures at once, and that may wait to: with the FETCHES of pages, fewer than the
# server has (see the Makefile), so that hosts which let us wait never stop it. A browser asks for six at a time.
PLACES, WAITING, PATIENCE_SECONDS = 6, 10, 10.0
# Files with pictures that are made at once, and that may wait to be: together they leave the places above to others.
ALBUMS, ALBUMS_WAITING = 2, 4
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
        self._albums = Lane(ALBUMS, ALBUMS_WAITING, PATIENCE_SECONDS)
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

    def album(self, urls: Iterable[str], hung_up: Callable[[], bool]) -> dict[str, Picture]:
        """The pictures of one article that can be had, by address, as JPEG or PNG: for a file that holds them.

        To be called while a request is served: its sender's limits count. Raises Busy when too many files are made.
        """
        orders = {url: copy_current_request_context(partial(self._portable, url)) for url in urls}
        if not orders:
            return {}
        with self._albums:
            return gathered(orders, hung_up)

    def _portable(self, url: str, stop: Callable[[], bool]) -> Picture:
        picture = enclosed(url, self._pool) if url.startswith("data:") else self.picture(url, stop)
        return portable(picture, self._pool)

    def close(self) -> None:
        """End the worker processes."""
        self._pool.close()

    def _drawn(self, url: str, hung_up: Callable[[], bool]) -> Picture:
        picture = fetched(url, self._settings, self._pool, hung_up, self._admit)
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
