"""The article as plain text, with the lines above it."""
from __future__ import annotations

from reader.article import Article


def plain(article: Article) -> str:
    """Headline, deck, byline with site and dates, body and address, a blank line between; ends with a newline."""
    dates = [article.published, f"updated {article.updated}" if article.updated else ""]
    imprint = " · ".join(filter(None, (article.byline, article.site, *dates)))
    parts = (article.title, article.deck, imprint, article.text, article.canonical)
    return "\n\n".join(filter(None, parts)) + "\n"
