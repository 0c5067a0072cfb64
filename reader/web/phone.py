"""What makes the reader an app on a phone: its manifest, and the place where the share sheet sends links and texts."""
from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from reader.addresses import link_in
from reader.errors import NothingGiven
from reader.web.forms import Given, accept_page, check_size
from reader.web.forms import shared as in_form
from reader.web.limits import limits
from reader.web.routes import desk

phone = Blueprint("phone", __name__)

@phone.get("/manifest.webmanifest")
def manifest() -> Response:
    """The web app manifest (W3C), with the share target of the same name (WICG)."""
    return Response(render_template("manifest.webmanifest"), mimetype="application/manifest+json")


@phone.post("/share")
def shared() -> ResponseReturnValue:
    """Read what was shared: the page behind a link, or a text."""
    accept_page(desk().settings)
    source = in_form()
    if not source:
        raise NothingGiven("There is nothing to read in what was shared.")
    check_size(source, desk().settings)
    if link := link_in(source):
        return redirect(url_for("web.read_link", url=link), 303)
    with limits().client:
        kept = desk().read_text(source, "")
    return redirect(url_for("web.article", id=kept.id), 303)


@phone.get("/share")
def share() -> ResponseReturnValue:
    """The same for shortcuts that can only open an address; a text waits in the form, as any site may write one."""
    source = in_form()
    if link := link_in(source):
        return redirect(url_for("web.read_link", url=link), 303)
    return render_template("index.html", typed=Given(source=source))
