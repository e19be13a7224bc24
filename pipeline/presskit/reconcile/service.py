"""The service itself: addresses, forms and query strings, JSON and JSONP; what is wrong is told as JSON, never as a traceback."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from presskit.catalogue.entities import entity
from presskit.catalogue.store import Catalogue
from presskit.errors import PresskitError
from presskit.reconcile.answers import candidates, extended, page, suggested
from presskit.reconcile.manifest import manifest, properties, types
from presskit.reconcile.query import MOST_CANDIDATES, BadRequest, extension_of, queries_of, type_of

LARGEST = 2_000_000
"""Bytes of one request."""
CALLBACK = re.compile(r"[A-Za-z_$][\w$.]{0,99}", re.ASCII)
SAFE = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'", "X-Content-Type-Options": "nosniff"}
SUGGESTED = 10

Form = dict[str, str]
Answer = Callable[[Catalogue, Request, Form], Any]


def service(catalogue: Catalogue) -> Starlette:
    """An ASGI application over one catalogue. Any page may ask it, as the API wants; contacts are not among what it tells."""
    routes = [
        Route("/", _json(catalogue, _root), methods=["GET", "POST"]),
        *(Route(f"/suggest/{kind}", _json(catalogue, answer)) for kind, answer in SUGGEST.items()),
        Route("/properties", _json(catalogue, _proposed)),
        *(Route(f"/{kind}/{{name}}", _page(catalogue)) for kind in ("view", "preview")),
    ]
    handlers: Any = {HTTPException: _refused, PresskitError: _unavailable, BadRequest: _bad}
    return Starlette(routes=routes, exception_handlers=handlers, middleware=[Middleware(CORSMiddleware, allow_origins=["*"])])


def _json(catalogue: Catalogue, answer: Answer) -> Callable[[Request], Any]:
    async def endpoint(request: Request) -> Response:
        form = await _form(request)
        told = await run_in_threadpool(answer, catalogue, request, form)
        return _wrapped(told, form.get("callback"))

    return endpoint


async def _form(request: Request) -> Form:
    """Fields of the address and, above them, of a form."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise BadRequest(f"the request is larger than {LARGEST:,} bytes")
    try:
        return {**request.query_params, **dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True))}
    except ValueError as broken:
        raise BadRequest(f"this is no form ({broken})") from broken


def _wrapped(told: Any, callback: str | None) -> Response:
    if not callback:
        return JSONResponse(told)
    if not CALLBACK.fullmatch(callback):
        raise BadRequest("callback: the name of a function is wanted")
    # The comment keeps the answer from being taken for anything but a script.
    return Response(f"/**/{callback}({json.dumps(told)});", media_type="application/javascript", headers=SAFE)


def _root(catalogue: Catalogue, request: Request, form: Form) -> Any:
    if "queries" in form:
        asked = queries_of(form["queries"])
        with catalogue.read() as connection:
            return {key: {"result": candidates(connection, query)} for key, query in asked.items()}
    if "extend" in form:
        extension = extension_of(form["extend"])
        with catalogue.read() as connection:
            return extended(connection, extension)
    if request.method == "POST":
        raise BadRequest("a form with queries or extend is wanted")
    return manifest(str(request.base_url))


def _suggest_entity(catalogue: Catalogue, request: Request, form: Form) -> Any:
    del request
    kind, limit, cursor = type_of(form.get("type", "")), _number(form, "limit", SUGGESTED), _number(form, "cursor", 0)
    with catalogue.read() as connection:
        return {"result": suggested(connection, form.get("prefix", ""), kind, cursor + limit)[cursor:]}


def _suggest_type(catalogue: Catalogue, request: Request, form: Form) -> Any:
    del catalogue, request
    return {"result": types(form.get("prefix", ""))}


def _suggest_property(catalogue: Catalogue, request: Request, form: Form) -> Any:
    del catalogue, request
    return {"result": properties(type_of(form.get("type", "")), form.get("prefix", ""))}


SUGGEST = {"entity": _suggest_entity, "type": _suggest_type, "property": _suggest_property}


def _proposed(catalogue: Catalogue, request: Request, form: Form) -> Any:
    del catalogue, request
    kind, limit = type_of(form.get("type", "")), _number(form, "limit", MOST_CANDIDATES)
    return {"type": kind, "limit": limit, "properties": properties(kind)[:limit]}


def _number(form: Form, name: str, usual: int) -> int:
    text = form.get(name) or str(usual)
    if not (text.isascii() and text.isdigit()) or len(text) > 6:
        raise BadRequest(f"{name}: a whole number is wanted")
    return min(int(text), MOST_CANDIDATES)


def _page(catalogue: Catalogue) -> Callable[[Request], Any]:
    def endpoint(request: Request) -> Response:
        with catalogue.read() as connection:
            found = entity(connection, request.path_params["name"])
        if found is None:
            raise HTTPException(404, "There is nothing of this identifier")
        return HTMLResponse(page(found), headers=SAFE)

    return endpoint


async def _bad(request: Request, failure: Exception) -> Response:
    del request
    return JSONResponse({"error": "bad-request", "message": str(failure)}, 400)


async def _refused(request: Request, failure: HTTPException) -> Response:
    del request
    return JSONResponse({"error": "refused", "message": failure.detail}, failure.status_code)


async def _unavailable(request: Request, failure: PresskitError) -> Response:
    """A locked catalogue may answer the next time."""
    del request
    return JSONResponse({"error": failure.code, "message": f"{failure.reason}. {failure.advice}"}, 503 if failure.retry else 500)
