"""Which requests are answered, and the headers every answer carries."""
from __future__ import annotations

from flask import Flask, Response, request
from flask.sessions import SecureCookieSessionInterface

from reader.errors import Refused

POLICY = "; ".join(
    (
        "default-src 'none'",
        *(f"{what} 'self'" for what in ("script-src", "style-src", "font-src", "connect-src", "manifest-src")),
        "form-action 'self'",
        "img-src {}",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "X-Robots-Tag": "noindex",  # what a person reads here is theirs, and somebody else's text
}
# Takes pages from other sites, and only holds them (see reader/web/receive.py).
FOREIGN = "receive.hold"
SHARED = "phone.shared"
EMBEDDED = "This address is for opening, not for embedding in another page."
HSTS = "max-age=31536000"


class Sessions(SecureCookieSessionInterface):
    """Sessions whose cookie stays with https once it came by it. Nothing here opens one; whatever will is safe."""

    def get_cookie_secure(self, app: Flask) -> bool:
        """Flask has one answer for all requests, and a reader may be asked both ways."""
        return request.is_secure


def protect(app: Flask, image_proxy: bool) -> None:
    """Refuse foreign writes before any route runs; put the headers on every answer, and the flags on every session.

    ``image_proxy``: images come through us, and from nowhere else.
    """
    policy = POLICY.format("'self' data:" if image_proxy else "http: https: data:")
    headers = {"Content-Security-Policy": policy, **HEADERS}
    app.session_interface = Sessions()
    app.config.update(SESSION_COOKIE_HTTPONLY=True, SESSION_COOKIE_SAMESITE="Lax")
    app.before_request(_refuse_foreign_writes)
    app.after_request(lambda response: _with(response, headers))


def is_htmx() -> bool:
    """Whether htmx sent this. Another site cannot: the header needs a CORS preflight, which is never granted."""
    return request.headers.get("HX-Request") == "true"


def is_restore() -> bool:
    """Whether htmx asks for a whole page because the person went back or forward."""
    return "HX-History-Restore-Request" in request.headers


def may_fetch() -> bool:
    """Whether this GET may make the server fetch a page; False where the browser says nothing about its reason.

    Raises ``Refused`` when the request is known to be neither a navigation nor ours (an image or a frame on some page).
    """
    site = request.headers.get("Sec-Fetch-Site")
    if is_htmx() and site in (None, "same-origin"):
        return True
    destination = request.headers.get("Sec-Fetch-Dest")
    if destination is None and site is None:
        return False
    if destination != "document":
        raise Refused(EMBEDDED)
    return True


def refuse_embedding() -> None:
    """Raise ``Refused`` when a page of another site, and no person, is known to ask for this address.

    "Save link as" is no navigation either, but begins here.
    """
    site = request.headers.get("Sec-Fetch-Site", "none")
    if site not in ("same-origin", "none") and request.headers.get("Sec-Fetch-Dest") != "document":
        raise Refused(EMBEDDED)


def _refuse_foreign_writes() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS") or request.endpoint == FOREIGN:
        return
    if not (_is_same_origin() or _is_shared()):
        raise Refused("This request came from another site.")


def _is_shared() -> bool:
    """Whether a phone's share sheet sent this: the browser names no site for what it begins itself."""
    return request.endpoint == SHARED and request.headers.get("Sec-Fetch-Site") == "none"


def _is_same_origin() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    # Browsers send no Sec-Fetch-* over plain http to a name other than localhost; Origin they always send with a POST.
    return request.headers.get("Origin", "").partition("://")[2].lower() == request.host.lower()


def _with(response: Response, headers: dict[str, str]) -> Response:
    for name, value in headers.items():
        response.headers.setdefault(name, value)
    if request.is_secure:
        response.headers.setdefault("Strict-Transport-Security", HSTS)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "private, no-cache")
        response.vary.update(("HX-Request", "Sec-Fetch-Dest", "Sec-Fetch-Site"))
    return response
