"""The keymap: default and configured keys of actions, and the action of a key press."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from kursk_tui.text.messages import suggestion
from kursk_tui.ui.keys.actions import QUIT_ALWAYS, Action

LETTER = "letter"
"""Matches any letter from a to z in a sequence of keys."""

_NAMED = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete"),
    *("backspace", "tab", "enter", "escape", "space"),
    *(f"f{number}" for number in range(1, 25)),
)
_LONGEST = 100
"""The most characters of the keys of an action."""

_MODIFIERS = re.compile(r"(?:(?:ctrl|alt|shift|super)\+)+(?=.)")
_SENT_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+[": "escape"}
_FIXED = (*QUIT_ALWAYS.keys, "ctrl+c")
_DISPLAYED = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "escape": "esc",
    LETTER: "a-z",
}
_ALIASES = {"esc": "escape", "pgup": "pageup", "pgdn": "pagedown", "return": "enter"}


class Step(NamedTuple):
    """The result of a key: the action to run, or the keys so far if more must follow."""

    run: str = ""
    pending: str = ""


class Clash(NamedTuple):
    """Keys bound to two actions: the action that gets them, and the one that does not."""

    keys: str
    winner: str
    loser: str


@dataclass(frozen=True)
class Keymap:
    """The actions with their final keys, and the resolved clashes."""

    actions: tuple[Action, ...]
    clashes: tuple[Clash, ...]

    @classmethod
    def of(
        cls, actions: Iterable[Action], chosen: Mapping[str, tuple[str, ...]] | None = None
    ) -> "Keymap":
        """Return the keymap of some actions.

        `chosen` maps ids of actions to all their keys, and takes precedence over the defaults. If
        two actions have the same keys, or the keys of one are a prefix of the other's, the first
        action keeps them. An action of a pane may have the same keys as actions elsewhere.
        """
        chosen = chosen or {}
        wanted = [
            replace(one, keys=tuple(map(normal, chosen.get(one.id, one.keys)))) for one in actions
        ]
        taken: list[tuple[str, Action]] = []
        clashes: list[Clash] = []
        kept: dict[str, tuple[str, ...]] = {}
        for action in sorted(wanted, key=lambda one: one.id not in chosen):
            kept[action.id] = ()
            for keys in action.keys:
                if (rival := _rival(keys, action, taken)) is not None:
                    clashes.append(Clash(keys, rival, action.id))
                else:
                    taken.append((keys, action))
                    kept[action.id] += (keys,)
        return cls(tuple(replace(one, keys=kept[one.id]) for one in wanted), tuple(clashes))

    def step(self, pending: str, key: str, pane: str = "") -> Step | None:
        """Return the result of a key in a pane after the pending keys, or None if it has none."""
        keys = f"{pending} {key}".lstrip()
        letter = f"{pending} {LETTER}" if pending and len(key) == 1 and "a" <= key <= "z" else ""
        for action in sorted(self.actions, key=lambda one: one.pane != pane or not pane):
            if action.pane not in ("", pane):
                continue
            if keys in action.keys:
                return Step(run=action.run)
            if letter and letter in action.keys:
                return Step(run=f"{action.run}('{key}')")
        if any(one.startswith(f"{keys} ") for action in self.actions for one in action.keys):
            return Step(pending=keys)
        return None

    def following(self, pending: str) -> list[tuple[str, Action]]:
        """Return the keys that can follow the pending keys, each with its action."""
        return [
            (keys.removeprefix(f"{pending} "), action)
            for action in self.actions
            for keys in action.keys
            if keys.startswith(f"{pending} ")
        ]


def _rival(keys: str, action: Action, taken: Iterable[tuple[str, Action]]) -> str | None:
    """Return the action bound to these keys, to a prefix of them, or to a continuation of them."""
    for other, rival in taken:
        is_same = keys == other and action.pane == rival.pane
        if is_same or keys.startswith(f"{other} ") or other.startswith(f"{keys} "):
            return rival.id
    return None


def normal(keys: str) -> str:
    """Return keys in canonical form: names in lower case, separated by single blanks."""
    return " ".join(one if len(one) == 1 else one.lower() for one in keys.split())


def key_error(action: Action, keys: str) -> str | None:
    """Return an error message for the configured keys of an action, or None."""
    if len(keys) > _LONGEST:
        return f"the keys of {action.id} are longer than {_LONGEST} characters"
    takes_letter = any(one.endswith(f" {LETTER}") for one in action.keys)
    if takes_letter and not normal(keys).endswith(f" {LETTER}"):
        return f"{action.id} takes a letter: write '{keys} {LETTER}'"
    if normal(keys).split().count(LETTER) != takes_letter:
        return f"{action.id} cannot have '{keys}': 'letter' is for marks only, once and at the end"
    for key in normal(keys).split():
        bare = _MODIFIERS.sub("", key)
        if key in _FIXED:
            return f"{key} cannot be bound: it always quits"
        if key in _SENT_AS:
            return f"terminals send {key} as {_SENT_AS[key]}; write that"
        if key != bare and len(bare) == 1 and key.startswith("shift+"):
            return f"terminals send {key} as a character; write that"
        if not (len(bare) == 1 and bare.isprintable()) and bare not in (*_NAMED, LETTER):
            return f"there is no key '{key}'" + suggestion(bare, _NAMED, "''")
    return None


def key_name(key: str, character: str | None) -> str:
    """Return the name of a key press: the typed character, or Textual's name."""
    typed = character is not None and character.isprintable() and character != " "
    return character or "" if typed and "+" not in key else key


def pressed(text: str) -> list[str]:
    """Return the keys that a text describes: names of keys, and other words letter by letter.

    `/ killed:>100 enter` is a slash, eleven characters and the enter key.
    """
    keys: list[str] = []
    for word in text.split():
        name = _SENT_AS.get(word.lower(), _ALIASES.get(word.lower(), word.lower()))
        bare = _MODIFIERS.sub("", name)
        if len(word) > 1 and (bare in _NAMED or (bare != name and len(bare) == 1)):
            keys.append(name)
        else:
            keys += word
    return keys


def displayed(keys: str) -> str:
    """Return keys as displayed: `ctrl+d` as ^d, arrow keys as arrows."""
    return " ".join(_DISPLAYED.get(key, key.replace("ctrl+", "^")) for key in keys.split())
