"""Cutting again, inside the chosen content: links between paragraphs, closing lists, promos, and small furniture."""

from __future__ import annotations

from lxml.html import HtmlElement

from reader.facts import Facts
from reader.linklines import cut_link_lines
from reader.markers import CUT
from reader.orphans import cut_orphans
from reader.prune import NEVER, verdict_of
from reader.rows import Row, Rows, row_of, rows_of
from reader.rules.phrases import PHRASES, Promo
from reader.rules.words import NOTHING, Verdict
from reader.targets import Homes, stays_here, text_of
from reader.units import Units

# A promo is a short paragraph; a sentence of the story that begins alike is longer or stands among its like.
PROMO_LENGTH = 330
# So many paragraphs of this length do not stand twice in a row by chance.
COPIES, COPY_LENGTH = 3, 100
# Furniture with a telling class inside the article holds no more text than this, unless it is all links.
FURNITURE_LENGTH = 160
# What is told of an author after the article has no more characters.
BIOGRAPHY = 700


def trim(units: Units, homes: Homes) -> None:
    """Cut what the words, the neighbours, the targets and the shape of a block show to be no part of the article."""
    named = _named(units.facts)
    _cut_furniture(units, named)
    _cut_hover_cards(units)
    _cut_biographies(units, named)
    rows, cuts = Rows(rows_of(units.facts)), units.cuts
    _cut_copies(units, rows)
    if units.cuts != cuts:
        rows, cuts = Rows(rows_of(units.facts)), units.cuts
    _cut_promos(units, rows)
    cut_link_lines(units, rows if units.cuts == cuts else Rows(rows_of(units.facts)), homes)
    cut_orphans(units)


# ---------------------------------------------------------------- second copies


def _cut_copies(units: Units, rows: list[Row]) -> None:
    """Cut runs of paragraphs that stand a second time: copies for republishing, for other screens, for a next page.

    A single one may be meant: a question asked of each guest, a dish served twice in a meal plan.
    """
    seen: set[str] = set()
    run: list[HtmlElement] = []
    for row in [row for row in rows if row.prose and row.size >= COPY_LENGTH]:
        text = row.text
        if text in seen:
            run.append(row.el)
            continue
        _cut_run_of_copies(units, run)
        run = []
        seen.add(text)
    _cut_run_of_copies(units, run)


def _cut_run_of_copies(units: Units, run: list[HtmlElement]) -> None:
    if len(run) >= COPIES and len({text_of(el) for el in run}) == len(run):
        for el in run:
            units.cut(el, "furniture", "second-copy", "the same paragraphs stand in the article already")


# ---------------------------------------------------------------- furniture by class words


def _named(facts: Facts) -> list[tuple[int, HtmlElement, Verdict]]:
    """The elements whose names say something, with what they say."""
    rows = ((at, el, verdict_of(el)) for at, el in enumerate(facts.elements) if at and el.tag not in NEVER)
    return [(at, el, verdict) for at, el, verdict in rows if verdict is not NOTHING and CUT not in el.keys()]  # noqa: SIM118


def _cut_furniture(units: Units, named: list[tuple[int, HtmlElement, Verdict]]) -> None:
    facts = units.facts
    for _, el, verdict in named:
        rows = (row for row in (*verdict.sure, *verdict.maybe) if row.kind in ("furniture", "share", "comments"))
        row = next(rows, None)
        if row is not None and facts.live(el) and _is_furniture(facts, el):
            units.cut(el, row.kind, row.name, row.why)


def _cut_biographies(units: Units, named: list[tuple[int, HtmlElement, Verdict]]) -> None:
    """Cut the boxes named after the author's life that close the article: no prose but theirs follows them."""
    facts = units.facts
    found = [
        (at, el)
        for at, el, verdict in named
        if 0 < facts.text[at] <= BIOGRAPHY and any(row.name == "biography-words" for row in verdict.maybe)
    ]
    theirs = {inside for at, _ in found for inside in range(at, at + facts.span[at])}
    prose = (at for at in range(len(facts.elements) - 1, 0, -1) if facts.weight[at] and at not in theirs)
    last = next((at for at in prose if facts.live(facts.elements[at])), 0) if found else 0
    for at, el in found:
        if at > last > 0 and facts.live(el):
            units.cut(el, "furniture", "biography-words", "it tells who the author is, after the article")


def _is_furniture(facts: Facts, el: HtmlElement) -> bool:
    at = facts.at(el)
    if (
        facts.prose[at]
        or facts.images[at]
        or not facts.text[at]
        or any(up.tag in ("figure", "table", "pre") for up in el.iterancestors())
    ):
        return False
    if not facts.block[at] and facts.own[facts.at(el.getparent())] > 1.3 * facts.own[at] + 5:
        return False
    return (facts.text[at] <= FURNITURE_LENGTH and facts.share(at) >= 0.3) or facts.share(at) >= 0.6


# ---------------------------------------------------------------- cards that open over a name


def _cut_hover_cards(units: Units) -> None:
    """Cut the list of links that opens, inside a sentence, over a linked name: it begins with the name's own link."""
    facts = units.facts
    for at, el in enumerate(facts.elements):
        if el.tag == "span" and facts.anchors[at] > 2 and facts.link[at] == facts.text[at] and not facts.block[at]:
            name = el.getprevious()
            href = name.get("href") if name is not None and name.tag == "a" else None
            if href and any(anchor.get("href") == href for anchor in el.iter("a")) and facts.live(el):
                units.cut(el, "related-inline", "hover-card", "it is a list of stories that opens over a name")


# ---------------------------------------------------------------- promos by what they say


def _cut_promos(units: Units, rows: list[Row]) -> None:
    facts = units.facts
    items = [
        row_of(facts, el, at)
        for at, el in enumerate(facts.elements)
        if el.tag == "li" and facts.own[at] == facts.text[at] and facts.live(el)
    ]
    closing = True  # read from the end: does no prose follow?
    found: list[tuple[HtmlElement, Promo]] = []
    for row in reversed(rows):
        promo = _promo(facts, row, closing)
        closing = closing and (promo is not None or not row.prose)
        if promo is not None:
            found.append((row.el, promo))
    found.reverse()
    found += [(row.el, promo) for row in items if (promo := _promo(facts, row, False)) is not None]
    for el, promo in found:
        if facts.live(el):
            units.cut(el, promo.kind, promo.name, promo.why)


def _promo(facts: Facts, row: Row, closing: bool) -> Promo | None:
    """The promo that a short line is; a list of more than two items, a figure or a table is none."""
    if row.size > PROMO_LENGTH or row.el.tag in ("figure", "table", "pre"):
        return None
    if row.el.tag in ("ul", "ol") and len(row.el) > 2:
        return None
    promo = PHRASES.find(row.text, facts.anchors[row.at] > 0, closing)
    return None if promo is not None and stays_here(row.el) else promo
