"""Loopback sites with a policy each, for what the bookmarklet may do on them; all show more to who has their cookie."""
from __future__ import annotations

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from live import story

COOKIE = "member=yes"
MEMBERS = "Members alone read that the piano was for the school, which has waited for one since the storm."
STRICT = "; ".join(f"{what}-src 'none'" for what in ("default", "script", "style", "connect", "frame"))
COOP = ("Cross-Origin-Opener-Policy", "same-origin")
SHADOW = """<div id="host"></div><script>
const root = document.getElementById("host").attachShadow({ mode: "open" });
root.append(document.querySelector("main"));
</script>"""
FRAME = '<!doctype html><title>Frame</title><frameset cols="*,0"><frame src="/plain"><frame src="/nothing"></frameset>'
IFRAME = '<!doctype html><title>Shell</title><header>The Orrin Post</header><iframe src="/plain"></iframe>'
FILLER = "<!-- " + "x" * 5_000_000 + " -->"

POLICIES: dict[str, tuple[tuple[str, str], ...]] = {
    "plain": (),
    "strict CSP": (("Content-Security-Policy", STRICT + "; form-action 'self'"),),
    "trusted types": (("Content-Security-Policy", "require-trusted-types-for 'script'; trusted-types 'none'"),),
    "COOP": (COOP,),
    "COOP noopener-allow-popups": (("Cross-Origin-Opener-Policy", "noopener-allow-popups"),),
    "COOP same-origin-allow-popups": (("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),),
    "COOP, no referrer": (COOP, ("Referrer-Policy", "no-referrer")),
    "COOP and COEP": (COOP, ("Cross-Origin-Embedder-Policy", "require-corp")),
    "COOP, form-action 'none'": (COOP, ("Content-Security-Policy", "form-action 'none'")),
    "COOP, form-action 'self'": (COOP, ("Content-Security-Policy", "form-action 'self'")),
    "COOP, strict CSP": (COOP, ("Content-Security-Policy", STRICT + "; form-action 'none'")),
    "sandbox": (("Content-Security-Policy", "sandbox allow-scripts allow-same-origin"),),
    "frames": (),
    "inner frame": (),
    "shadow DOM": (),
    "5 MB": (),
    "COOP, 5 MB": (COOP,),
}


def path_of(policy: str) -> str:
    """The path of the page with that policy."""
    return "/" + "-".join("".join(sign if sign.isalnum() else " " for sign in policy).lower().split())


PATHS = {path_of(name): name for name in POLICIES}


def page_of(policy: str, is_member: bool) -> str:
    """The page as it is served."""
    if policy in ("frames", "inner frame"):
        return FRAME if policy == "frames" else IFRAME
    page = story()
    if is_member:
        page = page.replace("<table>", f"<p>{MEMBERS}</p><table>", 1)
    if policy == "shadow DOM":
        page = page.replace("</body>", SHADOW + "</body>")
    return page.replace("<main>", FILLER + "<main>", 1) if "5 MB" in policy else page


class Policed(BaseHTTPRequestHandler):
    """``/login`` wants the cookie; any other path is that of a policy, or a page without one."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        policy = PATHS.get(path, "plain")
        is_member = COOKIE in self.headers.get("Cookie", "")
        is_shut = path == "/login" and not is_member
        text = "<title>Log in</title><form><input type=password></form>" if is_shut else page_of(policy, is_member)
        body = text.encode()
        self.send_response(403 if is_shut else 200)
        for name, value in (("Content-Type", "text/html; charset=utf-8"), *POLICIES[policy]):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


@contextmanager
def policed(tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """The sites, on all names that lead to loopback; their port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Policed)
    server.daemon_threads = True
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
