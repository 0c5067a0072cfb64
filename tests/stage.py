"""A browser that tells all that a page does beside being read: what runs in it, what it asks for, where it goes."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from live import picture
from playwright.sync_api import BrowserContext, Error, Page, Request, sync_playwright
from servers import Server, certificate, reply, says

TABS = 10
PAPERS = ("a.example", "gazette.example")
"""The hosts of the vectors' pictures."""
MOMENT = 80
"""Milliseconds for what a page set a clock for."""

# Every vector's payload is ``run()``; what else would show that a script is at work is watched as well.
WITNESS = """(() => {
    const say = (what) => console.debug("RAN", what);
    for (const name of ["run", "alert", "confirm", "prompt", "print", "open"]) {
        Object.defineProperty(window, name, {value: () => { say(name) }});
    }
    for (const name of ["Function"]) {
        const telling = {apply: (f, self, given) => (say(name), f(...given)),
                         construct: (f, given) => (say(name), new f(...given))};
        window[name] = new Proxy(window[name], telling);
    }
    addEventListener("securitypolicyviolation",
        (event) => console.debug("POLICY", event.violatedDirective, event.blockedURI, event.sample));
})()"""

# Does what a restless reader might, to all but the app's own controls and links that lead to the web.
TOUCH = """() => {
    const names = new Set();
    for (const kind of [HTMLElement, SVGElement, HTMLBodyElement, HTMLMediaElement, MathMLElement]) {
        for (const name in kind.prototype) if (name.startsWith("on")) names.add(name.slice(2));
    }
    const every = (root) => [...root.querySelectorAll("*")].flatMap(
        (e) => [e, ...(e.shadowRoot ? every(e.shadowRoot) : [])]);
    const web = (link) => /^(https?|mailto):/.test(link.protocol ?? new URL(link.href.baseVal, document.URL).protocol);
    for (const e of [document.body, ...every(document.body)]) {
        if (e.closest(".bar, .toggle, .about, .tools") || e.matches("script[src]")) continue;
        const heeds = [...e.attributes].some((a) => /^(on|hx|data-hx)/i.test(a.name));
        for (const name of heeds ? names : []) e.dispatchEvent(new Event(name));
        if (e.matches("details")) e.open = true;
        e.focus?.();
        const link = e.closest("a[href], area[href], a[*|href]");
        if (!link || !web(link)) e.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
        if (e.matches("form")) e.requestSubmit();
    }
    return {
        alive: typeof htmx === "object",
        powered: document.querySelectorAll(".body [data-htmx-powered]").length,
    };
}"""


class Tab:
    """One page at a time, and what it did: ``deeds``.

    ``foreign`` are the hosts, but for the papers', that it asked for pictures; ``has_policy`` and ``told`` (what
    ``TOUCH`` returned) tell of the page itself.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.address = ""
        self.deeds: list[str] = []
        self.foreign: list[str] = []
        self.has_policy = False
        self.told: dict[str, Any] = {}
        self._listen()

    def _listen(self) -> None:
        tell = self.deeds.append
        self.page.on("console", lambda said: tell(said.text) if said.text.startswith(("RAN", "POLICY")) else None)
        self.page.on("dialog", lambda dialog: (tell(f"DIALOG {dialog.message}"), dialog.dismiss()))
        self.page.on("request", self._asked)
        self.page.on("popup", lambda page: tell(f"POPUP {page.url}"))
        self.page.on("download", lambda download: tell(f"DOWNLOAD {download.url}"))
        self.page.on("websocket", lambda socket: tell(f"SOCKET {socket.url}"))
        self.page.on("crash", lambda _: tell("CRASH"))

    def _asked(self, request: Request) -> None:
        """Our own files, the page itself once, and pictures from anywhere may be asked for."""
        here, there = urlsplit(self.address), urlsplit(request.url)
        own = here[:2] == there[:2] and there.path.startswith("/static/")
        shown = request.resource_type == "image" and there.scheme in ("http", "https", "data")
        if request.url == self.address and request.is_navigation_request() and "HERE" not in self.deeds:
            self.deeds.append("HERE")
        elif shown and here[:2] != there[:2]:
            host = (there.hostname or "").rstrip(".")
            self.foreign += [host] if host and host not in PAPERS else []
        elif not own:
            self.deeds.append(f"ASKED {request.resource_type} {request.url[:200]}")

    def open(self, address: str) -> None:
        """Set out for ``address``, and come back as soon as its answer begins."""
        self.address = address
        self.deeds.clear()
        answer = self.page.goto(address, wait_until="commit")
        self.has_policy = "content-security-policy" in (answer.headers if answer else {})

    def touch(self) -> None:
        """Touch all there is, once the page is there."""
        self.told = {}
        try:
            self.page.wait_for_load_state("load")
            self.told = self.page.evaluate(TOUCH)
        except Error as error:
            self.deeds.append(f"LOST {error.message[:100]}")

    def end(self) -> list[str]:
        """What the page did, in the order in which it was seen; [] for one that was only read."""
        try:
            frames = self.page.evaluate("frames.length")
        except Error as error:
            self.deeds.append(f"LOST {error.message[:100]}")
        else:
            self.deeds += ["FRAME"] * frames
        self.deeds += [f"WENT {self.page.url}"] if self.page.url.partition("#")[0] != self.address else []
        return [deed for deed in self.deeds if deed != "HERE"]


class Stage:
    """Some tabs of one Chromium, for which every name leads to one server that only pictures may ask."""

    def __init__(self, context: BrowserContext, sink: Server) -> None:
        self.tabs = [Tab(context) for _ in range(TABS)]
        self.sink = sink
        self.came, self.heard = 0, 0
        self.asked: set[str] = set()

    def visit(self, addresses: Iterable[str]) -> Iterator[tuple[Tab, list[str]]]:
        """Open and touch all pages, a few at a time: each, in order, with what it did."""
        rest = iter(addresses)
        while some := list(islice(rest, TABS)):
            tabs = self.tabs[: len(some)]
            for tab, address in zip(tabs, some, strict=True):
                tab.open(address)
            for tab in tabs:
                tab.touch()
            tabs[0].page.wait_for_timeout(MOMENT)
            deeds = [tab.end() for tab in tabs]
            deeds[0] += [f"KNOCKED at a foreign door: {one}; it or one of {some[1:]}" for one in self._strange_knocks()]
            yield from zip(tabs, deeds, strict=True)

    def _strange_knocks(self) -> list[str]:
        """Who came to the sink since the last time, and no picture explains it.

        Chromium asks once more where nobody answers, so a picture of the pages before explains a knock as well; the
        host is told by the request, or by the greeting of TLS.
        """
        asked = {host for tab in self.tabs for host in tab.foreign}
        for tab in self.tabs:
            tab.foreign.clear()
        explained, self.asked = asked | self.asked, asked
        came, said = self.sink.connections, self.sink.requests[self.heard:]
        strange = [repr(one[:2000]) for one in said if one and not any(host.encode() in one for host in explained)]
        strange += ["who says nothing"] * (came > self.came and not explained)
        self.came, self.heard = came, self.heard + len(said)
        return strange


@contextmanager
def stage(executable: str, folder: Path, pictures: bool) -> Iterator[Stage]:
    """A Chromium of its own. The pictures of the papers that the vectors name load if ``pictures`` is set, or fail."""
    context, _ = certificate(folder, "a.example")
    papers = Server(says(reply(picture(), content_type="image/png")), tls=context)
    with Server(says(b"")) as sink, papers, sync_playwright() as playwright:
        there = f"127.0.0.1:{papers.port}" if pictures else "~NOTFOUND"
        rules = [f"MAP {host} {there}" for host in PAPERS]
        # Chromium itself asks its maker for news of it; that is none of a page's doing.
        rules += [f"MAP *.{host} ~NOTFOUND" for host in ("google.com", "googleapis.com", "gvt1.com")]
        rules += [f"MAP * 127.0.0.1:{sink.port}", "EXCLUDE 127.0.0.1"]
        arguments = ["--no-sandbox", "--ignore-certificate-errors", f"--host-resolver-rules={', '.join(rules)}"]
        chromium = playwright.chromium.launch(executable_path=executable, args=arguments)
        opened = chromium.new_context(viewport={"width": 1000, "height": 900})
        opened.set_default_timeout(10_000)
        opened.add_init_script(WITNESS)
        yield Stage(opened, sink)
        chromium.close()
