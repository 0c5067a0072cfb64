"""The contents page of the whole program: what happens to a page, in order."""
from __future__ import annotations

from reader import cards, extract, figures, heading, leftover, metadata, prune, receipts, tidy, trim
from reader.article import Article
from reader.body import absolute, flatten, markup
from reader.errors import NoArticle
from reader.facts import Facts
from reader.parse import parse
from reader.rules import BUILT_IN, Rules
from reader.sanitize import sanitize
from reader.units import MARK, Units, homes_of


def read_html(html: str | bytes, url: str | None = None, *, rules: Rules = BUILT_IN) -> Article:
    """Read the article out of a page; ``url`` is the page's address. Raises ReaderError and nothing else."""
    root = parse(html if isinstance(html, str) else html.decode("utf-8", "replace"))
    about = metadata.read(root, url or "")
    tidy.tidy(root)
    tidy.paragraphs(root)
    units = Units(Facts(root))
    homes = homes_of(root, url or "", about.canonical)
    prune.prune(units, homes, about.title)
    cards.cut_cards(units, homes, about.canonical or url or "")
    figures.frame(root, about.base)
    units.facts = Facts(root)
    chosen = extract.choose(units.facts)
    if chosen is None:
        raise NoArticle("This page holds no article that we could find.")
    content = extract.gather(units.facts, chosen, about)
    units.facts = Facts(content)
    trim.trim(units, homes)
    heading.drop(content, about)
    leftover.clear(units, root, homes)
    removed, furniture = receipts.write(units, root, content, about.base)
    absolute(content, about.base)
    flatten(content, MARK)
    body = sanitize(markup(content))
    return Article(title=about.title, deck=about.deck, byline=about.byline, published=about.published, updated=about.updated,
                   site=about.site, canonical=about.canonical, lang=about.lang, dir=about.dir, lead=about.lead,
                   marked_html=body, text=content.text_content(), figures=figures.rows(content), removed=removed,
                   furniture=furniture, coverage=1.0)


def read_text(text: str, url: str | None = None, *, rules: Rules = BUILT_IN) -> Article:
    """Read the article out of plain text."""
    raise NotImplementedError


def read_url(url: str, *, rules: Rules = BUILT_IN) -> Article:
    """Fetch ``url`` through the guarded door and read the article out of what comes back."""
    raise NotImplementedError
