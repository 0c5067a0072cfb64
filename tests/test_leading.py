"""Where a page leads on to, told from the page alone."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

import pytest
from samples import PARAGRAPHS, page, prose

from reader.article import Article
from reader.errors import BadAddress, NoArticle
from reader.leading import NOWHERE, TINY, Lead, Sight
from reader.pipeline import see

HERE = "https://paper.example/go/1"
ON = "https://other.example/story?a=1&b=2"
SCRIPT = "<html><head><title>{0}</title></head><script>{0}</script></html>"
TEXT = " ".join(PARAGRAPHS[:4])


def seen(markup: str, url: str = HERE) -> Sight:
    return see(markup.encode(), url, "text/html; charset=utf-8")


def refresh(content: str, rest: str = "<p>One moment.") -> str:
    return f"<head><meta http-equiv=Refresh content=\"{content}\"></head><body>{rest}</body>"


@pytest.mark.parametrize(
    "content",
    [f"0;url={ON}", f"0; URL='{ON}'", f"5,{ON}", f"0 url = {ON}", f" 1.5 ;  url={ON} ", f"0;url=&quot;{ON}&quot; x", f";url={ON}"],
)
def test_a_refresh_surely_leads_on(content: str) -> None:
    lead = seen(refresh(content)).lead
    assert (lead.url, lead.sure) == (ON, True)


@pytest.mark.parametrize("content", ["0", "30;url=" + ON, "0;url=", "0;url=" + HERE, "0;url=" + HERE + "?utm_source=x", "x;url=" + ON, "0;url=#top"])
def test_a_page_that_stays_or_only_loads_itself_leads_nowhere(content: str) -> None:
    assert seen(refresh(content)).lead == NOWHERE


def test_a_refresh_is_relative_to_the_base() -> None:
    assert seen(refresh("0;url=story?x=1", "<base href='/2026/'>")).lead.url == "https://paper.example/2026/story?x=1"
    assert seen(refresh("0;url=story", "<base href='javascript:x'>")).lead.url == "https://paper.example/go/story"


def test_a_refresh_for_those_without_scripts_is_only_a_guess() -> None:
    assert seen(f"<head><noscript>{refresh('0;url=/plain')}</noscript></head><body><div id=root></div>").lead == Lead("/plain", HERE, False)


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@b.example"])
def test_where_no_one_can_be_led_the_lead_says_so(target: str) -> None:
    lead = seen(refresh(f"0;url={target}")).lead
    with pytest.raises(BadAddress):
        assert lead.url


def test_a_page_with_a_text_of_its_own_is_not_left() -> None:
    assert seen(refresh(f"0;url={ON}", f"<ul>{'<li>'.join(PARAGRAPHS)}</ul>")).lead == NOWHERE
    assert seen(page(prose()).replace("<head>", f'<head><meta http-equiv="refresh" content="0;url={ON}">')).lead == NOWHERE


def test_a_notice_long_enough_to_be_an_article_is_left_as_browsers_leave_it() -> None:
    sight = seen(refresh(f"3;url={ON}", f"<article><h1>You leave our site</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article>"))
    assert isinstance(sight.found, Article)
    assert (sight.lead.url, sight.lead.sure) == (ON, True)


@pytest.mark.parametrize(
    "script",
    [
        'location.replace("https:\\/\\/other.example\\/story?a=1\\u0026b=2")', f"window.opener = null; location.replace('{ON}')",
        f"window.location.href = \"{ON}\";", f"top.location='{ON}'", f"setTimeout(function(){{document.location.assign('{ON}')}}, 500)",
        f"var a = 1; self.location = '{ON}'; // location = '{ON}'", "location.href='https://other.example/story?a=1\\x26b=2'",
    ],
)  # fmt: skip
def test_a_tiny_script_surely_leads_on(script: str) -> None:
    lead = seen(SCRIPT.format(script)).lead
    assert (lead.url, lead.sure) == (ON, True)


def test_so_does_one_on_the_body() -> None:
    assert seen(f"<body onload=\"location.replace('{ON}')\">").lead.url == ON


@pytest.mark.parametrize(
    "markup",
    [
        SCRIPT.format(f"location.href = '{ON}'; location.href = '/other'"), SCRIPT.format("location.href = base + '/story'"),
        SCRIPT.format("location.href = '/go' + id"), SCRIPT.format(f"location = '{HERE}'"), SCRIPT.format(f"relocation = '{ON}'"),
        SCRIPT.format(f"location.replace('{ON}');" + "x();" * TINY), f"<script>location='{ON}'</script><p>{PARAGRAPHS[0]}",
        f"<script type='application/ld+json'>location='{ON}'</script>", f"<!-- <script>location='{ON}'</script> --><p>x", f"<pre>location='{ON}'</pre>",
    ],
)  # fmt: skip
def test_other_scripts_do_not(markup: str) -> None:
    assert seen(markup).lead == NOWHERE


def test_a_lone_frame_of_the_same_site_is_followed() -> None:
    framed = "<html><frameset rows='100%,*'><frame src='//www.paper.example/story'><frame src='about:blank'></frameset></html>"
    lead = seen(framed).lead
    assert (lead.url, lead.sure) == ("https://www.paper.example/story", True)
    inline = seen("<body><iframe src='/letter/7' width='100%' height=900></iframe><iframe src='/count' width=1 height=1></iframe>").lead
    assert (inline.url, inline.sure) == ("https://paper.example/letter/7", False)


@pytest.mark.parametrize(
    "markup",
    [
        "<frameset cols='20%,80%'><frame src='/menu'><frame src='/story'></frameset>", "<frameset><frame src='https://other.example/'></frameset>",
        "<iframe src='https://other.example/story'></iframe>", "<iframe src='/a'></iframe><iframe src='/b'></iframe>",
        "<iframe src='/a' hidden></iframe>", "<iframe src='/a' style='display: none'></iframe>", "<iframe src='/a' width=1 height=1></iframe>",
        f"<iframe src='/a'></iframe><p>{PARAGRAPHS[0]}</p>", "<iframe src=''></iframe>",
    ],
)  # fmt: skip
def test_other_frames_are_not(markup: str) -> None:
    assert seen(f"<html>{markup}</html>").lead == NOWHERE


VARIANTS = [
    "https://paper.example/2026/story/amp", "https://paper.example/2026/story/amp/", "https://paper.example/story.amp.html",
    "https://paper.example/story?amp=1", "https://paper.example/story?amp", "https://amp.paper.example/story", "https://paper.example/story?outputType=amp",
    "https://paper.example/story?print=1", "https://paper.example/story?printerFriendly=true", "https://paper.example/story/print/",
    "https://paper.example/drucken/story", "https://paper.example/story?x=1&view=print", "https://paper.example/story.print.html",
]  # fmt: skip


@pytest.mark.parametrize("url", VARIANTS)
def test_a_second_form_leads_to_the_page_it_is_a_form_of(url: str) -> None:
    own = "https://www.paper.example/2026/story"
    declared = page(prose()).replace("<head>", f"<head><link rel=canonical href='{own}'>")
    sight = seen(declared, url)
    assert isinstance(sight.found, Article)
    assert (sight.lead.url, sight.lead.sure) == (own, False)
    empty = seen(f"<head><link rel=canonical href='{own}'></head><body><p>Loading</p>", url)
    assert isinstance(empty.found, NoArticle)
    assert (empty.lead.url, empty.lead.sure) == (own, False)
    assert seen(declared.replace("www.paper", "evil"), url).lead == NOWHERE
    assert seen(declared.replace(own, url), url).lead == NOWHERE


@pytest.mark.parametrize("tag", ["<html amp lang=en>", "<html ⚡>", "<html lang=en amp>"])
def test_an_amp_page_is_known_by_its_first_tag(tag: str) -> None:
    own = "https://paper.example/2026/story"
    declared = page(prose()).replace("<html lang=en>", tag).replace("<head>", f"<head><link rel=canonical href='{own}'>")
    assert seen(declared).lead.url == own
    assert seen(declared.replace(tag, "<html lang=en class=amp>")).lead == NOWHERE


@pytest.mark.parametrize("url", ["https://paper.example/example", "https://paper.example/stamp/1", "https://paper.example/story?amp=0", "https://paper.example/blueprint/print-media", "https://paper.example/story?print=false", "https://champ.example/a"])
def test_ordinary_addresses_are_no_second_forms(url: str) -> None:
    assert seen(page(prose()).replace("<head>", "<head><link rel=canonical href='/own'>"), url).lead == NOWHERE


def test_a_page_without_an_article_leads_to_its_amp_page() -> None:
    wall = "<head><link rel=amphtml href='/story/amp'></head><body><p>Please log in to continue reading. Forgot your password?</p>" + "<p>x</p>" * 60
    sight = seen(wall)
    assert isinstance(sight.found, NoArticle)
    assert (sight.lead.url, sight.lead.sure) == ("https://paper.example/story/amp", False)
    assert seen(wall.replace("/story/amp", "https://evil.example/amp")).lead == NOWHERE
    assert seen(page(prose()).replace("<head>", "<head><link rel=amphtml href='/story/amp'>")).lead == NOWHERE


def test_plain_text_leads_nowhere() -> None:
    text = "Bridge\n\n" + "\n\n".join(PARAGRAPHS)
    assert see(text.encode(), HERE + "/amp", "text/plain").lead == NOWHERE
