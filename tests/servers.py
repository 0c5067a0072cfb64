"""Real servers on loopback that misbehave in one way each, and what a test needs to reach them."""

from __future__ import annotations

import contextlib
import itertools
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reader.settings import Settings

Answer = Callable[[socket.socket, bytes], None]

PAGE = b"<!doctype html><title>Bridge</title><article><p>The mayor opened the bridge.</p></article>"


class Server:
    """A listener that gives each connection, once its request is there, to ``answer(connection, request)``.

    ``connections`` counts who came, also those who asked nothing; ``requests`` holds what was asked, as bytes.
    """

    def __init__(
        self, answer: Answer, host: str = "127.0.0.1", port: int = 0, tls: ssl.SSLContext | None = None
    ) -> None:
        self.answer, self.host, self.tls = answer, host, tls
        self.connections = 0
        self.requests: list[bytes] = []
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.listener = socket.create_server((host, port), family=family, backlog=64)
        self.port: int = self.listener.getsockname()[1]

    def url(self, path: str = "/", host: str = "", scheme: str = "") -> str:
        """The server's address, under a name of the test's choice."""
        host = host or (f"[{self.host}]" if ":" in self.host else self.host)
        return f"{scheme or ('https' if self.tls else 'http')}://{host}:{self.port}{path}"

    def __enter__(self) -> Server:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # the listener was closed
            while True:
                connection, _ = self.listener.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:  # the reader hung up, as it should
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            with connection:
                request = _request(connection)
                self.requests.append(request)
                if request:
                    self.answer(connection, request)


def _request(connection: socket.socket) -> bytes:
    request = b""
    while b"\r\n\r\n" not in request and not request.startswith(b"\x16"):  # the start of a TLS handshake
        piece = connection.recv(65536)
        if not piece:
            break
        request += piece
    return request


def reply(body: bytes = PAGE, status: str = "200 OK", length: bool = True, **headers: str) -> bytes:
    """A whole reply; ``content_type="…"`` becomes the header Content-Type, "" leaves a header out."""
    measured = {"content_length": str(len(body))} if length else {}
    fields = {"content_type": "text/html; charset=utf-8"} | measured | headers
    lines = [f"{name.replace('_', '-').title()}: {value}" for name, value in fields.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1") + body


def chunked(pieces: bytes, **headers: str) -> bytes:
    """A reply that comes in chunks; ``pieces`` are the chunks as they stand on the wire."""
    return reply(pieces, length=False, transfer_encoding="chunked", **headers)


def in_pieces(body: bytes, size: int = 1000) -> bytes:
    """``body`` in chunks of ``size`` bytes, with the last, empty one."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def says(*pieces: bytes) -> Answer:
    """Sends the pieces and hangs up."""
    return sends(pieces)


def sends(pieces: Iterable[bytes], every: float = 0.0) -> Answer:
    """Sends the pieces, each after ``every`` seconds, as long as the other side listens, and hangs up."""
    kept = pieces if isinstance(pieces, tuple | list) else None

    def answer(connection: socket.socket, request: bytes) -> None:
        for piece in kept if kept is not None else pieces:
            time.sleep(every)
            connection.sendall(piece)

    return answer


def drips(whole: bytes, at_once: int, every: float) -> Answer:
    """Sends the first ``at_once`` bytes of ``whole``, then one byte every ``every`` seconds."""
    return sends([whole[:at_once], *(whole[at : at + 1] for at in range(at_once, len(whole)))], every)


def endless(start: bytes, piece: bytes) -> Answer:
    """Sends ``start``, then ``piece`` for ever."""
    return lambda connection, request: sends(itertools.chain([start], itertools.repeat(piece)))(connection, request)


def silent(connection: socket.socket, request: bytes) -> None:
    """Takes the request and says nothing until the other side hangs up."""
    connection.recv(1)


def leaving(gone: threading.Event) -> Answer:
    """Says nothing either, and sets ``gone`` when the other side hangs up."""

    def answer(connection: socket.socket, request: bytes) -> None:
        try:
            connection.recv(1)
        finally:
            gone.set()

    return answer


def redirect(location: str, status: str = "302 Found") -> bytes:
    """A reply that sends the reader on."""
    return reply(b"", status, location=location)


def routes(**replies: bytes) -> Answer:
    """Answers /name with the reply of that name."""

    def answer(connection: socket.socket, request: bytes) -> None:
        name = request.split(b" ")[1].decode().strip("/").partition("?")[0] or "index"
        connection.sendall(replies.get(name, reply(b"", "404 Not Found")))

    return answer


@contextlib.contextmanager
def deaf(host: str = "127.0.0.1", port: int = 0) -> Iterator[int]:
    """The port of a listener whose queue is full: whoever dials it hears nothing, not even a refusal."""
    with socket.socket() as listener, contextlib.ExitStack() as waiting:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(0)
        for _ in range(4):
            waiter = waiting.enter_context(socket.socket())
            waiter.setblocking(False)
            waiter.connect_ex(listener.getsockname())
        time.sleep(0.05)
        yield listener.getsockname()[1]


def names(**table: str | list[str]) -> Callable[[str, int], list[str]]:
    """A resolver that knows the names of ``table`` ("a_example" stands for "a.example") and no other."""
    known = {name.replace("_", "."): [ips] if isinstance(ips, str) else ips for name, ips in table.items()}

    def resolve(host: str, port: int) -> list[str]:
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return known[host]

    return resolve


def letting_through(*hosts: str, **more: int | str) -> Settings:
    """Settings with which ``hosts`` may be fetched although they are on loopback."""
    return Settings(allowed_internal_hosts=",".join(hosts), **more)


def certificate(folder: Path, name: str, days: int = 1) -> tuple[ssl.SSLContext, Path]:
    """A server's TLS context with a fresh self-signed certificate for ``name``, and the file to trust it by."""
    key, cert = folder / f"{name}.key", folder / f"{name}.pem"
    subprocess.run(
        f"openssl req -x509 -newkey rsa:2048 -nodes -days {days} -subj /CN={name} "
        f"-addext subjectAltName=DNS:{name} -keyout {key} -out {cert}".split(),
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context, cert
