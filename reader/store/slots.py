"""Pages that were handed in from another site, held until somebody here says that they are to be read."""
from __future__ import annotations

import contextlib
import secrets
import time
import zlib
from dataclasses import dataclass, field
from threading import Lock, Timer

from sqlalchemy import Column, Float, LargeBinary, String, Table, delete, func, select

from reader.errors import Busy, NotFound, StoreFailed
from reader.store.database import Database
from reader.store.schema import TABLES

SECONDS = 600.0
"""How long a page is held: time for a log-in, too short to gather pages."""

MOST_BYTES = 100_000_000
"""Bytes of all pages held, packed: fifty of the largest. Any site can make its visitors hand in pages."""

ID_BYTES = 16

SLOTS = Table(
    "slots",
    TABLES,
    Column("id", String, primary_key=True),
    Column("at", Float, nullable=False, index=True),  # seconds since 1970
    Column("sender", String, nullable=False),
    Column("url", String, nullable=False),
    Column("title", String, nullable=False),
    Column("packed", LargeBinary, nullable=False),  # zlib
)


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A page from another site. ``sender`` is the origin that the browser names, "" if it names none; ``url`` and
    ``title`` are what the page says of itself, ``url`` of that origin or "".
    """

    sender: str
    url: str
    title: str
    html: str = field(repr=False)


class Slots:
    """The pages held in one database, each for ``SECONDS``. Thread-safe; every method raises StoreFailed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock, self._is_watched = Lock(), False

    def hold(self, page: HandedIn) -> str:
        """Hold ``page`` under a new id, which is unguessable. Raises Busy when too many are held."""
        name, now = secrets.token_urlsafe(ID_BYTES), time.time()
        packed = zlib.compress(page.html.encode("utf-8", "replace"))
        row = {"id": name, "at": now, "sender": page.sender, "url": page.url, "title": page.title, "packed": packed}
        with self._database.writing() as connection:
            connection.execute(delete(SLOTS).where(SLOTS.c.at <= now - SECONDS))
            held = connection.execute(select(func.sum(func.length(SLOTS.c.packed)))).scalar_one() or 0
            if held + len(packed) > MOST_BYTES:
                raise Busy("Too many pages are waiting here to be opened.", "Try again in a few minutes.")
            connection.execute(SLOTS.insert().values(row))
        self._watch()
        return name

    def get(self, name: str) -> HandedIn:
        """The page held under this id; raises NotFound once its time is up."""
        ask = select(SLOTS).where(SLOTS.c.id == name, SLOTS.c.at > time.time() - SECONDS)
        with self._database.reading() as connection:
            row = connection.execute(ask).first()
        if row is None:
            raise NotFound("This page is no longer held.", "Click the bookmarklet again, on the page itself.")
        return HandedIn(row.sender, row.url, row.title, zlib.decompress(row.packed).decode())

    def drop(self, name: str) -> None:
        """Hold the page under this id no longer, nor any whose time is up."""
        with self._database.writing() as connection:
            connection.execute(delete(SLOTS).where((SLOTS.c.id == name) | (SLOTS.c.at <= time.time() - SECONDS)))
        self._database.forget()

    def _watch(self) -> None:
        """See to it that what is held is deleted when its time is up, though nobody comes by."""
        with self._lock:
            if self._is_watched:
                return
            self._is_watched = True
        timer = Timer(SECONDS + 1, self._clear)
        timer.daemon = True
        timer.start()

    def _clear(self) -> None:
        self._is_watched = False
        with contextlib.suppress(StoreFailed):  # then whoever comes by next does it
            self.drop("")
            with self._database.reading() as connection:
                left = connection.execute(select(func.count()).select_from(SLOTS)).scalar_one()
            if left:
                self._watch()
