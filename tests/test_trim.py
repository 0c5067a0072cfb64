# ruff: noqa: E501 - pages are data
"""Inside the article: links between paragraphs, promos, copies and small furniture go; steps, sources and notes stay."""
from __future__ import annotations

import pytest
from samples import HOMES, PARAGRAPHS, STORIES, cut, part, prose, stories

from reader.facts import Facts
from reader.targets import text_of
from reader.trim import trim
from reader.units import Units

LINK = f"<a href='{STORIES[0][1]}'>{STORIES[0][0]}</a>"


def cuts(inside: str) -> list[tuple[str, str, str]]:
    content = part(f"<div>{inside}</div>")
    units = Units(Facts(content))
    trim(units, HOMES)
    return cut(units)


@pytest.mark.parametrize(("inside", "kind", "rule"), [
    (prose(0, 4) + f"<p>{LINK}</p>" + prose(4), "related-inline", "link-line"),
    (prose(0, 4) + f"<p><strong>{LINK}</strong></p>" + prose(4), "related-inline", "link-line"),
    (prose() + stories(), "related-end", "closing-list"),
    (prose(0, 4) + "<p>Sign up for our morning letter.</p>" + prose(4), "newsletter", "newsletter-promo"),
    (prose(0, 4) + "<p>Follow us on <a href='https://social.example/x'>Birdsite</a></p>" + prose(4), "share", "follow-promo"),
    (prose(0, 4) + "<p><a href='https://shop.example/?utm_medium=affiliate'>Buy a lamp for the tunnel</a></p>" + prose(4), "sponsored", "paid-link"),
    (prose(0, 4) + "<div class='tags'><a href='/tag/bridge'>Bridge</a></div>" + prose(4), "furniture", "matter-words"),
    (prose(0, 4) + "<div class='tags'>Kept under: <a href='/tag/bridge'>Bridge</a></div>" + prose(4), "furniture", "matter-words"),
    (prose(0, 4) + "<div class='share-bar'><a href='#s'>Share</a></div>" + prose(4), "share", "share-words"),
    (prose(0, 4) + f"<figure><a href='{STORIES[0][1]}'><img src=/t.jpg></a><figcaption><a href='{STORIES[0][1]}'>{STORIES[0][0]}</a></figcaption></figure>"
     + prose(4), "related-inline", "story-figure"),
    (prose() + f"<div class='author-bio'><h4>Ann Ray</h4><p>{PARAGRAPHS[0][:110]}.</p></div>", "furniture", "biography-words"),
])
def test_what_goes(inside: str, kind: str, rule: str) -> None:
    assert [row[:2] for row in cuts(inside)] == [(kind, rule)]


@pytest.mark.parametrize("inside", [
    prose(),
    prose(0, 4) + f"<p>The council told us so, as {LINK} had foretold it would.</p>" + prose(4),
    "".join(f"<h3><a href='{STORIES[at][1]}'>{STORIES[at][0]}</a></h3><p>{PARAGRAPHS[at]}</p>" for at in range(4)),  # a roundup
    "".join(f"<p><a href='{STORIES[at % 4][1]}'>{STORIES[at % 4][0]}</a></p><p>{PARAGRAPHS[at]}</p>" for at in range(4)),
    prose() + "<h2>External links</h2>" + stories(),
    prose() + "<ul><li><a href='https://library.example/old-stone-bridges-1881'>Old stone bridges</a></li><li><a href='https://archive.example/rust-and-its-rivets'>Rust</a></li></ul>",
    prose(0, 4) + "<p><a href='https://council.example/papers/the-whole-report-2026'>The report</a></p>" + prose(4),
    prose() + "<p>Editor’s note: follow us was misspelt in <a href='/2026/03/an-earlier-version/'>an earlier version</a>.</p>",
    prose(0, 4) + "<p>Follow us at dawn to the pier, he said.</p>" + prose(4),
    prose(0, 4) + "<ul><li>A lamp</li><li>A coat</li></ul>" + prose(4),
    prose(0, 4) + "<figure><img src=/a.jpg><figcaption>Tower <span class='image-copyright'>A. Mason</span></figcaption></figure>" + prose(4),
    prose(0, 4) + f"<figure><a href='/photos/full-size-of-tower.jpg'><img src=/a.jpg alt='Tower at full size'></a></figure>{prose(4)}",
    prose(0, 4) + f"<p>{PARAGRAPHS[0]}</p>" + prose(4),  # one repeated paragraph may be meant
    prose(0, 4) + "<h2>Up next</h2><table><tr><td>Saturday</td><td>Lower lock</td></tr></table>" + prose(4),
    prose(0, 4) + f"<div class='biography'><p>{PARAGRAPHS[0]}</p></div>" + prose(4),  # a life in the midst of the story
    prose(0, 4) + "<figure><a href='/articles/2026-03-rust-of-bridges/figures/1'><img src=/f.png></a><figcaption>Fig. 1: The sites of all rusty bridges. "
    "<a href='/articles/2026-03-rust-of-bridges/figures/1'>Full size image</a></figcaption></figure>" + prose(4),
    prose(0, 4) + "<p class='tags'>Two plates hang there by <b>a thread</b>.</p>" + prose(4),
], ids=range(17))
def test_what_stays(inside: str) -> None:
    assert cuts(inside) == []


def test_a_second_copy_of_the_text_goes_and_the_first_stays() -> None:
    content = part(f"<div>{prose()}<section>{prose(0, 4)}</section></div>")
    units = Units(Facts(content))
    trim(units, HOMES)
    assert [rule for _, rule, _ in cut(units)] == ["second-copy"] * 4
    assert [text_of(content).count(text) for text in PARAGRAPHS] == [1] * 8


def test_a_heading_goes_after_its_unit() -> None:
    content = part(f"<div>{prose()}<h3>More stories</h3>{stories()}</div>")
    units = Units(Facts(content))
    units.cut(content[-1], "related-end", "list", "why")
    trim(units, HOMES)
    assert [rule for _, rule, _ in cut(units)] == ["list", "heading-left"]


def test_a_heading_with_its_text_stays_after_a_cut() -> None:
    content = part(f"<div>{prose(0, 4)}<h3>What comes next</h3>{stories()}{prose(4)}</div>")
    units = Units(Facts(content))
    units.cut(content[5], "related-end", "list", "why")
    trim(units, HOMES)
    assert [rule for _, rule, _ in cut(units)] == ["list"]


def after_cut(inside: str, at: int) -> list[tuple[str, str, str]]:
    """What is cut from the content when the list at ``at`` has gone before."""
    content = part(f"<div>{inside}</div>")
    units = Units(Facts(content))
    units.cut(content[at], "related-end", "list", "why")
    trim(units, HOMES)
    return cut(units)[1:]


@pytest.mark.parametrize("line", [
    "<p>More great Gazette stories</p>", "<div class='heading-h3'>Read more about the harbour</div>",
    "<p><strong>How your street can live with the tunnel</strong></p>", "<h4>How your street can live with the tunnel</h4>",
])
def test_a_line_over_a_list_goes_after_it(line: str) -> None:
    inside = f"{prose(0, 4)}{line}{stories()}<h3>The towers</h3>{prose(4)}"
    assert [rule for _, rule, _ in after_cut(inside, 5)] == ["heading-left"]


@pytest.mark.parametrize("line", [
    "<p>He will come back.</p>", "<p>Ferries, he said:</p>", "<p>The harbour at dawn</p>", "<p><b>How it began</b> in the harbour</p>",
])
def test_a_line_of_the_story_over_a_cut_list_stays(line: str) -> None:
    assert after_cut(f"{prose(0, 4)}{line}{stories()}<h3>The towers</h3>{prose(4)}", 5) == []


def test_a_question_over_a_cut_sign_up_box_stays() -> None:
    content = part(f"<div>{prose()}<h3>What do you make of the long way round?</h3><div>Sign up</div></div>")
    units = Units(Facts(content))
    units.cut(content[-1], "newsletter", "box", "why")
    trim(units, HOMES)
    assert [rule for _, rule, _ in cut(units)] == ["box"]


def test_what_follows_the_box_of_a_heading_is_no_matter() -> None:
    content = part(f"<div>{prose()}<div><h2>More bridge points</h2>{stories()}</div><figure><img src='/cc.png'></figure></div>")
    units = Units(Facts(content))
    units.cut(content[-2][1], "related-end", "list", "why")
    trim(units, HOMES)
    assert [rule for _, rule, _ in cut(units)] == ["list", "heading-left"]


def test_a_link_in_capitals_between_paragraphs_goes() -> None:
    line = "<p><a href='https://video.gazette.example/v/6091276897001/'>BAKER ‘PROUD’ OF HIS SOURDOUGH LOAF</a></p>"
    assert [row[1] for row in cuts(prose(0, 4) + line + prose(4))] == ["link-line"]
    assert cuts(prose(0, 4) + line.replace("BAKER ‘PROUD’ OF HIS SOURDOUGH LOAF", "The film of the sourdough loaf") + prose(4)) == []


def test_a_doubtful_link_between_two_recommendations_goes_with_them() -> None:
    sure = [f"<p><a href='https://other.example{STORIES[at][1]}'>{STORIES[at][0]} again</a></p>" for at in (0, 1)]
    doubtful = "<p><a href='https://other.example/2026/03/123456/'>Ferry ‘sinks’ hopes of crossing</a></p>"
    assert len(cuts(prose(0, 4) + sure[0] + doubtful + sure[1] + prose(4))) == 3
    assert cuts(prose(0, 4) + doubtful + prose(4)) == []


def test_a_closing_list_of_issues_by_their_dates_goes_unless_a_line_leads_into_it() -> None:
    listing = "<ul>" + "".join(f"<li><a href='/newsletters/tide/2026/03/2{day}/on-the-tide'>Monday, 2{day} March</a></li>" for day in range(4)) + "</ul>"
    assert [row[1] for row in cuts(prose() + listing)] == ["closing-list"]
    assert cuts(prose() + "<p>Our tide tables, by day:</p>" + listing) == []
    assert cuts(prose() + listing.replace("/newsletters", "https://tides.example/newsletters")) == []


def test_a_card_over_a_name_goes_and_the_sentence_stays() -> None:
    name, more = "<a href='/people/ann-mason'>Ann Mason</a>", " ".join(f"<a href='{href}'>{title}</a>" for title, href in STORIES)
    content = part(f"<div>{prose(0, 4)}<p>It was <span>{name}<span class='rollover'>{name}{more}</span></span> who laid the first stone of the tower.</p>{prose(4)}</div>")
    units = Units(Facts(content))
    trim(units, HOMES)
    assert [(kind, rule) for kind, rule, _ in cut(units)] == [("related-inline", "hover-card")]
    assert "It was Ann Mason who laid the first stone" in text_of(content)


def test_links_in_a_sentence_are_no_card_over_a_name() -> None:
    more = ", ".join(f"<a href='{href}'>{title}</a>" for title, href in STORIES)
    assert cuts(f"{prose(0, 4)}<p>The paper wrote of <a href='/x/y-z-w'>bread</a> <span>{more}</span> and of much besides it.</p>{prose(4)}") == []


def test_an_empty_anchor_after_a_cut_list_does_not_save_its_heading() -> None:
    inside = f"{prose(0, 4)}<h3>Learn more about the harbour:</h3>{stories()}<a id=more></a><h3>The towers</h3>{prose(4)}"
    assert [rule for _, rule, _ in after_cut(inside, 5)] == ["heading-left"]


def test_lists_cut_one_after_the_other_need_nothing_before_them() -> None:
    lists = "".join(f"<div>{stories()}</div>" for _ in range(3))
    assert {row[1] for row in cuts(f"<p>Short.</p>{lists}{stories()}{stories()}")} <= {"link-line", "closing-list"}
