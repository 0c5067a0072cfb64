"""The addresses of the app."""
from __future__ import annotations

from flask import Blueprint, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reader.addresses import link_in
from reader.errors import BadAddress, NotFound, NothingGiven, Refused, TwoGiven
from reader.filetypes import is_message
from reader.shims import plain
from reader.sniff import is_markup
from reader.store import Kept
from reader.web.desk import Desk
from reader.web.forms import Given, accept_page, given, ids_of
from reader.web.limits import limits
from reader.web.presence import hung_up
from reader.web.security import is_htmx, may_fetch
from reader.web.view import Reading

web = Blueprint("web", __name__)

# Servers and proxies refuse longer request lines (gunicorn from 8,190 bytes on); a link grows when it is quoted.
MAX_ADDRESS = 8_000


def desk() -> Desk:
    """The desk of the running app."""
    found: Desk = current_app.extensions["desk"]
    return found


@web.get("/")
def index() -> ResponseReturnValue:
    """The form; after a deletion it says so."""
    return render_template("index.html", typed=Given(), deleted="deleted" in request.args)


@web.post("/read")
def read_given() -> ResponseReturnValue:
    """Read what was handed in, and go to its address; htmx gets the page at once, and the address beside it."""
    accept_page(desk().settings)
    with limits().client:
        kept = _read(given(desk().settings))
    if not is_htmx():
        return redirect(_address(kept), 303)
    response = make_response(_page(kept))
    response.headers["HX-Push-Url"] = _address(kept)
    return response


@web.get("/read")
def read_link() -> ResponseReturnValue:
    """The article behind a link: a fresh copy, or fetched, or (where the browser does not say why it asks) a button."""
    allowed = may_fetch()
    url = link_in(request.args.get("url", ""))
    if not url:
        raise BadAddress("There is no link in this address.")
    if plain(url) != url:  # the address that is seen, and kept as a bookmark, is the article's
        return redirect(url_for("web.read_link", url=plain(url), back=request.args.get("back")), 302)
    try:
        return _page(desk().fresh(url))
    except NotFound:
        if not allowed:
            return render_template("ask.html", url=url)
    with limits().client:  # only a fetch counts, not who opens the same address twice
        return _page(desk().read_link(url, hung_up(), again=True))


@web.get("/a/<id>")
def article(id: str) -> ResponseReturnValue:
    """A kept article."""
    return _page(desk().open(id))


@web.post("/a/<id>/delete")
def delete(id: str) -> ResponseReturnValue:
    """Delete a pasted page. One that was fetched is everybody's, and goes with time."""
    if desk().open(id).kind == "fetched":
        raise Refused("Only pasted pages can be deleted.", "A fetched page goes by itself after a while.")
    desk().delete(id)
    return redirect(url_for("web.index", deleted=""), 303)


def _read(typed: Given) -> Kept:
    """Tell apart what was handed in."""
    if typed.chosen:
        return desk().read_file(typed.file, _base(_beside(typed)), typed.imageless)
    if not typed.source.strip():
        raise NothingGiven("There is nothing to read yet.")
    if is_markup(typed.source) or is_message(typed.source):
        return desk().read_html(typed.source, _base(typed.url), typed.imageless)
    if link := link_in(typed.source):
        return desk().read_link(link, hung_up(), typed.again)
    if typed.rich:
        return desk().read_rich(typed.rich, typed.source, _base(typed.url))
    return desk().read_text(typed.source, _base(typed.url))


def _beside(typed: Given) -> str:
    """The address of the page in a file: as it was given for it, or the link in the field above. Raises TwoGiven."""
    source = typed.source.strip()
    if source and not link_in(source):
        raise TwoGiven("There is a text and a file here.")
    return typed.url or source


def _base(url: str) -> str:
    """The address given beside a pasted page, or "". Raises ``BadAddress`` for one that is none."""
    if url and not link_in(url):
        raise BadAddress("The page's address is not a link.")
    return plain(link_in(url)) if url else ""


def _address(kept: Kept) -> str:
    """Where an article is read: a fetched one under its link, as long as that finds the copy; else under its own id."""
    if kept.kind == "fetched" and desk().settings.fresh_minutes:
        by_link = url_for("web.read_link", url=kept.url)
        if len(by_link) <= MAX_ADDRESS:
            return by_link
    return url_for("web.article", id=kept.id)


def _page(kept: Kept) -> str:
    return render_template("article.html", reading=Reading(kept, ids_of(request.args.get("back", ""))))
