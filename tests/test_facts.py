"""The numbers every later station reads: text, links and prose, counted once."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

from lxml.html import Element
from samples import PARAGRAPHS, part, prose

from reader.facts import PROSE_OVERHEAD, Facts, ends_cut

TREE = part(
    f"<div> loose <p>one <a href='/x'>two</a> three</p><ul><li>four<img src=a><span>five</span></li></ul><section>{prose(0, 2)}</section></div>"
)
FACTS = Facts(TREE)


def number(tag: str) -> int:
    return FACTS.at(TREE.find(f".//{tag}"))


def test_text_is_counted_without_outer_space() -> None:
    assert FACTS.text[number("p")] == len("one") + len("two") + len("three")
    assert FACTS.text[0] == sum(map(len, ("loose", "one", "two", "three", "four", "five", *PARAGRAPHS[:2])))


def test_own_text_is_what_stands_in_no_nested_block() -> None:
    assert FACTS.own[0] == len("loose")
    assert FACTS.own[number("li")] == len("fourfive")
    assert FACTS.own[number("section")] == 0


def test_links_images_and_spans() -> None:
    assert (FACTS.link[0], FACTS.own_link[number("p")], FACTS.anchors[0], FACTS.images[0]) == (3, 3, 1, 1)
    assert FACTS.share(number("p")) == 3 / 11
    assert FACTS.share(number("img")) == 0.0
    assert FACTS.span[number("ul")] == 4
    assert FACTS.span[0] == len(FACTS.elements)


def test_a_name_without_address_is_no_link() -> None:
    facts = Facts(part("<p><a name=top>not a link</a></p>"))
    assert (facts.link[0], facts.anchors[0]) == (0, 0)


def test_prose_is_long_and_not_linked() -> None:
    assert FACTS.prose[0] == sum(len(text) - PROSE_OVERHEAD for text in PARAGRAPHS[:2])
    linked = Facts(part(f"<div><p><a href=/x>{PARAGRAPHS[0]}</a></p><h2>{PARAGRAPHS[1]}</h2><p>Short.</p></div>"))
    assert linked.prose[0] == 0


def test_a_teaser_is_no_prose() -> None:
    teaser = PARAGRAPHS[0].rstrip(".") + "…"
    assert Facts(part(f"<ul><li><a href='/x'>Rust</a> <span>{teaser}</span> </li></ul>")).prose[0] == 0
    assert Facts(part(f"<p>{teaser}</p>")).prose[0] == 0
    assert Facts(part(f"<p>{teaser} {PARAGRAPHS[1]}</p>")).prose[0] > 0


def test_ends_cut() -> None:
    assert ends_cut(part("<p>And then <b>it came [...]</b></p>"))
    assert not ends_cut(part("<p>And then … <b>it</b> came.</p>"))
    assert ends_cut(part("<li><a href='/x'>Rust</a> <span>It came soon...</span> </li>"))
    assert not ends_cut(part("<p></p>"))


def test_totals_follow_what_leaves_and_comes_back() -> None:
    root = part(f"<div><section>{prose(0, 2)}</section><p>rest</p></div>")
    facts, section = Facts(root), root.find("section")
    before = facts.prose[0], facts.text[0]
    facts.leave(section)
    assert (facts.prose[0], facts.text[0]) == (0, len("rest"))
    facts.enter(section)
    assert (facts.prose[0], facts.text[0]) == before


def test_live_knows_what_left_the_tree() -> None:
    root = part("<div><p>stays <b>in</b></p><p>goes <i>out</i></p></div>")
    facts, gone = Facts(root), root.findall("p")[1]
    gone.drop_tree()
    assert facts.live(root)
    assert facts.live(root.find(".//b"))
    assert not facts.live(gone)
    assert not facts.live(gone.find("i"))


def test_comments_are_not_counted() -> None:
    assert Facts(part("<p>a<!-- long comment -->b</p>")).text[0] in (1, 2)


def test_facts_gathered_from_a_tree_are_those_of_a_walk() -> None:
    whole = Facts(part(f"<div><p>{PARAGRAPHS[0]}</p><section>x<p>{PARAGRAPHS[1]} <a href=/y>y</a></p></section><b>z</b></div>"))
    content = Element("div")
    content.extend([el for el in whole.elements if el.tag in ("section", "b")])
    gathered, walked = Facts.gathered(content, whole), Facts(content)
    for name in Facts.__slots__:
        assert getattr(gathered, name) == getattr(walked, name), name
