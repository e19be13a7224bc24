"""Records as the catalogue keeps them, read again: one that an earlier version kept may fit the models no more."""

from __future__ import annotations

from pydantic import ValidationError

from presskit.errors import RecordInvalid
from presskit.record import Extraction


def kept_record(text: str, kit: str) -> Extraction:
    """Raises RecordInvalid."""
    try:
        return Extraction.model_validate_json(text)
    except ValidationError as unfit:
        raise RecordInvalid(
            kit[:12], "The record kept of this kit cannot be read any more", "Extract the kit again and load that."
        ) from unfit
