"""A check of our own work: how much of what the page itself calls the article survived."""

from __future__ import annotations

from reader.metadata import Metadata
from reader.sizes import size, words

# A declared body shorter than this is a summary. Runs of five words tell two texts apart; 400 are sample enough.
SHORTEST_BODY, RUN, SAMPLES = 400, 5, 400


def coverage(about: Metadata, text: str, kept: int, total: int) -> float:
    """How much of the article survived in ``text``, 0..1.

    The witness is JSON-LD's ``articleBody``, where the page has one: the share of its runs of five words that ``text``
    holds. Without it, the prose ``kept`` as a share of the prose ``total`` that was left of the page after pruning
    (both as ``Facts.prose`` weighs it).
    """
    claimed = words(about.article_body.casefold())
    if size(about.article_body) >= SHORTEST_BODY and len(claimed) > RUN:
        return round(_shared(claimed, words(f"{about.deck} {text}".casefold())), 3)
    return round(min(kept / total, 1.0), 3) if total > 0 else 1.0


def _shared(claimed: list[str], said: list[str]) -> float:
    have = {tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1)}
    step = max((len(claimed) - RUN) // SAMPLES, 1)
    runs = [tuple(claimed[at : at + RUN]) for at in range(0, len(claimed) - RUN + 1, step)]
    return sum(run in have for run in runs) / len(runs)
