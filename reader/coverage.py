"""A check of our own work: how much of what the page itself calls the article survived."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from reader.extract import is_aside
from reader.facts import Facts
from reader.metadata import Metadata
from reader.sizes import size, words
from reader.targets import text_of as words_of
from reader.totext import text_of

# A declared body shorter than this is a summary. Runs of five words tell two texts apart; 400 are sample enough.
SHORTEST_BODY, RUN, SAMPLES = 400, 5, 400
# A paragraph that counts when it was left outside the article weighs so much (as ``Facts`` weighs it).
LONG = 60
# A paragraph that begins like the description, in so many words, is the article's: with it, half counts as lost.
DESCRIBED, HALF = 8, 0.5


def left_outside(page: Facts, inside: Facts) -> list[tuple[int, str]]:
    """(weight, text) of the long paragraphs of ``page`` that are not ``inside`` the article, nor in anything beside it.

    Asides, footers, teasers that are links and the boxes of consent managers hold paragraphs on most pages.
    """
    return [
        (weight, words_of(el))
        for weight, el in zip(page.weight, page.elements, strict=True)
        if weight >= LONG and el not in inside.number and not _is_beside(el)
    ]


def _is_beside(el: HtmlElement) -> bool:
    return any(up.tag == "a" or is_aside(up) for up in (el, *el.iterancestors()))


def coverage(about: Metadata, body: str, kept: int, left: Sequence[tuple[int, str]]) -> float:
    """How much of the article survived in ``body`` (its final markup), 0..1: the least that any witness says.

    The witnesses are JSON-LD's ``articleBody``, where the page has one (the share of its runs of five words that
    ``body`` holds); the prose ``kept`` as a share of that and of what was ``left`` outside; and the description, when
    a paragraph that was left begins with its words.
    """
    every = kept + sum(weight for weight, _ in left)
    shares = [kept / every if every > 0 else 1.0]
    claimed = words(about.article_body.casefold()) if size(about.article_body) >= SHORTEST_BODY else []
    opening = _opening(about.description)
    described = opening and any(_opening(lost) == opening for _, lost in left)
    if len(claimed) > RUN or described:
        shown = words(f"{about.title} {about.deck} {text_of(body)}".casefold())
        shares.append(_shared(claimed, shown) if len(claimed) > RUN else 1.0)
        shares.append(HALF if described and opening not in " ".join(shown) else 1.0)
    return round(min(shares), 3)


def _opening(text: str) -> str:
    """The first words of ``text``; "" when it has too few to tell it from another."""
    first = words(text[:400].casefold())[:DESCRIBED]
    return " ".join(first) if len(first) == DESCRIBED else ""


def _shared(claimed: list[str], said: list[str]) -> float:
    have = {tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1)}
    step = max((len(claimed) - RUN) // SAMPLES, 1)
    runs = [tuple(claimed[at : at + RUN]) for at in range(0, len(claimed) - RUN + 1, step)]
    return sum(run in have for run in runs) / len(runs)
