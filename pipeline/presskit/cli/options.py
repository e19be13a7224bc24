"""Options that several commands share: how a kit is read."""

from __future__ import annotations

from typing import Annotated

import typer

from presskit.settings import Scanning, Settings

Names = Annotated[bool, typer.Option("--names/--no-names", help="Find names with the language models; without is quicker.")]
Ocr = Annotated[bool, typer.Option("--ocr/--no-ocr", help="Read pages that are pictures of text with Tesseract, where it is installed.")]


def chosen(*, names: bool, ocr: bool) -> Settings:
    return Settings(names=names, scanning=Scanning(ocr=ocr))
