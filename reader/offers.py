"""Cutting offers: small boxes for the publisher's own product, newsletter or purse, known by the button they end in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from reader.facts import HEADINGS, Facts
from reader.markers import ASKED
from reader.prune import headlines_of
from reader.rules.offers import LONGEST_ASK, Ask, addresses_reader, ask_of
from reader.sizes import size
from reader.targets import Homes, at_home, text_of
from reader.units import Units

_NEVER = frozenset(
    "html body main article li dd figure figcaption table tbody thead tr td th details p h1 h2 h3".split()
)
# Boxes whose buttons say the same and lead to more places than this are what the page lists. A button of a form leads
# nowhere we see: there the first characters of its box tell.
LISTED, OPENING = 2, 30
# Characters: of a box besides its button; of heading and line over a box; of a box that are not its prose.
SAID, HEAD, FRAME = 15, 200, 140
_ASKED = etree.XPath(f"descendant::*/@{ASKED}/..")
# Utility classes of a link that is painted as a button: round corners, room at its sides, a colour behind it.
_PAINTED = ("rounded", "px-", "bg-")
# An hour of the day: the box tells when something is. A newsletter's box tells when it is sent.
_HOUR = re.compile(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m|uhr|heures|h)\b|\b\d{1,2}h\d\d\b", re.I)
_SENT_ON = re.compile(r"/(?:go|goto|out|visit|recommends?|refer|redirect|aff|offers?)/", re.I)


class Button(NamedTuple):
    """A button that asks: the element (or the one that held it), its words, and the row they call up."""

    el: HtmlElement
    words: str
    ask: Ask


def cut_offers(units: Units, homes: Homes, title: str) -> None:
    """Cut every box whose button asks the reader for something, which speaks to the reader and leads nowhere else."""
    facts = units.facts
    headlines = headlines_of(facts, title)
    buttons = list(_buttons(facts, homes))
    found = [(box, button) for button in buttons if (box := _box(facts, button, headlines)) is not None]
    targets: dict[str, set[str]] = {}
    start = min((facts.number[el] for el in headlines if el.tag == "h1"), default=0)
    for button in buttons:  # those of the site stand above the headline
        if button.el.get("href") and button.ask.kind == "sponsored" and facts.number[button.el] > start:
            targets.setdefault(button.words, set()).add(button.el.get("href") or "")
    for box, button in found:
        targets.setdefault(button.words, set()).add(button.el.get("href") or text_of(box)[:OPENING])
    for box, button in found:
        if len(targets[button.words]) <= LISTED and facts.live(box):
            units.cut(box, button.ask.kind, button.ask.name, button.ask.why)


def _buttons(facts: Facts, homes: Homes) -> Iterator[Button]:
    """The buttons that ask, and the links to the page's own sites that are dressed as buttons and do."""
    root, number, text = facts.elements[0], facts.number, facts.text
    held = [(el, el.get(ASKED) or "") for el in _ASKED(root)]
    held += [(a, text_of(a)) for a in root.iter("a") if 0 < text[number[a]] <= LONGEST_ASK and _is_button(a)]
    for el, words in sorted(held, key=lambda row: number[row[0]]):
        ask = ask_of(words)
        if ask is not None and (ask.kind != "sponsored" or el.tag != "a" or _is_own(el, homes)):
            yield Button(el, words, ask)


def _is_own(anchor: HtmlElement, homes: Homes) -> bool:
    """Does the link stay with the publisher? One that counts the click and sends on leads to another's product."""
    return at_home(anchor, homes) and _SENT_ON.search(anchor.get("href") or "") is None


def _is_button(anchor: HtmlElement) -> bool:
    told = (anchor.get("class"), anchor.get("role"), anchor.getparent().get("class"))
    return any(told) and _named_button(" ".join(filter(None, told)))


@lru_cache(maxsize=1024)
def _named_button(names: str) -> bool:
    names = names.lower()
    return "btn" in names or "button" in names or "cta" in names or all(sign in names for sign in _PAINTED)


def _box(facts: Facts, button: Button, headlines: set[HtmlElement]) -> HtmlElement | None:
    """The smallest box around the button that speaks to the reader, with its heading; None when there is none."""
    box, ask = None, button.ask
    for up in (button.el, *button.el.iterancestors()):
        at = facts.number.get(up)
        if at is None or facts.text[at] > ask.longest or facts.anchors[at] > ask.links or up in headlines:
            break
        if up.tag in _NEVER or not facts.block[at]:
            continue
        if box is not None and not _adds_heading(facts, box, up):
            break
        if _speaks(up, button):
            box = up
    return box if box is not None and facts.prose[facts.at(box)] <= ask.longest - FRAME else None


def _speaks(el: HtmlElement, button: Button) -> bool:
    """Does the box say more than its button, and to the one who reads it? One with a captioned figure reports."""
    text = text_of(el).replace(button.words, "")
    if size(text) < SAID or not addresses_reader(text) or el.find(".//figcaption") is not None:
        return False
    return button.ask.kind != "sponsored" or _HOUR.search(text) is None


def _adds_heading(facts: Facts, box: HtmlElement, parent: HtmlElement) -> bool:
    """Does the parent add nothing to the box, or the heading or line that the box lacks?"""
    more = facts.text[facts.at(parent)] - facts.text[facts.at(box)]
    return more == 0 or (more <= HEAD and not any(True for _ in box.iter(*HEADINGS)))
