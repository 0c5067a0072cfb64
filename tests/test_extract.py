# ruff: noqa: E501 - pages are data
"""The article's container is found, and what belongs to it around it is rescued."""
from __future__ import annotations

import pytest
from readability import Document
from samples import PARAGRAPHS, page, prose, stories, units_of

from reader.extract import Chooser, choose, gather, is_aside
from reader.facts import Facts
from reader.parse import parse
from reader.targets import text_of

RAIL = f"<div class='sidebar'><h2>Elsewhere</h2>{stories()}<p>Somebody wrote a rather long remark about the weather at sea, which has nothing to do with it.</p></div>"
FIGURE = "<figure data-r-figure=''><img src='/a.jpg'><figcaption>The tower</figcaption></figure>"


def gathered(markup: str) -> str:
    facts = Facts(parse(markup))
    chosen = choose(facts)
    assert chosen is not None
    return text_of(gather(facts, chosen))


@pytest.mark.parametrize("body", [
    f"<div class=text>{prose()}</div>",
    f"<main><div><div><div>{prose()}</div></div></div></main>",
    f"<section>{prose(0, 4)}</section><section>{prose(4)}</section>",
    f"<p>{PARAGRAPHS[0]}</p><div class=text>{prose(1)}</div>",
    f"<div class=text>{prose(0, 7)}</div><p>{PARAGRAPHS[7]}</p>",
    "<div class=page>" + "</div><div class=page>".join(prose(at, at + 2) for at in (0, 2, 4, 6)) + "</div>",
    f"<div class=first><div>{prose(0, 4)}</div></div><div class=second><div>{prose(4)}</div></div>",
    "<table><tr><td>" + prose() + f"</td><td>{stories()}</td></tr></table>",
    "".join(f"<div>{text}</div>" for text in PARAGRAPHS),
], ids=["beside a rail", "nested", "two sections", "first outside", "last outside", "slides", "two columns", "table", "divs"])
def test_the_whole_body_is_gathered_in_order(body: str) -> None:
    text = gathered(page(body).replace("</article>", f"</article>{RAIL}"))
    places = [text.find(one) for one in PARAGRAPHS]
    assert -1 not in places
    assert places == sorted(places)
    assert "remark about the weather" not in text


def test_the_lead_figure_above_the_body_is_rescued_and_comes_first() -> None:
    facts = Facts(parse(page(f"<div class=top>{FIGURE}</div><div class=text>{prose()}</div>")))
    content = gather(facts, choose(facts))
    assert text_of(content).startswith("The tower")
    assert len(content.findall(".//figure")) == 1


def test_the_place_of_the_article_is_marked_in_the_page() -> None:
    root = parse(page(f"<div class=text>{prose()}</div>"))
    facts = Facts(root)
    content = gather(facts, choose(facts))
    assert root.find(".//div[@data-r-content]") is not None
    assert PARAGRAPHS[0] not in text_of(root)
    assert content.getparent() is None


def test_a_page_without_a_paragraph_has_no_article() -> None:
    assert choose(Facts(parse("<html><body><h1>Hello</h1><img src=a></body></html>"))) is None


@pytest.mark.parametrize(("markup", "aside"), [
    ("<aside><p>x</p></aside>", True), ("<div class='right-rail'><p>x</p></div>", True), ("<div class='author-bio'><p>x</p></div>", True),
    ("<div data-r-keep class='text'><p>x</p></div>", False), ("<article class='sidebar'><p>x</p></article>", False), ("<p class='bio'>x</p>", False),
])
def test_what_stands_beside_the_article(markup: str, aside: bool) -> None:
    root, _ = units_of(f"<html><body>{markup}</body></html>")
    assert is_aside(root.find("body")[0]) is aside


def test_a_list_above_the_body_that_sums_it_up_is_part_of_it() -> None:
    points = "<ul class=bullets><li>The old bridge will be closed for a year, says the council</li><li>Nobody has counted what that will cost the town</li></ul>"
    facts = Facts(parse(page(f"{points}<ul><li>By Ann Ray</li><li>Published in the afternoon of a Tuesday in March</li></ul><div class=text>{prose()}</div>")))
    found = text_of(gather(facts, choose(facts)))
    assert found.startswith("The old bridge will be closed for a year")
    assert "Ann Ray" not in found


def test_the_next_article_is_left_behind() -> None:
    pair = f"<article><h1>One</h1>{prose(0, 6)}</article><article><h1>Two</h1>{prose(6)}</article>"
    facts = Facts(parse(f"<html><body><div>{pair}</div></body></html>"))
    chosen = choose(facts)
    assert chosen is not None
    text = text_of(gather(facts, chosen))
    assert PARAGRAPHS[5] in text
    assert PARAGRAPHS[6] not in text


def test_a_long_footer_is_not_the_article_of_a_short_page() -> None:
    brief, service = PARAGRAPHS[0], " ".join(PARAGRAPHS[1:4])
    text = gathered(f"<html><body><h1>One</h1><div class=text><p>{brief}</p></div><div class='site-footer-text'>{service}</div></body></html>")
    assert brief in text
    assert PARAGRAPHS[2] not in text


def test_a_story_in_a_badly_named_box_is_found() -> None:
    text = gathered(f"<html><body><h1>One</h1><div class='footer'><p>{PARAGRAPHS[0]}</p>{prose(1)}</div><div class=x><p>{PARAGRAPHS[0][:90]}</p></div></body></html>")
    assert all(one in text for one in PARAGRAPHS)


LONG = prose(0, 3)


@pytest.mark.parametrize("body", [
    f"<div>{LONG}</div><div><p>{'A short note beside it. ' * 3}</p></div>",
    f"<div itemprop='articleBody'>{prose(0, 1)}</div><div>{LONG}</div>",
    f"<div itemprop='articleBody'><p><a href=/x>{'A line of links and links. ' * 4}</a></p></div><div>{LONG}</div>",
    f"<div><p>{'An opening of the site. ' * 9}</p><article>{LONG}</article></div>",
    f"<div>{LONG}<article>{prose(3)}</article></div>",
    f"<div>{LONG}<article><p>{'A short one inside it. ' * 3}</p></article></div>",
    "<p>Hi</p>",
], ids=["plain", "declared body", "declared body of links", "article inside", "article behind", "small article inside", "nothing"])
def test_the_best_candidate_is_the_one_the_library_would_take(body: str) -> None:
    facts = Facts(parse(page(body)))
    chooser = Chooser(facts, [el for el in facts.elements if el.tag == "p"])
    candidates = chooser.score_paragraphs()
    ours, theirs = chooser.select_best_candidate(candidates), Document.select_best_candidate(chooser, candidates)
    assert (ours or {}).get("elem") is (theirs or {}).get("elem")


def test_the_page_itself_is_never_chosen_though_its_body_has_a_name_that_speaks_against_it() -> None:
    markup = f"<html><body class='comment sidebar footer'>{prose(0, 2)}</body></html>"
    assert PARAGRAPHS[0] in gathered(markup)
