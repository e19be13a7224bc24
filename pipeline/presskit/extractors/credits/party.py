"""One name of a credit with what is printed beside it."""

from __future__ import annotations

from dataclasses import dataclass

from presskit.model import Quote


@dataclass(frozen=True, slots=True)
class Party:
    """One name with what is printed beside it: `house` the company they belong to, `function` what they do there,
    `aside` any other words in brackets; `placed` where a town follows, as it does with companies."""

    name: Quote
    house: Quote | None = None
    function: Quote | None = None
    aside: Quote | None = None
    placed: bool = False
