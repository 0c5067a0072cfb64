"""The one place where the web floor meets the floors below: fetch, read, keep, find again."""
from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from threading import BoundedSemaphore

from reader.article import Article
from reader.drawn import Picture
from reader.errors import Busy, NeedsAddress, NoArticle, NotFound, ReaderError
from reader.fetch import Fetched, Limits, fetch
from reader.files import Opened
from reader.reach import reach
from reader.settings import Settings
from reader.shims import plain
from reader.standins import Aside, put_back
from reader.store import Kept, Received, Store
from reader.store.articles import Kind
from reader.store.slots import Slots
from reader.work import Pool
from reader.worker import draw_kept, read_given, write_export

# Threads that may wait for other sites at once; the server has more, and the rest go on serving.
FETCHES = 24
# For all the pictures that came inside one page; a photograph takes a tenth of a second.
DRAWING_SECONDS = 30.0
# What the address of an image begins with when it needs no page's address beside it.
ABSOLUTE = ("http:", "https:", "data:")


class Desk:
    """What the routes ask for. Thread-safe; every method raises ReaderError and nothing else.

    ``admit(host)`` is asked before a site is, that of a link or one it sends us on to; it may raise TooManyRequests.
    """

    def __init__(self, settings: Settings, admit: Callable[[str], None]) -> None:
        self.settings = settings
        self._admit = admit
        self._pool = Pool(settings)
        self._store = Store(settings)
        self._fetching = BoundedSemaphore(FETCHES)

    def read_link(self, url: str, hung_up: Callable[[], bool], again: bool = False) -> Kept:
        """The article behind ``url``: a copy younger than ``fresh_minutes`` unless ``again`` is set, else fetched.

        The fetch ends as soon as ``hung_up()`` says that nobody waits for it any more.
        """
        if not again:
            try:
                return self.fresh(url)
            except NotFound:
                pass  # then it is fetched
        found = reach(url, partial(self._fetch, hung_up), self._pool.see)
        page = found.page
        received = Received("fetched", page.body, found.asked, found.chain, page.content_type, page.at)
        return self._keep(received, found.article)

    def read_html(self, html: str, url: str, imageless: bool) -> Kept:
        """The article of pasted HTML. Raises NeedsAddress when its images need one, unless ``imageless`` is set."""
        return self._open("pasted-html", html, url, imageless)

    def read_rich(self, html: str, text: str, url: str) -> Kept:
        """The article of what was pasted with its markup; of its ``text`` alone where the markup shows none."""
        try:
            return self._open("pasted-html", html, url, imageless=True)
        except NoArticle:
            return self.read_text(text, url)

    def read_file(self, body: bytes, url: str, imageless: bool) -> Kept:
        """The article in a file: a page, a saved page, a mail or text. Raises as ``read_html`` does, and WrongType."""
        return self._open("file", body, url, imageless)

    def read_text(self, text: str, url: str) -> Kept:
        """The article of pasted text."""
        return self._keep(Received("pasted-text", text.encode(), url), self._pool.read_text(text, url))

    def fresh(self, url: str) -> Kept:
        """The copy of ``url`` fetched less than ``fresh_minutes`` ago; raises NotFound.

        However ``url`` is wrapped, and whatever counts in it. Raises BadAddress for what is no link.
        """
        return self._store.fresh(plain(url), self.settings.fresh_minutes)

    def open(self, id: str) -> Kept:
        """A kept article; raises NotFound."""
        return self._store.get(id)

    def export(self, kept: Kept, name: str, back: frozenset[str], pictures: Mapping[str, Picture]) -> bytes:
        """A kept article as a file of the format ``name``, with the units of ``back`` put back."""
        return self._pool.run(write_export, name, kept.article, back, kept.capture, pictures)

    def source(self, id: str) -> bytes:
        """The bytes that a kept article was read from, as they arrived; raises NotFound."""
        return self._store.body(id)

    def delete(self, id: str) -> None:
        """Delete a kept article; raises NotFound."""
        self._store.delete(id)

    @property
    def slots(self) -> Slots:
        """The pages that other sites handed in, waiting for somebody to open them."""
        return self._store.slots

    def close(self) -> None:
        """End the worker processes and let go of the database."""
        self._pool.close()
        self._store.close()

    def _fetch(self, hung_up: Callable[[], bool], url: str, limits: Limits) -> Fetched:
        if not self._fetching.acquire(blocking=False):
            raise Busy("Too many pages are being fetched at this moment.")
        try:
            return fetch(url, self.settings, admit=self._admit, stop=hung_up, limits=limits)
        finally:
            self._fetching.release()

    def _open(self, kind: Kind, given: bytes | str, url: str, imageless: bool) -> Kept:
        opened = self._pool.run(read_given, given, url)
        relative = [one.src for one in opened.article.figures if one.src and not one.src.startswith(ABSOLUTE)]
        if relative and not (opened.url or imageless):
            raise NeedsAddress("The images of this page cannot be found without its address.")
        body = given.encode("utf-8", "replace") if isinstance(given, str) else given
        received = Received(kind, body, opened.url, content_type=opened.content_type)
        return self._keep(received, self._with_pictures(opened))

    def _with_pictures(self, opened: Opened) -> Article:
        """The article with the pictures that came with it, each drawn in a worker, which may die of it."""
        until = time.monotonic() + DRAWING_SECONDS

        def drawn(aside: Aside) -> str:
            for _ in range(2):  # all hands may have been busy; whoever dies of it twice would a third time
                if time.monotonic() > until:
                    break
                try:
                    return self._pool.run(draw_kept, aside.body, aside.width)
                except Busy:
                    continue
                except ReaderError:  # broken, or too much
                    break
            return ""  # its caption and credit stand without it

        return put_back(opened.article, opened.waiting, drawn)

    def _keep(self, received: Received, article: Article) -> Kept:
        return self.open(self._store.keep(received, article))
