"""The pathological set: pages and servers made to exhaust the reader, as rows; and their sender, a process of its own.

``python bombs.py HOST:PORT`` throws every bomb at a running app, so many at a time, and writes a line of JSON for each.
"""
# ruff: noqa: E501, E731 - rows are data
from __future__ import annotations

import gzip
import itertools
import json
import os
import random
import re
import sys
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal

import brotli
from baits import baits, patterns
from samples import PARAGRAPHS, page, prose
from servers import Answer, Server, chunked, drips, endless, in_pieces, redirect, reply, says, sends, silent

Sent = Literal["html", "text", "fetched"]
AT_ONCE = 4
MEGABYTE = 1_000_000
FULL = 9_900_000
"""Bytes just below what the reader takes (``UNFEED_MAX_BYTES``)."""
NESTED = (
    "div span p a b font center blockquote ul ol li dl dd table tr td caption pre h1 section figure figcaption form "
    "label button select svg math noscript template details object iframe textarea ruby rt nobr unknown-tag"
).split()
BOUNDARY = "----bomb-5b1c0e"


@dataclass(frozen=True)
class Bomb:
    """One input: pasted as HTML or as text (``make`` returns it), or fetched (``make`` returns the server's answer)."""

    name: str
    sent: Sent
    make: Callable[[], Any]


def bombs() -> list[Bomb]:
    """All of them, in an order that mixes the kinds and is always the same."""
    found = [*_floods(), *_nests(), *_heads(), *_texts(), *_charsets(), *_packed(), *_servers(), *_baited()]
    random.Random(4).shuffle(found)
    return found


def story(inside: str, head: str = "") -> str:
    """An ordinary article with ``inside`` in the middle."""
    return page(f"{prose(0, 4)}{inside}{prose(4)}").replace("</head>", f"{head}</head>")


def _filled(unit: str, size: int = FULL) -> str:
    return unit * (size // len(unit.encode()))


def _numbered(unit: str, count: int) -> str:
    return "".join(unit.replace("#", str(number)) for number in range(count))


# What is put into an article as often as a page of 10 MB holds it, and (for the tags) as often as is just allowed.
FLOODS = {
    "divs": "<div>", "divs closed": "<div></div>", "end tags": "</div>", "end tags of all kinds": "</p></b></td></a>",
    "comments": "<!---->", "open comments": "<!--", "scripts": "<script></script>", "open scripts": "<script>",
    "styles": "<style></style>", "links": "<a href=/x>y</a> ", "images": "<img src=/x.jpg>", "breaks": "<br>",
    "cells": "<td>x", "rows": "<tr><td>x", "tables": "<table><tr><td>x</table>", "list items": "<li>x",
    "paragraphs": "<p>x", "paragraphs of prose": f"<p>{PARAGRAPHS[0]}</p>", "spans": "<span>x</span> ",
    "figures": "<figure><img src=/x.jpg><figcaption>A caption. Photo: Jo Example</figcaption></figure>",
    "headings": "<h2>Read more</h2>", "related links": "<p>Related: <a href=/2026/a-long-story>A long story</a></p>",
    "forms": "<form><input type=email><button>Sign up</button></form>", "frames": "<iframe src=/x></iframe>",
    "less-thans": "<", "ampersands": "&", "quotes": "<a href='", "NULs": "\0<\0p\0>", "CDATA": "<![CDATA[", "PIs": "<?x",
    "entities": "&amp;", "long entities": "&CounterClockwiseContourIntegral;", "numeric": "&#x41;", "huge": "&#99999999;",
    "unended entities": "&notanentityatallbutlong", "adoption": "<a><p><b><div></a></b>", "spaces": "  \t\n ",
    "doctypes": "<!DOCTYPE html>", "heads": "<head><body><html>", "svgs": "<svg><path d=M0></svg>", "surrogates": "&#xd800;",
    "attributes": "<p " + "x=1 " * 100 + ">y</p>", "ids": "<p id=x class='a b c' style='color:red' title=t>y</p>",
    "definition lists": "<dl><dt>a<dd>b</dl>", "wide characters": "漢字", "combining": "a\u0300\u0301\u0302",
    "rtl marks": "\u202e\u202d\u2066", "emoji": "<p>👩‍👩‍👧‍👦", "mojibake": "Ã¢â‚¬â„¢", "templates": "<template><p>x</template>",
}  # fmt: skip


JUST_ALLOWED = frozenset("links|cells|list items|spans|figures|forms".split("|"))
"""Of these also as many as the bound on tags lets through: such a page is parsed, and walked."""


def _floods() -> Iterator[Bomb]:
    for name, unit in FLOODS.items():
        yield Bomb(f"10 MB of {name}", "html", lambda unit=unit: story(_filled(unit)))
        if name in JUST_ALLOWED:
            count = 380_000 // unit.count("<")
            yield Bomb(f"{name}, as many as may be", "html", lambda u=unit, n=count: story(u * n))


def _nests() -> Iterator[Bomb]:
    for tag in NESTED:
        yield Bomb(f"100,000 nested {tag}", "html", lambda tag=tag: story(f"<{tag}>" * 100_000 + "deep"))
    mixes = {"a/p": "<a href=/x><p>", "b/div": "<b><div>", "table/td": "<table><tr><td>", "ul/li": "<ul><li>",
             "i/table": "<i><table>", "svg/p": "<svg><p>", "select/b": "<select><b>", "font/p": "<p><font color=red>"}
    for name, unit in mixes.items():
        yield Bomb(f"nested {name}", "html", lambda unit=unit: story(unit * 50_000 + "deep"))
    for tag in ("div", "b", "blockquote", "table"):
        closed = lambda tag=tag: story(f"<{tag}>" * 100_000 + "deep" + f"</{tag}>" * 100_000)
        yield Bomb(f"100,000 nested {tag}, closed", "html", closed)
    yield Bomb("ids in 250 levels", "html", lambda: story(("<div class=a id=b>" * 200 + "x" + "</div>" * 200) * 900))


def _heads() -> Iterator[Bomb]:
    """What is huge in one place: a tag, an attribute, a title, a caption, a script for machines."""
    long = "word " * 200_000
    attributes = _numbered(" a#=b", 1_000_000)[: FULL - 5000]
    yield Bomb("a million attributes on one tag", "html", lambda: story(f"<p{attributes}>x</p>"))
    yield Bomb("the same attribute a million times", "html", lambda: story(f"<p{' x=1' * 1_000_000}>y</p>"))
    yield Bomb("a million attributes without a value", "html", lambda: story(f"<p{' x' * 1_000_000}"))
    for name in ("class", "id", "style", "href", "onclick", "data-x", "itemprop", "srcset"):
        yield Bomb(f"1 MB of {name}", "html", lambda name=name: story(f'<p {name}="{long}">text</p>'))
    for tag in ("title", "h1", "figcaption", "p", "a", "li", "td", "blockquote", "pre", "script", "textarea"):
        yield Bomb(f"1 MB of text in {tag}", "html", lambda tag=tag: story(f"<{tag}>{long}</{tag}>"))
    caption = f"<figure><img src=/a.jpg><figcaption>{long}(Photo: {long})</figcaption></figure>"
    yield Bomb("a caption of 2 MB", "html", lambda: story(caption))
    yield Bomb("a title of 5 MB", "html", lambda: story("", f"<title>{long * 5}</title>"))
    yield Bomb("a meta title of 5 MB", "html", lambda: story("", f'<meta property="og:title" content="{long * 5}">'))
    yield Bomb("a byline of 1 MB", "html", lambda: story("", f'<meta name=author content="{long}">'))
    yield Bomb("a comment of 9 MB", "html", lambda: story(f"<!--{'- ' * 4_500_000}-->"))
    yield Bomb("a doctype of 9 MB", "html", lambda: f"<!DOCTYPE {'x' * 9_000_000}>{story('')}")
    srcset = _numbered("/i/#.jpg #w, ", 100_000)
    yield Bomb("100,000 candidates in srcset", "html", lambda: story(f'<img src=/a.jpg srcset="{srcset}">'))
    yield Bomb("a data: picture of 9 MB", "html", lambda: story(f'<img src="data:image/png;base64,{"A" * 9_000_000}">'))
    yield Bomb("9,000 data: pictures", "html", lambda: story(f"<img src='data:image/png;base64,{'A' * 1000}'>" * 9000))
    yield Bomb("a table of a million cells", "html", lambda: story(f"<table>{('<tr>' + '<td>' * 1000) * 1000}</table>"))
    wide = "<table>" + "<tr><td colspan=1000000 rowspan=1000000>x</td></tr>" * 100_000 + "</table>"
    yield Bomb("colspans of a million", "html", lambda: story(wide))
    dtd = "<!DOCTYPE x [" + "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(12)) + "]>"
    yield Bomb("nested entities", "html", lambda: f"{dtd}<html>{story('&e12;' * 1000)}")
    links = "".join(f"<a href='/2026/{n}/a-story-of-{n}'>Story {n} of many</a> " for n in range(190_000))
    yield Bomb("a page of links", "html", lambda: f"<title>Links</title><body>{links}")
    yield from _scripts()


def _scripts() -> Iterator[Bomb]:
    def ld(text: str) -> str:
        return f'<script type="application/ld+json">{text}</script>'

    deep = '{"@graph":[' * 100_000
    rows = {
        "100,000 JSON-LD scripts": ld('{"@type":"NewsArticle","headline":"x"}') * 100_000,
        "JSON-LD 100,000 deep": ld(deep), "lists 200,000 deep": ld("[" * 200_000 + "]" * 200_000),
        "huge numbers": ld('{"@type":"NewsArticle","width":' + "9" * 5_000_000 + "}"),
        "huge exponents": ld('{"@type":"NewsArticle","dates":[' + "1e999999999," * 300_000 + "1]}"),
        "a million pictures": ld('{"@graph":[' + '{"@type":"ImageObject","url":"/a","caption":"b"},' * 150_000 + "{}]}"),
        "a million authors": ld('{"@type":"NewsArticle","author":[' + '{"name":"A B"},' * 500_000 + "{}]}"),
        "the same id in a circle": ld('{"@graph":[' + '{"@id":"#a","author":{"@id":"#a"}},' * 200_000 + "{}]}"),
        "a body of 9 MB": ld('{"@type":"NewsArticle","articleBody":"' + "word " * 1_800_000 + '"}'),
        "escapes": ld('{"@type":"NewsArticle","headline":"' + r"\ud83d\u0000" * 700_000 + '"}'),
        "metas": '<meta property="og:image" content="/a.jpg">' * 200_000, "links in the head": "<link rel=x href=y>" * 380_000,
        "bases": '<base href="http://a/">' * 380_000, "authors": '<meta name="author" content="A B">' * 280_000,
    }  # fmt: skip
    for name, head in rows.items():
        yield Bomb(f"head: {name}", "html", lambda head=head: story("", head))


LINES = frozenset("a million headings|a million bullets|related|numbers|dates|sign-ups|form feeds".split("|"))
"""Of these a twelfth is enough: 10 MB of one are like 10 MB of another."""


def _texts() -> Iterator[Bomb]:
    sentence = PARAGRAPHS[0]
    rows = {
        "one line of 10 MB": ("word ", 1_980_000), "one word of 10 MB": ("x", FULL), "blank lines": ("\n", 9_000_000),
        "a million links": ("https://example.com/\n", 470_000), "a million figures": ("Image 1 of 2\nPhoto: Jo Weir\n", 300_000),
        "a million captions": (f"A harbour at dawn. (Photo: Jo Weir/AP)\n{sentence}\n\n", 35_000),
        "a million headings": ("Read more\n", 980_000), "a million bullets": ("- x\n", 2_400_000),
        "prose": (f"{sentence}\n\n", 50_000), "sentences in one line": (f"{sentence} ", 50_000), "spaces": (" ", FULL),
        "tabs": ("\t\n", 4_000_000), "related": (f"{sentence}\nRelated: A long story\n", 45_000),
        "underscores": ("_", FULL), "brackets": ("(", FULL), "surrogates": ("\ufffd", 3_000_000), "dashes": ("— ", 2_400_000),
        "numbers": ("1. x\n", 1_900_000), "Chinese": ("河上的旧桥将于周一关闭一年。", 230_000), "dates": ("Monday 1 May 2026\n", 500_000),
        "sign-ups": (f"{sentence}\nSign up for our newsletter\n", 45_000), "form feeds": ("a\f\v\x85\u2028", 1_000_000),
    }  # fmt: skip
    for name, (unit, count) in rows.items():
        if name not in LINES:
            yield Bomb(f"text: {name}", "text", lambda u=unit, n=count: f"{sentence}\n{u * n}")
        if len(unit) > 2:
            yield Bomb(f"text: {name}, a twelfth", "text", lambda u=unit, n=count: f"{sentence}\n{u * (n // 12)}")


def _served(body: bytes, kind: str = "text/html", **headers: str) -> Callable[[], Answer]:
    return lambda: says(reply(body, content_type=kind, **headers))


def _charsets() -> Iterator[Bomb]:
    text = story("<p>Über die Brücke — “naïve” 漢字 кот</p>" * 6_000)
    utf8, odd = text.encode(), bytes(range(128, 256)) * 70_000
    rows = {
        "UTF-16 of odd length": (text.encode("utf-16")[:-1], ""), "a mark that lies": (b"\xff\xfe" + utf8, ""),
        "UTF-8's mark on UTF-16": (b"\xef\xbb\xbf" + text.encode("utf-16-le"), ""),
        "lone surrogates": (b"\xff\xfe" + b"\x00\xd8" * 4_000_000, ""), "UTF-16 unmarked": (text.encode("utf-16-be"), ""),
        "UTF-8 in pieces": (utf8 + b"\xc3" * 5_000_000, ""), "overlong": (utf8 + b"\xc0\xaf" * 3_000_000, ""),
        "all high bytes": (b"<title>x</title><p>" + odd, ""), "UTF-7": (text.encode("utf-7"), "utf-7"),
        "said to be UTF-16": (utf8, "utf-16"), "said to be UTF-32": (utf8, "utf-32"), "said to be idna": (utf8, "idna"),
        "said to be zip": (utf8, "zip"), "said to be hex": (utf8, "hex"), "unknown": (utf8, "x" * 10_000),
        "said to be iso-2022-jp": (b"\x1b$B" * 2_000_000 + utf8, "iso-2022-jp"), "hz": (b"~{" * 3_000_000, "hz-gb-2312"),
        "said to be gb18030": (b"\x810\x810" * 2_000_000, "gb18030"), "big5": (odd, "big5"), "koi8": (odd, "koi8-r"),
        "mixed": (utf8 + text.encode("utf-16") + text.encode("cp1251", "ignore"), ""), "NULs": (bytes(FULL), ""),
        "detected": (text.encode("cp1251", "ignore") * 9, ""), "metas": (b"<meta charset=x>" * 300_000 + odd, ""),
    }  # fmt: skip
    for name, (body, charset) in rows.items():
        kind = f"text/html; charset={charset}" if charset else "text/html"
        yield Bomb(f"charset: {name}", "fetched", _served(body[:FULL], kind))


def _packed() -> Iterator[Bomb]:
    def zipped(size: int) -> bytes:
        return gzip.compress(bytes(size), 6)

    def squeezed(size: int) -> bytes:
        return brotli.compress(bytes(size), quality=3)

    real = gzip.compress(story("").encode())
    rows: dict[str, tuple[Callable[[], bytes], str]] = {
        "gzip": (lambda: zipped(200 * MEGABYTE), "gzip"), "deflate": (lambda: zlib.compress(bytes(200 * MEGABYTE)), "deflate"),
        "raw deflate": (lambda: zlib.compress(bytes(200 * MEGABYTE))[2:-4], "deflate"),
        "brotli": (lambda: squeezed(200 * MEGABYTE), "br"), "gzip twice": (lambda: gzip.compress(zipped(10**8)), "gzip, gzip"),
        "brotli in gzip": (lambda: gzip.compress(squeezed(10**8)), "br, gzip"), "three times": (lambda: real, "gzip, gzip, gzip"),
        "a hundred times": (lambda: real, ", ".join(["gzip"] * 100)), "unknown": (lambda: real, "gzip, x-odd"),
        "zstd": (lambda: real, "zstd"), "a lie": (lambda: b"not gzip at all", "gzip"), "torn": (lambda: real[:-20], "gzip"),
        "many members": (lambda: gzip.compress(b"<p>x</p>") * 200_000, "gzip"), "10 MB exactly": (lambda: zipped(10**7), "gzip"),
        "ends and goes on": (lambda: real + bytes(5 * MEGABYTE), "gzip"), "empty members": (lambda: gzip.compress(b"") * 50_000, "gzip"),
        "a prose bomb": (lambda: gzip.compress(story(_filled(f"<p>{PARAGRAPHS[0]}</p>")).encode(), 1), "gzip"),
    }  # fmt: skip
    for name, (make, encoding) in rows.items():
        yield Bomb(f"packed: {name}", "fetched", lambda make=make, e=encoding: says(reply(make(), content_encoding=e)))


def _servers() -> Iterator[Bomb]:
    head, ok = b"HTTP/1.1 200 OK\r\n", reply(b"", length=False)
    start = chunked(b"")
    whole = reply(story("").encode())
    unit = b"<p>" + PARAGRAPHS[0].encode() + b"</p>"
    rows: dict[str, Callable[[], Answer]] = {
        "an endless body": lambda: endless(ok, unit * 200), "endless spaces": lambda: endless(ok, b" " * 65536),
        "endless chunks": lambda: endless(start, b"10\r\n" + b"x" * 16 + b"\r\n"), "endless tiny chunks": lambda: endless(start, b"1\r\nx\r\n" * 500),
        "endless trailers": lambda: endless(start + b"4\r\n<p>x\r\n0\r\n", b"X-Trailer: x\r\n" * 100),
        "an endless chunk extension": lambda: endless(start + b"5;", b"x" * 65536),
        "an endless chunk size": lambda: endless(start, b"0" * 65536), "a negative chunk": lambda: says(start + b"-5\r\nhello\r\n"),
        "a giant chunk": lambda: endless(start + b"ffffffffffffffff\r\n", unit * 100),
        "one byte a second": lambda: drips(whole, len(whole) - 300, 1.0), "one header byte a second": lambda: drips(whole, 30, 1.0),
        "silence": lambda: silent, "silence after the headers": lambda: _then_silent(ok),
        "headers without end": lambda: endless(head, b"X-Header: " + b"x" * 1000 + b"\r\n"), "one header without end": lambda: endless(head + b"X: ", b"x" * 65536),
        "folded headers without end": lambda: endless(head + b"X: y\r\n", b" folded\r\n" * 1000), "many small headers": lambda: endless(head, b"a:b\r\n" * 1000),
        "a status line without end": lambda: endless(b"HTTP/1.1 200 ", b"O" * 65536), "a reply of NULs": lambda: endless(b"", bytes(65536)),
        "endless 100 Continue": lambda: endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "endless early hints": lambda: endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
        "newlines": lambda: endless(b"", b"\r\n" * 10_000), "an immediate end": lambda: says(b""), "HTTP/0.9": lambda: says(story("").encode()),
        "a length that is too long": lambda: says(whole.replace(b"Content-Length: ", b"Content-Length: 1")), "a length too short": lambda: says(reply(unit * 50, content_length="100", length=False)),
        "a negative length": lambda: says(reply(unit, length=False, content_length="-1")), "a length of a terabyte": lambda: says(reply(unit, length=False, content_length="1" + "0" * 12)),
        "a length of 5,000 digits": lambda: says(reply(unit, length=False, content_length="1" * 5000)), "two lengths": lambda: says(reply(unit, x="1\r\nContent-Length: 5")),
        "a circle": lambda: _redirecting("/{n}"), "a chain": lambda: _redirecting("/{n}?{more}"), "a redirect to 100 kB": lambda: says(redirect("/" + "x" * 100_000)),
        "a redirect nowhere": lambda: says(redirect("")), "a redirect inside": lambda: says(redirect("http://169.254.169.254/")), "a redirect to a file": lambda: says(redirect("file:///dev/zero")),
        "a redirect with an endless body": lambda: endless(reply(b"", "302 Found", length=False, location="http://10.0.0.1/"), b"x" * 65536),
        "a 404 without end": lambda: endless(reply(b"", "404 Not Found", length=False), b"x" * 65536), "a 204": lambda: says(reply(b"", "204 No Content")),
        "a giant type": lambda: says(reply(unit, content_type="text/html;" + "a=b;" * 20_000)), "garbage": lambda: says(random.Random(1).randbytes(100_000)),
        "TLS where none is": lambda: says(b"\x16\x03\x01\x02\x00" + bytes(500)), "a fast megabyte in single bytes": lambda: sends([start, in_pieces(unit * 500, 1)]),
    }  # fmt: skip
    for name, make in rows.items():
        yield Bomb(f"server: {name}", "fetched", make)


def _then_silent(start: bytes) -> Answer:
    def answer(connection: Any, request: bytes) -> None:
        connection.sendall(start)
        connection.recv(1)

    return answer


def _redirecting(to: str) -> Answer:
    """Sends on to itself, or to ever new addresses of itself."""

    def answer(connection: Any, request: bytes) -> None:
        number = request.split()[1].decode().strip("/").partition("?")[0]
        connection.sendall(redirect(to.format(n=number, more=time.monotonic_ns())))

    return answer


PLACES = {
    "titles": '<title>{}</title>', "paragraphs": "<p>{}</p>", "captions": "<figure><img src=/a.jpg><figcaption>{}</figcaption></figure>",
    "classes": '<p class="{}">text</p>', "links": '<p><a href="{}">{}</a></p>', "headings": "<h2>{}</h2>",
    "bylines": '<p class="byline">{}</p>', "images": '<img src="{}" alt="{}" style="{}">', "lists": "<ul><li>{}</li></ul>",
    "one line": "{} ",
}  # fmt: skip


def _baited() -> Iterator[Bomb]:
    """Bait for every pattern, by the module it stands in, where an article shows it to the pattern; and as plain text."""
    rooms: dict[str, list[re.Pattern[Any]]] = {}
    for pattern, where in patterns().items():
        rooms.setdefault(where.rpartition(".")[0], []).append(pattern)
    halves = [[one for name in sorted(rooms)[half::2] for one in rooms[name]] for half in range(2)]
    for half, (place, markup) in itertools.product(range(2), PLACES.items()):
        size = (1000, 2000)[half] // markup.count("{}")
        yield Bomb(f"bait in {place}, half {half}", "html", lambda h=half, m=markup, s=size: story(_baits(halves[h], m, s)))
    for half in range(2):
        make = lambda h=half: f"{PARAGRAPHS[0]}\n{_baits(halves[h], '{}' + chr(10), 4000)}"
        yield Bomb(f"bait in plain text, half {half}", "text", make)


def _baits(held: list[re.Pattern[Any]], markup: str, size: int) -> str:
    found = [text.replace("<", "&lt;").replace('"', "&quot;") for one in held for text in baits(one, size)]
    return "".join(markup.replace("{}", text) for text in found)


def send(host: str, source: str, url: str = "", htmx: bool = True) -> dict[str, Any]:
    """Hand a page, a text or a link to the app as htmx does, or as a browser without it: its status (0: none), the error's sentence, the seconds."""
    fields = {"source": source, "url": url, "again": "1"}
    body = "".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in fields.items()
    )
    data = f"{body}--{BOUNDARY}--\r\n".encode("utf-8", "replace")
    headers = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Sec-Fetch-Site": "same-origin", **({"HX-Request": "true"} if htmx else {"Sec-Fetch-Dest": "document"})}
    start = time.monotonic()
    status, answer = _asked(urllib.request.Request(f"http://{host}/read", data, headers))
    said = re.search(r'<p class="what">([^<]*)</p>', answer)
    sentence = said[1] if said else ""
    return {"status": status, "sentence": sentence, "seconds": time.monotonic() - start, "size": len(answer),
            "article": 'id="reading"' in answer}


def _asked(request: urllib.request.Request) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(request, timeout=60) as reply:
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError as error:
        return 0, repr(error)


def throw(host: str, only: str = "") -> None:
    """Throw every bomb at the app, ``AT_ONCE`` at a time; print what came back."""
    every = [bomb for bomb in bombs() if only in bomb.name]

    def answer(connection: Any, request: bytes) -> None:
        number = int(request.split()[1].decode().strip("/").partition("?")[0])
        every[number].make()(connection, request)

    def one(number: int) -> None:
        bomb = every[number]
        source = server.url(f"/{number}") if bomb.sent == "fetched" else bomb.make()
        url = "" if bomb.sent == "fetched" else "https://gazette.example/2026/03/harbour-bridge-closes/"
        told = send(host, source, url, htmx=number % 4 > 0)
        sys.stdout.write(json.dumps({"name": bomb.name, **told}) + "\n")
        sys.stdout.flush()

    with Server(answer) as server, ThreadPoolExecutor(AT_ONCE) as threads:
        list(threads.map(one, range(len(every))))


if __name__ == "__main__":
    os.nice(10)  # whoever throws bombs brings a machine of their own; this one should not slow down what it is aimed at
    throw(*sys.argv[1:])
