"""Real servers on loopback: a site to read from, and the app to read it with."""
from __future__ import annotations

import os
import socket
import ssl
import struct
import subprocess
import sys
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from reader.settings import Settings

Make = Callable[..., Flask]
"""Makes an app with the settings that are given (see ``settings``)."""

STORY = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry returns to Orrin after nine years - The Orrin Post</title>
<meta property="og:site_name" content="The Orrin Post"><meta property="og:title" content="Ferry returns to Orrin
after nine years">
<meta name="author" content="Lena Fuchs"><meta property="article:published_time"
content="2026-05-04T08:15:00+00:00">{head}</head>
<body><header><a href="/">The Orrin Post</a><nav><ul><li><a href="/town">Town</a></li><li><a
href="/sea">Sea</a></li></ul></nav></header>
<main><article><h1>Ferry returns to Orrin after nine years</h1>
<figure><img src="/img/quay.png" alt="A quay" width="640" height="360"><figcaption>The <em>Marigold</em> ties up at
the old quay on Monday morning. <span class="credit">Jonas Weir/Orrin Post</span></figcaption></figure>
<p>The first ferry in nine years came into Orrin on Monday with forty passengers, two dogs and a piano, and was met
on the quay by most of the town.</p>
<p>The line had been closed since the storm that broke the outer pier, and for most of that time nobody believed
that it would open again, least of all those who had run it.</p>
<p class="related"><strong>Read more:</strong> <a href="/pier">Why the outer pier cost twice what was
promised</a></p>
<p>“We kept the timetable on the wall,” said Ada Brook, who sells the tickets as her mother did before her. “It was
never wrong, it was only early.”</p>
<p>There will be three crossings a day until October, and one in the winter months, when the weather allows. A
return costs eleven, and bicycles travel free of charge.</p>
<table><thead><tr><th>Season</th><th>Crossings</th></tr></thead><tbody><tr><td>Summer</td><td>3</td></tr><tr><td>Winter</td><td>1</td></tr></tbody></table>
<p>The council expects sixty thousand passengers in the first year, and says that the harbour cafe, closed for as
long as the line itself, will open again in June under its old name.</p>
</article>
<section class="you-may-also-like"><h2>You May Also Like</h2>
<div class="card"><a href="/s/1"><img src="/img/t1.png" alt=""><h3>Harbour seals counted from the air for the first
time</h3></a></div>
<div class="card"><a href="/s/2"><img src="/img/t2.png" alt=""><h3>Bakery on Mill Street changes hands after forty
years</h3></a></div>
<div class="card"><a href="/s/3"><img src="/img/t3.png" alt=""><h3>School choir to sing on the mainland in
autumn</h3></a></div>
<div class="card"><a href="/s/4"><img src="/img/t4.png" alt=""><h3>Lighthouse to be painted in its old colours
again</h3></a></div>
</section></main><footer><a href="/imprint">Imprint</a></footer></body></html>"""


def story(head: str = "") -> str:
    """The page all flows use: two recommendation units, one figure with caption and credit, a table."""
    return STORY.replace("{head}", head)


def picture(width: int = 64, height: int = 36) -> bytes:
    """A grey PNG."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x99" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Site(BaseHTTPRequestHandler):
    """Answers by path: /slow?s=SECONDS, /broken, /gone, /once, /pdf, /img/*, else the story; counts what was asked."""

    protocol_version = "HTTP/1.1"
    asked: Counter[str]
    referrers: list[str]

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.asked[parts.path] += 1
        self.referrers += [value for value in [self.headers.get("Referer")] if value]
        if parts.path == "/slow":
            time.sleep(float(parse_qs(parts.query)["s"][0]))
        status = {"/broken": 500, "/gone": 404}.get(parts.path, 200)
        if parts.path == "/once" and self.asked["/once"] > 1:
            status = 503
        kind, body = "text/html; charset=utf-8", story().encode()
        if parts.path.startswith("/img/"):
            kind, body = "image/png", picture()
        if parts.path == "/pdf":
            kind, body = "application/pdf", b"%PDF-1.7"
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:
        """Tests are quiet."""


@contextmanager
def site() -> Iterator[tuple[str, type[Site]]]:
    """A running site: its address without a slash at the end, and its handler with the counts."""
    handler = type("Counted", (Site,), {"asked": Counter(), "referrers": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", handler
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def serving(app: Callable[..., Any], tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The app (WSGI) behind a real, threaded server: its address without a slash at the end."""
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet, ssl_context=tls)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@contextmanager
def gunicorn(folder: Path, threads: int, log: IO[str] | None = None, **more: str) -> Iterator[str]:
    """The app as it is served in earnest, by ``threads`` threads of one gunicorn worker: its host and port.

    Nobody is counted, unless ``more`` variables say so. Into ``log`` goes all that it writes by default.
    """
    host, process = started(folder, threads, log, **more)
    try:
        yield host
    finally:
        process.terminate()
        process.wait(20)


def started(
    folder: Path, threads: int, log: IO[str] | None = None, **more: str
) -> tuple[str, subprocess.Popen[bytes]]:
    """The same for who ends it: its host and port, and gunicorn's master, which leads a process group of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    environ = {"UNFEED_DATA_DIR": str(folder), "UNFEED_ALLOWED_INTERNAL_HOSTS": "127.0.0.1", "UNFEED_WORKERS": "1"}
    environ |= {"UNFEED_CLIENT_LIMIT": "", "UNFEED_TARGET_LIMIT": "", **more}
    options = ["--bind", host, "--worker-class", "gthread", "--threads", str(threads), "--no-control-socket"]
    options += ["--forwarded-allow-ips", ""]
    options += [] if log else ["--log-level", "warning"]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *options, "wsgi:app"], cwd=Path(__file__).parents[1],
        env={**os.environ, **environ}, stdout=log, stderr=log, process_group=0,
    )  # fmt: skip
    with ExitStack() as undo:
        undo.callback(process.kill)
        _wait_for(host)
        undo.pop_all()
    return host, process


def _wait_for(host: str) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", int(host.partition(":")[2])), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError(host)


def children(pid: int) -> list[int]:
    """The processes that any of its threads has started."""
    lists = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for listed in lists for child in listed.read_text().split()]


def below(pid: int) -> list[int]:
    """All processes that ``pid`` has started, and those that they have."""
    return [one for child in children(pid) for one in (child, *below(child))]


def settings(folder: Path, **changes: object) -> Settings:
    """Settings of a reader that may read from loopback, keeps its file in ``folder`` and counts nobody."""
    values = {"data_dir": str(folder), "allowed_internal_hosts": "127.0.0.1,localhost", "workers": 1}
    values |= {"client_limit": "", "target_limit": "", **changes}
    return Settings(**values)  # type: ignore[arg-type]
