"""Where an exported article is from, and when it was taken: in every format, in the same words."""
from __future__ import annotations

from datetime import UTC

from reader.article import Article
from reader.body import on_the_web
from reader.capture import Capture
from reader.tracking import bare
from reader.variants import own_address


def address(article: Article, capture: Capture) -> str:
    """Where the page stands on the web: what answered, without what only counts; "" if that is not known.

    Of a form for print or AMP, the page that it is a form of; of a page that was handed in without an address, what it
    says itself.
    """
    read = bare(capture.chain[-1] if capture.chain else capture.url)
    return on_the_web(own_address(read, article.canonical) if on_the_web(read) else article.canonical)


def moment(capture: Capture) -> str:
    """When the page was there, to the second, as ISO 8601 in UTC: "2026-05-04T08:15:30Z"."""
    return f"{capture.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def shown(capture: Capture) -> str:
    """The same moment for people: "2026-05-04 08:15:30 UTC"."""
    return moment(capture).replace("T", " ").replace("Z", " UTC")


def line(capture: Capture) -> str:
    """When, and the hash by which what arrived can be known again, in one line for people."""
    return f"Captured {shown(capture)} · SHA-256 {capture.sha256}"
