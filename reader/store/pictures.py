"""The pictures that came through the reader, on the disk: so many bytes of them, the longest unused ones going first.

A cache: nothing here is missed when it is lost, so a disk that is full or read-only costs a second fetch and no error.
Any number of threads and processes may share the folder; each picture is a file of its own that appears whole.
"""
from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

from reader.drawn import Picture
from reader.errors import NotFound
from reader.settings import Settings

LIFE_SECONDS = 7 * 24 * 3600.0
"""A picture that was fetched longer ago is fetched anew: newspapers change a chart under its address."""

LEAST_BYTES = 4_096
"""What a file takes on a disk at least."""

ORPHAN_SECONDS = 3_600.0
"""A file that somebody began to write this long ago was left behind by a process that died."""

SLACK = 10
"""After each tenth of the room is written, the folder is looked through, and made a tenth emptier than it may be."""

BEGUN = ".new"
DIGEST = hashlib.sha256().digest_size


class Pictures:
    """The cache of one reader, in ``settings.data_dir``. Thread-safe; nothing is raised but NotFound."""

    def __init__(self, settings: Settings) -> None:
        self._folder = Path(settings.data_dir) / "pictures"
        self._room = settings.image_cache_bytes
        self._written, self._lock = self._room, Lock()  # at the first picture the folder is looked through

    def get(self, url: str) -> Picture:
        """The picture of this address, drawn less than ``LIFE_SECONDS`` ago; raises NotFound."""
        path = self._path(url)
        try:
            whole, written = path.read_bytes(), path.stat().st_mtime
        except OSError as error:
            raise _nothing() from error
        if time.time() - written > LIFE_SECONDS or not _is_whole(whole):
            raise _nothing()
        with contextlib.suppress(OSError):
            os.utime(path, (time.time(), written))  # used now; many disks are told not to note that by themselves
        kind, _, body = whole[DIGEST:].partition(b"\n")
        return Picture(body, kind.decode())

    def keep(self, url: str, picture: Picture) -> None:
        """Keep the picture, if the disk and the room allow it; it replaces an earlier one of this address."""
        if len(picture.body) > self._room // SLACK:
            return
        told = picture.kind.encode() + b"\n" + picture.body
        with contextlib.suppress(OSError):
            self._write(self._path(url), hashlib.sha256(told).digest() + told)
            self._count(len(told))

    def _path(self, url: str) -> Path:
        return self._folder / hashlib.sha256(url.encode()).hexdigest()

    def _write(self, path: Path, whole: bytes) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        begun = path.with_name(f"{secrets.token_hex(8)}{BEGUN}")
        try:
            with open(os.open(begun, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
                file.write(whole)
            os.replace(begun, path)
        except OSError:
            begun.unlink(missing_ok=True)
            raise

    def _count(self, size: int) -> None:
        with self._lock:
            self._written += max(size, LEAST_BYTES)
            if self._written < self._room // SLACK:
                return
            self._written = 0
        self._tidy()

    def _tidy(self) -> None:
        """Delete what is orphaned or old; if the rest fills the room, the longest unused, until a tenth is free."""
        now, kept, left = time.time(), [], 0
        for path, used, written, size in self._files():
            orphaned = path.suffix == BEGUN and now - written > ORPHAN_SECONDS
            if orphaned or now - written > LIFE_SECONDS:
                path.unlink(missing_ok=True)
            else:
                kept.append((used, size, path))
                left += size
        # Until the next look, a tenth may be added, by this process and by each other that shares the folder.
        goal = self._room - self._room // SLACK
        for _, size, path in sorted(kept) if left > goal else ():
            if left <= goal:
                return
            path.unlink(missing_ok=True)
            left -= size

    def _files(self) -> Iterator[tuple[Path, float, float, int]]:
        """Path, last use and last change (seconds since 1970) and size on the disk of each."""
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with contextlib.suppress(FileNotFoundError):  # another process tidies, too
                    found = entry.stat()
                    yield Path(entry.path), found.st_atime, found.st_mtime, max(found.st_size, LEAST_BYTES)


def _is_whole(whole: bytes) -> bool:
    """After a power cut a file may be shorter than it was when it was given its name, or hold zeros."""
    return hashlib.sha256(whole[DIGEST:]).digest() == whole[:DIGEST]


def _nothing() -> NotFound:
    return NotFound("No picture is kept for this address.")
