"""The one guarded door to the network: no other module opens a socket."""
from __future__ import annotations

import contextlib
import errno
import functools
import http.client
import importlib.metadata
import logging
import math
import os
import re
import selectors
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import urllib3.exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import HTTPResponse

from reader import addresses
from reader.addresses import Address
from reader.errors import (
    BadAddress,
    Busy,
    FetchFailed,
    FetchTimeout,
    ForbiddenAddress,
    ReaderError,
    TooLarge,
)
from reader.settings import Settings
from reader.wanted import PAGE, Wanted


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much one fetch may take; times in seconds, sizes in bytes."""

    connect: float = 10.0  # to a finished TLS handshake, each hop
    each_address: float = 3.0  # to one address of a name that has more: a dead one must not use up ``connect``
    first_byte: float = 10.0  # from the request to the first byte of the reply, each hop
    total: float = 20.0  # all hops, from the look-up to the last byte
    redirects: int = 5
    header_bytes: int = 256 * 1024  # what Chromium allows (HttpStreamParser)
    wire_extra: int = 1024 * 1024  # what packing and chunking may add on the wire to a page of ``max_bytes``
    body_bytes: int = 0  # the most that is taken, unpacked; 0: ``settings.max_bytes``
    encodings: int = 2  # a page is packed twice by mistake; more often, by malice


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: ``body`` unpacked, ``url`` the last of ``chain`` (all addresses asked, in order).

    ``content_type`` is the header as sent ("" if none); ``at`` is UTC.
    """

    body: bytes = field(repr=False)
    url: str
    chain: tuple[str, ...]
    content_type: str
    status: int
    at: datetime


Resolve = Callable[[str, int], list[str]]

DEFAULTS, LIMITS = Settings(), Limits()
# A caller's wish to stop is seen after this many seconds (but not during a TLS handshake), whatever the server does.
SLICE = 0.25
# Read and unpacked in pieces of this many bytes: the most a bomb can swell between two looks at the limits.
PIECE = 32 * 1024
# A look-up that hangs stays behind as a thread for as long as the system's resolver likes; this many are an attack.
LOOKUPS = threading.BoundedSemaphore(64)
# zstd is left out even where urllib3 knows it: its window takes up to 128 MB, and whoever has zstd has gzip.
ENCODINGS = tuple(name for name in ("gzip", "x-gzip", "deflate", "br") if name in HTTPResponse.CONTENT_DECODERS)
UNREADABLE = frozenset(("br", "zstd", "compress", "x-compress", "dcb", "dcz")) - set(ENCODINGS)
VERSION = importlib.metadata.version("unfeed")

# It would log the full address with every reply whose headers are broken; who reads what is nobody's business.
logging.getLogger("urllib3.connection").setLevel(logging.ERROR)


def look_up(host: str, port: int) -> list[str]:
    """All IP addresses the system knows for ``host``. Raises OSError."""
    found = socket.getaddrinfo(host.encode("ascii"), port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


def _never() -> bool:
    return False


def _anybody(host: str) -> None:
    """Lets every site be asked."""


def fetch(
    url: str,
    settings: Settings = DEFAULTS,
    *,
    resolve: Resolve = look_up,
    admit: Callable[[str], None] = _anybody,
    stop: Callable[[], bool] = _never,
    limits: Limits = LIMITS,
    wanted: Wanted = PAGE,
) -> Fetched:
    """Get the page (or whatever is ``wanted``) at ``url`` from the public web.

    All addresses a name resolves to are checked, and a checked one is dialled; for each redirect anew. Proxies of the
    environment are ignored, no cookie is kept, nothing is tried twice. A redirect from https to http is followed: http
    pages may be asked for anyway, and there is no secret in a request that could be overheard.
    ``resolve(host, port)`` gives the IP addresses of a name, or raises OSError. ``admit(host)`` is asked once for each
    site on the way, before anything is sent to it, and may raise a ReaderError.
    ``stop()`` is asked every ``SLICE`` seconds whether the caller wants no more.
    Raises BadAddress, ForbiddenAddress, FetchTimeout, TooLarge, WrongType, Busy; FetchFailed for all else, and when
    ``stop`` says so.
    """
    watch = _Watch(limits, stop)
    ask = _headers(settings, wanted)
    address = addresses.parse(url)
    chain, admitted = [address.url], set[str]()
    for _ in range(limits.redirects + 1):
        if address.host not in admitted:
            admit(address.host)
            admitted.add(address.host)
        checked = _checked(address, settings, resolve, watch)
        with _reply(address, checked, ask, watch) as reply:
            if reply.status not in HTTPResponse.REDIRECT_STATUSES:
                body = _body(reply, limits.body_bytes or settings.max_bytes, watch, wanted)
                return Fetched(body, address.url, tuple(chain), _content_type(reply), reply.status, datetime.now(UTC))
            address = addresses.follow(address, _location(reply))
        chain.append(address.url)
    circle = len(set(chain)) < len(chain)
    raise FetchFailed(f"The site sends its readers {'in circles' if circle else 'on and on'}.")


class _Watch:
    """The clock, the caller's wish to stop, and the bytes still allowed, for one fetch."""

    def __init__(self, limits: Limits, stop: Callable[[], bool]) -> None:
        self.limits = limits
        self.stop = stop
        self.end = time.monotonic() + limits.total
        self.begin(limits.total, "to be found")

    def begin(self, seconds: float, doing: str) -> None:
        """Start a phase of at most ``seconds`` (less if the total says so)."""
        self.phase_end = min(self.end, time.monotonic() + seconds)
        self.doing = doing

    def allow(self, count: int, excess: ReaderError) -> None:
        """From now on at most ``count`` bytes may be received, or ``excess`` is raised."""
        self.allowance = count
        self.excess = excess

    def left(self) -> float:
        """Seconds left in this phase, more than 0. Raises FetchTimeout; FetchFailed when the caller wants no more."""
        if self.stop():
            raise FetchFailed("The fetch was called off.")
        left = self.phase_end - time.monotonic()
        if left <= 0:
            raise FetchTimeout(f"The site took too long {self.doing}.")
        return left

    def receive(self, sock: socket.socket, read: Callable[[], int]) -> int:
        """Read from ``sock`` in slices, so that neither a slow nor a silent server holds us beyond the limits."""
        while True:
            sock.settimeout(min(self.left(), SLICE))
            try:
                count = read()
            except TimeoutError:
                continue
            self.begin(math.inf, "to send the page")  # the first byte is there: from here on only the total counts
            self.allowance -= count
            if self.allowance < 0:
                raise self.excess
            return count


class _Plain(socket.socket):
    """A socket whose reads are on the watch (http.client reads through ``recv_into`` and nothing else)."""

    watch: _Watch

    def recv_into(self, *args: Any) -> int:
        read = functools.partial(super().recv_into, *args)
        return self.watch.receive(self, read)


class _Secure(ssl.SSLSocket):
    """The same over TLS. The handshake comes before the watch; ``ssl`` holds all of it to the socket's timeout."""

    watch: _Watch

    def recv_into(self, *args: Any) -> int:
        read = functools.partial(super().recv_into, *args)
        return self.watch.receive(self, read)


class _Connection(HTTPConnection):
    """Dials the checked addresses instead of looking up the name again; Host and certificate go by the name."""

    def __init__(self, address: Address, checked: list[str], watch: _Watch, **more: Any) -> None:
        super().__init__(address.host, address.port, timeout=watch.left(), **more)
        self.checked = checked
        self.watch = watch

    def _new_conn(self) -> socket.socket:
        sock = _dialled(self.checked, self.port, self.watch)
        sock.settimeout(self.watch.left())
        return sock


class _SecureConnection(_Connection, HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        if isinstance(self.sock, _Secure):
            self.sock.watch = self.watch


@functools.cache
def _tls() -> ssl.SSLContext:
    """The system's certificates; made once, for reading them takes as long as many a fetch."""
    context = ssl.create_default_context()
    context.sslsocket_class = _Secure
    return context


def _checked(address: Address, settings: Settings, resolve: Resolve, watch: _Watch) -> list[str]:
    """The IP addresses of ``address``, none of them inside, unless the settings let its host through."""
    if _let_through(address.host, settings):
        return _resolved(address, resolve, watch)
    if addresses.odd_port(address.port):
        raise BadAddress(f"Port {address.port} is not one that web pages come from.")
    found = _resolved(address, resolve, watch)
    for ip in found:
        why = addresses.inside(ip) or ("this machine itself" if _own(ip) else "")
        if why:
            raise ForbiddenAddress(f"{address.host} leads to {why}, not to the public web.")
    return found


def _let_through(host: str, settings: Settings) -> bool:
    return host in settings.internal_hosts or f"[{host}]" in settings.internal_hosts


def _own(ip: str) -> bool:
    """Whether ``ip`` is an address of this machine: what is asked from here is behind its firewall.

    Only own addresses can be bound to, unless the system was told to let all (``ip_nonlocal_bind``): then one for
    documentation can be as well, and nobody knows.
    """
    return _binds(ip) and not _binds("2001:db8::1" if ":" in ip else "203.0.113.1")


def _binds(ip: str) -> bool:
    with socket.socket(_family(ip), socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((ip, 0))
        except OSError:
            return False
        return True


def _family(ip: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in ip else socket.AF_INET


def _resolved(address: Address, resolve: Resolve, watch: _Watch) -> list[str]:
    """What ``resolve`` says, on a thread of its own, since the system's resolver knows no deadline."""
    if ":" in address.host or address.host.replace(".", "").isdecimal():
        return [address.host]
    if not LOOKUPS.acquire(blocking=False):
        raise Busy("Too many names are being looked up just now.")
    answer: Future[list[str]] = Future()
    threading.Thread(target=_answer, args=(answer, resolve, address), daemon=True).start()
    watch.begin(watch.limits.connect, "to be found")
    while not wait([answer], timeout=min(watch.left(), SLICE)).done:
        pass
    try:
        found = answer.result()
    except OSError as error:
        raise FetchFailed(f"No site called {address.host} was found.", "Check the spelling of the link.") from error
    if not found:
        raise FetchFailed(f"No site called {address.host} was found.", "Check the spelling of the link.")
    return found


def _answer(answer: Future[list[str]], resolve: Resolve, address: Address) -> None:
    try:
        answer.set_result(resolve(address.host, address.port))
    except OSError as error:
        answer.set_exception(error)
    finally:
        LOOKUPS.release()


def _dialled(checked: list[str], port: int, watch: _Watch) -> socket.socket:
    """A connection to the first of the addresses that answers. Raises OSError as the last of them does."""
    watch.begin(watch.limits.connect, "to answer")
    *others, last = checked
    for ip in others:
        with contextlib.suppress(OSError):
            return _connected(ip, port, watch, watch.limits.each_address)
    return _connected(last, port, watch, math.inf)


def _connected(ip: str, port: int, watch: _Watch, seconds: float) -> socket.socket:
    end = time.monotonic() + seconds
    with contextlib.ExitStack() as undo:
        sock = undo.enter_context(_Plain(_family(ip), socket.SOCK_STREAM))
        sock.watch = watch
        sock.setblocking(False)
        code = sock.connect_ex((ip, port))
        if code == errno.EINPROGRESS:
            _wait_to_connect(sock, watch, end)
            code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))
        undo.pop_all()
        return sock


def _wait_to_connect(sock: socket.socket, watch: _Watch, end: float) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(sock, selectors.EVENT_WRITE)
        while not selector.select(min(watch.left(), SLICE)):
            if time.monotonic() > end:
                raise TimeoutError


@contextlib.contextmanager
def _reply(address: Address, checked: list[str], ask: dict[str, str], watch: _Watch) -> Iterator[HTTPResponse]:
    """The reply to a GET for ``address`` with the headers ``ask``, its own read and its body not; closed afterwards."""
    if address.scheme == "https":
        connection: _Connection = _SecureConnection(address, checked, watch, ssl_context=_tls())
    else:
        connection = _Connection(address, checked, watch)
    with contextlib.closing(connection):
        with _in_words(address.host, "could not be reached"):
            connection.connect()
        with _in_words(address.host, "sent no answer a browser could read"):
            watch.begin(watch.limits.first_byte, "to begin its answer")
            watch.allow(watch.limits.header_bytes, FetchFailed(f"{address.host} sent headers without end."))
            connection.timeout = watch.left()
            connection.request("GET", address.target, headers=ask, preload_content=False)
            reply = connection.getresponse()
        with contextlib.closing(reply), _in_words(address.host, "broke off before the whole page was here"):
            yield reply


def _headers(settings: Settings, wanted: Wanted) -> dict[str, str]:
    contact = "".join(re.findall(r"[!-~]", settings.contact))  # printable ASCII, so that no setting breaks a header
    return {
        "User-Agent": f"Unfeed/{VERSION} (+{contact})" if contact else f"Unfeed/{VERSION}",
        "Accept": wanted.accept,
        "Accept-Encoding": ", ".join(name for name in ENCODINGS if name != "x-gzip"),
        "Connection": "close",
    }


@contextlib.contextmanager
def _in_words(host: str, otherwise: str) -> Iterator[None]:
    """Say what the libraries below raise in a sentence about ``host``."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise FetchFailed(f"The certificate of {host} is not valid: {error.verify_message}.") from error
    except (ssl.SSLError, urllib3.exceptions.SSLError) as error:
        raise FetchFailed(f"{host} and this reader found no way to a secure connection.") from error
    except TimeoutError as error:
        raise FetchTimeout(f"{host} took too long to answer.") from error
    except ConnectionRefusedError as error:
        raise FetchFailed(f"{host} refused the connection.") from error
    except urllib3.exceptions.DecodeError as error:
        raise FetchFailed(f"{host} sent a page that cannot be unpacked.") from error
    except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError) as error:
        raise FetchFailed(f"{host} {otherwise}.") from error


def _location(reply: HTTPResponse) -> str:
    """Where a redirect leads. Raises FetchFailed if it does not say so."""
    for location in reply.headers.getlist("Location"):
        # Headers are read as Latin-1; what is not ASCII in them is UTF-8 in fact.
        return location.encode("latin-1", "replace").decode("utf-8", "replace")
    raise FetchFailed("The site sends its readers on, but does not say where to.")


def _content_type(reply: HTTPResponse) -> str:
    return reply.headers.get("Content-Type", "")


def _body(reply: HTTPResponse, max_bytes: int, watch: _Watch, wanted: Wanted) -> bytes:
    """All that came, unpacked. Raises for a status, a type, a packing or a size that is none of ours."""
    _check_status(reply.status)
    wanted.check_type(_content_type(reply))
    _settle_packing(reply, watch.limits)
    body = _received(reply, max_bytes, watch, wanted)
    wanted.check_body(_content_type(reply), body)
    return body


def _received(reply: HTTPResponse, max_bytes: int, watch: _Watch, wanted: Wanted) -> bytes:
    too_large = TooLarge(f"The {wanted.noun} is larger than {max_bytes:,} bytes, the most this reader takes.")
    watch.allow(max_bytes + watch.limits.wire_extra, too_large)
    if (reply.length_remaining or 0) > max_bytes:
        raise too_large
    body = bytearray()
    for piece in reply.stream(PIECE, decode_content=True):
        watch.left()
        body += piece
        if len(body) > max_bytes:
            raise too_large
    if not body:
        raise FetchFailed(f"The site answered with an empty {wanted.noun}.")
    return bytes(body)


# What a person can do with: the status in words.
STATUS = {
    401: "The site does not let readers in without signing in",
    402: "The site asks for payment before it shows this page",
    403: "The site does not let readers in",
    404: "There is no page at this address",
    406: "The site has no form of this page that can be read here",
    407: "The site does not let readers in",
    408: "The site gave up waiting",
    410: "The page was taken down",
    429: "The site gets more requests than it likes just now",
    451: "The page is withheld for legal reasons",
    503: "The site is overloaded or closed for repairs",
}


def _check_status(status: int) -> None:
    if 200 <= status < 300:
        return
    fault = "The site has a fault of its own" if status >= 500 else "The site gave no page"
    raise FetchFailed(f"{STATUS.get(status, fault)} (error {status}).")


def _settle_packing(reply: HTTPResponse, limits: Limits) -> None:
    """Leave in Content-Encoding what urllib3 unpacks: a name it does not know it would take for deflate in a list."""
    named = [name.strip().lower() for name in reply.headers.get("Content-Encoding", "").split(",")]
    known = [name for name in named if name in ENCODINGS]
    if UNREADABLE.intersection(named):
        raise FetchFailed("The site packs its pages in a way this reader did not offer to unpack.")
    if len(known) > limits.encodings:
        raise FetchFailed("The site packs its pages again and again.")
    reply.headers["Content-Encoding"] = ", ".join(known)
