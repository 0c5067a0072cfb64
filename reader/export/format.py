"""What an export is: its names, and the function that writes it."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reader.article import Article
from reader.capture import Capture
from reader.drawn import Picture

Write = Callable[[Article, Capture, Mapping[str, Picture]], str | bytes]
"""The same article, capture and pictures (by the address they have in the article) always give the same file."""


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    ``suffix`` ends its name and its address, without the first dot; ``label`` names it for people; with
    ``wants_pictures``, ``write`` is given those of the article that could be had, else none.
    """

    suffix: str
    media_type: str
    label: str
    write: Write
    wants_pictures: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it may be shown on a terminal."""
        return self.media_type.startswith("text/") or self.media_type.endswith("json")
