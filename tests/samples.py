"""A small newspaper for the tests: eight paragraphs, a page around them, and the tree the stations work on."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

from lxml.html import HtmlElement, fragment_fromstring, tostring

from reader import units
from reader.facts import Facts
from reader.parse import parse
from reader.units import Units

URL = "https://gazette.example/2026/03/harbour-bridge-closes/"
TITLE = "Harbour bridge closes for a year of repairs"
HOMES = frozenset({"gazette"})

PARAGRAPHS = (
    "The old bridge over the harbour will close on Monday for a year, the city said, because rust has eaten deeper into "
    "its steel than anybody had expected when the survey began last spring.",
    "About nine thousand people cross the water on it every day, most of them on foot or by bicycle, and the only other way "
    "over is the tunnel, which has been crowded since the ferry stopped.",
    "“We would have liked to leave one lane open,” said the chief engineer, who has worked on the structure for two decades, "
    "“but nobody can weld beneath a deck that shakes with every lorry.”",
    "Shopkeepers on the northern bank fear for their trade, and several of them have asked the council to pay for a small "
    "boat that would carry customers across between breakfast and supper.",
    "The council has set aside eleven million for the work, of which a third is meant for the towers, whose brick has to be "
    "taken down by hand, numbered, cleaned and put back in the same order.",
    "Historians welcomed the plan, since the towers were built by the same masons as the town hall, and nobody has looked "
    "behind their outer shell in the hundred and forty years since then.",
    "Schools on both banks will begin a quarter of an hour later from next week, so that children who come through the tunnel "
    "are not late for their lessons while everybody learns the longer way.",
    "If the winter is mild the first walkers could return before the autumn after next, the engineer said, though she would "
    "not promise it to anyone who remembers what became of the last promise.",
)
STORIES = (
    ("Baker wins prize for sourdough loaf", "/2026/03/baker-wins-prize-sourdough/"),
    ("Lighthouse keeper retires after decades", "/2026/03/lighthouse-keeper-retires-decades/"),
    ("Night train returns to the coast", "/2026/02/night-train-returns-coast/"),
    ("School orchestra plays on the beach", "/2026/02/school-orchestra-plays-beach/"),
)


def prose(first: int = 0, last: int = len(PARAGRAPHS)) -> str:
    """The paragraphs from ``first`` up to ``last``."""
    return "".join(f"<p>{text}</p>" for text in PARAGRAPHS[first:last])


def stories(count: int = len(STORIES)) -> str:
    """A list of links to other stories of the paper."""
    return "<ul>" + "".join(f'<li><a href="{href}">{title}</a></li>' for title, href in STORIES[:count]) + "</ul>"


def page(body: str, title: str = TITLE) -> str:
    """``body`` under the headline, on a page of the paper."""
    return f"<!doctype html><html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"


def part(markup: str) -> HtmlElement:
    """One element as the root of a tree of its own."""
    element = fragment_fromstring(markup)
    if element.getparent() is not None:
        element.getparent().remove(element)
    return element


def units_of(markup: str) -> tuple[HtmlElement, Units]:
    """The tree of a page, and the empty list of what is cut from it."""
    root = parse(markup)
    return root, Units(Facts(root))


def cut(units: Units) -> list[tuple[str, str, str]]:
    """Kind, rule and text of all that was cut."""
    return [(unit.kind, unit.rule, " ".join(unit.element.text_content().split())) for unit in units.by_mark.values()]


def lines_of(el: HtmlElement) -> list[str]:
    """The text below ``el``, a line a block."""
    return units.lines_of(tostring(el, encoding="unicode", with_tail=False))
