"""Read the user's configuration and check it against the actions and the query language."""

from kursk_tui.cli.output import print_error
from kursk_tui.platform.config import Config, ConfigValidators, load
from kursk_tui.platform.files import config_path
from kursk_tui.query import QueryError
from kursk_tui.text.sanitize import visible
from kursk_tui.ui.keys.actions import actions
from kursk_tui.ui.keys.keymap import key_error
from kursk_tui.ui.pane_registry import panes


def read_config() -> Config:
    """Return the configuration; print a warning on standard error for each ignored entry."""
    known_actions = {action.id: action for action in actions(panes())}
    known = ConfigValidators(
        list(known_actions), lambda name, keys: key_error(known_actions[name], keys), _query_error
    )
    path = config_path()
    config = load(path, known)
    for warning in config.warnings:
        print_error(visible(f"{path}:{warning.line}: {warning.message}"))
    return config


def _query_error(query: str) -> str | None:
    from kursk_tui.query.syntax import parse  # only a saved query needs it

    try:
        parse(query)
    except QueryError as error:
        return error.sentence
    return None
