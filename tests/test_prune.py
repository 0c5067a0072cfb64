# ruff: noqa: E501 - pages are data
"""What class words and labels name is cut; the same words over, or in, the story itself cut nothing."""
from __future__ import annotations

import pytest
from lxml import html
from samples import HOMES, PARAGRAPHS, STORIES, TITLE, cut, page, prose, stories, units_of

from reader.labelled import cut_labelled
from reader.prune import cut_shells, names_of, prune
from reader.targets import text_of
from reader.units import Units


def both(units: Units) -> None:
    """Class words and labels, as one follows the other."""
    shells = prune(units, HOMES, TITLE)
    cut_labelled(units, HOMES, TITLE)
    cut_shells(units, shells)


def pruned(body: str) -> Units:
    root, units = units_of(page(body))
    both(units)
    assert all(text in text_of(root) for text in PARAGRAPHS if text in body), "the story itself was cut"
    return units


def cuts(body: str) -> list[tuple[str, str, str]]:
    return cut(pruned(body))


CARD = f"<a href='{STORIES[0][1]}'>{STORIES[0][0]}</a>"


@pytest.mark.parametrize(("unit", "kind", "rule"), [
    (f"<div class='related-articles'>GONE {stories()}</div>", "related-end", "related-words"),
    (f"<section id='mostRead'>GONE {stories()}</section>", "most-read", "most-read-words"),
    ("<div class='newsletter-signup'>GONE letter of the week</div>", "newsletter", "newsletter-words"),
    ("<div class='social-share'><a href='#'>GONE</a></div>", "share", "share-words"),
    ("<div class='comments'><p>GONE and well said</p></div>", "comments", "comments-words"),
    ("<nav><a href='/'>GONE</a></nav>", "furniture", "furniture-words"),
    ("<footer><a href='/a'>GONE</a> <a href='/b'>b</a></footer>", "furniture", "furniture-words"),
    ("<form><label>GONE e-mail</label></form>", "newsletter", "sign-up-form"),
    ("<form><label>GONE colour</label></form>", "furniture", "form"),
    (f"<div data-component='related'>GONE {CARD}</div>", "related-end", "related-words"),
    (f"<p>Related: {CARD} GONE</p>", "related-end", "label-with-link"),
    (f"<p>READ MORE: {CARD} GONE</p>", "related-end", "label-with-link"),
    (f"<div class=x7><h3>You may also like</h3>{stories()}<p>GONE</p></div>", "related-end", "label-of-box"),
    (f"<h3>You may also like</h3>{stories().replace('Baker', 'GONE')}", "related-end", "label-with-followers"),
    (f"<p class='interstitial-link'>[ {CARD} GONE ]</p>", "related-end", "related-words"),
    (f"<div class='summary card'><a href='{STORIES[0][1]}'><img src=/t.jpg></a><h3><a href='{STORIES[0][1]}'>{STORIES[0][0]}</a></h3><p>GONE, it "
     "took the town forty years to find the money for a first plank of it.</p></div>", "related-end", "related-hints"),
    ("<div class='w-dropdown'><p>GONE. Choose a town.</p><a href='/a'>A</a></div>", "furniture", "drop-words"),
    (f"<h3>Lesen Sie auch</h3>{stories().replace('Baker', 'GONE')}", "related-end", "label-with-followers"),
    (f"<h3>À lire aussi</h3>{stories().replace('Baker', 'GONE')}", "related-end", "label-with-followers"),
])
def test_a_unit_is_cut_with_its_rule(unit: str, kind: str, rule: str) -> None:
    kin = {"related-end", "related-inline"}
    found = [row for row in cuts(prose(0, 4) + unit + prose(4)) if "GONE" in row[2]]
    assert [row[1] for row in found] == [rule]
    assert found[0][0] == kind or {found[0][0], kind} <= kin


@pytest.mark.parametrize("body", [
    f"<div class='related-story'>{prose()}</div>",  # the story's own container
    f"{prose(0, 3)}<div class='newsletter-text'>{prose(3)}</div>",
    f"{prose(0, 2)}<section class='popular-science'>{prose(2, 6)}</section>{prose(6)}",
    f"{prose(0, 2)}<section class='related-history'>{prose(2, 6)}<p>STAYS, as {CARD} did.</p></section>{prose(6)}",
    prose(0, 4) + "<p>STAYS: the two plans are related in more than one way, and the council knows it.</p>" + prose(4),
    prose(0, 4) + "<p>STAYS. You may also like to walk, said the engineer, and read more on the way.</p>" + prose(4),
    prose(0, 4) + "<h2>Up next</h2><table><tr><td>STAYS</td><td>Saturday, three o'clock</td></tr></table>" + prose(4),
    prose(0, 4) + "<h2>Up next</h2><ul><li>STAYS on Saturday at the lower lock</li><li>The regatta on Sunday</li></ul>" + prose(4),
    prose() + "<h3>Further reading</h3><ul><li>STAYS in <a href='https://library.example/catalogue/81'>the catalogue</a></li>"
              "<li><a href='https://archive.example/papers/7'>Rust and rivets of the coast</a></li></ul>",
    prose() + f"<h3>You may also like</h3>{stories()}<p>Editor’s note: STAYS, since it belongs to the article above.</p>",
    prose(0, 4) + "<figure><img src=/a.jpg><figcaption>The tower <span class='image-copyright'>STAYS</span></figcaption></figure>" + prose(4),
    prose(0, 4) + "<div class=media><img src=/a.jpg><span class='photo-legal'>STAYS</span></div>" + prose(4),
    prose(0, 4) + "<p>The mayor wrote to <span class='social'>STAYS</span> and waited for an answer a week.</p>" + prose(4),
    f"<main class='related'>STAYS{prose()}</main>",
    f"<h2 class='most-read'>STAYS</h2>{prose()}",
    "<div class='field field--label-visually_hidden'>STAYS</div>" + prose(),
    prose(0, 4) + "<blockquote><p>They bite, but only a little.</p><footer>STAYS, the keeper</footer></blockquote>" + prose(4),
    prose(0, 4) + "<aside><blockquote>They bite.</blockquote><footer><cite>STAYS, the keeper</cite></footer></aside>" + prose(4),
    prose() + "<div class='faq-item w-dropdown'><div>Do they bite?</div><div><p>They STAYS, but only in May.</p></div></div>",
    prose(0, 4) + "<div class='product card'><img src=/t.jpg><a href='/go/2026/03/81023411'>Lamp by STAYS</a><p>Four crowns, in three colours and with a cord.</p></div>" + prose(4),
])
def test_the_same_words_stay_in_the_story(body: str) -> None:
    root, units = units_of(page(body))
    both(units)
    for needed in [text for text in ("STAYS", *PARAGRAPHS) if text in body]:
        assert needed in text_of(root)


def test_a_heading_and_its_list_are_one_unit() -> None:
    ((_, _, text),) = cuts(prose() + f"<h3>More stories</h3>{stories(2)}")
    assert text == f"More stories{STORIES[0][0]}{STORIES[1][0]}"


def test_an_element_s_names() -> None:
    element = html.fragment_fromstring("<x-card class='a b' id='c' role='d' aria-label='one two three four five six' data-testid='e'></x-card>")
    assert names_of(element) == "a b c d e x-card"


def test_external_sources_under_further_reading_stay() -> None:
    sources = (
        "<li><a href='https://library.example/catalogue/old-stone-bridges-1881'>Old bridges, by A. Mason</a></li>"
        "<li><a href='https://archive.example/papers/rust-and-rivets-of-the-coast'>Rust and rivets of the coast</a></li>"
    )
    root, units = units_of(page(f"{prose()}<h3>Further reading</h3><ul>{sources}</ul>"))
    prune(units, HOMES, TITLE)
    cut_labelled(units, HOMES, TITLE)
    assert "A. Mason" in text_of(root)


def test_recommendations_inside_furniture_are_units_of_their_own() -> None:
    feed = f"<div class='most-read'>{stories()}</div>"
    _, units = units_of(page(f"{prose()}<footer><a href='/a'>About</a> <a href='/b'>Help</a>{feed}</footer>"))
    cut_shells(units, prune(units, HOMES, TITLE))
    assert sorted(kind for kind, _, _ in cut(units)) == ["furniture", "most-read"]


def test_a_class_that_all_paragraphs_bear_says_nothing_of_one() -> None:
    body = "".join(f"<p class='paywall'>{text}</p>" for text in PARAGRAPHS)
    last = "<p class='paywall'><em>With help from Ann Mason, Peter Rust, Mary Welder and the whole of the northern bank</em></p>"
    assert cuts(body + last) == []
    assert [row[1] for row in cuts(prose() + last)] == ["furniture-words"]


def test_the_title_of_a_card_does_not_go_without_its_card() -> None:
    item = "<li class='CardBox'><img src=/a.jpg><h3 class='card-title'><a class='card-link' href='{}'>{}</a></h3><p>It was the first of many that the town would see, and the judges wept as they chewed it.</p></li>"
    assert cuts(prose() + "<ul>" + item.format("/x", STORIES[0][0]) + "</ul>") == []


def test_cards_that_a_script_makes_links_go_under_a_label_for_sure() -> None:
    card = "<div><img src=/t.jpg alt=''><div><h3>How to {} a bridge</h3><p>It need not be scary. Learn how to {} one by yourself this spring.</p></div></div>"
    grid = "<div>" + "".join(card.format(verb, verb) for verb in ("paint", "cross")) + "</div>"
    assert [row[1] for row in cuts(prose() + f"<h2>Recommended reading</h2>{grid}")] == ["label-with-followers"]
    assert cuts(prose() + f"<h2>Two bridges</h2>{grid}") == []


def test_a_list_that_a_sentence_leads_into_is_the_article_s() -> None:
    box = "<div><h2>5 more ideas for the long way round</h2>{}" + stories() + "</div>"
    led = "<p>Ready for the tunnel? Great, here are just a few more ideas to get you started on the way:</p>"
    assert cuts(prose() + box.format(led)) == []
    assert len(cuts(prose() + box.format(""))) == 1


def test_a_dialog_goes_with_its_paragraphs_and_a_box_of_that_much_text_does_not() -> None:
    said = f"<h4>Our promise</h4><p>{PARAGRAPHS[0].replace('bridge', 'paper')}</p><ul><li>Bring errors to our notice</li></ul>"
    long = prose() + "".join(f"<p>{number}. {text}</p>" for number, text in enumerate(PARAGRAPHS))
    assert [row[1] for row in cuts(long + f"<div class='ss-modal'>{said}</div>")] == ["dialog-words"]
    assert cuts(long + f"<div class='lightbox'>{said}</div>") == []


def test_a_figure_without_a_picture_may_be_a_place_for_comments() -> None:
    assert [row[0] for row in cuts(prose() + "<figure id='Comments'><h2>Comments</h2>Please turn on the script to see them.</figure>")] == ["comments"]
    assert cuts(prose() + "<figure id='comment-on-rust'><img src='/a.jpg'><figcaption>A comment on rust</figcaption></figure>") == []


def test_a_paragraph_may_lead_from_a_label_to_the_list_that_ends_the_box() -> None:
    lead = "<p>If you are thinking of a longer way round, our selection of other crossings will help you to find yours.</p>"
    assert [row[1] for row in cuts(prose() + f"<h3>Explore more ways across the water</h3>{lead}{stories()}")] == ["label-with-followers"]
    assert cuts(f"<h3>Explore more ways across the water</h3>{lead}{stories()}" + prose()) == []
    assert cuts(prose() + f"<h3>Crossings that were never built</h3>{lead}{stories()}") == []
