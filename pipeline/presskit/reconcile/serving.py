"""The service on a port: bound before anything is said of it, ended by a signal or after a time."""

from __future__ import annotations

import socket
import threading

import uvicorn

from presskit.catalogue.store import Catalogue
from presskit.errors import PortTaken
from presskit.reconcile.service import service


def bound(host: str, port: int) -> socket.socket:
    """A socket to serve on; port 0 takes a free one. Raises PortTaken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as refused:
        made.close()
        raise PortTaken(f"{host}:{port}", f"Nobody can be served here ({refused.strerror})") from refused
    return made


def address(made: socket.socket) -> str:
    host, port = made.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def serve(catalogue: Catalogue, made: socket.socket, seconds: float | None) -> None:
    """Until a signal comes or the time is over; None is for ever."""
    server = uvicorn.Server(uvicorn.Config(service(catalogue), log_level="warning", access_log=False, timeout_graceful_shutdown=3))
    timer = threading.Timer(seconds or 0, _end, (server,))
    timer.daemon = True
    if seconds:
        timer.start()
    try:
        server.run(sockets=[made])
    finally:
        timer.cancel()
        made.close()


def _end(server: uvicorn.Server) -> None:
    server.should_exit = True
