"""Whether whoever sent a request still waits for the answer."""
from __future__ import annotations

import select
from collections.abc import Callable

from flask import request


def hung_up() -> Callable[[], bool]:
    """A question that can be asked again and again while this request is served: has its sender hung up?

    Cancel, the browser's Stop and a closed tab all do. The system is asked and nothing is read, so TLS and bytes that
    wait are left alone. Who only shuts the sending side counts as gone: no browser does that, and proxies agree.
    """
    sock = request.environ.get("gunicorn.socket") or request.environ.get("werkzeug.socket")
    if sock is None:
        return lambda: False  # a server that does not show its sockets
    poll = select.poll()
    poll.register(sock, select.POLLRDHUP)
    return lambda: bool(poll.poll(0))
