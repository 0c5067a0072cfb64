"""What is read off a page about its article, and what is not believed."""
from __future__ import annotations

import time

import pytest
from lxml import html

from reader import dates, jsonld
from reader.held import Held
from reader.metadata import Metadata, read
from reader.names import joined, names

URL = "https://www.daily.example/world/big-story.html"
BODY = "<p>" + "The first paragraph says at length what happened in the town and to whom it happened. " * 2 + "</p>"
BODY += "<p>" + "The second paragraph says at length what everybody in the town thought about it then. " * 2 + "</p>"


def read_page(root: html.HtmlElement, url: str) -> Metadata:
    return read(Held(root), url)


def page(top: str = "", head: str = "", attributes: str = "", tail: str = "") -> Metadata:
    """The metadata of a small page with ``top`` above its two paragraphs and ``tail`` below them."""
    body = f"<main>{top}<div class='body'>{BODY}</div></main>{tail}"
    text = f"<html {attributes}><head>{head}</head><body>{body}</body></html>"
    return read_page(html.document_fromstring(text), URL)


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


# ---------------------------------------------------------------- title

def test_the_visible_headline_wins_over_the_shorter_title_for_networks() -> None:
    head = '<title>Ferry will stop | The Daily</title><meta property="og:title" content="Old ferry will stop soon">'
    about = page("<h1>The old ferry across the bay will stop soon</h1>", head)
    assert about.title == "The old ferry across the bay will stop soon"


def test_among_several_h1_the_one_the_page_claims_is_the_title() -> None:
    head = '<meta property="og:title" content="Ferry will stop in May">'
    about = page("<h1>Good morning, coast</h1><h1>Ferry will stop in May</h1><h1>Log in</h1>", head)
    assert about.title == "Ferry will stop in May"


def test_an_h1_that_is_the_section_gives_way_to_the_heading_that_repeats_the_title() -> None:
    head = "<title>Ferry will stop in May</title>"
    assert page("<h1>Our Blog</h1><h2>Ferry will stop in May</h2>", head).title == "Ferry will stop in May"


def test_an_h1_like_the_page_title_alone_gives_way_to_the_heading_that_is_the_claim() -> None:
    title = "The old ferry and its bell"
    head = f'<title>Estuary Notes: {title}</title><meta property="og:title" content="{title}">'
    assert page(f"<h1>Estuary Notes</h1><h3>{title}</h3>", head).title == title


@pytest.mark.parametrize("heading", [
    "<h1><span>Harbour</span> <span>Old ferry will stop in May</span></h1>",
    "<h1><span>Harbour</span><span>Old ferry will stop in May</span></h1>",
    "<h1><span><b>Harbour</b>:</span> Old ferry will stop in May</h1>",
])
def test_a_kicker_in_an_element_of_its_own_is_no_part_of_the_headline(heading: str) -> None:
    title = "Old ferry will stop in May"
    assert page(heading, f'<meta property="og:title" content="{title}">').title == title


@pytest.mark.parametrize("heading", [
    "<h1>The old ferry will stop in May</h1>", "<h1><em>The Bay</em> News: old ferry will stop in May</h1>",
])
def test_a_headline_that_networks_show_cut_stays_whole(heading: str) -> None:
    shown = " ".join(html.fromstring(heading).text_content().split())
    assert page(heading, '<meta property="og:title" content="old ferry will stop in May">').title == shown


def test_an_h1_that_is_the_site_is_no_title() -> None:
    head = "<title>Ferry will stop in May | The Daily</title>"
    assert page("<h1>The Daily</h1><div>Ferry will stop in May</div>", head).title == "Ferry will stop in May"


@pytest.mark.parametrize(("title", "want"), [
    ("Ferry will stop in May | The Daily", "Ferry will stop in May"),
    ("Ferry will stop in May - Daily.example", "Ferry will stop in May"),
    ("The Daily: Ferry will stop in May", "The Daily: Ferry will stop in May"),
    ("The Daily | Ferry will stop in May", "Ferry will stop in May"),
    ("Ferry will stop - and nobody cares", "Ferry will stop - and nobody cares"),
    ("One boat, two towns | a long read", "One boat, two towns | a long read"),
])
def test_only_the_name_of_the_site_is_cut_off_a_title(title: str, want: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="The Daily">'
    assert page("<div>no heading</div>", head).title == want


# ---------------------------------------------------------------- byline

@pytest.mark.parametrize(("text", "want"), [
    ("By Ann Lee", ["Ann Lee"]),
    ("Von Anna Müller und Bernd Schmidt, Berlin", ["Anna Müller", "Bernd Schmidt"]),
    ("Par Jean Dupont avec AFP", ["Jean Dupont"]),
    ("Por María de la Cruz", ["María de la Cruz"]),
    ("文：山田太郎", ["山田太郎"]),
    ("[山田太郎，デイリー編集部]", ["山田太郎"]),
    ("By ANN LEE, Daily National Writer", ["ANN LEE"]),
    ("By Ann Lee | Special to the Daily", ["Ann Lee"]),
    ("by Ann Lee @annlee Nov 18, 2019 at 9:24 pm ET • 2 min read", ["Ann Lee"]),
    ("Ann Lee19 Nov 2019 05:44 GMT", ["Ann Lee"]),
    ("Wednesday January 18, 2017 10:44 am PST by Ann Lee", ["Ann Lee"]),
    ("Ann Lee in Rome and Bo Ray in Paris", ["Ann Lee", "Bo Ray"]),
    ("Ann Lee\nAnn Lee is a reporter for the Daily.", ["Ann Lee"]),
    ("Story by Ann Lee; photographs by Bo Ray", ["Ann Lee"]),
    ("By Ann Lee\nFact-checked by Bo Ray", ["Ann Lee"]),
    ("Ann Lee, MS, RDN", ["Ann Lee, MS, RDN"]),
    ("Martin Luther King, Jr.", ["Martin Luther King, Jr."]),
    ("Tax & Accounting Weekly", ["Tax & Accounting Weekly"]),
    ("By Staff Writer", ["Staff Writer"]),
    ("May Chen", ["May Chen"]),
    ("https://www.facebook.com/thedaily", []),
    ("ann.lee@daily.example", []),
    ("View all posts", []),
    ("About the author", []),
    ("admin", []),
    ("By clicking here you agree to our terms", []),
    ("By Ann (A.B.) Lee", ["Ann (A.B.) Lee"]),
    ("Ann Lee (Daily)", ["Ann Lee"]),
])
def test_names_are_taken_out_of_a_byline(text: str, want: list[str]) -> None:
    assert names(text) == want


def test_several_authors_are_joined_as_the_page_reads() -> None:
    assert joined(["Ann Lee", "Bo Ray"], "By Ann Lee , Bo Ray 3 May") == "Ann Lee, Bo Ray"
    assert joined(["Ann Lee", "Bo Ray"], "Von Ann Lee und Bo Ray") == "Ann Lee und Bo Ray"
    assert joined(["Ann Lee", "Bo Ray", "Cy Ho"], "") == "Ann Lee, Bo Ray, Cy Ho"


def test_the_byline_on_the_page_wins_over_the_account_that_posted_it() -> None:
    head = linked('{"@type":"NewsArticle","headline":"Ferry","author":{"@type":"Person","name":"web-team"}}')
    assert page("<h1>Ferry</h1><p class='article-byline'>By <a>Ann Lee</a>, Staff writer</p>", head).byline == "Ann Lee"


def test_a_second_author_whom_only_the_page_shows_is_kept() -> None:
    head = linked('{"@type":"NewsArticle","headline":"Ferry","author":{"name":"Ann Lee"}}')
    top = "<h1>Ferry</h1><p class='by-social byline'>By <a rel='author'>Ann Lee</a>, <a rel='author'>Bo Ray</a></p>"
    assert page(top, head).byline == "Ann Lee, Bo Ray"


def test_neighbouring_author_links_without_a_byline_element_are_all_read() -> None:
    top = "<h1>Ferry</h1><div><a rel='author' href='/a'>Ann Lee</a> and <a rel='author' href='/b'>Bo Ray</a></div>"
    assert page(top).byline == "Ann Lee and Bo Ray"


def test_who_edited_or_reviewed_a_story_is_no_author_beside_the_one_who_wrote_it() -> None:
    top = "<h1>Ferry</h1><p>By <a href='/authors/ann/'>Ann Lee</a></p><p>{} <a href='/authors/cy/'>Cy Low</a></p>"
    assert page(top.format("Edited by:")).byline == "Ann Lee"
    assert page(top.format("<span>Reviewed by</span>")).byline == "Ann Lee"
    assert page(top.format("By")).byline == "Ann Lee, Cy Low"


BOX = "<div class='author-box'><img alt=x><div><h4 class='author-box__name'>{}</h4></div></div>"


@pytest.mark.parametrize(("second", "want"), [
    (BOX.format("Bo Ray (Editor)"), "Ann Lee, Bo Ray"),
    (BOX.format("Bo") + BOX.format("Cy Low"), "Ann Lee, Bo, Cy Low"),
    (BOX.format("Ann Lee"), "Ann Lee"),  # once more, for another screen
    (BOX.format("Bo Ray").replace("<img alt=x>", "<span>Medically reviewed by</span>"), "Ann Lee"),
    (f"<div class=related>{BOX.format('Bo Ray')}</div>", "Ann Lee"),
])
def test_boxes_of_one_shape_name_an_author_each(second: str, want: str) -> None:
    assert page("<h1>Ferry</h1>" + BOX.format("Ann Lee (Reporter)") + second).byline == want


def test_a_byline_in_capitals_is_spelled_as_the_page_spells_it_elsewhere() -> None:
    about = page("<h1>Ferry</h1><p class='byline'>BY ANN LEE</p>", '<meta name="author" content="Ann Lee">')
    assert about.byline == "Ann Lee"


def test_the_byline_of_a_card_beside_the_article_is_not_its_own() -> None:
    card = "<div class='related-stories'><h3>Other</h3><span class='author'>Bo Ray</span></div>"
    assert page(f"<h1>Ferry</h1>{card}").byline == ""
    assert page(f"<h1>Ferry</h1>{card}<span class='author'>Ann Lee</span>").byline == "Ann Lee"


def test_an_author_known_only_by_reference_is_looked_up() -> None:
    head = linked('{"@graph":[{"@type":"Article","headline":"Ferry","author":{"@id":"#p"}},'
                  '{"@type":"Person","@id":"#p","name":"Ann Lee"}]}')
    assert page("<h1>Ferry</h1>", head).byline == "Ann Lee"


def test_an_address_or_the_site_itself_is_no_author() -> None:
    site = '<meta property="og:site_name" content="The Daily">'
    account = '<meta property="article:author" content="https://www.facebook.com/daily">'
    assert page("<h1>Ferry</h1>", site + account).byline == ""
    assert page("<h1>Ferry</h1>", site + '<meta name="author" content="The Daily">').byline == ""


def test_a_biography_below_is_not_read_for_its_first_word() -> None:
    name = '<div class="post-author__name">Ann Lee</div>'
    box = '<div class="post-author-biography">Started at the quay in 1999.</div>'
    assert page("<h1>Ferry</h1>", tail=name + box).byline == "Ann Lee"


def test_a_house_after_the_name_is_no_second_author() -> None:
    assert names("by Ann Lee, Senior Director, Tides & Ferries, Harbour Press and Ferry Institute") == ["Ann Lee"]


def test_the_card_for_networks_says_who_wrote_it_where_nothing_else_does() -> None:
    label, name = '<meta name="twitter:label1" content="{}">', '<meta name="twitter:data1" content="Ann Lee">'
    assert page("<h1>Ferry</h1>", label.format("Written by") + name).byline == "Ann Lee"
    assert page("<h1>Ferry</h1>", label.format("Geschrieben von") + name).byline == "Ann Lee"
    assert page("<h1>Ferry</h1>", label.format("Est. reading time") + name).byline == ""


def test_a_labelled_line_above_the_headline_names_the_author() -> None:
    top = "<div><span>Guides</span><span>By The Daily Ferry Desk</span></div><h1>Ferry</h1>"
    assert page(top).byline == "The Daily Ferry Desk"
    assert page("<div><span>By the sea</span></div><h1>Ferry</h1>").byline == ""


@pytest.mark.parametrize("top", [
    "<div class=submitted><span>Tue, 10/04/2016</span> | By <a href='/users/ann' class=username>Ann Ray</a></div>",
    "<ul><li><span class='user-name'>Ann Ray</span></li></ul>",
    "<p class=meta>Published: 22 April 2024 | By Ann Ray</p>",
])
def test_bylines_of_content_management_systems(top: str) -> None:
    assert page("<h1>Ferry will stop in May</h1>" + top).byline == "Ann Ray"


def test_the_article_s_own_footer_signs_it_and_the_site_s_does_not() -> None:
    signed = "<footer><span class=byline><span>Author</span> <a href='/author/ann/'>Ann Ray</a></span></footer>"
    around = f"<article><h1>Ferry will stop in May</h1><div>{BODY}{BODY}</div>"
    inside = read_page(html.document_fromstring(f"<body>{around}{signed}</article></body>"), URL)
    below = read_page(html.document_fromstring(f"<body>{around}</article>{signed}</body>"), URL)
    assert (inside.byline, below.byline) == ("Ann Ray", "")


def test_a_single_author_box_below_is_the_last_resort() -> None:
    assert page("<h1>Ferry</h1>", tail="<div class='author-box'><h4>Ann Lee</h4></div>").byline == "Ann Lee"
    two = "<div class='author-box'>Ann Lee</div><div class='author-box'>Bo Ray</div>"
    assert page("<h1>Ferry</h1>", tail=two).byline == ""


# ---------------------------------------------------------------- deck

DECK = "What it means for the two towns that never built a bridge"


@pytest.mark.parametrize("top", [
    f"<h1>Ferry</h1><p class='article-dek'>{DECK}</p>",
    f"<h1>Ferry</h1><div class='c-standfirst__text'>{DECK}</div>",
    f"<h1>Ferry</h1><h2 class='sub-title'>{DECK}</h2>",
    f"<h1>Ferry</h1><p itemprop='alternativeHeadline'>{DECK}</p>",
    f"<header><h1>Ferry</h1><p>{DECK}</p></header>",
    f"<h1>Ferry</h1><h2>{DECK}</h2>",
])
def test_a_standfirst_below_the_headline_is_the_deck(top: str) -> None:
    assert page(top).deck == DECK


def test_a_short_block_that_repeats_the_description_is_the_deck() -> None:
    head = f'<meta property="og:description" content="{DECK}">'
    top = f"<h1>Ferry</h1><div class='x1'>Ann Lee</div><div class='x2'><p>{DECK}</p></div>"
    assert page(top, head).deck == DECK
    assert page(top).deck == ""


def test_the_body_is_never_the_deck() -> None:
    first = "The first short paragraph of the story is its description too."
    head = f'<meta property="og:description" content="{first}">'
    assert page("<h1>Ferry</h1>" + f"<p>{first}</p>" + BODY, head).deck == ""
    assert page("<h1>Ferry</h1>" + f"<p class='introduction'>{first}</p>" + BODY, head).deck == ""
    flat = "<p>One more sentence that follows in the same place and is not so very long.</p>"
    assert page(f"<h1>Ferry</h1><p>{first}</p><figure></figure>{flat}", head).deck == ""
    assert page(f"<h1>Ferry</h1><p class='excerpt'>{first}</p><div><p>{first}</p></div>", head).deck == ""


@pytest.mark.parametrize("top", [
    "<h1>Ferry</h1><p class='subhead'>By Ann Lee and Bo Ray of the Daily</p>",
    "<h1>Ferry</h1><p class='subhead'>Updated November 18, 2019 at 10:15 am</p>",
    "<h1>Ferry</h1><p class='subhead'><a href='/a'>More stories</a> <a href='/b'>about this and that</a></p>",
    f"<h1>Ferry</h1><div class='author-bio'><p class='description'>{DECK}</p></div>",
    f"<h1>Ferry</h1><p class='dek' style='display: none'>{DECK}</p>",
])
def test_bylines_dates_links_biographies_and_hidden_things_are_no_deck(top: str) -> None:
    assert page(top).deck == ""


# ---------------------------------------------------------------- dates

@pytest.mark.parametrize(("text", "want"), [
    ("2019-11-18T21:10:29Z", "2019-11-18T21:10:29+00:00"),
    ("2019-11-18T21:10:29.780602-0500", "2019-11-18T21:10:29-05:00"),
    ("2019-11-18 21:10", "2019-11-18T21:10:00"),
    ("Mon, 18 Nov 2019 21:10:29 GMT", "2019-11-18T21:10:29+00:00"),
    ("Nov. 18, 2019 at 8:31pm", "2019-11-18T20:31:00"),
    ("18. Oktober 2019, 14:03 Uhr", "2019-10-18T14:03:00"),
    ("le 3 février 2020 à 14h30", "2020-02-03T14:30:00"),
    ("1 de enero de 2020", "2020-01-01"),
    ("2019年11月8日", "2019-11-08"),
    ("18.11.2019", "2019-11-18"),
    ("20191118", "2019-11-18"),
    ("31 February 2020", ""),
    ("3/4/2020", ""),
    ("12 Monkeys 1995", ""),
    ("2019-11-18T21:10:29+99:99", "2019-11-18"),
])
def test_dates_become_iso(text: str, want: str) -> None:
    assert dates.iso(text) == want


def test_dates_come_from_json_then_meta_then_the_page() -> None:
    top = "<h1>Ferry</h1><span class='post-date'>November 5, 2019</span>"
    meta = '<meta property="article:published_time" content="2019-11-04">'
    assert page(top).published == "2019-11-05"
    assert page(top, meta).published == "2019-11-04"
    json = linked('{"@type":"NewsArticle","headline":"Ferry","datePublished":"2019-11-03",'
                  '"dateModified":"2019-11-09T08:00:00Z"}')
    assert page(top, meta + json).published == "2019-11-03"
    assert page(top, meta + json).updated == "2019-11-09T08:00:00+00:00"


@pytest.mark.parametrize(("line", "published", "updated"), [
    ("<p>Published March 2, 2026 at 8:00 am</p>", "2026-03-02T08:00:00", ""),
    ("<p>By Ann Lee | <em>2 March 2026</em></p>", "2026-03-02", ""),
    ("<div>March 2, 2026<br>Updated March 3, 2026</div>", "2026-03-02", "2026-03-03"),
    ("<p>Veröffentlicht am 2. März 2026</p><p>Aktualisiert am 3. März 2026</p>", "2026-03-02", "2026-03-03"),
    ("<p class=date>2 March 2026 · Updated 3 March 2026</p>", "2026-03-02", "2026-03-03"),
    ("<p>2 March 2026, 8:00 am</p><p>Updated 2 March 2026</p>", "2026-03-02T08:00:00", ""),
])
def test_a_bare_line_below_the_headline_is_the_last_resort_for_dates(line: str, published: str, updated: str) -> None:
    about = page(f"<h1>Ferry</h1>{line}{BODY}")
    assert (about.published, about.updated) == (published, updated)


@pytest.mark.parametrize("line", [
    "<p>When: March 5, 2026</p>", "<p>Vote by March 5, 2026</p>", "<p>The ferry of March 5, 2026 was the last.</p>",
    "<aside class=related><p>March 5, 2026</p></aside>", "<p>Founded 2 March 1926 in Bergen</p>",
])
def test_other_dates_near_the_headline_are_not_the_story_s(line: str) -> None:
    about = page(f"<h1>Ferry</h1>{line}{BODY}")
    assert (about.published, about.updated) == ("", "")


def test_an_update_at_the_time_of_publishing_is_none() -> None:
    json = linked('{"@type":"Article","headline":"F","datePublished":"2019-11-03T08:00:01Z",'
                  '"dateModified":"2019-11-03T08:00:09Z"}')
    assert page("<h1>Ferry</h1>", json).updated == ""


# ---------------------------------------------------------------- addresses, site, language

def test_relative_addresses_are_relative_to_base_then_url_then_canonical() -> None:
    text = '<html><head>{}<link rel="canonical" href="https://daily.example/c"></head><body><h1>F</h1></body></html>'
    based = html.document_fromstring(text.format('<base href="/img/">'))
    plain = html.document_fromstring(text.format(""))
    assert read_page(based, URL).base == "https://www.daily.example/img/"
    assert read_page(plain, URL).base == URL
    assert read_page(plain, "").base == "https://daily.example/c"


def test_a_canonical_that_is_the_front_page_or_no_web_address_is_not_believed() -> None:
    assert page(head='<link rel="canonical" href="https://www.daily.example/">').canonical == URL
    assert page(head='<link rel="canonical" href="javascript:alert(1)">').canonical == URL
    assert page(head='<link rel="canonical" href="http://[broken/">').canonical == URL
    assert page(head='<link rel="canonical" href="/world/ferry">').canonical == "https://www.daily.example/world/ferry"


def test_the_lead_is_absolute_and_no_logo() -> None:
    image = '<meta property="og:image" content="/i/logo.png"><meta name="twitter:image" content="/i/ferry.jpg">'
    assert page(head=image).lead == "https://www.daily.example/i/ferry.jpg"


def test_the_site_falls_back_to_its_host() -> None:
    assert page().site == "daily.example"
    assert page(head='<meta property="og:site_name" content="The &amp;amp; Daily">').site == "The & Daily"


def test_language_and_direction() -> None:
    assert (page().lang, page().dir) == ("", "ltr")
    assert (page(attributes='lang="ar-EG"').lang, page(attributes='lang="ar-EG"').dir) == ("ar-EG", "rtl")
    assert page(attributes='lang="ar" dir="ltr"').dir == "ltr"
    assert page(head='<meta property="og:locale" content="de_DE">').lang == "de-DE"
    assert page(attributes='lang="<script>"').lang == ""


# ---------------------------------------------------------------- JSON-LD

@pytest.mark.parametrize("script", [
    '{"@type":"Article","headline":"Ferry",}',
    '/* cms */ {"@type":"Article", // type\n "headline":"Ferry"}',
    '<!-- {"@type":"Article","headline":"Ferry"} -->',
    '//<![CDATA[\n{"@type":"Article","headline":"Ferry"}\n//]]>',
    '{"@type":"Article","headline":"Fer\try"}'.replace("Fer\try", "Ferry\n"),
    '{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Ferry&quot;}',
    '[[{"@type":"Article","headline":"Ferry"}]]',
    '{"@type":"Article","headline":"Ferry"}{"@type":"Person"}',
    '{"@type":"Article","headline":"Ferry"};',
    '{"@context":"http://schema.org","@graph":[{"@type":"Article","headline":"Ferry"}]}',
])
def test_broken_json_is_mended(script: str) -> None:
    found = [thing for thing in jsonld.objects([script]) if thing.get("@type") == "Article"]
    assert [thing["headline"].strip() for thing in found] == ["Ferry"]


def test_what_looks_like_a_comment_in_a_string_stays() -> None:
    assert jsonld.objects(['{"url":"https://daily.example/a, }",}'])[0]["url"] == "https://daily.example/a, }"


def test_the_article_is_chosen_among_the_things_of_a_page() -> None:
    json = linked('[{"@type":"WebSite","name":"The Daily"},{"@type":"ImageObject","author":{"name":"Bo Ray"}},'
                  '{"@type":["NewsArticle"],"headline":"Ferry","articleBody":"<p>One &amp; two.</p>",'
                  '"author":["Ann Lee"]}]')
    about = page("<h1>Ferry</h1>", json)
    assert (about.type, about.article_body) == ("NewsArticle", "One & two.")
    assert (about.byline, about.site) == ("Ann Lee", "The Daily")


@pytest.mark.parametrize("value", [
    "null", "7", '"x"', "[]", "{}", '{"name":7}', "[null,[1]]", '{"@id":["a"]}', '{"@id":{"a":1}}',
])
def test_values_of_the_wrong_kind_harm_nobody(value: str) -> None:
    keys = "author publisher image headline datePublished articleBody description inLanguage @type @graph @id"
    for key in keys.split():
        assert page("<h1>Ferry</h1>", linked(f'{{"@type":"Article","headline":"x","{key}":{value}}}')).title


# ---------------------------------------------------------------- size

@pytest.mark.parametrize("text", [
    "<h1>T</h1>" + "<p class=byline>zz</p>" * 20_000,
    "<h1>T</h1>" + "<a rel=author href=/author/x>a b c</a>" * 20_000,
    "<h1>T</h1>" + "<div class=deck>a</div>" * 20_000,
    "<h1>Title of all</h1>" * 20_000,
    "<h1>T</h1><div class=byline>" + " " * 1_000_000 + "</div>",
    "<title>" + " | x" * 50_000 + "</title>",
    '<script type="application/ld+json">{"a":"\\"' + '\\"' * 100_000 + "</script>",
    '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    '<script type="application/ld+json">' + "/*" * 100_000 + "</script>",
    '<script type="application/ld+json">{"@type":"Article","headline":"' + "<" * 200_000 + '"}</script>',
])
def test_hostile_pages_cost_no_more_than_their_size(text: str) -> None:
    root = html.document_fromstring(text)
    start = time.process_time()
    read_page(root, URL)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("text", [
    "<html></html>", "<p>x", "<!-- x --><?php x ?><html><body><!-- y --></body></html>", "<h1></h1><title/>",
])
def test_a_page_that_says_nothing_says_nothing(text: str) -> None:
    about = read_page(html.document_fromstring(text), "")
    assert {about.title, about.deck, about.byline, about.published, about.canonical, about.base} == {""}
