# ruff: noqa: E501 - pages are data
"""Cards are known by shape alone; items of the article that look a little like them are not cut."""
from __future__ import annotations

import pytest
from samples import HOMES, PARAGRAPHS, STORIES, URL, cut, page, prose, units_of

from reader.cards import cut_cards
from reader.targets import text_of


def card(number: int, tag: str = "div") -> str:
    title, href = STORIES[number]
    return f"<{tag} class=k9><a href='{href}'><img src=/t.jpg alt=''></a><h3><a href='{href}'>{title}</a></h3></{tag}>"


def cuts(body: str) -> list[tuple[str, str, str]]:
    root, units = units_of(page(body))
    cut_cards(units, HOMES, URL)
    for text in PARAGRAPHS:
        assert text not in body or text in text_of(root)
    return cut(units)


def test_a_card_between_the_paragraphs() -> None:
    assert cuts(prose(0, 4) + card(0) + prose(4)) == [("related-end", "card", STORIES[0][0])]


def test_a_link_around_picture_and_headline_is_a_card() -> None:
    title, href = STORIES[0]
    assert cuts(prose() + f"<a href='{href}'><img src=/t.jpg><h4>{title}</h4></a>") == [("related-end", "card", title)]


def test_a_link_around_blocks_of_which_one_is_called_the_title_is_a_card() -> None:
    title, href = STORIES[0]
    assert cuts(prose() + f"<div><a href='{href}'><div class='post-embed-title'>{title}</div><div>A walk</div></a></div>" + prose())


def test_a_row_of_cards_is_one_unit_with_its_box() -> None:
    found = cuts(prose() + f"<div><h2>Elsewhere</h2>{card(0)}{card(1)}{card(2)}</div>")
    assert [rule for _, rule, _ in found] in (["listing"], ["cards"], ["card"])
    assert all(title in found[0][2] for title, _ in STORIES[:3])


def test_a_listing_may_have_long_teasers() -> None:
    items = "".join(f"<section><h3><a href='{href}'>{title}</a></h3><p>{PARAGRAPHS[at][:150]} and so on without end.</p></section>"
                    for at, (title, href) in enumerate(STORIES[:3]))
    root, units = units_of(page(prose() + items))
    cut_cards(units, HOMES, URL)
    assert [unit.rule for unit in units.by_mark.values()] == ["listing"]
    assert STORIES[0][0] not in text_of(root)


@pytest.mark.parametrize("body", [
    prose() + f"<p><a href='{STORIES[0][1]}'><img src=/t.jpg>{STORIES[0][0]}</a></p>",  # a paragraph is never a card
    prose() + "<div><a href='#part-two-of-the-story'><h3>Jump to the second part</h3></a></div>",
    prose() + f"<div><h3><a href='{URL}'>The same article again</a></h3><img src=/t.jpg></div>",
    prose() + "<div><img src=/t.jpg><h3><a href='/sport'>All of our sport</a></h3></div>",  # no story's address
    prose() + "<div><h3><a href='https://elsewhere.example/2026/03/source-of-this-story/'>A source elsewhere</a></h3></div>",
    prose() + f"<div>As we wrote, the <a href='{STORIES[0][1]}'>{STORIES[0][0]}</a></div>",  # no shape
    prose() + f"<div>Of <a href='{STORIES[0][1]}'><span class='title'>{STORIES[0][0]}</span></a></div>",  # a work's title
    prose() + f"<figure><a href='{STORIES[0][1]}'><img src=/t.jpg></a><figcaption>The tower at dusk</figcaption></figure>",
    "".join(f"<p>{PARAGRAPHS[at]}</p>{card(at % 4)}" for at in range(6)),  # the roundup: its links are the article
], ids=["paragraph", "anchor", "own", "listing page", "elsewhere", "sentence", "work", "figure", "roundup"])
def test_what_is_no_card_stays(body: str) -> None:
    assert cuts(body) == []


def test_a_page_of_nothing_but_cards_is_left_alone() -> None:
    assert cuts("".join(card(at) for at in range(4))) == []
