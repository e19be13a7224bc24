"""`presskit catalogue serve-reconcile`: cataloguers match their own tables in the tool they know."""

from __future__ import annotations

from typing import Annotated

import typer

from presskit.cli.catalogue.options import Url, app, existing
from presskit.cli.console import say
from presskit.reconcile.serving import address, bound, serve

Host = Annotated[str, typer.Option("--host", help="Address to listen on; the usual one is reached from this machine only.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")]
For = Annotated[float | None, typer.Option("--for", metavar="SECONDS", min=0.1, help="End after so long.", show_default="until stopped")]


@app.command("serve-reconcile")
def serve_reconcile(*, catalogue: Url, host: Host = "127.0.0.1", port: Port = 8337, seconds: For = None) -> None:
    """Serve films and people to OpenRefine and other clients of the Reconciliation API 0.2.

    [bold]Example:[/bold] [cyan]presskit catalogue serve-reconcile --catalogue catalogue.sqlite[/cyan]
    """
    store = existing(catalogue)
    made = bound(host, port)
    say(f"Reconciliation service at {address(made)}")
    serve(store, made, seconds)
