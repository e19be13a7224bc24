"""Whether every value of a record has its words in the kit."""

from __future__ import annotations

from presskit.record import Extraction


def _leaves(value: object, path: str = "") -> dict[str, object]:
    if isinstance(value, dict):
        return {key: leaf for name, item in value.items() for key, leaf in _leaves(item, f"{path}/{name}").items()}
    if isinstance(value, list):
        return {key: leaf for index, item in enumerate(value) for key, leaf in _leaves(item, f"{path}/{index}").items()}
    return {} if value in (None, "") else {path: value}


def unsupported(made: Extraction, original: str) -> list[str]:
    """Pointers of values without evidence, and of evidence whose quote is not what stands in the original text."""
    wrong = []
    for pointer in _leaves(made.kit.model_dump()):
        holder = pointer
        while holder and holder not in made.evidence:
            holder = holder.rpartition("/")[0]
        if not holder and not pointer.startswith("/languages"):
            wrong.append(pointer)
    for pointer, evidence in made.evidence.items():
        for place in evidence.spans:
            first = place.quote.split()[0][0]
            if not place.start < place.end <= len(original) or (first.isalnum() and first not in original[place.start : place.end]):
                wrong.append(f"{pointer} at {place.start}")
    return wrong
