"""What is written down when something goes wrong: where and what kind, never a word of what people read."""
from __future__ import annotations

import logging
import traceback

from flask import Flask


def keep_discreet(app: Flask) -> None:
    """Take from the app's log what errors say, and under which address they arose."""
    app.logger.addFilter(_discreet)


def _discreet(record: logging.LogRecord) -> bool:
    """Messages hold the value at fault, often a piece of a page; Flask's own record names the article's address."""
    error = record.exc_info[1] if record.exc_info else None
    if error:
        record.msg, record.args = "unexpected %s", (type(error).__name__,)
        record.exc_info, record.exc_text = None, _places(error)
    return True


def _places(error: BaseException) -> str:
    """Files, lines and kinds of the error and of those it came from, the first of them first."""
    told: list[str] = []
    chain: list[BaseException] = []
    after: BaseException | None = error
    while after and after not in chain:
        chain.append(after)
        told = [*traceback.format_tb(after.__traceback__), f"{type(after).__name__}\n", *told]
        after = after.__cause__ or after.__context__
    return "".join(told).rstrip()
