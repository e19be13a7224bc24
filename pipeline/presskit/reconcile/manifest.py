"""What the service says of itself: its manifest, its types, its properties."""

from __future__ import annotations

from collections.abc import Mapping

from presskit.reconcile.properties import NAMES, PROPERTIES, TYPES

Json = Mapping[str, object]
PREVIEW = {"width": 420, "height": 240}


def manifest(base: str) -> Json:
    """`base` is the service's own address with a slash at its end."""
    here = base.rstrip("/")
    return {
        "versions": ["0.1", "0.2"],
        "name": "Presskit catalogue",
        "identifierSpace": "urn:presskit:catalogue",
        "schemaSpace": "urn:presskit:schema",
        "defaultTypes": types(),
        "view": {"url": f"{here}/view/{{{{id}}}}"},
        "preview": {"url": f"{here}/preview/{{{{id}}}}", **PREVIEW},
        "suggest": {kind: {"service_url": here, "service_path": f"/suggest/{kind}"} for kind in ("entity", "type", "property")},
        "extend": {"propose_properties": {"service_url": here, "service_path": "/properties"}, "property_settings": []},
    }


def types(prefix: str = "") -> list[Json]:
    return [{"id": name, "name": told} for name, told in TYPES.items() if _begins(prefix, name, told)]


def properties(kind: str = "", prefix: str = "") -> list[Json]:
    held = (*PROPERTIES, NAMES)
    of_type = [prop for prop in held if not kind or prop.type in ("", kind)]
    return [{"id": prop.id, "name": prop.name} for prop in of_type if _begins(prefix, prop.id, prop.name)]


def _begins(prefix: str, *names: str) -> bool:
    asked = prefix.casefold().strip()
    return any(word.startswith(asked) for name in names for word in (name.casefold(), *name.casefold().split()))
