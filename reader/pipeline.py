"""The contents page of the whole program: what happens to a page, in order."""

from __future__ import annotations

from dataclasses import fields

from reader import (
    cards,
    declared,
    embeds,
    extract,
    figures,
    heading,
    labelled,
    leading,
    leftover,
    metadata,
    notes,
    offers,
    owners,
    plaintext,
    prune,
    receipts,
    tidy,
    trim,
)
from reader.article import Article
from reader.body import absolute, flatten, markup
from reader.coverage import coverage, left_outside
from reader.decode import decode
from reader.directions import direction
from reader.errors import NoArticle
from reader.facts import Facts
from reader.fetch import Fetched, Limits, fetch
from reader.held import Held
from reader.leading import Sight
from reader.mojibake import mend
from reader.parse import parse
from reader.pause import paused
from reader.reach import Reached, reach
from reader.refuse import require_article, require_text
from reader.rules import BUILT_IN, Rules
from reader.sanitize import sanitize
from reader.settings import Settings
from reader.targets import homes_of, whole_text
from reader.thin import LARGE, thin
from reader.units import Units


@paused()
def read_html(html: str | bytes, url: str | None = None, *, rules: Rules = BUILT_IN) -> Article:
    """Read the article out of a page; ``url`` is the page's address. Raises ReaderError and nothing else."""
    text = mend(html if isinstance(html, str) else decode(html))
    root = parse(text)
    held = Held(root)
    about = metadata.read(held, url or "")  # before anything is cut: JSON-LD sits in scripts
    notes.shorten(held.tagged("a"), about.base)
    embeds.card(held, about.base)
    tidy.tidy(held)
    tidy.unbox(root)
    tidy.paragraphs(root)
    units, homes = Units(Facts(root)), homes_of(root, url or "", about.canonical)
    offers.cut_offers(units, homes, about.title)
    shells = prune.prune(units, homes, about.title)
    labelled.cut_labelled(units, homes, about.title)
    prune.cut_shells(units, shells)
    cards.cut_cards(units, homes, about.canonical or url or "")
    figures.frame(root, about.base, about.lead)
    if len(text) > LARGE:
        thin(root)
    page = units.facts = Facts(root)
    chosen = require_article(extract.choose(page), page, about, text)
    content = extract.gather(page, chosen)
    inside = units.facts = Facts.gathered(content, page)
    kept, left = inside.prose[0], left_outside(page, inside)
    parts = list(content)
    trim.trim(units, homes)
    heading.drop(content, about)
    require_text(content, about, text)
    leftover.clear(units, page, parts, homes)
    removed, furniture = receipts.write(units, root, content, about.base)
    notes.anchor(content, about.base)
    absolute(content, about.base)
    figures.lend(content, about.lead)
    declared.dress(content, about.pictures, (about.title, about.deck, about.description))
    owners.tell(content, about.site)
    rows = figures.rows(content)
    flatten(content)
    body = sanitize(markup(content))
    told = {field.name: getattr(about, field.name) for field in fields(Article) if hasattr(about, field.name)}
    told["dir"] = direction(whole_text(content), about.dir)
    return Article(
        **told,
        marked_html=body,
        figures=rows,
        removed=removed,
        furniture=furniture,
        coverage=coverage(about, body, kept, left),
    )


def read_text(text: str, url: str | None = None, *, rules: Rules = BUILT_IN) -> Article:
    """Read the article out of plain text; ``url`` is where it came from. Raises ReaderError and nothing else."""
    return plaintext.read(text, url or "", rules=rules)


def read_url(url: str, *, rules: Rules = BUILT_IN) -> Article:
    """Fetch ``url`` through the guarded door and read what comes back. Raises ReaderError and nothing else."""
    return follow(url, rules=rules).article


def follow(url: str, *, rules: Rules = BUILT_IN) -> Reached:
    """``read_url``, with the page the article was read from and the way to it."""
    settings = Settings.from_env()

    def get(address: str, limits: Limits) -> Fetched:
        return fetch(address, settings, limits=limits)

    def look(page: Fetched) -> Sight:
        return see(page.body, page.url, page.content_type, rules=rules)

    return reach(url, get, look)


def see(body: bytes, url: str, content_type: str, *, rules: Rules = BUILT_IN) -> Sight:
    """What a fetched page is: its article, or why it is none, and where it leads on to. Raises ReaderError."""
    text = decode(body, content_type)
    is_plain = content_type.strip().lower().startswith("text/plain")
    try:
        article = (read_text if is_plain else read_html)(text, url, rules=rules)
    except NoArticle as error:
        return Sight(error, leading.NOWHERE if is_plain else leading.instead(text, url))
    return Sight(article, leading.NOWHERE if is_plain else leading.beside(article, text, url))
