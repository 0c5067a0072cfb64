"""Hostile pages, whole: through the pipeline, and through the app, as it answers a browser."""
from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from urllib.parse import urlsplit

import pytest
from flask import Flask
from live import settings
from samples import PARAGRAPHS, TITLE, URL, page, prose, stories
from served import intruders
from werkzeug.test import TestResponse
from witness import strangers, vectors

from reader import read_html, read_text
from reader.article import Article
from reader.errors import ReaderError
from reader.web import create_app

pytestmark = pytest.mark.security

VECTORS = vectors("sanitize")
PLACED = [tuple(line.split(": ", 1)) for line in vectors("pages")]
PICTURE = '<img src="/bridge.jpg" alt="The bridge" width=640 height=360>'
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters and halves of some that no answer can be written with, or no browser shows."""

MOST_REFUSED = 0.1
"""Of the pages with a vector in their midst: one that swallows all that follows may leave no article."""


def middle(vector: str) -> str:
    """Between two paragraphs."""
    return page(f"{prose(0, 3)}{vector}{prose(3)}")


def figure(vector: str) -> str:
    """All there is in a figure."""
    return page(f"{prose(0, 2)}<figure>{vector}</figure>{prose(2)}")


def caption(vector: str) -> str:
    """In a caption and in its credit."""
    words = f"The bridge at noon {vector} on Sunday"
    return figure(f"{PICTURE}<figcaption>{words} <span class=credit>Ada Brook {vector}</span></figcaption>")


def pictured(vector: str) -> str:
    """In JSON-LD, as what is said of a picture that the page shows."""
    told = f'{{"@type":"ImageObject","url":"https://gazette.example/old-bridge-noon.jpg",{vector}}}'
    return head(f"<script type=application/ld+json>{told}</script>").replace(
        "</p>", '</p><figure><img src="/old-bridge-noon.jpg" width=640 height=360></figure>', 1
    )


def unit(vector: str) -> str:
    """In a list of recommendations, which is cut."""
    listed = stories(3).replace("</ul>", f"<li>{vector}</li></ul>")
    return page(f"{prose(0, 4)}<aside class=related><h3>Related stories</h3>{listed}</aside>{prose(4)}")


def above(vector: str) -> str:
    """Between the headline and the text."""
    return page(f"{vector}{prose()}")


def head(vector: str) -> str:
    """At the start of the page's head, before what the paper says itself."""
    return page(prose()).replace("<head>", f"<head>{vector}", 1)


def html(vector: str) -> str:
    """The attributes of the root."""
    return page(prose()).replace("<html lang=en>", f"<html {vector}>", 1)


def words(vector: str) -> str:
    """Escaped as its place asks, wherever the page only speaks: a text that reads like markup."""
    said = escape(vector)
    told = {
        "@type": "NewsArticle", "headline": f"{TITLE} {vector}", "description": f"A year of repairs. {vector}",
        "author": {"name": f"Ada {vector}", "url": vector}, "datePublished": vector, "inLanguage": vector,
        "image": {"url": "https://gazette.example/bridge.jpg", "caption": f"At noon {vector}", "creditText": vector},
        "publisher": {"name": vector}, "url": vector,
    }  # fmt: skip
    ld = json.dumps(told).replace("<", "\\u003c")
    metas = "".join(
        f'<meta property="{name}" content="{said}">'
        for name in "og:title og:description og:site_name og:url og:image article:author article:modified_time".split()
    )
    picture = f'<figure><img src="/{said}" alt="{said}" title="{said}" width=640 height=360 data-src="{said}">'
    body = (
        f'<p class=standfirst>The city says: {said}</p><p class=byline>By Ada {said}</p>{prose(0, 2)}'
        f"{picture}<figcaption>At noon {said} <span class=credit>Ada {said}</span></figcaption></figure>"
        f'{prose(2, 4)}<p>It is said <a href="{said}">here</a>, <a href="/{said}">there</a> and <abbr '
        f'title="{said}">{said}</abbr>.</p><aside class=related><h3>Related: {said}</h3><ul>'
        f'<li><a href="{said}">A story of {said}</a></li><li><a href="/2026/03/x-{said}">Another of {said}</a></li>'
        f"</ul>{stories(2)}</aside>{prose(4)}"
    )
    whole = page(body, f"{TITLE} {said}")
    return whole.replace("<head>", f'<head><script type="application/ld+json">{ld}</script>{metas}', 1)


PLACES: dict[str, Callable[[str], str]] = {
    one.__name__: one for one in (middle, figure, caption, pictured, unit, above, head, html, words)
}
EVERYWHERE = (middle, caption, unit, words)


def faults(article: Article) -> list[str]:
    """What no reader may be served: markup outside the allow-list, addresses that lead anywhere but to the web."""
    every = [unit.id for unit in article.removed]
    markup = [article.html, article.html_with(every), *(unit.html for unit in article.removed)]
    found = [stranger for text in markup for stranger in strangers(text)]
    told = [article.title, article.deck, article.byline, article.site, article.text, *markup]
    told += [text for row in article.figures for text in (row.alt, row.caption, row.credit)]
    found += [repr(char) for text in told for char in NO_TEXT.findall(text)]
    addresses = [article.canonical, article.lead, *(row.src for row in article.figures)]
    addresses += [address for unit in article.removed for _, address in unit.items]
    return found + [address for address in addresses if address and not on_the_web(address)]


def on_the_web(address: str) -> bool:
    return urlsplit(address).scheme in ("http", "https") or bool(re.match(r"data:image/(?!svg)[a-z]+;base64,", address))


@cache
def read(markup: str) -> list[Article]:
    """The page's article, or none where it was refused in words."""
    try:
        return [read_html(markup, URL)]
    except ReaderError:
        return []


def test_there_are_vectors_enough(counts: dict[str, int]) -> None:
    assert {place for place, _ in PLACED} == set(PLACES) - {"caption", "words"}
    counts["vectors tried"] = len({*VECTORS, *(vector for _, vector in PLACED)})
    assert counts["vectors tried"] >= 400


def test_every_place_is_where_it_says() -> None:
    assert "sentinel" in read_html(middle("<p>sentinel</p>"), URL).html
    shown = read_html(caption("sentinel"), URL).figures[0]
    assert "sentinel" in shown.caption
    assert "sentinel" in shown.credit
    assert "sentinel" in "".join(cut.html for cut in read_html(unit("sentinel"), URL).removed)
    told = read_html(pictured('"caption":"The bridge at noon, sentinel, before it closed."'), URL)
    assert "sentinel" in told.figures[0].caption
    told = read_html(words("Sentinel"), URL)
    fields = [told.title, told.deck, told.byline, told.site, told.html, repr(told.figures), repr(told.removed)]
    assert ["Sentinel" in field for field in fields] == [True] * len(fields)


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_comes_through_no_station(vector: str) -> None:
    for place in EVERYWHERE:
        for article in read(place(vector)):
            assert faults(article) == [], place.__name__


@pytest.mark.parametrize(("place", "vector"), PLACED)
def test_a_vector_made_for_its_place_comes_through_no_station(place: str, vector: str) -> None:
    for article in read(PLACES[place](vector)):
        assert faults(article) == []


def test_the_article_around_a_vector_is_read_nearly_always() -> None:
    refused = [vector for vector in VECTORS if not read(middle(vector))]
    assert len(refused) <= MOST_REFUSED * len(VECTORS), refused


# What a browser is served


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    made = create_app(settings(tmp_path_factory.mktemp("data"), max_bytes=1_000_000))
    yield made
    made.extensions["desk"].close()


def pasted(app: Flask, markup: str) -> TestResponse:
    """The answer to a page that is pasted."""
    data = {"source": markup.encode("utf-8", "replace").decode(), "url": URL}
    return app.test_client().post("/read", data=data, headers={"Sec-Fetch-Site": "same-origin"})


def kept(app: Flask, markup: str) -> str:
    """The path of the page's article with all units put back; "" where the page is refused in words."""
    answer = pasted(app, markup)
    assert answer.status_code in (303, 422), answer.text
    return answer.headers["Location"] + "?back=all" if answer.status_code == 303 else ""


def answered(app: Flask, markup: str) -> str:
    """The page's article with all units put back, as it is served; or the page that says why there is none."""
    answer = pasted(app, markup)
    if answer.status_code == 303:
        answer = app.test_client().get(answer.headers["Location"] + "?back=all")
        assert answer.status_code == 200
    assert answer.status_code in (200, 422), answer.text
    return answer.text


def everywhere(vector: str) -> str:
    """As words first; then, where it may swallow what follows, in a unit that is cut and in the text."""
    cut = f"<aside class=related><h3>Related stories</h3><ul><li>{vector}</li></ul>{stories(3)}</aside>"
    return words(vector).replace("</article>", f"{cut}{prose(0, 1)}{vector}</article>", 1)


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_is_served_to_nobody(app: Flask, vector: str) -> None:
    assert intruders(answered(app, everywhere(vector))) == []


@pytest.mark.parametrize(("place", "vector"), PLACED)
def test_a_vector_made_for_its_place_is_served_to_nobody(app: Flask, place: str, vector: str) -> None:
    assert intruders(answered(app, PLACES[place](vector))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</footer>", "</footer><script>run()</script>"),
        ("<h1>", "<h1 onclick=run()>"),
        ("<h1>", '<h1><a href="javascript:run()">x</a>'),
        ("<h1>", "<h1 data-hx-get=/x>"),
        ("<h1>", "<hx-partial></hx-partial><h1>"),
        ("<h1>", "<h1 id=page>"),
        ("<h1>", "<!-- x --><h1>"),
        ("<h1>", "<svg></svg><h1>"),
        ("hx-push-url=\"true\"", 'hx-push-url="/x"'),
        ("<p>", "<p class=credit>"),
        ("<p>", "<p hx-get=/a/x>"),
        ("<p>", "</div><p>"),
        ("<p>", "<div><p>"),
        ("<p>", "<p id=main>"),
        ("<p>", "<aside class=r-back id=r-back-0123456789ab></aside><p>"),
    ],
)
def test_an_intruder_is_seen(app: Flask, old: str, new: str) -> None:
    served = answered(app, unit("x"))
    assert intruders(served) == []
    start = served.index("hx-ignore") if old == "<p>" else 0
    assert intruders(served[:start] + served[start:].replace(old, new, 1))


# Pasted as text, and with an address that is none


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_in_plain_text_is_text(vector: str) -> None:
    lines = [TITLE, f"By Ada {vector}", PARAGRAPHS[0], vector, f"Photo: {vector}", PARAGRAPHS[1], f"Related: {vector}"]
    article = read_text("\n\n".join([*lines, *PARAGRAPHS[2:], "You may also like", vector, vector]), URL)
    assert faults(article) == []


@pytest.mark.parametrize(
    "address",
    ["javascript:run()", "java\tscript:run()//", "data:text/html,<script>run()</script>", "vbscript:run()",
     "file:///etc/x", "blob:https://a.example/1", 'https://a.example/"onclick=run()', "https://a.example/<script>",
     "//b.example/", "[", "https://[::1", "\ud800"],
)  # fmt: skip
def test_an_address_from_strangers_leads_only_to_the_web(app: Flask, address: str) -> None:
    markup = words("https://a.example/x")
    for article in (read_html(markup, address), read_text("\n\n".join([TITLE, *PARAGRAPHS]), address)):
        assert faults(article) == []
    client = app.test_client()
    data = {"source": markup, "url": address.encode("utf-8", "replace").decode()}
    answer = client.post("/read", data=data, headers={"Sec-Fetch-Site": "same-origin"})
    if answer.status_code == 303:
        answer = client.get(answer.headers["Location"] + "?back=all")
    assert answer.status_code < 500
    assert intruders(answer.text) == []
