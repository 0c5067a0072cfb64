"""A secret of this reader's own, in its folder, shared by its processes: made once, readable to its owner alone."""
from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from reader.errors import StoreFailed
from reader.settings import Settings

BYTES = 32


def secret(settings: Settings) -> bytes:
    """The secret; made if there is none. Raises StoreFailed when it can neither be read nor written."""
    path = Path(settings.data_dir) / "secret"
    try:
        if not path.exists():
            _make(path)
        found = path.read_bytes()
    except OSError as error:
        raise StoreFailed("The reader cannot keep a secret in its own folder.") from error
    if len(found) != BYTES:
        raise StoreFailed("The reader's secret is damaged.", "Whoever runs this reader can delete the file.")
    return found


def _make(path: Path) -> None:
    """It appears whole, and under its name but once: of two processes that make one, the second takes the first's."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    begun = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        with open(os.open(begun, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(secrets.token_bytes(BYTES))
            file.flush()
            os.fsync(file.fileno())  # every address of a picture that was handed out depends on it
        with contextlib.suppress(FileExistsError):
            os.link(begun, path)
    finally:
        begun.unlink(missing_ok=True)
