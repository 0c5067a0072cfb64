"""The whole way from a page to its article: nothing is lost unsaid, nothing is served that is no article, twice is the same."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from samples import PARAGRAPHS, STORIES, TITLE, URL, lines_of, page, prose, stories

from reader import cards, embeds, extract, figures, labelled, metadata, prune, read_html, tidy
from reader.article import Article
from reader.decode import decode
from reader.errors import NoArticle, ReaderError
from reader.facts import Facts
from reader.held import Held
from reader.markers import CUT
from reader.parse import parse
from reader.refuse import require_article
from reader.targets import homes_of
from reader.thin import LARGE, thin
from reader.totext import text_of
from reader.units import Units

FEED = [
    (f"{first} {second}", f"https://gazette.example/story-{at}")
    for at, (first, second) in enumerate(
        (first, second)
        for first in ("Council argues over parking", "Swimmers brave the icy lake", "Cinema reopens with a comedy")
        for second in ("until midnight", "as crowds cheer", "despite the rain", "for the third time")
    )
]
CAPTIONS = (
    ("The northern tower of the bridge on a foggy morning in March.", "Rosa Lind/Harbour Pictures"),
    ("Workers look at a rusted girder beneath the deck.", "Ole Brandt/Pool/North Agency via City Archive"),
)


def framed(number: int) -> str:
    """A picture as a widespread publishing system writes it: lazy, the credit in brackets after the caption."""
    caption, credit = CAPTIONS[number]
    return (f'<div class="wp-block-image size-large"><figure><img data-src="/uploads/{number}.jpg" alt="bridge" class="lazyload" '
            f'src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==">'
            f'<figcaption class="wp-element-caption"><em>{caption}</em> ({credit})</figcaption></figure></div>')


def feed() -> str:
    """Twelve cards under a heading, at the end of the text's own container."""
    rows = "".join(
        f'<article class="ymal-card"><a href="{href}"><img loading="lazy" src="/thumbs/{at}.jpg" alt=""><h3>{title}</h3></a>'
        f"<h4>{title}, and what came of it</h4><p>Our reporter went there to see what had happened in the night…</p></article>"
        for at, (title, href) in enumerate(FEED)
    )
    return f'<div class="ymal"><h2>You May Also Like</h2>{rows}</div>'


SEED = f"""<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>{TITLE} - The Gazette</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="The Gazette"><link rel="canonical" href="{URL}"></head>
<body class="single single-post"><header id="masthead"><a href="/">The Gazette</a><nav><ul><li><a href="/city">City</a></li>
<li><a href="/sport">Sport</a></li></ul></nav></header><main><div class="post type-post"><h1 class="entry-title">{TITLE}</h1>
<div class="byline">By <a rel="author" href="/author/staff">Staff Writer</a> <time datetime="2026-03-02T08:00:00+00:00">March 2, 2026</time></div>
<div class="share"><a href="#">Share on Facebook</a> <a href="#">Share on X</a></div><div class="entry-content">
{prose(0, 3)}{framed(0)}{prose(3, 5)}{framed(1)}{prose(5, 7)}{feed()}</div></div></main>
<footer id="colophon"><a href="/about">About us</a> <a href="/privacy">Privacy</a></footer></body></html>"""

INLINE = page(
    f'<p class="kicker">City</p>{prose(0, 2)}<p>Related: <a href="{STORIES[0][1]}">{STORIES[0][0]}</a></p>{prose(2, 4)}'
    f"<table><tr><th>Year</th><th>Walkers</th></tr><tr><td>2024</td><td>8,100</td></tr></table>{prose(4, 6)}"
    f"<ul><li>Bring a lamp</li><li>Mind the step</li></ul><p>Short.</p>{prose(6)}<h3>More stories</h3>{stories()}"
    "<p><em>Editor’s note: an earlier version misstated the year.</em></p>"
)
LOOSE = page(
    f'<div class="story"><div>{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}</div><div class="share-bar"><a href="#x">Share this</a></div>'
    f"<section>{prose(2, 4)}</section><section>{prose(4)}</section><pre>one = 1</pre><blockquote>Water remembers.</blockquote>"
    f'<dl><dt>Deck</dt><dd>The part one walks on</dd></dl><div class="newsletter-box">Sign up for our newsletter <a href="/n">here</a></div></div>'
)


def read(markup: str | bytes) -> Article:
    return read_html(markup, URL)


# ---------------------------------------------------------------- the page it all began with

def test_seed_comes_out_perfect() -> None:
    article = read(SEED)
    assert article.title == TITLE
    assert [(row.caption, row.credit) for row in article.figures] == list(CAPTIONS)
    assert [row.src for row in article.figures] == [f"https://gazette.example/uploads/{at}.jpg" for at in range(2)]
    positions = [article.text.index(text) for text in PARAGRAPHS[:7]]
    assert positions == sorted(positions)
    assert not [title for title, _ in FEED if title in article.html]
    for outside in ("Staff Writer", "March 2", "Share on", "About us", "Sport", "You May Also Like"):
        assert outside not in article.html
    (unit,) = article.removed
    assert (unit.kind, unit.heading, unit.items) == ("related-end", "You May Also Like", tuple(FEED))
    assert article.coverage == 1.0


def test_what_is_shown_above_the_article_is_not_in_it() -> None:
    for markup in (SEED, INLINE):
        assert TITLE not in read(markup).html


def test_stories_outside_the_article_get_a_receipt() -> None:
    outside = page(prose()).replace("</article>", f"</article><div class=zone>{stories()}</div>")
    (unit,) = read(outside).removed
    assert (unit.kind, unit.place, [title for title, _ in unit.items]) == ("related-end", "after", [title for title, _ in STORIES])


def test_text_divided_by_breaks_is_paragraphs() -> None:
    html = read(page(f"<div>{'<br><br>'.join(PARAGRAPHS)}</div>")).html
    assert [text for text in PARAGRAPHS if f"<p>{text}</p>" not in html] == []


def test_text_and_bytes_are_the_same_page() -> None:
    assert read(SEED.encode()) == read(SEED)


# ---------------------------------------------------------------- every line is kept or receipted

def chosen_lines(markup: str | bytes, url: str) -> list[str]:
    """The lines of the container that was chosen, before anything inside it is cut."""
    text = markup if isinstance(markup, str) else decode(markup)
    root = parse(text)
    held = Held(root)
    about = metadata.read(held, url)
    embeds.card(held, about.base)
    tidy.tidy(held)
    tidy.unbox(root)
    tidy.paragraphs(root)
    units, homes = Units(Facts(root)), homes_of(root, url, about.canonical)
    shells = prune.prune(units, homes, about.title)
    labelled.cut_labelled(units, homes, about.title)
    prune.cut_shells(units, shells)
    cards.cut_cards(units, homes, about.canonical or url)
    figures.frame(root, about.base)
    if len(text) > LARGE:
        thin(root)
    facts = Facts(root)
    content = extract.gather(facts, require_article(extract.choose(facts), facts, about, ""))
    inside = [units.by_mark[el.get(CUT)].element for el in content.iter("div") if el.get(CUT) in units.by_mark]
    return [line for el in (content, *inside) for line in lines_of(el)]


def letters(text: str) -> str:
    """Only what is said: captions are joined and split differently from how the page stands."""
    return "".join(char for char in text.casefold() if char.isalnum())


def unaccounted(markup: str | bytes, url: str) -> list[str]:
    """The lines of the container that are nowhere; over the first paragraph, kicker, byline and date may go unsaid."""
    article = read_html(markup, url)
    text = letters(text_of(article.html))
    said = "\n".join((text, *(letters(unit.text) for unit in article.removed), letters(f"{article.title} {article.deck}")))
    lines = chosen_lines(markup, url)
    first = next((at for at, line in enumerate(lines) if len(line) >= 60 and letters(line) in text), 0)
    return [line for at, line in enumerate(lines) if letters(line) not in said and not (at < first and len(line) <= 200)]


PAGES = Path(__file__).parent / "pages"
SOURCES = {folder.parent.name: folder.read_bytes() for folder in sorted(PAGES.glob("*/source.html"))}
OWN = {"seed": SEED, "inline": INLINE, "loose": LOOSE}


@pytest.mark.parametrize("name", [*OWN, *SOURCES])
def test_every_line_of_the_container_is_kept_or_receipted(name: str) -> None:
    markup = OWN[name] if name in OWN else SOURCES[name]
    try:
        read_html(markup, URL)
    except NoArticle:
        return  # a page that is refused loses nothing: test_pages.py knows which they are
    assert unaccounted(markup, URL) == []


@pytest.mark.parametrize("name", ["inline", "loose"])
def test_short_lines_inside_are_accounted_for_too(name: str) -> None:
    article = read(OWN[name])
    for line in ("8,100", "Mind the step", "Short.", "misstated the year") if name == "inline" else (
            "one = 1", "Water remembers.", "The part one walks on"):
        assert line in article.text


# ---------------------------------------------------------------- receipts and their places

def test_kinds_say_where_a_unit_stood() -> None:
    found = [(unit.kind, unit.place, unit.heading or unit.text[:8]) for unit in read(INLINE).removed]
    assert found == [("related-inline", "inside", "Related"), ("related-end", "inside", "More stories")]
    assert [unit.kind for unit in read(SEED).removed] == ["related-end"]


def test_a_unit_put_back_stands_in_its_place() -> None:
    article = read(INLINE)
    unit = next(one for one in article.removed if one.text.startswith("Related:"))
    assert STORIES[0][0] not in text_of(article.html).split(PARAGRAPHS[2])[0]
    back = text_of(article.html_with({unit.id}))
    assert back.index(PARAGRAPHS[1]) < back.index(f"Related: {STORIES[0][0]}") < back.index(PARAGRAPHS[2])


@pytest.mark.parametrize("markup", [SEED, INLINE, LOOSE], ids=OWN)
def test_all_units_put_back_are_all_there(markup: str) -> None:
    article = read(markup)
    assert article.removed
    whole = letters(text_of(article.html_with([unit.id for unit in article.removed])))
    for unit in article.removed:
        assert all(letters(line) in whole for line in unit.text.splitlines())
    assert article.html_with({"000000000000", "no id"}) == article.html


def test_receipts_have_ids_of_their_own_that_stay() -> None:
    twice = page(prose(0, 2) + f'<p>Related: <a href="{STORIES[0][1]}">{STORIES[0][0]}</a></p>' + prose(2, 4)
                 + f'<p>Related: <a href="{STORIES[0][1]}">{STORIES[0][0]}</a></p>' + prose(4))
    ids = [unit.id for unit in read(twice).removed]
    assert len(ids) == len(set(ids)) == 2
    assert ids == [unit.id for unit in read(twice).removed]


RUN = """
import sys
from reader import read_html
article = read_html(sys.stdin.read(), "https://gazette.example/2026/03/harbour-bridge-closes/")
print(repr((article.html, article.marked_html, article.text, article.figures, article.removed)))
"""


@pytest.mark.parametrize("markup", [SEED, INLINE, LOOSE], ids=OWN)
def test_the_same_page_gives_the_same_article_under_any_hash_seed(markup: str) -> None:
    said = {
        subprocess.run([sys.executable, "-c", RUN], input=markup, env={**os.environ, "PYTHONHASHSEED": seed}, text=True,
                       encoding="utf-8", capture_output=True, check=True, cwd=Path(__file__).parent.parent).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(said) == 1
    assert PARAGRAPHS[0] in said.pop()


# ---------------------------------------------------------------- what is no article

BROKEN = {
    "empty": "", "no bytes": b"", "space": " \n\t ", "binary": bytes(range(256)) * 40, "angles": "<" * 1_000_000,
    "unclosed": "<div><p><a href='" * 2000, "nulls": "\0" * 500 + "<p>\0</p>", "surrogates": "<p>\ud800\udfff</p>" * 50,
    "deep": "<div>" * 60_000 + "text", "script": "<script>var a = '<p>';</script>", "open script": "<script>" + "x" * 5000,
    "xml": '<?xml version="1.0" encoding="UTF-16"?><feed><entry/></feed>', "json": '{"a": [1, 2, "three"]}',
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj", "utf-16": "<p>little</p>".encode("utf-16"),
    "comment": "<!--" + "x" * 1000, "cdata": "<![CDATA[ <p>", "attributes": "<p " + "a=1 " * 100_000 + ">", "frames": "<frameset><frame></frameset>",
    "bad address": page("<a href='http://[::1'>x</a>"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_input_is_refused_in_words(name: str) -> None:
    with pytest.raises(ReaderError) as refused:
        read(BROKEN[name])
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(("before", "after"), [
    ("<div>" * 3000, ""), ("\0\0", "\0"), ("<p>\ud800</p>", "\udc00"), ("<b><i>" * 50, "</table></td>"),
    ("<a href='http://[::1'>odd</a><img src='http://[::1/x.jpg'>", ""), ("<!-- open", "--><p>"), ("", "<table><tr><td>"),
], ids=["deep", "nulls", "surrogates", "crossed", "addresses", "comment", "table"])
def test_an_article_in_broken_markup_is_read_or_refused(before: str, after: str) -> None:
    try:
        assert isinstance(read(page(before + prose() + after)).html, str)
    except ReaderError:
        return  # nothing else escapes


def test_utf16_is_read_by_its_mark() -> None:
    assert read(SEED.replace('<meta charset="utf-8">', "").encode("utf-16")).text == read(SEED).text


def bare(title: str, body: str) -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>"


LOGIN = "<h1>Welcome back</h1><p>Please log in to continue to your account at The Gazette.</p><form><label>E-mail</label><input><label>Password</label></form>"
BOT = ("<h1>One more step</h1><p>Please verify you are human before you go on. This takes only a few seconds, and we do it because we have "
       "seen a lot of traffic from your network in the last hour.</p><p>Reference number 81-22.</p>")
COOKIES = ("<div><h1>Before we begin</h1><p>We value your privacy. We and our 214 partners store information on your device, such as cookies, "
           "and process personal data so that advertisements fit you and can be counted.</p><button>Agree</button><button>Manage</button></div>")
MISSING = ("<h1>Sorry</h1><p>The page you are looking for no longer exists, or it has moved to another place since the link was made. You can "
           "go back to the front page, or look for it among our sections.</p>")
SCRIPTED = "<div id=root></div><noscript><p>You need to enable JavaScript to run this app.</p></noscript><script>start()</script>"
INDEX = "<main>" + "".join(
    f'<article><h2><a href="/2026/03/story-{at}-of-the-day/">Story {at} of a long and busy day in the harbour town</a></h2>'
    f"<p>A line or two about story {at}, which our reporter has written down for you this morning.</p></article>" for at in range(14)
) + "</main>"


@pytest.mark.parametrize(("markup", "like"), [
    (bare("Log in", LOGIN), "log in"), (bare("Just a moment...", BOT), "robot"), (bare("The Gazette", COOKIES), "consent"),
    (bare("Page not found", MISSING), "error page"), (bare("The Gazette", SCRIPTED), "JavaScript"),
], ids=["login", "bot", "consent", "404", "script"])
def test_a_page_that_is_no_article_says_what_it_looks_like(markup: str, like: str) -> None:
    with pytest.raises(NoArticle) as refused:
        read(markup)
    assert like in str(refused.value)


def test_a_list_of_articles_is_refused() -> None:
    with pytest.raises(NoArticle):
        read(bare("The Gazette", INDEX))


@pytest.mark.parametrize(("title", "first"), [
    ("Why you forget your password", "Sign in to your account, says the screen, and the e-mail and password you chose in May are gone from your head again."),
    ("We use cookies, and so do you", "“We value your privacy,” says nearly every site, and asks you to accept all cookies before you continue to the news."),
    ("Are you a robot? The story of the captcha", "Verify you are human: a captcha asks it of millions of people every day, and machines now answer it better."),
    ("404: a short history of page not found", "Page not found, says the most famous of all error pages, and it has said so ever since the web began to grow."),
    ("Enable JavaScript, they said", "A site that says “please enable JavaScript” to readers whose browser is out of date could often do well without it."),
], ids=["login", "cookies", "captcha", "404", "script"])
def test_an_article_about_such_pages_is_read(title: str, first: str) -> None:
    article = read(page(f"<p>{first}</p>{prose()}", title))
    assert first in article.text
    assert PARAGRAPHS[7] in article.text


# ---------------------------------------------------------------- size

def test_a_page_heavy_with_markup_is_thinned_and_read() -> None:
    heavy = page(prose() + '<div style="color:red" onclick="go()"><span></span></div>' * 25_000)
    assert len(heavy) > LARGE
    article = read(heavy)
    assert all(text in article.text for text in PARAGRAPHS)


def test_a_page_heavy_with_text_is_read_to_its_end() -> None:
    text = read(page("".join(f"<p>{at} {PARAGRAPHS[at % 8]}</p>" for at in range(6_500)))).text
    assert len(text) > LARGE
    assert f"6499 {PARAGRAPHS[6499 % 8]}" in text


def test_a_login_page_is_named_though_its_form_was_pruned() -> None:
    with pytest.raises(NoArticle, match="log in"):
        read(bare("Log in", LOGIN.replace("<form>", "").replace("<p>", "<form><p>")))


def test_an_index_is_named_though_its_cards_were_cut() -> None:
    with pytest.raises(NoArticle, match="list of articles"):
        read(bare("The Gazette", INDEX))


def test_a_sentence_that_begins_like_a_notice_stays() -> None:
    first = (
        "Please enable JavaScript, sites tell readers whose browser is out of date; some of them could do well without it."
    )
    assert first in read(page(f"<p>{first}</p>{prose()}", "Please enable JavaScript, they said")).text


def test_recommendations_inside_a_footer_get_a_receipt() -> None:
    feed = f"<div class='most-read'>{stories()}</div>"
    footer = f"</article><footer><a href='/a'>About</a> <a href='/b'>Help</a>{feed}</footer>"
    article = read_html(page(prose()).replace("</article>", footer), URL)
    assert [unit.kind for unit in article.removed] == ["most-read"]


def test_a_tag_name_that_is_none_costs_nothing() -> None:
    text = page("".join(f"<p>{one}</p>" for one in PARAGRAPHS[:3]) + '<ulclass="pros"><li>Quiet at night</li></ul>')
    assert "Quiet at night" in read_html(text, URL).text
