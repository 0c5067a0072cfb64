"""An Article as JSON and back: whole, with the raw fragments of its receipts, so that they can be put back."""
from __future__ import annotations

import dataclasses
import json

from reader.article import Article, Figure, Removal
from reader.errors import StoreFailed

FORMAT = 2


def pack(article: Article) -> str:
    """ASCII JSON, lone surrogates and all."""
    return json.dumps({"format": FORMAT, "article": dataclasses.asdict(article)}, separators=(",", ":"))


def unpack(text: str) -> Article:
    """The Article that ``pack`` was given; raises StoreFailed for what another version of the reader packed."""
    packed = json.loads(text)
    fields = packed["article"]
    if packed["format"] == 1:
        del fields["text"]  # it stood beside the markup that it is made from
    elif packed["format"] != FORMAT:
        raise StoreFailed("This article was kept by another version of the reader.", "Read the page again.")
    return Article(**{
        **fields,
        "figures": tuple(Figure(**figure) for figure in fields["figures"]),
        "removed": tuple(_removal(unit) for unit in fields["removed"]),
    })


def _removal(unit: dict[str, object]) -> Removal:
    items = unit.pop("items")
    assert isinstance(items, list)
    return Removal(items=tuple((title, address) for title, address in items), **unit)  # type: ignore[arg-type]
