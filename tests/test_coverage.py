"""How much of what the page calls its article survived."""
from __future__ import annotations

from dataclasses import replace

from lxml.html import Element
from samples import PARAGRAPHS, TITLE, URL, page, prose

from reader import metadata, read_html
from reader.coverage import HALF, coverage, left_outside
from reader.facts import Facts
from reader.held import Held
from reader.parse import parse
from reader.web.view import DOUBTFUL

ABOUT = metadata.read(Held(parse(page(prose()))), "")
WHOLE = "\n\n".join(PARAGRAPHS)
CLAIMED = replace(ABOUT, article_body=WHOLE)


def test_the_declared_body_is_a_witness() -> None:
    assert coverage(CLAIMED, WHOLE, 100, []) == 1.0
    assert coverage(CLAIMED, WHOLE.upper().replace(",", ";"), 100, []) == 1.0
    assert coverage(CLAIMED, "Nothing of it at all is here", 100, []) == 0.0
    assert 0.4 < coverage(CLAIMED, "\n\n".join(PARAGRAPHS[:4]), 100, []) < 0.6


def test_the_deck_is_shown_too() -> None:
    rest = "\n\n".join(PARAGRAPHS[1:])
    assert coverage(replace(CLAIMED, deck=PARAGRAPHS[0]), rest, 1, []) > coverage(CLAIMED, rest, 1, [])


def test_a_summary_is_no_witness() -> None:
    assert coverage(replace(ABOUT, article_body="A short summary of it."), WHOLE, 30, []) == 1.0


def test_long_paragraphs_left_outside_count() -> None:
    assert coverage(ABOUT, "", 300, [(100, "One"), (200, "Two")]) == 0.5
    assert coverage(CLAIMED, WHOLE, 300, [(100, "One")]) == 0.75  # the worst witness is believed
    assert coverage(ABOUT, "", 0, []) == 1.0


def test_a_paragraph_left_outside_that_the_description_begins_with_is_the_articles() -> None:
    about = replace(ABOUT, description=PARAGRAPHS[0][:100] + "…")
    left = [(120, PARAGRAPHS[0])]
    assert coverage(about, WHOLE.replace(PARAGRAPHS[0], ""), 2000, left) == HALF
    assert coverage(about, WHOLE, 2000, left) > 0.9  # a second copy
    assert coverage(replace(about, deck=PARAGRAPHS[0]), PARAGRAPHS[1], 2000, left) > 0.9
    assert coverage(replace(about, title=PARAGRAPHS[0]), PARAGRAPHS[1], 2000, left) > 0.9
    assert coverage(ABOUT, PARAGRAPHS[1], 2000, left) > 0.9


def test_an_endless_body_is_sampled() -> None:
    long = " ".join(f"word{at}" for at in range(60_000))
    assert coverage(replace(ABOUT, article_body=long), long, 1, []) == 1.0


def left(around: str) -> list[str]:
    """What counts as left outside of an article beside which ``around`` stands."""
    root = parse(f"<html><body><div id=a>{prose(0, 3)}</div>{around}</body></html>")
    whole, content = Facts(root), Element("div")
    content.append(root.find("body/div"))
    return [text for _, text in left_outside(whole, Facts.gathered(content, whole))]


def test_long_paragraphs_are_told_from_what_stands_beside_an_article() -> None:
    text = PARAGRAPHS[4]
    assert left(f"<div class=part><p>{text}</p><p>Short.</p></div>") == [text]
    for box in ("<aside>{}</aside>", "<footer>{}</footer>", "<a href='/x'>{}</a>", "<div class=sidebar>{}</div>",
                "<div class='cookie-notice'>{}</div>", "<div class='comments'>{}</div>"):
        assert left(box.format(f"<p>{text}</p>")) == []


def test_an_article_that_goes_on_in_a_box_of_another_kind() -> None:
    """The reader of a page whose second half nobody would look for is told."""
    rest = "".join(f"<div class=k{at}><i><div>{text}</div></i></div>" for at, text in enumerate(PARAGRAPHS[4:]))
    markup = f"<div><div><h1>{TITLE}</h1>{prose(0, 4)}</div></div><div><h1>Elsewhere</h1>{rest}</div>"
    article = read_html(f"<html><head><title>{TITLE}</title></head><body>{markup}</body></html>", URL)
    assert PARAGRAPHS[3] in article.text
    assert PARAGRAPHS[5] not in article.text
    assert article.coverage < DOUBTFUL
    assert read_html(page(prose()), URL).coverage == 1.0


def test_a_declared_body_without_spaces_is_a_witness_too() -> None:
    lines = (
        "港の橋は月曜日に再び開通した。",
        "二年前の洪水で中央のアーチが流され、人々は遠回りをしていた。",
        "最初に渡ったのはパン屋だった。",
    )
    claimed = replace(ABOUT, article_body="".join(lines * 4))
    assert coverage(claimed, "\n".join(lines), 100, []) > 0.9
    assert 0.2 < coverage(claimed, lines[1], 100, []) < 0.7
