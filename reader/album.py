"""All pictures of one article, for a file that holds them: several at a time, within a time and a size.

The one way in which a picture is had: through the guarded door, and drawn anew by a worker.
"""
from __future__ import annotations

import time
from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Lock

from reader.drawn import Picture
from reader.errors import ReaderError, WrongType
from reader.fetch import Limits, fetch
from reader.settings import Settings
from reader.wanted import IMAGE
from reader.work import Limits as WorkLimits
from reader.work import Pool
from reader.worker import redraw_picture

Stop = Callable[[], bool]
"""Says whether nobody waits for the picture any more."""

# The largest press photographs have a third of it. A page waits for no picture, so they get half its time.
FETCHING = Limits(connect=5.0, first_byte=5.0, total=10.0, body_bytes=15_000_000)
# Pictures of a few megabytes are common, and their processes give way to those that read pages in any case. The lane
# of the gallery has fewer places than may wait here.
DRAWING = WorkLimits(large_bytes=4_000_000)
# A person waits for the file, and proxies for its first byte: a minute at most. Mail servers and old reading devices
# take no more bytes.
SECONDS, BYTES = 25.0, 40_000_000
# Pictures of one article that are had at the same time; a browser asks for six.
AT_ONCE = 4
PORTABLE = ("jpeg", "png")


def received(url: str, settings: Settings, stop: Stop, admit: Callable[[str], None]) -> bytes:
    """The file at ``url``, as it came. Raises ReaderError; ``admit`` and ``stop`` as in ``fetch``."""
    return fetch(url, settings, admit=admit, stop=stop, limits=FETCHING, wanted=IMAGE).body


def enclosed(url: str, pool: Pool) -> Picture:
    """The picture in a ``data:`` address, drawn anew. Raises ReaderError."""
    try:
        body = b64decode(url.partition(",")[2])
    except ValueError as error:
        raise WrongType("This is no picture, or a broken one.") from error
    return pool.run(redraw_picture, body)


def portable(picture: Picture, pool: Pool) -> Picture:
    """The picture as JPEG or PNG, which everything shows. Raises ReaderError."""
    return picture if picture.kind in PORTABLE else pool.run(redraw_picture, picture.body, True)


def album(urls: Iterable[str], settings: Settings) -> dict[str, Picture]:
    """The pictures at ``urls`` that can be had, by address, with workers of their own: for the command line."""
    pool = Pool(settings, DRAWING)

    def order(url: str, stop: Stop) -> Picture:
        if url.startswith("data:"):
            return portable(enclosed(url, pool), pool)
        return portable(pool.run(redraw_picture, received(url, settings, stop, _anybody)), pool)

    try:
        return gathered({url: partial(order, url) for url in urls}, lambda: False)
    finally:
        pool.close()


def gathered(
    orders: Mapping[str, Callable[[Stop], Picture]], hung_up: Stop, seconds: float = SECONDS, most_bytes: int = BYTES
) -> dict[str, Picture]:
    """What the ``orders`` bring, by address and in their order; what fails, or comes too late, is left out.

    None is begun after ``seconds``, or once nobody waits; those that come first have the bytes.
    """
    tray = _Tray(hung_up, time.monotonic() + seconds, most_bytes)
    with ThreadPoolExecutor(AT_ONCE, "album") as hands:
        for _ in hands.map(tray.take, orders, orders.values()):
            pass  # raises what is no ReaderError
    return tray.kept(orders)


class _Tray:
    """Where several threads put down what they have."""

    def __init__(self, hung_up: Stop, end: float, most_bytes: int) -> None:
        self._hung_up, self._end, self._most = hung_up, end, most_bytes
        self._lock = Lock()
        self._found: dict[str, Picture] = {}
        self._bytes = 0

    def stop(self) -> bool:
        """Whether it is too late. (Two threads must not ask the same socket at once.)"""
        with self._lock:
            return time.monotonic() > self._end or self._hung_up()

    def take(self, url: str, order: Callable[[Stop], Picture]) -> None:
        """Have one picture."""
        if self._bytes > self._most or self.stop():
            return
        try:
            picture = order(self.stop)
        except ReaderError:
            return  # the file names what it lacks
        with self._lock:
            self._found[url] = picture
            self._bytes += len(picture.body)

    def kept(self, order: Iterable[str]) -> dict[str, Picture]:
        """As many as may be, whichever came first."""
        kept: dict[str, Picture] = {}
        left = self._most
        for url in order:
            if url in self._found and len(self._found[url].body) <= left:
                kept[url] = self._found[url]
                left -= len(kept[url].body)
        return kept


def _anybody(host: str) -> None:
    """On a terminal nobody is counted."""
