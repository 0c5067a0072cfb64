"""The one place where the web floor meets the floors below: fetch, read, keep, find again."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from threading import BoundedSemaphore

from reader.article import Article
from reader.drawn import Picture
from reader.errors import Busy, NeedsAddress, NotFound
from reader.fetch import Fetched, Limits, fetch
from reader.reach import reach
from reader.settings import Settings
from reader.shims import plain
from reader.store import Kept, Received, Store
from reader.store.slots import Slots
from reader.work import Pool
from reader.worker import write_export

# Threads that may wait for other sites at once; the server has more, and the rest go on serving.
FETCHES = 24
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
        article = self._pool.read_html(html, url)
        relative = [one.src for one in article.figures if one.src and not one.src.startswith(ABSOLUTE)]
        if relative and not (url or imageless):
            raise NeedsAddress("The images of this page cannot be found without its address.")
        return self._keep(Received("pasted-html", html.encode(), url), article)

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

    def _keep(self, received: Received, article: Article) -> Kept:
        return self.open(self._store.keep(received, article))
