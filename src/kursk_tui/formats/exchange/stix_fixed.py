"""The objects that are the same in every STIX bundle: markings, program and extension."""

EXTENSION = "extension-definition--5c9f5f1e-6a1b-4d5e-9a43-0f7c3c1c2b6d"
"""The extension that carries the records of a briefing file."""

PROGRAM = "identity--7d1f4a0e-52c6-4e0b-9a58-1d3b6f0c8e21"
"""The program, which is the author of all objects and not a source."""

_SINCE = "2026-01-01T00:00:00.000Z"
"""When the program and the extension were described, which is the same in every bundle."""

_TLP = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"
_MARKINGS = {
    "CLEAR": "94868c89-83c2-464b-929b-a1a8aa3c8487",
    "GREEN": "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
    "AMBER": "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
    "AMBER+STRICT": "939a9414-2ddd-4d32-a0cd-375ea402b003",
    "RED": "e828b379-4e03-4974-9ac4-e53a884c97c1",
}
"""The markings of TLP 2.0 that OASIS publishes, by label."""


def tlp_marking(label: str) -> dict[str, object]:
    """Return the marking of a label of the Traffic Light Protocol."""
    extension = {"extension_type": "property-extension", "tlp_2_0": label.lower()}
    return {
        "type": "marking-definition",
        "id": f"marking-definition--{_MARKINGS[label]}",
        "spec_version": "2.1",
        "created": "2022-10-01T00:00:00.000Z",
        "name": f"TLP:{label}",
        "extensions": {_TLP: extension},
    }


def program() -> dict[str, object]:
    """Return the program, as the author of the objects."""
    return {
        "type": "identity",
        "id": PROGRAM,
        "spec_version": "2.1",
        "created": _SINCE,
        "modified": _SINCE,
        "name": "kursk-tui",
        "identity_class": "system",
        "description": "The program that wrote this bundle; it is not a source.",
    }


def extension_definition() -> dict[str, object]:
    """Return what the extension is."""
    return {
        "type": "extension-definition",
        "id": EXTENSION,
        "spec_version": "2.1",
        "created": _SINCE,
        "modified": _SINCE,
        "created_by_ref": PROGRAM,
        "name": "kursk-tui record",
        "description": "The record of a briefing file that the object stands for.",
        "schema": "The JSON Schema of kursk-tui/1, which `kursk-tui schema` prints.",
        "version": "1.0.0",
        "extension_types": ["property-extension"],
    }
