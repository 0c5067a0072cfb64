"""An error is a sentence, a hint and a status: one page for it, and one partial for htmx."""
from __future__ import annotations

from flask import Flask, Response, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wsgi import get_input_stream

from reader.errors import NotFound, ReaderError, Refused, TooLarge, TooManyRequests, UnknownHost
from reader.web.forms import Given, as_typed
from reader.web.security import is_htmx, is_restore

# An over-large upload is read to its end up to this many bytes, or the browser, still sending, never sees our answer.
DRAIN = 100_000_000
UNKNOWN = "Something went wrong here, and it is not your fault."
PICTURE = "pictures.picture"


def register(app: Flask) -> None:
    """Answer everything that can be raised in words."""
    app.register_error_handler(ReaderError, _known)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _unknown)


def _known(error: ReaderError) -> ResponseReturnValue:
    if isinstance(error, Refused | UnknownHost):
        return _answer(error, Given())
    try:
        return _answer(error, as_typed())
    except RequestEntityTooLarge as larger:  # the error came before anybody had looked at the form
        return _http(larger)


def _http(error: HTTPException) -> ResponseReturnValue:
    """What flask itself raises. The form is not looked at again: it may be the very thing that went wrong."""
    if isinstance(error, RequestEntityTooLarge):
        _drain()
        return _answer(TooLarge("That is more than this reader takes in one piece."), Given())
    response = make_response(_answer(_said(error), Given()))
    if error.code == 405 and "Allow" in (given := error.get_response().headers):
        response.headers["Allow"] = given["Allow"]
    return response


def _said(error: HTTPException) -> ReaderError:
    """The same in our words, with its true status."""
    if error.code == 404:
        return NotFound("There is nothing at this address.", "Check the link, or start again below.")
    said = ReaderError(f"That did not work: {(error.name or 'error').lower()}.", "Start again below.")
    said.status = error.code or 500
    return said


def _unknown(error: Exception) -> ResponseReturnValue:
    current_app.logger.error("unexpected", exc_info=error)  # reader/web/logs.py says what of it is written
    try:
        return _answer(ReaderError(UNKNOWN), Given())
    except Exception as again:  # or the server would log it its own way, with the address that was asked
        current_app.logger.error("unexpected", exc_info=again)
        return UNKNOWN, 500, {"Content-Type": "text/plain; charset=utf-8"}


def _answer(error: ReaderError, typed: Given) -> ResponseReturnValue:
    headers = {"Retry-After": str(error.seconds)} if isinstance(error, TooManyRequests) else {}
    if request.endpoint == PICTURE:  # nobody reads it but who opens the picture by itself
        return Response(f"{error.sentence} {error.hint}\n", error.status, headers, mimetype="text/plain")
    template = "_error.html" if is_htmx() and not is_restore() else "error.html"
    return render_template(template, error=error, typed=typed), error.status, headers


def _drain() -> None:
    try:
        rest = request.stream  # what the form parser had begun to read
    except RequestEntityTooLarge:
        rest = get_input_stream(request.environ)  # refused by its declared length, and not begun
    left = DRAIN
    while left > 0 and (piece := rest.read(min(left, 65_536))):
        left -= len(piece)
