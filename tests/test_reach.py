"""From a link to its article, over real servers: wrappers, pages that lead on, second forms; through the one door."""
# ruff: noqa: E501 - pages are data
from __future__ import annotations

import hashlib
import socket
import time
from dataclasses import dataclass, field, replace
from urllib.parse import quote

import pytest
from live import Make, site, story
from samples import PARAGRAPHS, TITLE, page, prose
from servers import Answer, Server, letting_through, names, redirect, reply, routes
from test_web import HTMX, OPENED, main_text, post

from reader import reach as reaching
from reader import read_url
from reader.errors import (
    BadAddress,
    FetchFailed,
    FetchTimeout,
    ForbiddenAddress,
    NoArticle,
    ReaderError,
    TooManyRequests,
)
from reader.fetch import LIMITS, Fetched, Limits, fetch
from reader.leading import Sight
from reader.pipeline import see
from reader.reach import STEPS, Reached, reach

pytestmark = pytest.mark.security

PAPER = letting_through("paper.example", "amp.paper.example", "short.example")
HOSTS = {"paper_example": "127.0.0.1", "amp_paper_example": "127.0.0.1", "short_example": "127.0.0.1", "inner_example": "10.0.0.1"}
QUICK = replace(LIMITS, connect=0.6, first_byte=0.6, total=1.5)
FIGURE = '<figure><img src="/bridge.jpg" width=640 height=400><figcaption>The bridge on Monday. <span class="credit">Jo Example</span></figcaption></figure>'


def html(markup: str) -> bytes:
    return reply(markup.encode())


def leads(location: str, rest: str = "") -> bytes:
    return html(f"<head><meta http-equiv=refresh content=\"0;url={location}\"></head><body>{rest}</body>")


def full(*links: str, body: str = FIGURE + prose()) -> bytes:
    """An article that declares ``links``: rel and address in turn."""
    told = "".join(f'<link rel={rel} href="{href}">' for rel, href in zip(links[::2], links[1::2], strict=True))
    return html(page(body).replace("<head>", "<head>" + told))


@dataclass
class Walk:
    """Follows links to a server that goes by the names of ``HOSTS``, and notes which sites the door was asked about."""

    server: Server
    limits: Limits = QUICK
    admitted: list[str] = field(default_factory=list)
    refused: frozenset[str] = frozenset()

    def url(self, path: str, host: str = "paper.example") -> str:
        return self.server.url(path, host)

    def to(self, url: str) -> Reached:
        return reach(url if "://" in url else self.url(url), self._get, self._see, self.limits)

    def asked(self) -> list[str]:
        return [request.split(b" ")[1].decode() for request in self.server.requests if request]

    def _get(self, url: str, limits: Limits) -> Fetched:
        return fetch(url, PAPER, resolve=names(**HOSTS), admit=self._admit, limits=limits)

    def _admit(self, host: str) -> None:
        self.admitted.append(host)
        if host in self.refused:
            raise TooManyRequests("Not so often.")

    @staticmethod
    def _see(found: Fetched) -> Sight:
        return see(found.body, found.url, found.content_type)


def walking(**replies: bytes) -> Server:
    return Server(routes(**replies))


# ---------------------------------------------------------------- wrappers and what only counts

def test_a_wrapped_link_is_asked_for_clean_and_the_wrapper_is_not_asked() -> None:
    with walking(story=full()) as server:
        walk = Walk(server)
        inner = walk.url("/story?id=3&utm_source=mail&fbclid=IwAR#xtor=1")
        found = walk.to("https://l.facebook.com/l.php?u=" + quote(inner, safe="") + "&h=AT0")
        assert walk.asked() == ["/story?id=3"]
        assert walk.admitted == ["paper.example"]
        assert found.asked == walk.url("/story?id=3")
        assert found.chain == ("https://l.facebook.com/l.php", found.asked)
        assert found.article.title == TITLE


def test_the_chain_says_what_was_asked_even_where_a_site_puts_its_counters_back() -> None:
    with walking(go=redirect("/story?utm_source=mail&id=1"), story=full()) as server:
        walk = Walk(server)
        found = walk.to("/go?gclid=1")
        assert found.chain == (walk.url("/go"), walk.url("/story?utm_source=mail&id=1"))
        assert found.article.canonical == walk.url("/story?id=1")


def test_a_wrapper_without_a_link_is_fetched_like_any_other_page() -> None:
    with walking(story=full()) as server, pytest.raises(FetchFailed, match=r"No site called www\.google\.com"):
        Walk(server).to("https://www.google.com/url?q=javascript:alert(1)")


# ---------------------------------------------------------------- pages that lead on

ON = [
    pytest.param(leads("/story"), id="refresh"),
    pytest.param(html("<title>Go</title><script>location.replace('/story')</script>"), id="script"),
    pytest.param(html("<html><frameset><frame src='/story'></frameset></html>"), id="frameset"),
    pytest.param(html("<body><iframe src='/story' width=100% height=100%></iframe>"), id="iframe"),
    pytest.param(html("<head><noscript><meta http-equiv=refresh content='0;url=/story'></noscript></head><div id=root></div>"), id="noscript"),
    pytest.param(leads("https://out.reddit.com/?url=http%3A%2F%2Fpaper.example%3A{port}%2Fstory%3Futm_source%3Dx"), id="wrapped"),
]


@pytest.mark.parametrize("door", ON)
def test_a_page_that_leads_on_is_followed(door: bytes) -> None:
    with walking(story=full()) as server:
        walk = Walk(server)
        body = door.partition(b"\r\n\r\n")[2].replace(b"{port}", str(server.port).encode())
        server.answer = routes(go=reply(body), story=full())
        found = walk.to("/go")
        assert found.article.title == TITLE
        assert found.page.body == full().partition(b"\r\n\r\n")[2]
        assert found.asked == found.chain[0] == walk.url("/go")
        assert found.chain[-1] == found.page.url == walk.url("/story")
        assert walk.admitted == ["paper.example"] * 2


def test_several_pages_are_followed_but_not_on_and_on() -> None:
    doors = {str(at): leads(f"/{at + 1}") for at in range(STEPS + 2)}
    with walking(**doors | {str(STEPS): full()}) as server:
        walk = Walk(server)
        assert walk.to("/0").chain == tuple(walk.url(f"/{at}") for at in range(STEPS + 1))
    with walking(**doors) as server:
        walk = Walk(server)
        with pytest.raises(NoArticle, match="only leads on to another address"):
            walk.to("/0")
        assert walk.asked() == [f"/{at}" for at in range(STEPS + 1)]


def test_redirects_and_pages_that_lead_on_share_one_bound() -> None:
    hops = {str(at): redirect(f"/{at + 1}") if at % 3 else leads(f"/{at + 1}") for at in range(20)}
    with walking(**hops) as server:
        walk = Walk(server)
        with pytest.raises(FetchFailed, match="on and on"):
            walk.to("/0")
        assert len(walk.asked()) == LIMITS.redirects + 1


@pytest.mark.parametrize("back", ["/0", "/0?utm_source=x", "/1"])
def test_circles_end(back: str) -> None:
    with walking(**{"0": leads("/1"), "1": leads(back)}) as server:
        walk = Walk(server)
        with pytest.raises((FetchFailed, NoArticle), match=r"in circles|leads on"):
            walk.to("/0")
        assert walk.asked() == ["/0", "/1"]


@pytest.mark.parametrize(
    ("target", "error", "sentence"),
    [
        ("http://inner.example/", ForbiddenAddress, "inner.example leads to a private network"),
        ("http://127.0.0.1:{port}/story", ForbiddenAddress, "127.0.0.1 leads to this machine itself"),
        ("http://169.254.169.254/latest/meta-data", ForbiddenAddress, "leads to a local link"),
        ("http://[::1]/", ForbiddenAddress, "leads to an inside or reserved range"),
        ("file:///etc/passwd", BadAddress, "Only links that begin with http:// or https:// can be followed"),
        ("javascript:alert(1)", BadAddress, "Only links that begin"), ("data:text/html,x", BadAddress, "Only links that begin"),
        ("http://me:secret@paper.example/", BadAddress, "user name"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["refresh", "script", "wrapped"])
def test_nothing_leads_inside(target: str, error: type[ReaderError], sentence: str, way: str) -> None:
    with walking() as server:
        walk = Walk(server)
        target = target.replace("{port}", str(server.port))
        script = html(f"<title>Go</title><script>location.replace({target!r})</script>")
        server.answer = routes(go=script if way == "script" else leads(target), story=full())
        link = f"https://t.umblr.com/redirect?z={quote(target, safe='')}" if way == "wrapped" else "/go"
        if way == "wrapped" and error is BadAddress:
            error, sentence = FetchFailed, "No site called t.umblr.com"  # it holds no link, so it is asked itself
        with pytest.raises(error, match=sentence):
            walk.to(link)
        assert "/story" not in walk.asked()


def test_a_site_that_may_not_be_asked_now_is_not_asked_by_a_detour() -> None:
    with walking(story=full()) as server:
        walk = Walk(server, refused=frozenset({"short.example"}))
        server.answer = routes(go=leads(walk.url("/story", "short.example")), story=full())
        with pytest.raises(TooManyRequests):
            walk.to("/go")
        assert walk.asked() == ["/go"]


def test_a_notice_that_reads_like_an_article_gives_way_but_is_not_lost() -> None:
    notice = f"<article><h1>You leave our site</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></article>"
    with walking(go=leads("/story", notice), story=full()) as server:
        assert Walk(server).to("/go").article.title == TITLE
    with walking(go=leads("/story", notice)) as server:
        walk = Walk(server)
        found = walk.to("/go")
        assert found.article.title == "You leave our site"
        assert found.chain == (walk.url("/go"),)


# ---------------------------------------------------------------- AMP and print

AMP = [("/story/amp", "amp"), ("/story?amp=1", "amp"), ("/story?print=1", "print"), ("/print/story", "print")]


def by_path(**replies: bytes) -> Answer:
    """Answers by the whole of path and query, its signs left out: /story?amp=1 by "storyamp1"."""

    def answer(connection: socket.socket, request: bytes) -> None:
        connection.sendall(replies.get(name(request.split(b" ")[1].decode()), reply(b"", "404 Not Found")))

    return answer


def name(path: str) -> str:
    return "".join(filter(str.isalnum, path))


@pytest.mark.parametrize(("path", "kind"), AMP)
def test_of_two_forms_the_one_with_captions_is_read(path: str, kind: str) -> None:
    bare = full("canonical", "/story", body=prose())
    with Server(by_path(**{name(path): bare, "story": full("canonical", "/story", "amphtml", "/story/amp")})) as server:
        walk = Walk(server)
        found = walk.to(path)
        assert [row.credit for row in found.article.figures] == ["Jo Example"]
        assert found.chain == (walk.url(path), walk.url("/story"))
        assert found.asked == walk.url(path)
        assert walk.asked() == [path, "/story"]


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (full("canonical", "/story", body=prose(0, 4)), "half of it"), (full("canonical", "/story", body=prose()), "no picture"),
        (reply(b"", "404 Not Found"), "gone"), (html("<p>Please log in"), "a wall"), (reply(b"%PDF", content_type="application/pdf"), "a file"),
    ],
)  # fmt: skip
def test_a_worse_form_is_not_taken(second: bytes, why: str) -> None:
    with Server(by_path(storyamp=full("canonical", "/story"), story=second)) as server:
        walk = Walk(server)
        found = walk.to("/story/amp")
        assert [row.credit for row in found.article.figures] == ["Jo Example"], why
        assert found.article.text.count("\n\n") > 6
        assert found.chain == (walk.url("/story/amp"),)
        assert walk.asked() == ["/story/amp", "/story"]


@pytest.mark.parametrize(("whole", "part"), [("/story/amp", "/story"), ("/story", "/story/amp")])
def test_the_whole_story_is_worth_more_than_a_caption(whole: str, part: str) -> None:
    pages = {name(whole): full("canonical", "/story", body=prose()), name(part): full("canonical", "/story", body=FIGURE + prose(0, 4))}
    with Server(by_path(**pages)) as server:
        walk = Walk(server)
        assert walk.to("/story/amp").page.url == walk.url(whole)
        assert walk.asked() == ["/story/amp", "/story"]


def test_one_other_form_is_looked_at_for_one_link() -> None:
    shell = html("<head><noscript><meta http-equiv=refresh content='0;url=/plain/amp'></noscript></head><div id=root></div>")
    with Server(by_path(go=shell, plainamp=full("canonical", "/story"))) as server:
        walk = Walk(server)
        assert walk.to("/go").page.url == walk.url("/plain/amp")
        assert walk.asked() == ["/go", "/plain/amp"]


def late(seconds: float, only: str = "", **replies: bytes) -> Answer:
    """Answers as ``by_path``, but what ``only`` names (or everything) after so many seconds."""

    def answer(connection: socket.socket, request: bytes) -> None:
        if only in ("", name(request.split(b" ")[1].decode())):
            time.sleep(seconds)
        by_path(**replies)(connection, request)

    return answer


@pytest.mark.parametrize("limits", [replace(QUICK, total=0.5), QUICK, LIMITS], ids=["total", "first byte", "look"])
def test_a_slow_second_form_does_not_lose_the_first(limits: Limits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reaching, "LOOK_SECONDS", 0.4 if limits is LIMITS else 60.0)
    article = full("canonical", "/story")
    with Server(late(5, "story", storyamp=article, story=article)) as server:
        start = time.monotonic()
        assert Walk(server, limits).to("/story/amp").chain == (server.url("/story/amp", "paper.example"),)
        assert time.monotonic() - start < 1.5


def test_all_pages_of_a_link_share_its_time() -> None:
    """Each of them is quick enough by itself."""
    with Server(late(0.4, go=leads("/next"), next=leads("/story"), story=full())) as server:
        assert Walk(server, QUICK).to("/go").article.title == TITLE
        with pytest.raises(FetchTimeout):
            Walk(server, replace(QUICK, total=0.9)).to("/go")


def test_a_site_asked_too_often_does_not_lose_the_first() -> None:
    with walking() as server:
        walk = Walk(server, refused=frozenset({"paper.example"}))
        server.answer = by_path(story=full("canonical", walk.url("/story")))
        assert walk.to(walk.url("/story", "amp.paper.example")).article.title == TITLE
        assert walk.admitted == ["amp.paper.example", "paper.example"]


def test_a_page_without_an_article_is_read_by_its_amp_page() -> None:
    wall = html("<head><link rel=amphtml href='/story/amp'></head><p>Please log in to continue reading.")
    with Server(by_path(story=wall, storyamp=full("canonical", "/story"))) as server:
        walk = Walk(server)
        found = walk.to("/story")
        assert found.article.title == TITLE
        assert found.chain == (walk.url("/story"), walk.url("/story/amp"))
        assert walk.asked() == ["/story", "/story/amp"]
    with Server(by_path(story=wall)) as server, pytest.raises(NoArticle, match="log in"):
        Walk(server).to("/story")


def test_two_forms_without_an_article_do_not_send_each_other_round() -> None:
    wall = html("<head><link rel=amphtml href='/story/amp'><link rel=canonical href='/story'></head><p>Please log in")
    with Server(by_path(story=wall, storyamp=wall)) as server:
        walk = Walk(server)
        with pytest.raises(NoArticle, match="log in"):
            walk.to("/story")
        assert walk.asked() == ["/story", "/story/amp"]


def test_another_sites_page_is_not_taken_for_a_form_of_this_one() -> None:
    with walking() as server:
        walk = Walk(server)
        server.answer = by_path(storyamp=full("canonical", walk.url("/story", "short.example")))
        assert walk.to("/story/amp").chain == (walk.url("/story/amp"),)
        assert walk.asked() == ["/story/amp"]


def test_an_ordinary_page_is_asked_for_once() -> None:
    with walking(story=full("canonical", "/other", "amphtml", "/story/amp")) as server:
        walk = Walk(server)
        walk.to("/story")
        assert walk.asked() == ["/story"]


# ---------------------------------------------------------------- the library, and the app

def test_the_library_and_the_app_follow_alike(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNFEED_ALLOWED_INTERNAL_HOSTS", "127.0.0.1")
    with walking(go=leads("/story"), story=full()) as server:
        wrapped = "https://out.reddit.com/?url=" + quote(server.url("/go?utm_source=x"), safe="")
        assert read_url(wrapped).title == TITLE
        app = make()
        answer = post(app.test_client(), wrapped)
        assert answer.headers["Location"] == "/read?url=" + quote(server.url("/go"), safe=":/")
        kept = app.extensions["desk"].fresh(wrapped)
        assert kept.url == server.url("/go")
        assert kept.final == server.url("/story")
        assert kept.chain == ("https://out.reddit.com/", server.url("/go"), server.url("/story"))
        assert kept.sha256 == hashlib.sha256(full().partition(b"\r\n\r\n")[2]).hexdigest()
        shown = app.test_client().get(answer.headers["Location"]).text
        assert f'Original: <a href="{server.url("/story")}"' in shown
        assert "utm_source" not in shown


def test_a_bookmark_of_a_dirty_link_finds_the_fresh_copy_under_the_clean_one(make: Make) -> None:
    client = make().test_client()
    with site() as (address, handler):
        dirty = f"{address}/story?id=1&utm_source=mail&fbclid=2"
        clean = "/read?url=" + f"{address}/story?id%3D1"
        for link in (dirty, "https://www.google.com/url?q=" + quote(dirty, safe="")):
            first = client.get("/read", query_string={"url": link}, headers=OPENED)
            assert (first.status_code, first.headers["Location"]) == (302, clean)
            second = client.get(first.headers["Location"], headers=OPENED)
            assert "forty passengers" in main_text(second)
            assert post(client, link).headers["Location"] == clean
            assert post(client, link, HTMX).headers["HX-Push-Url"] == clean
        assert handler.asked["/story"] == 1
        back = client.get("/read", query_string={"url": dirty, "back": "all"}, headers=OPENED).headers["Location"]
        assert back == clean + "&back=all"


def test_the_address_given_with_a_pasted_page_may_be_wrapped_too(make: Make) -> None:
    client = make().test_client()
    wrapped = "https://l.facebook.com/l.php?h=AT0&u=" + quote("https://orrin.example/ferry?fbclid=1", safe="")
    shown = client.get(post(client, story(), url=wrapped).headers["Location"]).text
    assert 'Original: <a href="https://orrin.example/ferry"' in shown
    assert 'src="https://orrin.example/img/quay.png"' in shown


def test_an_embedded_address_is_refused_before_it_is_sent_on(make: Make) -> None:
    ask = {"url": "https://paper.example/?utm_source=x"}
    image = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image"}
    assert make().test_client().get("/read", query_string=ask, headers=image).status_code == 403


def test_of_an_amp_page_the_pages_own_address_is_shown(make: Make) -> None:
    with walking() as server:
        server.answer = by_path(storyamp=full("canonical", server.url("/story")))
        client = make().test_client()
        shown = client.get(post(client, server.url("/story/amp")).headers["Location"], headers=OPENED).text
        assert f'Original: <a href="{server.url("/story")}"' in shown


def test_inside_the_app_says_the_doors_sentence(make: Make) -> None:
    with walking() as server:
        server.answer = routes(go=leads(f"http://127.0.0.2:{server.port}/story"), story=full())
        answer = post(make().test_client(), server.url("/go"))
        assert answer.status_code == 403
        assert "127.0.0.2 leads to this machine itself, not to the public web." in answer.text
        assert len(server.requests) == 1
