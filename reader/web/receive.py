"""Where the bookmarklet hands in the page that only the person's own browser can open, in one of three ways.

By a message to a window of ours (``/receive``); by a form into a slot, when the site cuts our window off from its own;
by the link alone, when the site forbids forms, too. Nothing is read before somebody says so on a page of ours, since
any site may send its visitors here with a page of its choice.
"""
from __future__ import annotations

import json
from functools import lru_cache
from urllib.parse import quote, urlsplit

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from reader.addresses import link_in
from reader.errors import BadAddress, NothingGiven, ReaderError
from reader.store import HandedIn
from reader.web.forms import accept_page, check_size, text_in
from reader.web.limits import limits
from reader.web.routes import desk

receive = Blueprint("receive", __name__)

# A window of ours that must hear from whoever opened it; everywhere else the two are cut apart.
HEARING = {"Cross-Origin-Opener-Policy": "unsafe-none"}
MOST_TITLE = 300  # characters of a title that are shown
WHY = ("blocked", "cut", "slow")


@receive.get("/receive")
def window() -> ResponseReturnValue:
    """The window that waits for the page's message."""
    most = desk().settings.max_bytes
    return render_template("receive.html", most=most, called="from" in request.args), HEARING


@receive.post("/receive")
def hold() -> ResponseReturnValue:
    """Hold what another site's page was made to send, and go where it can be opened."""
    accept_page(desk().settings)
    with limits().client:
        page = _handed_in()
        slot = desk().slots.hold(page)
    why = request.form.get("why", "")
    return redirect(url_for("receive.held", slot=slot, why=why if why in WHY else None), 303)


@receive.get("/receive/<slot>")
def held(slot: str) -> ResponseReturnValue:
    """What is held, and a button to read it."""
    page = desk().slots.get(slot)
    return render_template("held.html", slot=slot, page=page, why=request.args.get("why", ""))


@receive.post("/receive/<slot>")
def read(slot: str) -> ResponseReturnValue:
    """Read what is held; it stays held when that fails. Only a page of ours can ask for it."""
    with limits().client:
        page = desk().slots.get(slot)
        kept = desk().read_html(page.html, page.url, imageless=True)
    desk().slots.drop(slot)
    return redirect(url_for("web.article", id=kept.id), 303)


@receive.get("/receive/link")
def link() -> ResponseReturnValue:
    """The link alone came through; a button to read what it shows to everybody."""
    url = link_in(request.args.get("url", ""))
    if not url:
        raise BadAddress("There is no link in this address.")
    return render_template("linkalone.html", url=url)


def bookmarklet() -> str:
    """The bookmarklet for the reader at the address it was called by, as a ``javascript:`` address."""
    return _bookmarklet(request.host_url.rstrip("/"))


@lru_cache(maxsize=32)
def _bookmarklet(reader: str) -> str:
    code = render_template("bookmarklet.js", reader=json.dumps(reader))
    lines = (line.strip() for line in code.splitlines())
    return "javascript:" + quote("\n".join(filter(None, lines)), safe="!'()*,;:?/=&+$@[]{}|~")


def _handed_in() -> HandedIn:
    """The page in this form. Raises NothingGiven for an empty one, TooLarge."""
    html = text_in("html")
    check_size(html, desk().settings)
    if not html.strip():
        raise NothingGiven("No page came with this form.", "Click the bookmarklet again, on the page itself.")
    sender = request.headers.get("Origin", "")
    sender = sender if urlsplit(sender).scheme in ("http", "https") else ""  # "null": the site does not say
    title = " ".join(request.form.get("title", "").split())[:MOST_TITLE]
    return HandedIn(sender, _own_address(request.form.get("url", ""), sender), title, html)


def _own_address(url: str, sender: str) -> str:
    """The address a page gives itself, or "" where that is none, or not of the site that sent it."""
    try:
        address = link_in(url)
    except ReaderError:
        return ""
    return address if not sender or link_in(sender).rstrip("/") == _site(address) else ""


def _site(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
