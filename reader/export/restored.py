"""An article as it is exported: what was put back is in its places, and its images are among the others."""
from __future__ import annotations

from collections.abc import Collection

from reader.article import Article, Figure
from reader.export.creditsheet import sheet


def restored(article: Article, back: Collection[str]) -> Article:
    """``article`` with the units of ``back`` put back for good, the images in them behind its own figures."""
    rows = sheet(article, back) if any(unit.id in back for unit in article.removed) else ()
    figures = tuple(Figure(row.src, row.alt, row.caption, row.credit) for row in rows if row.is_back)
    return article.put_back(back, figures)
