"""The article as plain text, with the lines above it."""
from __future__ import annotations

from collections.abc import Mapping

from reader.article import Article
from reader.capture import Capture
from reader.drawn import Picture
from reader.export.origin import address, line


def plain(article: Article, capture: Capture, pictures: Mapping[str, Picture]) -> str:
    """Headline, deck, byline with site and dates, body and origin, a blank line between; ends with a newline."""
    dates = [article.published, f"updated {article.updated}" if article.updated else ""]
    imprint = " · ".join(filter(None, (article.byline, article.site, *dates)))
    origin = "\n".join(filter(None, (address(article, capture), line(capture))))
    parts = (article.title, article.deck, imprint, article.text, origin)
    return "\n\n".join(filter(None, parts)) + "\n"
