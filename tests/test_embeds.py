"""Embeds: a card, a quotation or a formula for each; nothing for what shows a reader nothing."""
# ruff: noqa: E501 (a row of given and expected reads best on one line)
from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, tostring

from reader.embeds import card
from reader.held import Held
from reader.parse import parse
from reader.rules import embeds as rows
from reader.sanitize import sanitize

BASE = "https://site.example/news/"


def carded(markup: str) -> HtmlElement:
    body = parse(f"<body>{markup}").find("body")
    card(Held(body.getparent()), BASE)
    return body


def html(markup: str) -> str:
    """The inside of the body."""
    return re.sub(r"</?body>", "", tostring(carded(markup), encoding="unicode"))


def figure(address: str, words: str) -> str:
    return f'<figure data-r-figure=""><a href="{address}">{words}</a></figure>'


PLAYERS = [
    ("//www.youtube.com/embed/abcdefghijk?rel=0", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("https://www.youtube-nocookie.com/embed/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("https://www.youtube.com/embed/videoseries?x=1&list=PL-1", "https://www.youtube.com/playlist?list=PL-1"),
    ("https://player.vimeo.com/video/123?h=abc", "https://vimeo.com/123"),
    ("https://www.dailymotion.com/embed/video/x1y2", "https://www.dailymotion.com/video/x1y2"),
    ("https://geo.dailymotion.com/player/z.html?video=x1y2", "https://www.dailymotion.com/video/x1y2"),
    ("https://player.twitch.tv/?video=v123&parent=a", "https://www.twitch.tv/videos/123"),
    ("https://player.twitch.tv/?channel=abc", "https://www.twitch.tv/abc"),
    ("https://clips.twitch.tv/embed?clip=Abc-D", "https://clips.twitch.tv/Abc-D"),
    ("https://open.spotify.com/embed/episode/a1B2?utm=x", "https://open.spotify.com/episode/a1B2"),
    ("https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b&x=1", "https://soundcloud.com/a/b"),
    ("https://players.brightcove.net/1/a_default/index.html?videoId=2", ""),
    ("https://cdn.jwplayer.com/players/abc-def.html", ""),
    ("https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1%2F", "https://www.facebook.com/a/videos/1/"),
    ("https://www.google.com/maps/embed?pb=1", ""),
    ("https://docs.google.com/document/d/e/1/pub", ""),
    ("https://embed.documentcloud.org/documents/12-a-b/?embed=1", "https://www.documentcloud.org/documents/12-a-b"),
    ("https://datawrapper.dwcdn.net/abc/1/", ""),
    ("https://e.infogram.com/abc", ""),
    ("https://flo.uri.sh/visualisation/123/embed", "https://public.flourish.studio/visualisation/123/"),
]


@pytest.mark.parametrize(("source", "page"), PLAYERS)
def test_a_frame_becomes_a_card(source: str, page: str) -> None:
    (link,) = carded(f'<p>a</p><iframe src="{source.replace("&", "&amp;")}" title="A &amp; B"></iframe>').iter("a")
    assert link.get("href") == (page or source)
    assert link.text.startswith("A & B, ")
    assert link.getparent().attrib == {"data-r-figure": ""}


def test_the_text_after_a_frame_stays() -> None:
    frame = "<iframe src=//youtu.be/abcdefghijk></iframe>"
    card = figure("https://www.youtube.com/watch?v=abcdefghijk", "Video, youtube.com")
    assert html(f"<div>a{frame}b</div>") == f"<div>a{card}b</div>"
    assert html("<div>a<iframe src=//ads.example/x></iframe>b</div>") == "<div>ab</div>"


@pytest.mark.parametrize("name", ["data-src", "data-lazy-src", "data-cmp-src", "data-consent-url"])
def test_the_address_may_wait_in_another_attribute(name: str) -> None:
    (link,) = carded(f"<iframe {name}='https://player.vimeo.com/video/1' src='about:blank'></iframe>").iter("a")
    assert link.get("href") == "https://vimeo.com/1"


@pytest.mark.parametrize(
    "frame",
    [
        "<iframe src='https://ads.example.com/x' allowfullscreen></iframe>",
        "<iframe src='https://www.googletagmanager.com/ns.html?id=1' height=0></iframe>",
        "<iframe src='https://a.example/newsletter/embed' allowfullscreen></iframe>",
        "<iframe src='https://a.example/comments/1'></iframe>",
        "<iframe src='https://www.facebook.com/plugins/like.php?href=x'></iframe>",
        "<iframe src='https://platform.twitter.com/widgets/follow_button.html' allowfullscreen></iframe>",
        "<iframe src='https://a.example/x' allowfullscreen style='display: none'></iframe>",
        "<iframe src='https://a.example/x' allowfullscreen width=1 height=1></iframe>",
        "<iframe src='javascript:run()' allowfullscreen></iframe>",
        "<iframe src='data:text/html,x' allowfullscreen></iframe>",
        "<iframe src='https://[::1' allowfullscreen></iframe>",
        "<iframe srcdoc='<p>x</p>'></iframe>",
        "<iframe src='https://www.facebook.com/plugins/video.php?href=javascript:run()'></iframe>",
        "<iframe src='https://w.soundcloud.com/player/?url=//a.example'></iframe>",
        "<iframe></iframe>",
        "<video></video><audio src='blob:https://a.example/1'></audio><object data='x.swf'></object><amp-youtube></amp-youtube>",
    ],
)
def test_what_shows_a_reader_nothing_goes(frame: str) -> None:
    assert html(f"<p>x</p>{frame}") == "<p>x</p>"


def test_a_frame_of_an_unknown_host_stays_when_it_may_fill_the_screen() -> None:
    card = figure("https://player.a.example/1", "The film, player.a.example")
    assert html("<iframe src='https://player.a.example/1' allowfullscreen title='The film'></iframe>") == card


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<video src=/v.mp4></video>", figure("https://site.example/v.mp4", "Video, site.example")),
        ("<audio controls><source src=a.mp3>No audio!</audio>", figure(BASE + "a.mp3", "Audio, site.example")),
        ("<amp-video title=T data-src=/v.mp4></amp-video>", figure("https://site.example/v.mp4", "T, site.example")),
        ("<lite-youtube videoid=abcdefghijk playlabel=Film></lite-youtube>", figure("https://www.youtube.com/watch?v=abcdefghijk", "Film, youtube.com")),
        ("<amp-youtube data-videoid=abcdefghijk></amp-youtube>", figure("https://www.youtube.com/watch?v=abcdefghijk", "Video, youtube.com")),
        ("<div data-oembed-url=https://vimeo.com/1>x</div>", figure("https://vimeo.com/1", "Video, vimeo.com")),
        ("<oembed url=https://vimeo.com/1></oembed>", figure("https://vimeo.com/1", "Video, vimeo.com")),
        ("<object data=x.swf><param name=movie value=http://youtube.com/v/abcdefghijk></object>", figure("https://www.youtube.com/watch?v=abcdefghijk", "Video, youtube.com")),
        ("<video poster=/p.jpg src=blob:x></video>", '<img src="https://site.example/p.jpg" alt="">'),
    ],
)
def test_players_of_every_make(given: str, expected: str) -> None:
    assert html(given) == expected


def test_a_poster_stands_before_the_link() -> None:
    (box,) = carded("<video poster=/p.jpg src=/v.mp4></video>").iter("figure")
    assert [(child.tag, child.get("src") or child.get("href")) for child in box] == [
        ("img", "https://site.example/p.jpg"), ("a", "https://site.example/v.mp4"),
    ]


def test_a_figure_of_the_pages_own_keeps_its_caption() -> None:
    (box,) = carded(
        "<figure class=video><div><iframe src=https://player.vimeo.com/video/1></iframe></div><figcaption>c</figcaption></figure>"
    ).iter("figure")
    assert box.get("class") == "video"
    assert box.find("a").get("href") == "https://vimeo.com/1"
    assert box.find("figcaption").text == "c"


@pytest.mark.parametrize("title", ["YouTube video player", "embedded content", "Video", " ", "Vimeo", "iframe"])
def test_a_title_that_says_nothing_is_none(title: str) -> None:
    (link,) = carded(f"<iframe src=//youtu.be/abcdefghijk title='{title}'></iframe>").iter("a")
    assert link.text == "Video, youtube.com"


# ---------------------------------------------------------------- posts


@pytest.mark.parametrize("name", sorted(rows.POSTS))
def test_a_post_stays_a_quotation_with_author_and_link(name: str) -> None:
    (quotation,) = carded(
        f"<blockquote class='{name} x' data-x=1><p>Words</p>— Me (@me) <a href=https://a.example/1>May 1</a></blockquote>"
        "<script src=https://a.example/widgets.js></script>"
    ).iter("blockquote")
    assert dict(quotation.attrib) == {}
    assert quotation.text_content() == "Words— Me (@me) May 1"
    assert quotation.find("a").get("href") == "https://a.example/1"


def test_a_post_without_a_link_gets_one_and_its_placeholders_go() -> None:
    markup = (
        "<blockquote class=instagram-media data-instgrm-permalink='https://www.instagram.com/p/A/?x=1'>"
        "<div><div></div><div><div> </div></div><p>Words</p></div></blockquote>"
    )
    link = '<p><a href="https://www.instagram.com/p/A/">Post, instagram.com</a></p>'
    assert html(markup) == f"<blockquote><p>Words</p>{link}</blockquote>"


@pytest.mark.parametrize(
    ("given", "page"),
    [
        ("<iframe src='https://platform.twitter.com/embed/Tweet.html?dnt=1&amp;id=123'></iframe>", "https://twitter.com/i/status/123"),
        ("<iframe src='https://www.instagram.com/p/A_b/embed/'></iframe>", "https://www.instagram.com/p/A_b/"),
        ("<iframe src='https://embed.bsky.app/embed/did:plc:a1/app.bsky.feed.post/b2'></iframe>", "https://bsky.app/profile/did:plc:a1/post/b2"),
        ("<iframe src='https://embed.reddit.com/r/a/comments/b1/c/?x'></iframe>", "https://www.reddit.com/r/a/comments/b1"),
        ("<amp-twitter data-tweetid=123></amp-twitter>", "https://twitter.com/i/status/123"),
        ("<amp-instagram data-shortcode=Ab></amp-instagram>", "https://www.instagram.com/p/Ab/"),
    ],
)
def test_a_framed_post_becomes_a_quotation_with_its_link(given: str, page: str) -> None:
    (quotation,) = carded(given).iter("blockquote")
    assert quotation.find("p/a").get("href") == page


def test_a_post_with_other_links_gets_its_own() -> None:
    given = "<blockquote class=tiktok-embed cite='https://www.tiktok.com/@port/video/1'><a href=https://www.tiktok.com/@port>@port</a> Closed.</blockquote>"
    links = [link.get("href") for link in carded(given).iter("a")]
    assert links == ["https://www.tiktok.com/@port", "https://www.tiktok.com/@port/video/1"]


@pytest.mark.parametrize("page", ["https://www.facebook.com/port/posts/1", "https://www.facebook.com/permalink.php?story_fbid=1&id=2"])
def test_an_empty_box_for_a_post_is_the_post(page: str) -> None:
    assert [link.get("href") for link in carded(f"<div class=fb-post data-href='{page}'></div>").iter("a")] == [page]


@pytest.mark.parametrize("box", [
    "<div class=fb-like data-href='https://www.facebook.com/port'></div>",
    "<div class=card data-href='https://www.facebook.com/port/posts/1'>A card of words</div>",
    "<div class=card data-href='https://youtu.be/abcdefghijk'><h3>A card</h3></div>",
])
def test_a_box_that_only_leads_somewhere_is_left_alone(box: str) -> None:
    assert next(carded(box).iter("a", "blockquote"), None) is None


def test_the_spare_of_an_amp_post_is_the_post() -> None:
    spare = '<blockquote class="twitter-tweet"><p>Words <a href="https://a.example/1">x</a></p></blockquote>'
    (quotation,) = carded(f"<amp-twitter data-tweetid=123>{spare}</amp-twitter>").iter("blockquote")
    assert quotation.text_content() == "Words x"


def test_other_quotations_are_left_alone() -> None:
    markup = '<blockquote class="pull" id="x"><div></div><p>Words</p></blockquote>'
    assert html(markup) == markup


# ---------------------------------------------------------------- formulas

TEX = "<semantics><mrow><mi>x</mi></mrow><annotation encoding='application/x-tex'>x^2</annotation></semantics>"


@pytest.mark.parametrize(
    "formula",
    [
        f"<math>{TEX}</math>",
        "<math alttext='x^2'><mi>x</mi></math>",
        "<math><mi>x^2</mi></math>",
        f"<span class=katex><span class=katex-mathml><math>{TEX}</math></span><span class=katex-html aria-hidden=true>x2</span></span>",
        "<span class=mwe-math-element><span class='mwe-math-mathml-inline' style='display:none'>"
        r"<math alttext='{\displaystyle x^2}'><mi>x</mi></math></span><img class='mwe-math-fallback-image-inline' alt='y'></span>",
        "<span class=MathJax_Preview>?</span><span class=MathJax>x2</span><script type='math/tex'>x^2</script>",
        f"<mjx-container><mjx-math>?</mjx-math><mjx-assistive-mml><math>{TEX}</math></mjx-assistive-mml></mjx-container>",
        "<img class='latex' src=/l.png alt='x^2'>",
        "<img src='https://latex.codecogs.com/gif.latex?x' alt='x^2'>",
    ],
)
def test_a_formula_is_its_tex(formula: str) -> None:
    assert html(f"<p>where {formula} is</p>") == "<p>where x^2 is</p>"


def test_ordinary_scripts_and_images_are_left_alone() -> None:
    markup = '<p><img src="a.jpg" alt="A flat" class="latest"><script type="application/ld+json">{}</script></p>'
    assert html(markup) == markup


# ---------------------------------------------------------------- the table, and hostility


def test_rows_are_unique_and_explained() -> None:
    assert len({(row.host, row.pattern) for row in rows.FRAMES}) == len(rows.FRAMES)
    for row in rows.FRAMES:
        assert row.why
        assert row.address.count("{}") <= max(1, re.compile(row.pattern).groups)


BRICKS = [
    "<iframe src='//youtu.be/abcdefghijk'>", "</iframe>", "<figure>", "</figure>", "<video src=x poster=y>", "</video>", "<math>",
    "</math>", "<annotation encoding=tex>", "<blockquote class=twitter-tweet>", "</blockquote>", "<object>", "<param value=/x>",
    "<embed src=/x>", "<script type='math/tex'>", "</script>", "<span class=MathJax>", "</span>", "<mjx-container>", "<div>",
    "</div>", "<amp-twitter data-tweetid=1>", "</amp-twitter>", "<p data-oembed-url=https://vimeo.com/1>", "words ", "<img class=tex alt=x>",
    "<iframe src='https://a.example:x/' allowfullscreen>", "<img>", "<audio>", "<source src='http://[x'>", "<oembed url=//x/>",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(BRICKS), min_size=1, max_size=20).map("".join))
def test_whatever_is_nested_in_whatever(markup: str) -> None:
    body = carded("<p>x</p>" + markup)
    left = {element.tag for element in body.iter()}
    assert not left & {"iframe", "video", "audio", "embed", "object", "math", "oembed", "amp-twitter"}
    sanitize(tostring(body, encoding="unicode"))
