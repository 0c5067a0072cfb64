"""The contents page of the whole program: what happens to a page, in order."""
from __future__ import annotations

import lxml.html
from readability import Document

from reader.article import Article
from reader.rules import BUILT_IN, Rules
from reader.sanitize import sanitize


def read_html(html: str | bytes, url: str | None = None, *, rules: Rules = BUILT_IN) -> Article:
    """Read the article out of a page."""
    doc = Document(html, url=url)
    body = sanitize(doc.summary(html_partial=True))
    return Article(doc.short_title(), "", "", "", "", "", url or "", "", "ltr", "", body, lxml.html.fromstring(body).text_content(), (), (), 0, 1.0)


def read_text(text: str, url: str | None = None, *, rules: Rules = BUILT_IN) -> Article:
    """Read the article out of plain text."""
    raise NotImplementedError


def read_url(url: str, *, rules: Rules = BUILT_IN) -> Article:
    """Fetch ``url`` through the guarded door and read the article out of what comes back."""
    raise NotImplementedError
