"""A picture as it is served. Apart from what draws it, so that only workers load a library that reads pictures."""
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is served; ``kind`` is the subtype of its type: "jpeg", "png" or "webp".

    ``size`` is its width and height in pixels; (0, 0) where nobody asked.
    """

    body: bytes = field(repr=False)
    kind: str
    size: tuple[int, int] = field(default=(0, 0), compare=False)
