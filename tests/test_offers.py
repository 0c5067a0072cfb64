# ruff: noqa: E501 - pages are data
"""Small boxes for the publisher's own product go, by the button they end in; what an article lists with buttons stays."""
from __future__ import annotations

import pytest
from samples import page, prose

from reader import Article, read_html

URL = "https://gazette.example/2026/roofs-that-stay-dry"


def read(box: str) -> Article:
    return read_html(page(prose(0, 4) + box + prose(4)), URL)


OFFERS = {
    "a button beside a heading and a line": ("offer-box", '<div class=q1><div><h4>Get an estimate from a local roofer</h4><p>Every roof is different. Our roofers give you a fair price today.</p><button type=button>Get a free estimate</button></div></div>'),
    "a form for a postal code": ("offer-box", '<div class=q2><div role=heading>See how much you could save on your roof</div><p>Most owners save about 900 a year</p><form action=/start><input name=zip><button type=submit>See roof prices</button></form><ul><li>Vetted</li><li>Free</li></ul></div>'),
    "a link dressed as a button": ("offer-box", '<div class=q3><h3>Bring these ideas to your team with Roofpilot</h3><p><a class="btn btn-primary" href="https://my.gazette.example/demo">Get a demo</a></p><ul><li>14 days free</li></ul></div>'),
    "a table of one cell": ("offer-box", '<table><tr><td><h5>Ready to stay dry again?</h5><p><a class=fasc-button href=/contact/>Get Started</a></p></td></tr></table>'),
    "an input for a button": ("sign-up-box", '<div class=q4><h4>Roofs, every Friday</h4><p>Join 900 owners who get our roof letter.</p><form action=/x><input type=email><input type=submit value="Sign up"></form></div>'),
    "a request for money": ("donation-box", '<div class=q5><h2>This story is paid for by readers like you</h2><p>Our newsroom takes no advertising. Your monthly gift keeps the lights on and the roof tight.</p><p><a href=/about>About us</a></p><div class=wp-block-button><a href=/give/>Donate now</a></div></div>'),
    "in German": ("offer-box", '<div class=q6><h3>Ihr Dach, unser Angebot</h3><p>Wir vergleichen Dachdecker für Sie.</p><a class=button href=/angebot>Kostenlos vergleichen</a></div>'),
}


@pytest.mark.parametrize(("rule", "box"), OFFERS.values(), ids=OFFERS)
def test_an_offer_goes_with_its_heading_and_leaves_a_receipt(rule: str, box: str) -> None:
    article = read(box)
    found = [row for row in article.removed if row.rule == rule]
    assert len(found) == 1
    for words in found[0].text.split("\n"):
        assert words not in article.text
    assert all(line in article.text for line in read("").text.split("\n\n"))


STAYS = {
    "items of a list, each with its own shop": '<div class=p><h3>Slate by Harrow</h3><p>It holds your roof for a century, and it is heavy.</p><a class=btn href=/go/harrow>Get a quote</a></div><div class=p><h3>Tile by Moor</h3><p>It is lighter on your beams, and cheaper.</p><a class=btn href=/go/moor>Get a quote</a></div>',
    "items of a list on the site itself": "".join(f'<div class=p><h3>Course {n}</h3><p>You learn to lay roof number {n} in a week.</p><a class=btn href=/course/{n}>Get started</a></div>' for n in range(4)),
    "the question of an FAQ": '<div class=f><button aria-expanded=false>Why do I need a roofer for my house?</button><div><p>Your roof is high, and gravity is patient: a roofer has the ladder, and the insurance that you lack.</p></div></div>',
    "a heading that is a button": '<h3><button type=button>How long does a roof last?</button></h3><p>Slate lasts for a century or more, tiles for sixty years, and felt for about fifteen if you are lucky.</p>',
    "a passage about an offer": '<div class=s><h3>Try it yourself</h3><p>You can try the ladder for free at the county fair, said the fire chief.</p></div>',
    "a recipe's own button": '<div class=s><h3>Roofers’ soup</h3><p>Our favourite when the wind blows, and yours soon too.</p><a class=btn href=/recipes/soup>Get the recipe</a></div>',
}


@pytest.mark.parametrize("box", STAYS.values(), ids=STAYS)
def test_what_the_article_says_itself_stays(box: str) -> None:
    article = read(box)
    words = [part.split("<")[0] for part in box.replace("<p>", "\0").split("\0")[1:]]
    heads = [part.split("<")[0] for part in box.replace("<h3>", "\0").split("\0")[1:] if part[0] != "<"]
    assert words
    assert all(text in article.text for text in words + heads)


def test_questions_that_are_buttons_are_headings() -> None:
    article = read(STAYS["the question of an FAQ"] + STAYS["a heading that is a button"])
    assert "<h4>Why do I need a roofer for my house?</h4>" in article.html
    assert "How long does a roof last?</h3>" in article.html
