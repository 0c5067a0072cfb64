"""What the file of an image says of its makers. Apart from what reads it, so that only workers load such a library."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Field = Literal[
    "creator", "creator-title", "credit", "source", "copyright", "terms", "statement", "licensor", "instructions",
    "headline", "caption", "created", "city", "country",
]  # fmt: skip
Block = Literal["IPTC", "XMP", "EXIF", "PNG"]

MAKERS: tuple[Field, ...] = ("creator", "credit", "source", "copyright", "licensor")
"""The fields that name whose the image is."""
ORDERS: tuple[Field, ...] = ("instructions", "terms", "copyright", "caption", "credit", "source")
"""The fields in which restrictions stand."""


@dataclass(frozen=True, slots=True)
class Told:
    """One value, without markup and control characters, and the blocks of the file that hold it ("IPTC", "XMP" …)."""

    field: Field
    value: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Imprint:
    """``width`` and ``height`` in pixels, ``size`` of the file in bytes, ``kind`` its format ("JPEG").

    ``unread`` names the blocks that are there and could not be read, or were too large to be.
    """

    kind: str
    width: int
    height: int
    size: int
    told: tuple[Told, ...]
    unread: tuple[Block, ...] = ()

    @property
    def sorted(self) -> list[Told]:
        """What is told, in the order of the fields: who first, then what may be done, then what is seen."""
        return sorted(self.told, key=lambda one: get_args(Field).index(one.field))

    def values(self, *fields: Field) -> tuple[str, ...]:
        """The values of ``fields``, each once, in the order of the fields."""
        return tuple(dict.fromkeys(one.value for field in fields for one in self.told if one.field == field))
