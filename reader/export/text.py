"""The article as plain text, with the lines above it."""
from __future__ import annotations

from collections.abc import Mapping

from reader.article import Article
from reader.capture import Capture
from reader.drawn import Picture


def plain(article: Article, capture: Capture, pictures: Mapping[str, Picture]) -> str:
    """Headline, deck, byline with site and dates, body and address, a blank line between; ends with a newline."""
    dates = [article.published, f"updated {article.updated}" if article.updated else ""]
    imprint = " · ".join(filter(None, (article.byline, article.site, *dates)))
    parts = (article.title, article.deck, imprint, article.text, article.canonical)
    return "\n\n".join(filter(None, parts)) + "\n"
