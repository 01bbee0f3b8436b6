"""The private names of Textual that the program uses: an upgrade that drops one fails here."""

import re
from pathlib import Path

import pytest
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen

from kursk_tui.ui import textual_internals
from kursk_tui.ui.textual_internals import PRIVATE_NAMES

UI = Path(textual_internals.__file__).parent


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind, names in PRIVATE_NAMES.items() for name in names],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
async def test_textual_has_the_private_name(kind: type, name: str) -> None:
    app = App[None]()
    async with app.run_test():
        instances: dict[type, object] = {
            App: app,
            LinuxDriver: LinuxDriver(app, size=(80, 24)),
            Screen: app.screen,
            XTermParser: XTermParser(),
            StylesCache: StylesCache(),
        }
        assert hasattr(instances[kind], name)


def test_the_module_uses_the_names_it_lists_and_no_other_module_uses_any() -> None:
    names = {name for listed in PRIVATE_NAMES.values() for name in listed}
    for path in UI.rglob("*.py"):
        used = {name for name in names if re.search(rf"\.{name}\b|def {name}\b", path.read_text())}
        if path.name == "textual_internals.py":
            assert used == names
        else:
            assert not used - {"_driver"}, path
