"""Where an exported article is from, and when it was taken: in every format, in the same words."""
from __future__ import annotations

from datetime import UTC

from reader.article import Article
from reader.body import on_the_web
from reader.capture import Capture


def address(article: Article, capture: Capture) -> str:
    """Where the page stands on the web: as it was asked for, else as it says itself; "" if neither is known."""
    return on_the_web(capture.url) or on_the_web(article.canonical)


def moment(capture: Capture) -> str:
    """When the page was there, to the second, as ISO 8601 in UTC: "2026-05-04T08:15:30Z"."""
    return f"{capture.at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}Z"


def shown(capture: Capture) -> str:
    """The same moment for people: "2026-05-04 08:15:30 UTC"."""
    return moment(capture).replace("T", " ").replace("Z", " UTC")


def line(capture: Capture) -> str:
    """When, and the hash by which what arrived can be known again, in one line for people."""
    return f"Captured {shown(capture)} · SHA-256 {capture.sha256}"
