"""The SQLite file: made by itself, opened so that what was answered is on the disk, failing in plain words."""
from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, MetaData, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import SQLAlchemyError

from reader.errors import StoreFailed

PRAGMAS = (
    "auto_vacuum=FULL",  # what is deleted gives its room back; counts only before the first table
    "journal_mode=WAL",  # readers go on while one writes
    "synchronous=FULL",  # a commit that was answered survives a power cut; WAL's usual NORMAL may lose it
    "foreign_keys=ON",
    "secure_delete=ON",  # what a person deletes is overwritten, not just forgotten
)

# As long as this a thread waits for those that write before it; it takes longer only when each of them has to wait.
TURN_SECONDS = 10.0

# By the primary name of SQLite's result code, or the errno of the folder.
SENTENCES = {
    "FULL": "There is no room left on the reader's disk.",
    "IOERR": "The reader's disk does not take what is written to it.",
    "READONLY": "The reader may not write to its own folder.",
    "CANTOPEN": "The reader may not write to its own folder.",
    "BUSY": "The reader's database is locked by another program.",
    "LOCKED": "The reader's database is locked by another program.",
    "CORRUPT": "The reader's database is damaged.",
    "NOTADB": "The reader's database is damaged.",
    errno.ENOSPC: "There is no room left on the reader's disk.",
    errno.EROFS: "The reader may not write to its own folder.",
    errno.EACCES: "The reader may not write to its own folder.",
}


class Database:
    """One SQLite file with the tables of ``schema``. Nothing touches the disk before the first use. Thread-safe."""

    def __init__(
        self, path: Path, schema: MetaData, version: int, patience: float, upgrades: Mapping[int, Sequence[str]]
    ) -> None:
        """``version`` is the schema's, kept in the file; ``patience``: seconds to wait for another process.

        ``upgrades`` are the statements that lead from a version to the next.
        """
        self._path, self._schema, self._version, self._upgrades = path, schema, version, upgrades
        self._engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": patience}, max_overflow=-1)
        event.listen(self._engine, "connect", lambda connection, _: _set_up(connection, patience))
        self._opening, self._opened = Lock(), False
        self._turn = Lock()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to select with; raises StoreFailed."""
        with _in_words():
            self._open()
            with self._engine.connect() as connection:
                yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is on the disk when the block ends, all of it or nothing; raises StoreFailed."""
        with _in_words():
            self._open()
            with self._transaction() as connection:
                yield connection

    def forget(self) -> None:
        """Empty the log, which still holds what deleted rows said, as far as no reader needs it. Raises StoreFailed."""
        with self.reading() as connection, self._my_turn():
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextlib.contextmanager
    def _my_turn(self) -> Iterator[None]:
        """Threads queue to write: SQLite would let each try again now and then, and some of them for seconds."""
        if not self._turn.acquire(timeout=TURN_SECONDS):
            raise StoreFailed(SENTENCES["BUSY"])
        try:
            yield
        finally:
            self._turn.release()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._my_turn(), self._engine.connect() as connection:
            # From its first statement a writer: one that starts as a reader cannot wait for its turn later.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    def _open(self) -> None:
        with self._opening:
            if not self._opened:
                _make_private(self._path)
                self._make_tables()
                self._opened = True

    def _make_tables(self) -> None:
        with self._engine.connect() as connection:
            found = _version(connection)
        if found < self._version:
            with self._transaction() as connection:  # another process may be making them right now
                self._upgrade(connection)
                connection.exec_driver_sql(f"PRAGMA user_version={self._version}")
        if found > self._version:
            raise StoreFailed("The database was made by a newer version of the reader.", "Upgrade the reader.")

    def _upgrade(self, connection: Connection) -> None:
        found = _version(connection)  # again: now nobody else can change it
        self._schema.create_all(connection)
        for version in range(found, self._version) if found else ():
            for statement in self._upgrades[version]:
                connection.exec_driver_sql(statement)


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _make_private(path: Path) -> None:
    """Make the folder and the file readable to their owner alone: people paste what only they can open."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _set_up(connection: DBAPIConnection, patience: float) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        _patiently(cursor, f"PRAGMA {pragma}", patience)
    cursor.close()


def _patiently(cursor: DBAPICursor, statement: str, patience: float) -> None:
    """Execute ``statement``, again while another process is in the way: SQLite itself does not wait to begin a WAL."""
    end = time.monotonic() + patience
    while True:
        try:
            cursor.execute(statement)
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
        time.sleep(0.02)


@contextlib.contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        name = getattr(getattr(error, "orig", error), "sqlite_errorname", "")
        raise StoreFailed(_sentence(name.removeprefix("SQLITE_").split("_")[0])) from error
    except OSError as error:
        raise StoreFailed(_sentence(error.errno)) from error


def _sentence(cause: str | int | None) -> str:
    return SENTENCES.get(cause or "", "The reader's database failed.")
