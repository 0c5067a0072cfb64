"""The guarded door, against real servers on loopback that misbehave."""

from __future__ import annotations

import ast
import contextlib
import gzip
import os
import random
import socket
import struct
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import brotli
import pytest
from samples import PARAGRAPHS
from servers import (
    PAGE,
    Answer,
    Server,
    certificate,
    chunked,
    deaf,
    drips,
    endless,
    in_pieces,
    letting_through,
    names,
    redirect,
    reply,
    routes,
    says,
    sends,
    silent,
)

from reader import addresses, read_html
from reader import fetch as door
from reader.capture import captured
from reader.errors import (
    BadAddress,
    Busy,
    FetchFailed,
    FetchTimeout,
    ForbiddenAddress,
    ReaderError,
    TooLarge,
    TooManyRequests,
    WrongType,
)
from reader.export import FORMATS
from reader.fetch import Fetched, Limits, fetch
from reader.settings import Settings

pytestmark = pytest.mark.security

HERE = letting_through("127.0.0.1")
# As the real ones, but a tenth and less, so that a test of the clock takes no time.
SHORT = Limits(connect=0.6, each_address=0.2, first_byte=0.5, total=0.9)


def got(answer: Answer, path: str = "/", settings: Settings = HERE, limits: Limits = SHORT) -> Fetched:
    with Server(answer) as server:
        return fetch(server.url(path), settings, limits=limits)


@contextlib.contextmanager
def lasting(least: float, most: float) -> Iterator[None]:
    start = time.monotonic()
    yield
    assert least <= time.monotonic() - start <= most


# What comes back


def test_a_page_comes_back_with_all_about_it() -> None:
    with Server(says(reply())) as server:
        fetched = fetch(server.url("/a?b=ü#c"), HERE)
    assert fetched.body == PAGE
    assert fetched.url == server.url("/a?b=%C3%BC")
    assert fetched.chain == (fetched.url,)
    assert fetched.content_type == "text/html; charset=utf-8"
    assert fetched.status == 200
    assert timedelta(0) <= datetime.now(UTC) - fetched.at < timedelta(seconds=5)


def test_the_request_says_who_asks_and_nothing_of_whom_it_asks_for() -> None:
    with Server(says(reply())) as server:
        fetch(server.url(), letting_through("127.0.0.1", contact="https://news.example/reader\r\nCookie: a"))
        head = server.requests[0].decode()
    lines = dict(line.split(": ", 1) for line in head.strip().splitlines()[1:])
    assert lines["User-Agent"] == f"Unfeed/{door.VERSION} (+https://news.example/readerCookie:a)"
    assert lines["Host"] == f"127.0.0.1:{server.port}"
    assert set(lines) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_without_a_contact_the_name_stands_alone() -> None:
    with Server(says(reply())) as server:
        fetch(server.url(), HERE)
        assert f"User-Agent: Unfeed/{door.VERSION}\r\n".encode() in server.requests[0]


def test_ipv6() -> None:
    with Server(says(reply()), host="::1") as server:
        assert fetch(server.url(), letting_through("[::1]")).body == PAGE
        assert f"Host: [::1]:{server.port}".encode() in server.requests[0]


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("GZIP", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
        ("br", brotli.compress),
        ("gzip, br", lambda body: brotli.compress(gzip.compress(body))),
        ("identity, gzip", gzip.compress),
        ("utf-8", bytes),
        ("none", bytes),
        ("gzip", lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:])),
    ],
)
@pytest.mark.parametrize("by_chunks", [False, True])
def test_packed_pages_are_unpacked(encoding: str, pack, by_chunks: bool) -> None:
    body = PAGE * 4000
    wire = pack(body)
    whole = chunked(in_pieces(wire), content_encoding=encoding) if by_chunks else reply(wire, content_encoding=encoding)
    assert got(says(whole)).body == body


def test_a_page_without_a_length_ends_with_the_connection() -> None:
    assert got(says(reply(length=False))).body == PAGE
    assert got(says(b"HTTP/1.0 200 OK\r\n\r\n" + PAGE)).body == PAGE


# Redirects


def test_redirects_are_followed_and_remembered() -> None:
    with Server(silent) as server:
        server.answer = routes(
            index=redirect("/b", "301 Moved Permanently"),
            b=redirect("c?ü=1".encode().decode("latin-1"), "307 Temporary Redirect"),
            c=redirect(f"//127.0.0.1:{server.port}/d", "308 Permanent Redirect"),
            d=reply(),
        )
        fetched = fetch(server.url(), HERE)
    assert fetched.body == PAGE
    assert fetched.chain == tuple(map(server.url, ("/", "/b", "/c?%C3%BC=1", "/d")))
    assert fetched.url == fetched.chain[-1]


def test_five_redirects_are_followed_and_no_sixth() -> None:
    hops = {str(number): redirect(f"/{number + 1}") for number in range(9)}
    assert len(got(routes(**hops | {"5": reply()}), "/0").chain) == 6
    with Server(routes(**hops)) as server, pytest.raises(FetchFailed, match="on and on"):
        fetch(server.url("/0"), HERE)
    assert len(server.requests) == 6


def test_a_circle_is_called_one() -> None:
    with pytest.raises(FetchFailed, match="in circles"):
        got(routes(index=redirect("/a"), a=redirect("/")))


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "javascript:alert(1)", "data:text/html,x",
     "http://user@127.0.0.1/", "http://"],
)  # fmt: skip
def test_redirects_out_of_the_web_are_refused(location: str) -> None:
    with pytest.raises(BadAddress):
        got(says(redirect(location)))


def test_each_site_on_the_way_is_admitted_before_it_is_asked() -> None:
    def admit(host: str) -> None:
        admitted.append(host)
        if host == "third.example":
            raise TooManyRequests("Too often.", 1)

    admitted: list[str] = []
    table = names(first_example="127.0.0.1", second_example="127.0.0.1", third_example="127.0.0.1")
    with Server(silent) as server:
        server.answer = routes(
            index=redirect("/a"), a=redirect(server.url("/b", host="second.example")),
            b=redirect(server.url("/c", host="FIRST.example")), c=redirect(server.url("/d", host="third.example")),
        )  # fmt: skip
        settings = letting_through("first.example", "second.example", "third.example")
        with pytest.raises(TooManyRequests):
            fetch(server.url(host="first.example"), settings, resolve=table, admit=admit)
        assert server.connections == 4
    assert admitted == ["first.example", "second.example", "third.example"]


def test_a_redirect_to_nowhere_fails() -> None:
    with pytest.raises(FetchFailed, match="where to"):
        got(says(reply(status="302 Found")))


def test_a_redirect_is_followed_whatever_its_body_and_type() -> None:
    body = b"\x00" * 50_000
    moved = reply(body, "302 Found", location="/a", content_type="image/png", content_encoding="zstd")
    assert got(routes(index=moved, a=reply())).body == PAGE


# Inside addresses

RESOLVED = {
    "plain.example": ["127.0.0.1"], "six.example": ["::1"], "mapped.example": ["::ffff:127.0.0.1"],
    "compatible.example": ["::127.0.0.1"], "nat.example": ["64:ff9b::127.0.0.1"], "zero.example": ["0.0.0.0"],
    "sixtofour.example": ["2002:7f00:1::"], "teredo.example": ["2001:0:7f00:1::80ff:fffe"], "any.example": ["::"],
    "second.example": ["93.184.215.14", "127.0.0.1"], "zone.example": ["::1%lo"], "other.example": ["127.9.9.9"],
    "private.example": ["10.0.0.1"], "cloud.example": ["169.254.169.254"], "localhost": ["127.0.0.1", "::1"],
    "xn--bcher-kva.example": ["127.0.0.1"], "odd.example": ["127.1"], "number.example": ["2130706433"],
    "name.example": ["localhost"], "empty.example": [], "127.0.0.1.example": ["127.0.0.1"],
}  # fmt: skip

SPELLINGS = """
127.0.0.1 127.1 127.0.1 127.0.0.1. 127.00.00.01 127.9.9.9 2130706433 2130706433. 017700000001 0x7f000001 0x7F000001
0x7f.0.0.1 0x7f.1 0177.1 0177.0.0.1 0177.0.0.0x1 0x7f.0x0.0x0.0x1 00000177.0.0.1 0x0000007f.1 127.0x1 127.0.01
4294967297 1.2.3.4.5 0 0.0.0.0 0x0 0x 00 127.0.0.256 127.0.0.1%00 %31%32%37.0.0.1 %6c%6f%63%61%6c%68%6f%73%74
１２７.0.0.1 １２７。０。０。１ 127｡0｡0｡1 ①②⑦.0.0.1 ⓛⓞⓒⓐⓛⓗⓞⓢⓣ 0ｘ7f.1
[::1] [0:0:0:0:0:0:0:1] [::] [::ffff:127.0.0.1] [::FFFF:7f00:1] [::127.0.0.1] [::ffff:0:127.0.0.1] [::1%25lo] [::1%lo]
[64:ff9b::127.0.0.1] [64:ff9b:1::127.0.0.1] [2002:7f00:1::] [2001:0:7f00:1::80ff:fffe] [fe80::1%25lo] [fe80::1]
[fec0::1] [fd00:ec2::254] [ff02::1] [::1.] [127.0.0.1]
[0000:0000:0000:0000:0000:0000:0000:0001] [::0:1] [0::1] [::00001] [::0.0.0.1] [::7f00:1] [::ffff:0x7f.1] [::ffff:127.1]
[::ffff:7f00:1%25lo] [::ffff:7f00:1%251] [::ffff:0.0.0.0] [::ffff:0:7f00:1] [64:ff9b::7f00:1] [64:FF9B::7F09:909]
[64:ff9b::a9fe:a9fe] [64:ff9b:1:7f00:0:100::] [2002:7f09:909::1] [2002:a00:1::1] [2001::1] [2001:0:0:0:0:0:80ff:fffe]
[fe80::5efe:127.0.0.1] [::1]. [::1]@a.example [v1.::1] [::1%00] [%3a%3a1] [::１] %5b::1%5d ::1 0x7f000001. 0X7F.1 127.1.
0177.1. 0x7f.000000001 127.0.0.0x01 00.0.0.0 0.1 127.65536.1 127.16777215 １２７.１ ⑫⑦.0.0.1 𝟏𝟐𝟕.𝟎.𝟎.𝟏
127。1 １２７․0․0․1 ٠.٠.٠.٠ ②①③⓪⑦⓪⑥④③③ 0ⅹ7f000001 ﹝::1﹞ ＬＯＣＡＬＨＯＳＴ loc\u00adalhost loc\u200balhost ℓocalhost
localho\u017ft
10.0.0.1 169.254.169.254 192.168.0.1 100.100.100.200 198.18.0.1 168.63.129.16 255.255.255.255 224.0.0.1 192.0.2.2
localhost LOCALHOST localhost. LocalHost%2e localhost.. plain.example PLAIN.example. six.example mapped.example
compatible.example nat.example zero.example sixtofour.example teredo.example any.example second.example zone.example
other.example private.example cloud.example bücher.example BÜCHER.example xn--bcher-kva.example 127.0.0.1.example
odd.example number.example name.example empty.example plain。example pl%61in.example
user@127.0.0.1 user:secret@localhost user%40@127.0.0.1 a.example@127.0.0.1 127.0.0.1#@a.example 127.0.0.1\\@a.example
a.example\\@127.0.0.1 a.example#@127.0.0.1 a.example?@127.0.0.1 @127.0.0.1 :@127.0.0.1 %40127.0.0.1
a.example%40127.0.0.1 a.example:80@127.0.0.1 a.example%00@127.0.0.1 a.example%0d%0a127.0.0.1 /127.0.0.1 \\\\127.0.0.1
""".split()

# What a site may answer instead of a whole address, which is read against its own.
LOCATIONS = r"""
//127.0.0.1:PORT/ //[::1]:PORT/ //localhost:PORT/x //127.1:PORT /\127.0.0.1:PORT/ \\127.0.0.1:PORT/ \/[::1]:PORT/
///127.0.0.1:PORT/ ////127.0.0.1:PORT/ http:///127.0.0.1:PORT/ http:\\127.0.0.1:PORT/ http:/\0x7f.1:PORT/
HTTP://2130706433:PORT/ hTTps://127.0.0.1:PORT/ https:localhost:PORT/ https:/127.0.0.1:PORT //plain.example:PORT/
//six.example:PORT/ //nat.example:PORT/ //teredo.example:PORT/ //sixtofour.example:PORT/ //zone.example:PORT/
//@127.0.0.1:PORT/ //outside.example@127.0.0.1:PORT/ //outside.example:PORT@[::1]:PORT/ //[::1%25lo]:PORT/
file:///etc/passwd file://127.0.0.1/etc/passwd FILE:/etc/passwd gopher://127.0.0.1:PORT/_GET ftp://127.0.0.1:PORT/
dict://127.0.0.1:PORT/ ldap://127.0.0.1:PORT/ ws://127.0.0.1:PORT/ unix:///run/x.sock jar:http://127.0.0.1:PORT/!/
view-source:http://127.0.0.1:PORT/ data:text/html,x javascript:1 about:blank blob:http://127.0.0.1:PORT/1
""".split()


@contextlib.contextmanager
def listening_inside() -> Iterator[list[Server]]:
    """One port with a listener on each loopback address a spelling may mean."""
    with contextlib.ExitStack() as stack:
        first = stack.enter_context(Server(says(reply())))
        others = [stack.enter_context(Server(says(reply()), host, first.port)) for host in ("127.9.9.9", "::1")]
        yield [first, *others]


def reached(servers: list[Server], counts: dict[str, int]) -> int:
    """How often somebody came to any of the listeners inside."""
    came = sum(server.connections for server in servers)
    counts["addresses reached"] = counts.get("addresses reached", 0) + came
    return came


def with_port(spelling: str, port: int) -> str:
    """http://SPELLING:port/, the port behind the host wherever that stands."""
    host, *rest = spelling.replace("#", "\0#").replace("?", "\0?").split("\0")
    return f"http://{host}:{port}/{''.join(rest)}"


def test_there_are_spellings_enough(counts: dict[str, int]) -> None:
    counts["addresses tried"] = len({*SPELLINGS, *LOCATIONS})
    assert counts["addresses tried"] >= 180


@pytest.mark.parametrize("scheme", ["http", "https", "HTTP"])
def test_no_spelling_reaches_inside(scheme: str, counts: dict[str, int]) -> None:
    with listening_inside() as servers:
        for spelling in SPELLINGS:
            url = with_port(spelling, servers[0].port).replace("http", scheme, 1)
            with pytest.raises((BadAddress, ForbiddenAddress, FetchFailed)):
                fetch(url, resolve=names(**RESOLVED), limits=SHORT)
        assert reached(servers, counts) == 0


def test_no_redirect_reaches_inside(counts: dict[str, int]) -> None:
    with listening_inside() as servers, Server(silent, "127.0.0.5") as outside:
        table = RESOLVED | {"outside.example": ["127.0.0.5"]}
        for spelling in SPELLINGS:
            location = with_port(spelling, servers[0].port)
            outside.answer = says(redirect(location.encode().decode("latin-1")))
            with pytest.raises((BadAddress, ForbiddenAddress, FetchFailed)):
                fetch(outside.url(host="outside.example"), letting_through("outside.example"), resolve=names(**table))
        assert outside.connections == len(SPELLINGS)
        assert reached(servers, counts) == 0


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_no_way_of_sending_on_reaches_inside(status: str, counts: dict[str, int]) -> None:
    with listening_inside() as servers, Server(silent, "127.0.0.5") as outside:
        table = names(**RESOLVED | {"outside.example": ["127.0.0.5"]})
        for location in LOCATIONS:
            moved = redirect(location.replace("PORT", str(servers[0].port)), status)
            outside.answer = routes(index=redirect("/again"), again=moved)
            with pytest.raises((BadAddress, ForbiddenAddress, FetchFailed)):
                fetch(outside.url(host="outside.example"), letting_through("outside.example"), resolve=table)
        assert outside.connections >= 2 * len(LOCATIONS)
        assert reached(servers, counts) == 0


def test_no_other_header_and_no_markup_sends_on(counts: dict[str, int]) -> None:
    with listening_inside() as servers, Server(silent, "127.0.0.5") as outside:
        inside = servers[0].url()
        page = f'<meta http-equiv=refresh content="0;url={inside}"><base href="{inside}"><p>x'.encode()
        outside.answer = says(reply(page, refresh=f"0;url={inside}", location=inside, content_location=inside))
        assert fetch(outside.url(), letting_through("127.0.0.5")).body == page
        assert reached(servers, counts) == 0


def test_the_listeners_would_have_been_reached() -> None:
    with listening_inside() as servers:
        for host in ("127.0.0.1", "[::1]", "127.9.9.9", "plain.example", "six.example", "second.example"):
            table = names(**RESOLVED | {"second.example": ["127.0.0.1"]})
            url = f"http://{host}:{servers[0].port}/"
            assert fetch(url, letting_through(host), resolve=table).body == PAGE
        assert [server.connections for server in servers] == [3, 1, 2]


def test_the_usual_port_inside_is_no_better() -> None:
    for url in ("http://127.0.0.1/", "https://localhost/", "http://[::1]/", "http://169.254.169.254/latest/meta-data/"):
        with pytest.raises(ForbiddenAddress, match="not to the public web"):
            fetch(url, resolve=names(**RESOLVED))


def test_one_inside_address_among_others_is_enough() -> None:
    with pytest.raises(ForbiddenAddress, match="this machine itself"):
        fetch("http://second.example/", resolve=names(**RESOLVED))


def test_an_address_of_this_machine_is_inside_though_no_table_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "inside", lambda ip: "")
    with listening_inside() as servers:
        for host in ("127.0.0.1", "[::1]", "127.9.9.9"):
            with pytest.raises(ForbiddenAddress, match="this machine itself"):
                fetch(f"http://{host}:{servers[0].port}/")
        assert [server.connections for server in servers] == [0, 0, 0]


def test_the_checked_address_is_dialled_whatever_the_name_resolves_to_afterwards() -> None:
    answers = iter([["127.0.0.5"], ["127.0.0.1"], ["127.0.0.1"]])
    with Server(says(reply()), "127.0.0.5") as checked, Server(says(reply()), "127.0.0.1", checked.port) as after:
        url = checked.url(host="rebinding.example")
        assert fetch(url, letting_through("rebinding.example"), resolve=lambda host, port: next(answers)).body == PAGE
        assert f"Host: rebinding.example:{checked.port}".encode() in checked.requests[0]
        assert (checked.connections, after.connections) == (1, 0)
    assert list(answers) == [["127.0.0.1"], ["127.0.0.1"]]  # asked once


def test_each_redirect_is_checked_anew() -> None:
    answers = {"a.example": iter([["127.0.0.5"]]), "b.example": iter([["127.0.0.5"]])}
    with (
        Server(says(redirect("http://b.example/")), "127.0.0.5") as server,
        pytest.raises(ForbiddenAddress, match=r"b\.example"),
    ):
        fetch(server.url(host="a.example"), letting_through("a.example"), resolve=lambda host, _: next(answers[host]))


def test_other_protocols_ports_are_not_asked() -> None:
    for url in ("http://a.example:25/", "https://a.example:6667/", "http://a.example:22/"):
        with pytest.raises(BadAddress, match="Port"):
            fetch(url, resolve=names(a_example="93.184.215.14"))


def test_proxies_of_the_environment_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(says(reply(b"proxy"))) as proxy, Server(says(reply()), "127.0.0.5") as server:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
            monkeypatch.setenv(name, proxy.url())
        assert fetch(server.url(), letting_through("127.0.0.5")).body == PAGE
        with pytest.raises(FetchFailed):
            fetch(server.url(scheme="https"), letting_through("127.0.0.5"))
        assert proxy.connections == 0


def test_no_other_module_opens_a_socket() -> None:
    """By its imports; ``urllib.parse`` and the like open nothing."""
    opening = set(
        "socket socketserver ssl asyncio http.client urllib.request urllib3 requests httpx aiohttp ftplib smtplib "
        "telnetlib xmlrpc imaplib poplib nntplib".split()
    )
    folder = Path(door.__file__).parent
    doors = {path.relative_to(folder).as_posix() for path in folder.rglob("*.py") if imported(path) & opening}
    assert doors == {"fetch.py"}


ADDRESSED = """<!DOCTYPE html SYSTEM "{0}dtd"><?xml-stylesheet href="{0}sheet"?><!DOCTYPE x [<!ENTITY e SYSTEM "{0}e">]>
<html manifest="{0}manifest" xmlns:xi="http://www.w3.org/2001/XInclude"><head><base href="{0}"><title>The bridge</title>
<meta http-equiv=refresh content="0;url={0}refresh"><link rel=canonical href="{0}canonical"><link rel=icon href=icon>
<link rel=amphtml href=amp><link rel=alternate type=application/json+oembed href=oembed><link rel=stylesheet href=css>
<meta property=og:image content="{0}lead"><script src="{0}script"></script><style>@import "{0}import";</style>
<script type=application/ld+json>{{"@context":"{0}context","@type":"NewsArticle","image":"{0}ld"}}</script>
</head><body background="{0}background"><article><h1>The bridge</h1>{1}&e;<xi:include href="{0}xi"/>
<figure><picture><source srcset="{0}a 1x, {0}b 2x"><img src="{0}img" longdesc="{0}long"></picture>
<figcaption>Noon. Photo: Jo</figcaption></figure>
<iframe src="{0}frame"></iframe><video src="{0}video" poster="{0}poster"></video><object data="{0}object"></object>
<embed src="{0}embed"><a ping="{0}ping" href="{0}link">link</a><svg><use href="{0}use"/><image href="{0}image"/></svg>
<blockquote class=twitter-tweet cite="{0}cite"><a href="{0}tweet">x</a></blockquote></article>
<aside class=related><a href="{0}related">Related</a></aside></body></html>"""


def test_reading_a_page_asks_nobody(counts: dict[str, int]) -> None:
    """Nor does a library: lxml could load a DTD or an entity, others an icon or a manifest."""
    with listening_inside() as servers:
        page = ADDRESSED.format(servers[0].url(), "".join(f"<p>{words}</p>" for words in PARAGRAPHS))
        article = read_html(page, servers[0].url("/story"))
        for one in FORMATS.values():
            written = one.write(article, captured(page.encode()), {})
            assert PARAGRAPHS[0] in written if isinstance(written, str) else written.startswith(b"PK")
        assert all(unit.html for unit in article.removed)
        assert reached(servers, counts) == 0


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {".".join(name.split(".")[:depth]) for name in found for depth in (1, 2)}


# Time


@pytest.mark.parametrize(
    ("answer", "least"),
    [
        pytest.param(silent, 0.5, id="silent"),
        pytest.param(drips(reply(), 0, 0.02), 0.9, id="slow headers"),
        pytest.param(drips(reply(), 90, 0.02), 0.9, id="slow body"),
        pytest.param(sends([reply(length=False), PAGE, *[b""] * 5], 0.3), 0.9, id="stalled body"),
        pytest.param(endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), 0.0, id="endless 100 Continue"),
        pytest.param(sends([chunked(b"5\r\nhello\r\n"), *[b"1\r\nx\r\n"] * 20], 0.1), 0.9, id="slow chunks"),
    ],
)
def test_a_slow_server_is_left(answer: Answer, least: float) -> None:
    with lasting(least, 1.4), pytest.raises((FetchTimeout, FetchFailed)) as caught:
        got(answer)
    assert caught.type is FetchTimeout or not least


def test_a_silent_server_has_less_time_than_a_slow_one() -> None:
    with lasting(0.3, 0.7), pytest.raises(FetchTimeout, match="to begin its answer"):
        got(silent, limits=Limits(first_byte=0.3, total=5))


def test_redirects_share_one_clock() -> None:
    with lasting(0.9, 1.4), pytest.raises(FetchTimeout):
        got(sends([b"", redirect("/")], 0.2))


def test_a_server_that_never_takes_the_call() -> None:
    with deaf() as port, lasting(0.5, 1.1), pytest.raises(FetchTimeout, match="to answer"):
        fetch(f"http://127.0.0.1:{port}/", HERE, limits=SHORT)


def test_a_server_that_never_shakes_hands() -> None:
    def mute(connection: socket.socket, request: bytes) -> None:
        time.sleep(3)

    with Server(mute) as server, lasting(0.5, 1.1), pytest.raises(FetchTimeout):
        fetch(server.url(scheme="https"), HERE, limits=SHORT)


def test_a_name_that_never_resolves() -> None:
    hanging = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        hanging.wait(5)
        return ["127.0.0.1"]

    with lasting(0.5, 1.1), pytest.raises(FetchTimeout, match="to be found"):
        fetch("http://slow.example/", resolve=resolve, limits=SHORT)
    hanging.set()


def test_too_many_hanging_names_are_refused_at_once() -> None:
    hanging = threading.Event()
    calling_off = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        hanging.wait(10)
        return ["127.0.0.1"]

    def ask() -> None:
        with contextlib.suppress(ReaderError):
            fetch("http://slow.example/", resolve=resolve, stop=calling_off.is_set)

    callers = [threading.Thread(target=ask) for _ in range(64)]
    for caller in callers:
        caller.start()
    time.sleep(0.2)
    with pytest.raises(Busy):
        fetch("http://slow.example/", resolve=resolve)
    calling_off.set()
    hanging.set()
    for caller in callers:
        caller.join()
    with Server(says(reply())) as server:  # and afterwards there is room again
        time.sleep(0.2)
        assert fetch(
            server.url(host="a.example"), letting_through("a.example"), resolve=names(a_example="127.0.0.1")
        ).body


def test_a_dead_address_does_not_use_up_the_time_of_the_next() -> None:
    with Server(says(reply())) as server, deaf("127.0.0.5", server.port), lasting(0.2, 0.6):
        table = names(two_example=["127.0.0.5", "127.0.0.6", "127.0.0.1"])  # deaf, refusing, there
        fetched = fetch(server.url(host="two.example"), letting_through("two.example"), resolve=table, limits=SHORT)
    assert fetched.body == PAGE


@pytest.mark.parametrize("answer", [silent, drips(reply(), 90, 0.1), sends([reply(length=False), b"", b""], 1)])
def test_a_fetch_can_be_called_off(answer: Answer) -> None:
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    with Server(answer) as server, lasting(0.2, 0.8), pytest.raises(FetchFailed, match="called off"):
        fetch(server.url(), HERE, stop=stop.is_set)


def test_a_fetch_that_waits_for_a_name_or_a_call_can_be_called_off() -> None:
    with deaf() as port:
        for url in ("http://slow.example/", f"http://127.0.0.1:{port}/"):
            stop = threading.Event()
            threading.Timer(0.2, stop.set).start()
            with lasting(0.2, 0.8), pytest.raises(FetchFailed, match="called off"):
                fetch(url, HERE, stop=stop.is_set, resolve=lambda host, port: time.sleep(1) or [])


# Size

SMALL = letting_through("127.0.0.1", max_bytes=1_000_000)


def test_what_is_announced_too_large_is_not_read() -> None:
    with pytest.raises(TooLarge, match="1,000,000"):
        got(says(reply(content_length="1000001")), settings=SMALL)


def test_exactly_the_limit_is_taken_and_a_byte_more_is_not() -> None:
    assert len(got(says(reply(b"x" * 1_000_000, length=False)), settings=SMALL).body) == 1_000_000
    with pytest.raises(TooLarge):
        got(says(reply(b"x" * 1_000_001, length=False)), settings=SMALL)


BOMB = b"<p>" + b" " * 64_000_000


def squeezed(body: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize("by_chunks", [False, True])
@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", squeezed),
        ("deflate", zlib.compress),
        ("br", lambda body: brotli.compress(body, quality=5)),
        ("gzip, gzip", lambda body: squeezed(squeezed(body))),
        ("gzip, br", lambda body: brotli.compress(squeezed(body), quality=5)),
    ],
)
def test_bombs_are_stopped_before_they_swell(encoding: str, pack, by_chunks: bool) -> None:
    wire = pack(BOMB)
    whole = chunked(in_pieces(wire), content_encoding=encoding) if by_chunks else reply(wire, content_encoding=encoding)
    with Server(says(whole)) as server:
        tracemalloc.start()
        try:
            with lasting(0, 1), pytest.raises(TooLarge):
                fetch(server.url(), SMALL, limits=SHORT)
            assert tracemalloc.get_traced_memory()[1] < 8_000_000
        finally:
            tracemalloc.stop()


def packed(encoding: str, start: bytes = b"") -> bytes:
    return reply(start, length=False, content_encoding=encoding)


def test_thrice_packed_is_once_too_often() -> None:
    with pytest.raises(FetchFailed, match="again and again"):
        got(says(reply(content_encoding="gzip, gzip, gzip")))


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(endless(reply(length=False), b"x" * 65536), id="plain"),
        pytest.param(endless(chunked(b""), b"10000\r\n" + b"x" * 65536 + b"\r\n"), id="chunks"),
        pytest.param(endless(chunked(b""), b"1;" + b"x" * 60000 + b"\r\nx\r\n"), id="chunk extensions"),
        pytest.param(endless(packed("gzip"), gzip.compress(b"") * 3000), id="empty gzip members"),
        pytest.param(endless(packed("deflate"), b"\x00\x00\x00\xff\xff" * 9000), id="empty raw deflate blocks"),
        pytest.param(
            endless(packed("deflate", b"\x78\x9c"), b"\x00\x00\x00\xff\xff" * 9000), id="empty deflate blocks"
        ),
        pytest.param(endless(packed("br", b"\x21"), b"\x06" * 65536), id="empty brotli blocks"),
    ],
)
def test_endless_bodies_end(answer: Answer) -> None:
    with lasting(0, 6), pytest.raises(TooLarge):
        got(answer, settings=SMALL, limits=Limits())


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(endless(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n"), id="many"),
        pytest.param(endless(b"HTTP/1.1 200 OK\r\nA: ", b"x" * 65536), id="long"),
        pytest.param(endless(b"HTTP/1.1 200 OK\r\nA: ", b"x" * 60000 + b"\r\n "), id="folded"),
        pytest.param(endless(b"", b"x" * 65536), id="status"),
        pytest.param(endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000), id="100 Continue"),
    ],
)
def test_endless_headers_end(answer: Answer) -> None:
    with lasting(0, 2), pytest.raises(FetchFailed):
        got(answer, limits=Limits())


# Types and statuses


@pytest.mark.parametrize(
    "content_type",
    ["text/html", "TEXT/HTML;charset=x", " text/html , text/html", "application/xhtml+xml", "text/plain; charset=utf-8",
     "", "html", "unknown/unknown", "*/*", "application/unknown"],
)  # fmt: skip
def test_readable_types(content_type: str) -> None:
    assert got(says(reply(content_type=content_type))).content_type == content_type.strip()


XHTML = (
    b'<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>'
)


@pytest.mark.parametrize(
    "content_type", ["application/xml", "text/xml; charset=utf-8", "application/vnd.wap.xhtml+xml"]
)
def test_xml_is_readable_if_it_is_xhtml(content_type: str) -> None:
    assert got(says(reply(XHTML, content_type=content_type))).body == XHTML
    with pytest.raises(WrongType):
        got(says(reply(b"<?xml version='1.0'?><rss><item>&lt;html&gt;</item></rss>", content_type=content_type)))


@pytest.mark.parametrize(
    ("content_type", "sentence"),
    [
        ("application/pdf", "a PDF, not to a page"), ("image/svg+xml", "an image"), ("image/png", "an image"),
        ("video/mp4", "a video"), ("audio/mpeg", "a recording"), ("application/json; charset=x", "data for programs"),
        ("application/rss+xml", "a news feed"), ("application/octet-stream", "a file of type application/octet-stream"),
        ("x/<script>", "a file"), ("text/css", "a file of type text/css"),
    ],
)  # fmt: skip
def test_other_types_are_named(content_type: str, sentence: str) -> None:
    with pytest.raises(WrongType, match=sentence) as caught:
        got(says(reply(b"%PDF-1.7 \x00\x01", content_type=content_type)))
    assert "<" not in str(caught.value)


def test_a_wrong_type_is_known_before_the_body_is_read() -> None:
    with lasting(0, 0.4), pytest.raises(WrongType):
        got(drips(reply(content_type="video/mp4"), 80, 0.05))


def test_without_a_type_the_bytes_decide() -> None:
    assert got(says(reply(b"Plain words.", content_type=""))).body
    assert got(says(reply("\ufeffWords".encode("utf-16-le"), content_type=""))).body
    for binary in (b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.7\x00", b"PK\x03\x04"):
        with pytest.raises(WrongType, match="a file, not"):
            got(says(reply(binary, content_type="")))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("401 Unauthorized", "signing in"), ("403 Forbidden", "does not let readers in"),
        ("404 Not Found", "no page at this address"), ("410 Gone", "taken down"),
        ("429 Too Many Requests", "more requests"), ("451 Unavailable", "legal"),
        ("500 Oops", "a fault of its own"), ("502 Bad Gateway", "a fault of its own"), ("503 Busy", "overloaded"),
        ("418 Teapot", "gave no page"), ("304 Not Modified", "gave no page"), ("103 Early Hints", "gave no page"),
    ],
)  # fmt: skip
def test_statuses_are_said_in_words(status: str, words: str) -> None:
    with pytest.raises(FetchFailed, match=rf"{words}.*\(error {status[:3]}\)"):
        got(says(reply(status=status)))


def test_an_empty_page_is_none() -> None:
    for empty in (
        reply(b""),
        reply(b"", "204 No Content", length=False),
        reply(gzip.compress(b""), content_encoding="gzip"),
    ):
        with pytest.raises(FetchFailed, match="empty page"):
            got(says(empty))


# Broken replies

BROKEN = {
    "hangs up": says(),
    "no http": says(b"SSH-2.0-OpenSSH_9.2\r\n"),
    "html only": says(PAGE),
    "http 0.9": says(b"\r\n" + PAGE),
    "bad status": says(b"HTTP/1.1 abc OK\r\n\r\n"),
    "odd version": says(b"HTTP/9.9 200 OK\r\n\r\n"),
    "cut headers": says(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\nContent-"),
    "cut body": says(reply(content_length="999")),
    "two lengths": says(reply(content_length="5, 6")),
    "cut chunks": says(chunked(b"5\r\nhello\r\n")),
    "cut chunk": says(chunked(b"50\r\nhello")),
    "bad chunk size": says(chunked(b"zz\r\nhello\r\n0\r\n\r\n")),
    "negative chunk": says(chunked(b"-5\r\nhello\r\n0\r\n\r\n")),
    "chunk of minus one": says(chunked(b"-1\r\nhello\r\n0\r\n\r\n")),
    "long chunk size": says(chunked(b"0" * 99999)),
    "not gzip": says(reply(content_encoding="gzip")),
    "not brotli": says(reply(content_encoding="br")),
    "spoilt gzip": says(
        reply(gzip.compress(PAGE)[:20] + b"\xff" * 9 + gzip.compress(PAGE)[29:], content_encoding="gzip")
    ),
    "zstd": says(reply(b"\x28\xb5\x2f\xfd", content_encoding="zstd")),
}


@pytest.mark.parametrize("how", BROKEN)
def test_broken_replies_fail_in_words(how: str) -> None:
    with lasting(0, 0.8), pytest.raises(FetchFailed) as caught:
        got(BROKEN[how])
    assert str(caught.value).endswith(".")
    assert "Error" not in str(caught.value)


def test_a_connection_that_is_torn_off_fails() -> None:
    def tears(connection: socket.socket, request: bytes) -> None:
        connection.sendall(reply(content_length="999"))
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with pytest.raises(FetchFailed, match="broke off"):
        got(tears)


def test_a_refused_connection_and_an_unknown_name_fail_in_words() -> None:
    with Server(silent) as server:
        pass
    with pytest.raises(FetchFailed, match=r"127\.0\.0\.1 refused the connection"):
        fetch(server.url(), HERE)
    with pytest.raises(FetchFailed, match=r"No site called nowhere\.example was found"):
        fetch("http://nowhere.example/", resolve=names())


def test_the_systems_resolver_is_the_default() -> None:
    with pytest.raises(ForbiddenAddress):
        fetch("http://localhost/")
    with pytest.raises(FetchFailed, match="No site called"):
        fetch("http://nowhere.invalid/")


def test_whatever_a_server_sends_it_is_a_page_or_a_sentence() -> None:
    chance = random.Random(4)
    seeds = [
        reply(),
        chunked(in_pieces(PAGE, 9)),
        redirect("/a"),
        reply(gzip.compress(PAGE), content_encoding="gzip"),
        reply(brotli.compress(PAGE), content_encoding="br"),
    ]
    with Server(silent) as server:
        for _ in range(600):
            server.answer = says(mutated(chance.choice(seeds), chance))
            with contextlib.suppress(ReaderError):
                assert fetch(server.url(), HERE, limits=SHORT).body


def mutated(whole: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(whole) + 1)
        new = chance.choice(
            [b"", b"\r\n", b"\0", b":", b"-", b"9999999", b"\xff", bytes([chance.randrange(256)]), whole[:at]]
        )
        whole = whole[:at] + new + whole[at + chance.choice([0, 0, 1, 5, 50]) :]
    return whole


# TLS


@pytest.fixture
def trusting(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Lets a test say which certificates the system trusts."""
    door._tls.cache_clear()
    yield monkeypatch
    door._tls.cache_clear()


def test_tls_goes_by_the_name_though_the_address_is_dialled(trusting: pytest.MonkeyPatch, tmp_path: Path) -> None:
    context, cert = certificate(tmp_path, "secure.example")
    seen = []
    context.sni_callback = lambda connection, name, context: seen.append(name)
    trusting.setenv("SSL_CERT_FILE", str(cert))
    with Server(says(reply()), tls=context) as server:
        table = names(secure_example="127.0.0.1", other_example="127.0.0.1")
        settings = letting_through("secure.example", "other.example")
        assert fetch(server.url(host="secure.example"), settings, resolve=table).body == PAGE
        assert seen == ["secure.example"]
        assert f"Host: secure.example:{server.port}".encode() in server.requests[0]
        with pytest.raises(FetchFailed, match=r"certificate of other\.example is not valid"):
            fetch(server.url(host="other.example"), settings, resolve=table)


def test_a_certificate_nobody_vouches_for_is_refused(trusting: pytest.MonkeyPatch, tmp_path: Path) -> None:
    context, _ = certificate(tmp_path, "secure.example")
    with Server(says(reply()), tls=context) as server, pytest.raises(FetchFailed, match="self-signed certificate"):
        fetch(
            server.url(host="secure.example"),
            letting_through("secure.example"),
            resolve=names(secure_example="127.0.0.1"),
        )
    assert server.requests == []


def test_a_redirect_from_https_to_http_is_judged_like_any_other(
    trusting: pytest.MonkeyPatch, tmp_path: Path, counts: dict[str, int]
) -> None:
    context, cert = certificate(tmp_path, "secure.example")
    trusting.setenv("SSL_CERT_FILE", str(cert))
    table = RESOLVED | {"secure.example": ["127.0.0.5"], "open.example": ["127.0.0.5"]}
    with listening_inside() as servers, Server(silent, "127.0.0.5", tls=context) as secure:
        for host in ("127.0.0.1", "[::1]", "0x7f.1", "plain.example", "nat.example"):
            secure.answer = says(redirect(f"http://{host}:{servers[0].port}/"))
            with pytest.raises(ForbiddenAddress):
                fetch(secure.url(host="secure.example"), letting_through("secure.example"), resolve=names(**table))
        assert reached(servers, counts) == 0
        with Server(says(reply()), "127.0.0.5") as plain:
            secure.answer = says(redirect(plain.url(host="open.example")))
            settings = letting_through("secure.example", "open.example")
            chain = fetch(secure.url(host="secure.example"), settings, resolve=names(**table)).chain
    assert [url.partition(":")[0] for url in chain] == ["https", "http"]


def test_tls_keeps_to_the_clock_and_the_limits(trusting: pytest.MonkeyPatch, tmp_path: Path) -> None:
    context, cert = certificate(tmp_path, "secure.example")
    trusting.setenv("SSL_CERT_FILE", str(cert))
    table, settings = names(secure_example="127.0.0.1"), letting_through("secure.example", max_bytes=1_000_000)
    with Server(drips(reply(), 90, 0.02), tls=context) as server:
        with lasting(0.8, 1.4), pytest.raises(FetchTimeout):
            fetch(server.url(host="secure.example"), settings, resolve=table, limits=SHORT)
        server.answer = endless(reply(length=False), b"x" * 65536)
        with pytest.raises(TooLarge):
            fetch(server.url(host="secure.example"), settings, resolve=table)
        server.answer = silent
        stop = threading.Event()
        threading.Timer(0.2, stop.set).start()
        with lasting(0.2, 0.8), pytest.raises(FetchFailed, match="called off"):
            fetch(server.url(host="secure.example"), settings, resolve=table, stop=stop.is_set)


def test_plain_http_on_a_secure_link_fails_in_words() -> None:
    with (
        Server(says(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as server,
        pytest.raises(FetchFailed, match="secure connection"),
    ):
        fetch(server.url(scheme="https"), HERE)


# Manners


def test_no_socket_and_no_thread_stays_behind() -> None:
    def open_files() -> int:
        return len(os.listdir("/proc/self/fd"))

    with Server(routes(index=redirect("/a"), a=reply(), b=reply(content_type="image/png"))) as server:
        fetch(server.url(), HERE)
        before = open_files(), threading.active_count()
        for path in ("/", "/b", "/c") * 10:
            with contextlib.suppress(ReaderError):
                fetch(server.url(path), HERE)
        deadline = time.monotonic() + 2
        while (open_files(), threading.active_count()) > before and time.monotonic() < deadline:
            time.sleep(0.05)  # the server's own threads and sockets end a little later
        assert open_files() <= before[0]
        assert threading.active_count() <= before[1]


def test_nothing_is_logged_about_who_reads_what() -> None:
    code = (
        "import logging, sys; logging.basicConfig(level=logging.WARNING)\n"
        "from reader.fetch import fetch; from reader.settings import Settings\n"
        "print(len(fetch(sys.argv[1], Settings(allowed_internal_hosts='127.0.0.1')).body))"
    )
    broken = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nno colon here\r\n\r\n" + PAGE
    with Server(says(broken)) as server:
        done = subprocess.run([sys.executable, "-c", code, server.url("/secret")], capture_output=True, text=True)
    assert done.stdout.strip().isdecimal()
    assert done.stderr == ""
