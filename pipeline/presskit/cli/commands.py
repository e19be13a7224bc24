"""Commands by name, each loaded when it is called: who asks for a status should not wait for the extractors."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

COMMANDS = MappingProxyType(
    {
        "extract": "presskit.cli.extract:extract_kits",
        "batch": "presskit.cli.batch:batch",
        "status": "presskit.cli.batch:status",
        "catalogue": "presskit.cli.catalogue:app",
        "show": "presskit.cli.show:show",
        "export": "presskit.cli.export:export",
        "validate": "presskit.cli.contract:validate",
        "evaluate": "presskit.cli.evaluate:evaluate",
        "check": "presskit.cli.check:check",
        "schema": "presskit.cli.contract:schema",
    }
)
"""Where each command is, in the order in which help lists them."""


Loaded = TyperCommand | TyperGroup


class Commands(TyperGroup):
    """A group that knows the names of its commands, and imports one when it is asked for.

    A context has another class in every version of typer, of which nothing is needed here.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        return [*COMMANDS, *super().list_commands(ctx)]

    def get_command(self, ctx: Any, cmd_name: str) -> Loaded | None:
        return loaded(cmd_name) if cmd_name in COMMANDS else cast("Loaded | None", super().get_command(ctx, cmd_name))


def loaded(name: str) -> Loaded:
    """The command of this name, with everything that it imports."""
    module, _, attribute = COMMANDS[name].partition(":")
    found = getattr(import_module(module), attribute)
    if isinstance(found, typer.Typer):
        group = get_command(found)
        group.name = name
        return cast("Loaded", group)
    alone = typer.Typer(rich_markup_mode="rich", pretty_exceptions_enable=False, add_completion=False)
    alone.command(name)(found)
    return cast("Loaded", get_command(alone))
