"""The contents page of what a person handed in: which page is in it, and the article of that."""
from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from html import escape
from urllib.parse import urlsplit

from reader import mail, mhtml, saved
from reader.addresses import link_in
from reader.article import Article
from reader.clipboard import tidied
from reader.decode import decode
from reader.errors import NoArticle, NothingGiven, ReaderError
from reader.filetypes import as_text, is_message, require_readable
from reader.keepsakes import drawn_or_nothing
from reader.leaf import Leaf
from reader.message import taken_apart
from reader.pipeline import read_html, read_text
from reader.shims import plain
from reader.sniff import is_markup
from reader.standins import LEAST, Aside, Pictures, put_back

LEAST_SAVED = 2_000
"""Characters of a picture on a page that SingleFile saved: it keeps small ones too, and leaves out most stand-ins."""

TITLE_END = "</title>"


@dataclass(frozen=True, slots=True)
class Opened:
    """The article in a file. Its pictures wait in ``waiting`` to be drawn and put back (see ``reader.standins``).

    ``url`` is the page's address, as it was given or as the file says, or "".
    """

    article: Article
    url: str
    content_type: str
    waiting: tuple[Aside, ...] = field(default=(), repr=False)


def open_file(given: bytes | str, url: str = "") -> Opened:
    """The article in a file or in pasted markup: a page, a saved page, a mail, or plain text, told by content.

    Raises ReaderError and nothing else.
    """
    if isinstance(given, bytes):
        require_readable(given)
    body = given if isinstance(given, bytes) else given.encode("utf-8", "replace")
    if not is_message(as_text(body)):
        return _read(_page(given if isinstance(given, str) else decode(body)), url)
    message = taken_apart(body)
    is_page = mhtml.is_saved_page(message)
    leaves = mhtml.leaves(message) if is_page else []
    opened = _first(leaves or mail.leaves(message), url)
    return replace(opened, content_type="multipart/related" if is_page else "message/rfc822")


def read_file(given: bytes | str, url: str | None = None) -> Article:
    """The article in a file, its pictures in it; ``url`` is the page's address. Raises ReaderError and nothing else."""
    return whole(open_file(given, url or ""))


def whole(opened: Opened) -> Article:
    """The article with its pictures in it, drawn here and now."""
    return put_back(opened.article, opened.waiting, lambda aside: drawn_or_nothing(aside.body, aside.width))


def _page(text: str) -> Leaf:
    """The page in a file that is one, or plain text."""
    return Leaf(text, url=saved.address(text)) if is_markup(text) else Leaf(text, is_plain=True)


def _first(leaves: Sequence[Leaf], url: str) -> Opened:
    """The first of ``leaves`` that holds an article; the error is that of the first of them."""
    errors: list[ReaderError] = []
    for leaf in leaves:
        try:
            return _read(leaf, url)
        except (NoArticle, NothingGiven) as error:
            errors.append(error)
    raise errors[0] if errors else NoArticle("There is no text in this file.", "Open it, and paste the article.")


def _read(leaf: Leaf, url: str) -> Opened:
    address = url or _link(leaf.url)
    if leaf.is_plain:
        text = leaf.text if leaf.text.lstrip().startswith(leaf.title) else f"{leaf.title}\n\n{leaf.text}"
        return Opened(_told(read_text(text, address or None), leaf), address, "text/plain")
    pictures = Pictures(leaf.inside, address, LEAST_SAVED if saved.is_single_file(leaf.text) else LEAST)
    text = pictures.aside(saved.without_folder(saved.shown_by_style(tidied(_titled(leaf)))))
    article = _told(read_html(text, address or None), leaf)
    return Opened(article, address, "text/html", pictures.waiting(article))


def _link(told: str) -> str:
    """The address that a container says, unwrapped, if a person could have given it; else ""."""
    with suppress(ReaderError):
        return plain(link_in(told))
    return ""


def _titled(leaf: Leaf) -> str:
    """The page with the title that its container has, where it has none itself."""
    start = leaf.text.lower().find("<title")
    own = leaf.text[start : start + 1_000].lower().partition(">")[2].partition(TITLE_END)[0] if start >= 0 else ""
    return leaf.text if own.strip() or not leaf.title else f"<title>{escape(leaf.title)}{TITLE_END}{leaf.text}"


def _told(article: Article, leaf: Leaf) -> Article:
    """The article with what its container says, where it does not say it itself. A bare host is no site's name."""
    host = (urlsplit(article.canonical or leaf.url).hostname or "").removeprefix("www.")
    return replace(
        article,
        title=article.title or leaf.title,
        byline=article.byline or leaf.byline,
        site=leaf.site if leaf.site and article.site in ("", host) else article.site,
        published=article.published or leaf.published,
    )
