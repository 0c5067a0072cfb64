"""The article as JSON: every field of the contract, under its own name."""
from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from reader.article import Article, Removal
from reader.capture import Capture
from reader.drawn import Picture

_FIELDS = ("title", "deck", "byline", "published", "updated", "site", "canonical", "lang", "dir", "lead",
           "html", "text")


def as_json(article: Article, capture: Capture, pictures: Mapping[str, Picture]) -> str:
    """One object: the article's texts, ``figures`` and ``removed`` as lists of objects; ends with a newline."""
    told: dict[str, object] = {name: getattr(article, name) for name in _FIELDS}
    told["figures"] = [asdict(figure) for figure in article.figures]
    told["removed"] = [_receipt(unit) for unit in article.removed]
    told |= {"furniture": article.furniture, "coverage": article.coverage}
    return _written(told)


def removed_as_json(article: Article) -> str:
    """The receipts alone, as one list; ends with a newline."""
    return _written([_receipt(unit) for unit in article.removed])


def _receipt(unit: Removal) -> dict[str, object]:
    """The receipt without its raw fragment: that is the page's own markup, and not safe anywhere."""
    items = [{"title": title, "url": url} for title, url in unit.items]
    return {"id": unit.id, "kind": unit.kind, "rule": unit.rule, "why": unit.why, "heading": unit.heading,
            "items": items, "text": unit.text, "place": unit.place, "html": unit.html}


def _written(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
