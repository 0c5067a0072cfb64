"""Python's collector of cycles waits while an article is read: it would only look over elements that are all in use."""
from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Put off the collector until the end, unless the caller has switched it off.

    A tree makes no cycles, so that nothing adds up meanwhile. Where threads read side by side, the first to end lets
    the collector go on, and the others merely take longer.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
