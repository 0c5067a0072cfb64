"""The kept articles."""
from __future__ import annotations

import hashlib
import json
import secrets
import time
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urldefrag

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    delete,
    select,
)

from reader.article import Article
from reader.capture import VERSION, Capture
from reader.errors import NotFound
from reader.rules import BUILT_IN
from reader.settings import Settings
from reader.store.database import Database
from reader.store.schema import TABLES, UPGRADES
from reader.store.schema import VERSION as SCHEMA_VERSION
from reader.store.serial import pack, unpack
from reader.store.slots import Slots
from reader.tracking import bare

Kind = Literal["fetched", "pasted-html", "pasted-text", "file"]

SWEEP_SECONDS = 3600.0
ID_BYTES = 16  # 128 bits: nobody finds a pasted article by guessing

ARTICLES = Table(
    "articles",
    TABLES,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("url", String, nullable=False),  # asked, or given with a pasted page; clean, without its fragment
    Column("final", String, nullable=False),  # the last of the chain; clean, without its fragment
    Column("chain", String, nullable=False),  # JSON list
    Column("content_type", String, nullable=False),
    Column("at", Float, nullable=False),  # when the bytes were received: seconds since 1970
    Column("sha256", String, nullable=False),  # of the bytes received
    Column("version", String, nullable=False),  # of the reader, and with it of the rules, that read it
    Column("article", String, nullable=False),
    Column("size", Integer, nullable=False, server_default="0"),  # of the bytes received; 0: not known
    Column("rules", String, nullable=False, server_default=""),  # their fingerprint; "": not known
    Index("articles_by_url", "url", "at"),
    Index("articles_by_final", "final", "at"),
    Index("articles_by_age", "at"),
)
BODIES = Table(
    "bodies",
    TABLES,
    Column("id", ForeignKey(ARTICLES.c.id, ondelete="CASCADE"), primary_key=True),
    Column("packed", LargeBinary, nullable=False),  # zlib
)


@dataclass(frozen=True, slots=True)
class Received:
    """A page as it came in: the bytes as fetched or pasted (text as UTF-8).

    ``url`` is the address asked, or the one given with a pasted page ("" if none); ``chain`` holds all addresses
    on the way, the wrappers the link was in first (see ``reader.shims.way``), the last that which answered, each as it
    was asked; ``at`` is UTC.
    """

    kind: Kind
    body: bytes = field(repr=False)
    url: str = ""
    chain: tuple[str, ...] = ()
    content_type: str = ""
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def final(self) -> str:
        """The address that answered."""
        return self.chain[-1] if self.chain else self.url


@dataclass(frozen=True, slots=True)
class Kept:
    """An article with what is known of where it came from; the bytes themselves are ``Store.body``."""

    id: str
    kind: Kind
    url: str
    final: str
    chain: tuple[str, ...]
    content_type: str
    at: datetime
    expires: datetime
    sha256: str
    version: str
    article: Article
    size: int = 0
    rules: str = ""

    @property
    def capture(self) -> Capture:
        """How the page came in."""
        return Capture(
            self.url, self.chain, self.at, self.sha256, self.version, self.rules, self.size, self.content_type
        )


class Store:
    """The kept articles of one reader, in ``settings.data_dir``, and beside them the pages in ``slots``. Thread-safe;
    every method raises StoreFailed (503).
    """

    def __init__(self, settings: Settings, patience: float = 5.0) -> None:
        """``patience`` is how long to wait for another process's lock, in seconds. The disk is touched when used."""
        self._life = timedelta(days=settings.keep_days)
        path = Path(settings.data_dir) / "unfeed.sqlite3"
        self._database = Database(path, TABLES, SCHEMA_VERSION, patience, UPGRADES)
        self.slots = Slots(self._database)
        self._swept = -SWEEP_SECONDS

    def keep(self, received: Received, article: Article) -> str:
        """Keep an article under a new id, which is unguessable. When this returns, the article is on the disk.

        A page that is fetched again gets a row of its own; the earlier one stays until its time is up.
        """
        if time.monotonic() - self._swept >= SWEEP_SECONDS:
            self.sweep()
        name = secrets.token_urlsafe(ID_BYTES)
        row, packed = _row(received, article), zlib.compress(received.body)
        with self._database.writing() as connection:
            connection.execute(ARTICLES.insert().values(id=name, **row))
            connection.execute(BODIES.insert().values(id=name, packed=packed))
        return name

    def get(self, name: str) -> Kept:
        """The article kept under this id; raises NotFound when there is none (any more)."""
        with self._database.reading() as connection:
            row = connection.execute(select(ARTICLES).where(ARTICLES.c.id == name, *self._alive())).first()
        return self._kept(row)

    def fresh(self, url: str, minutes: float) -> Kept:
        """The newest article fetched from this address, asked or final, less than ``minutes`` ago; raises NotFound.

        What a person pasted is never found here, whatever address it was given.
        """
        asked, since = _address(url), datetime.now(UTC) - timedelta(minutes=minutes)
        fetched = ARTICLES.c.kind == "fetched", ARTICLES.c.at > since.timestamp(), *self._alive()
        here = (ARTICLES.c.url == asked) | (ARTICLES.c.final == asked)
        with self._database.reading() as connection:
            row = connection.execute(select(ARTICLES).where(here, *fetched).order_by(ARTICLES.c.at.desc())).first()
        return self._kept(row)

    def body(self, name: str) -> bytes:
        """The bytes received for the article kept under this id; raises NotFound."""
        ask = select(BODIES.c.packed).join(ARTICLES).where(BODIES.c.id == name, *self._alive())
        with self._database.reading() as connection:
            packed = connection.execute(ask).scalars().all()
        if not packed:
            raise _nothing()
        return zlib.decompress(packed[0])

    def delete(self, name: str) -> None:
        """Delete the article kept under this id, and overwrite it on the disk; raises NotFound."""
        with self._database.writing() as connection:
            if not connection.execute(delete(ARTICLES).where(ARTICLES.c.id == name)).rowcount:
                raise _nothing()
        self._database.forget()

    def sweep(self) -> int:
        """Delete what is older than ``settings.keep_days``; how many. ``keep`` does it once an hour."""
        self._swept = time.monotonic()
        with self._database.writing() as connection:
            swept = connection.execute(delete(ARTICLES).where(ARTICLES.c.at <= self._oldest())).rowcount
        self.slots.drop("")
        return swept

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _oldest(self) -> float:
        return (datetime.now(UTC) - self._life).timestamp()

    def _alive(self) -> tuple[Any, ...]:
        return (ARTICLES.c.at > self._oldest(),)

    def _kept(self, row: Row[Any] | None) -> Kept:
        if row is None:
            raise _nothing()
        at = datetime.fromtimestamp(row.at, UTC)
        return Kept(
            row.id, row.kind, row.url, row.final, tuple(json.loads(row.chain)), row.content_type,
            at, at + self._life, row.sha256, row.version, unpack(row.article), row.size, row.rules,
        )  # fmt: skip


def _row(received: Received, article: Article) -> dict[str, object]:
    return {
        "kind": received.kind,
        "url": _address(received.url),
        "final": _address(received.final),
        "chain": json.dumps(received.chain),
        "content_type": _storable(received.content_type),
        "at": received.at.timestamp(),
        "sha256": hashlib.sha256(received.body).hexdigest(),
        "version": VERSION,
        "rules": BUILT_IN.fingerprint,
        "size": len(received.body),
        "article": pack(article),
    }


def _address(url: str) -> str:
    """Fragments are the browser's business, and some parameters only count: with or without, it is the same page."""
    return _storable(bare(urldefrag(url).url))


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()  # lone surrogates are not for SQLite


def _nothing() -> NotFound:
    return NotFound("No article is kept under this address.")
