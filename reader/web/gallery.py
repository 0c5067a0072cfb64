"""Where a picture that comes through the reader is had from: the disk, or its own server and a worker."""
from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import partial
from threading import Lock
from typing import Generic, TypeVar

from flask import copy_current_request_context

from reader.album import DRAWING, enclosed, gathered, portable, received
from reader.drawn import Picture
from reader.errors import Busy, NotFound, ReaderError, TooManyRequests
from reader.imprint import Imprint
from reader.settings import Settings
from reader.store import pictures
from reader.work import Lane, Pool
from reader.worker import read_imprint, redraw_picture

# Threads that may fetch or redraw pictures at once, and that may wait to: with the FETCHES of pages, fewer than the
# server has (see the Makefile), so that hosts which let us wait never stop it. A browser asks for six at a time.
PLACES, WAITING, PATIENCE_SECONDS = 6, 10, 10.0
# Files with pictures that are made at once, and that may wait to be: together they leave the places above to others.
ALBUMS, ALBUMS_WAITING = 2, 4
# A dead picture is not asked for again so soon: a page may show it a hundred times, and a person reload the page.
DEAD_SECONDS = 60.0
MOST_DEAD = 2_000
# What files say of their makers is remembered long enough to look at a sheet, print it and save it. A thousand take a
# few megabytes, or twenty, if each says as much as is kept.
IMPRINT_SECONDS, MOST_IMPRINTS = 3_600.0, 1_000
T = TypeVar("T")


class Gallery:
    """The pictures of one app, and what their files say of their makers. Thread-safe.

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
        self._dead = _Dead(DEAD_SECONDS, MOST_DEAD)
        self._imprints = _Memory[Imprint](IMPRINT_SECONDS, MOST_IMPRINTS)

    def picture(self, url: str, hung_up: Callable[[], bool]) -> Picture:
        """The picture at ``url``, kept or drawn anew. Raises ReaderError and nothing else.

        The fetch ends as soon as ``hung_up()`` says that nobody waits for it any more.
        """
        try:
            return self._kept.get(url)
        except NotFound:
            pass  # then it is fetched
        return self._asked(url, hung_up, self._drawn)

    def imprint(self, url: str, hung_up: Callable[[], bool]) -> Imprint:
        """What the file at ``url`` says of its makers, remembered or asked. Raises as ``picture`` does."""
        try:
            return self._imprints.get(url)
        except NotFound:
            return self._asked(url, hung_up, self._read)

    def remembered(self, url: str) -> Imprint:
        """The same without asking anybody. Raises NotFound, or what went wrong when it was asked a moment ago."""
        self._dead.check(url)
        return self._imprints.get(url)

    def album(self, urls: Iterable[str], hung_up: Callable[[], bool]) -> dict[str, Picture]:
        """The pictures of one article that can be had, by address, as JPEG or PNG: for a file that holds them.

        To be called while a request is served: its sender's limits count. Raises Busy when too many files are made.
        """
        orders = {url: copy_current_request_context(partial(self._portable, url)) for url in urls}
        if not orders:
            return {}
        with self._albums:
            return gathered(orders, hung_up)

    def close(self) -> None:
        """End the worker processes."""
        self._pool.close()

    def _asked(self, url: str, hung_up: Callable[[], bool], ask: Callable[[str, Callable[[], bool]], T]) -> T:
        self._dead.check(url)
        with self._lane, self._viewer:
            try:
                return ask(url, hung_up)
            except (Busy, TooManyRequests):
                raise  # our own fault, and over in a moment
            except ReaderError as error:
                if not hung_up():
                    self._dead.remember(url, error)
                raise

    def _portable(self, url: str, stop: Callable[[], bool]) -> Picture:
        picture = enclosed(url, self._pool) if url.startswith("data:") else self.picture(url, stop)
        return portable(picture, self._pool)

    def _drawn(self, url: str, hung_up: Callable[[], bool]) -> Picture:
        picture = self._pool.run(redraw_picture, self._fetched(url, hung_up))
        self._kept.keep(url, picture)
        return picture

    def _read(self, url: str, hung_up: Callable[[], bool]) -> Imprint:
        imprint = self._pool.run(read_imprint, self._fetched(url, hung_up))
        self._imprints.remember(url, imprint)
        return imprint

    def _fetched(self, url: str, hung_up: Callable[[], bool]) -> bytes:
        return received(url, self._settings, hung_up, self._admit)


class _Memory(Generic[T]):
    """The last ``most`` values by address, each for so many seconds; the oldest are forgotten first. Thread-safe."""

    def __init__(self, seconds: float, most: int) -> None:
        self._seconds, self._most = seconds, most
        self._values: dict[str, tuple[float, T]] = {}
        self._lock = Lock()

    def get(self, url: str) -> T:
        """What is remembered of ``url``; raises NotFound."""
        with self._lock:
            found = self._values.get(url)
        if found is None or time.monotonic() - found[0] > self._seconds:
            raise NotFound("Nothing is remembered of this address.")
        return found[1]

    def remember(self, url: str, value: T) -> None:
        """Note ``value``, which is true of ``url`` just now."""
        with self._lock:
            self._values.pop(url, None)
            self._values[url] = time.monotonic(), value
            while len(self._values) > self._most:
                del self._values[next(iter(self._values))]


class _Dead(_Memory[ReaderError]):
    """What went wrong a moment ago."""

    def check(self, url: str) -> None:
        """Raise what ``url`` failed with less than ``DEAD_SECONDS`` ago."""
        try:
            error = self.get(url)
        except NotFound:
            return
        raise type(error)(error.sentence, error.hint)  # anew: one object would gather every thread's traceback
