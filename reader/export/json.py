"""The article as JSON: a schema.org ``NewsArticle`` (JSON-LD) with what we know beside."""
from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from reader.article import Article, Removal
from reader.capture import Capture
from reader.drawn import Picture
from reader.export.origin import moment
from reader.export.schema import SCHEMA, news_article

# What schema.org has no word for stands under this prefix; "@json" says that a value is to be left as it is.
CONTEXT = [
    SCHEMA,
    {
        "unfeed": "urn:x-unfeed:",
        "unfeed:capture": {"@type": "@json"},
        "unfeed:removed": {"@type": "@json"},
    },
]


def as_json(article: Article, capture: Capture, pictures: Mapping[str, Picture]) -> str:
    """One object: schema.org's properties, ``articleBody`` as plain text, and ours with "unfeed:"; ends with a newline.

    Ours are ``html``, ``byline`` and ``dir`` as the article has them, ``removed`` (the receipts), ``furniture``,
    ``coverage`` and ``capture`` (the proof of what arrived).
    """
    ours: dict[str, object] = {name: getattr(article, name) for name in ("html", "byline", "dir")}
    ours["removed"] = [_receipt(unit) for unit in article.removed]
    ours |= {"furniture": article.furniture, "coverage": article.coverage, "capture": _proof(article, capture)}
    told = news_article(article, capture) | {"articleBody": article.text}
    return _written(told | {"@context": CONTEXT} | {f"unfeed:{name}": value for name, value in ours.items()})


def removed_as_json(article: Article) -> str:
    """The receipts alone, as one list; ends with a newline."""
    return _written([_receipt(unit) for unit in article.removed])


def _proof(article: Article, capture: Capture) -> dict[str, Any]:
    """The capture, and the names of the rules that took something out."""
    used = sorted({unit.rule for unit in article.removed})
    return asdict(capture) | {"at": moment(capture), "used": used}


def _receipt(unit: Removal) -> dict[str, object]:
    """The receipt without its raw fragment: that is the page's own markup, and not safe anywhere."""
    items = [{"title": title, "url": url} for title, url in unit.items]
    return {"id": unit.id, "kind": unit.kind, "rule": unit.rule, "why": unit.why, "heading": unit.heading,
            "items": items, "text": unit.text, "place": unit.place, "html": unit.html}


def _written(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
