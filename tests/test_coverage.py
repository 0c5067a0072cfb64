"""How much of what the page calls its article survived."""
from __future__ import annotations

from dataclasses import replace

from samples import PARAGRAPHS, page, prose

from reader import metadata
from reader.coverage import coverage
from reader.parse import parse

ABOUT = metadata.read(parse(page(prose())), "")
WHOLE = "\n\n".join(PARAGRAPHS)
CLAIMED = replace(ABOUT, article_body=WHOLE)


def test_the_declared_body_is_the_witness() -> None:
    assert coverage(CLAIMED, WHOLE, 0, 100) == 1.0
    assert coverage(CLAIMED, WHOLE.upper().replace(",", ";"), 0, 100) == 1.0
    assert coverage(CLAIMED, "Nothing of it at all is here", 100, 100) == 0.0
    assert 0.4 < coverage(CLAIMED, "\n\n".join(PARAGRAPHS[:4]), 100, 100) < 0.6


def test_the_deck_is_shown_too() -> None:
    rest = "\n\n".join(PARAGRAPHS[1:])
    assert coverage(replace(CLAIMED, deck=PARAGRAPHS[0]), rest, 0, 1) > coverage(CLAIMED, rest, 0, 1)


def test_a_summary_is_no_witness() -> None:
    assert coverage(replace(ABOUT, article_body="A short summary of it."), WHOLE, 30, 40) == 0.75


def test_without_a_witness_the_prose_counts() -> None:
    assert coverage(ABOUT, "", 30, 40) == 0.75
    assert coverage(ABOUT, "", 50, 40) == 1.0
    assert coverage(ABOUT, "", 0, 0) == 1.0


def test_an_endless_body_is_sampled() -> None:
    long = " ".join(f"word{at}" for at in range(60_000))
    assert coverage(replace(ABOUT, article_body=long), long, 0, 1) == 1.0


def test_a_declared_body_without_spaces_is_a_witness_too() -> None:
    lines = (
        "港の橋は月曜日に再び開通した。",
        "二年前の洪水で中央のアーチが流され、人々は遠回りをしていた。",
        "最初に渡ったのはパン屋だった。",
    )
    claimed = replace(ABOUT, article_body="".join(lines * 4))
    assert coverage(claimed, "\n".join(lines), 0, 100) > 0.9
    assert 0.2 < coverage(claimed, lines[1], 0, 100) < 0.7
