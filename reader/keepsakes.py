"""A picture that came inside a page, drawn anew and small enough to stay in it, as its own address."""
from __future__ import annotations

import base64

from reader.errors import ReaderError

SMALLEST = 3
"""Pixels; what is no wider or higher counts who opens a mail, or holds a table open."""


def drawn(body: bytes, width: int) -> str:
    """The ``data:`` address of the picture in ``body``, at most ``width`` pixels wide; raises as ``redraw`` does.

    "" for a picture that shows nothing. To be called where a decoder may fail: in a worker.
    """
    from reader.pictures import redraw  # Pillow is loaded only where there is a picture

    picture = redraw(body, widest=width)
    if min(picture.size) <= SMALLEST:
        return ""
    return f"data:image/{picture.kind};base64,{base64.b64encode(picture.body).decode()}"


def drawn_or_nothing(body: bytes, width: int) -> str:
    """The same, "" for what is no picture: the article's words stand without it."""
    try:
        return drawn(body, width)
    except ReaderError:
        return ""
