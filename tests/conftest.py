"""What every test stands on: an environment that no terminal, locale or reader changes."""

import atexit
import os
import shutil
import tempfile

_SURROUNDINGS = (
    *("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TMUX", "STY", "VTE_VERSION", "TERM_PROGRAM"),
    *("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "LC_ALL", "LC_CTYPE"),
)

# Before Textual is imported: it reads these once.
for name in list(os.environ):
    if name.startswith("TEXTUAL") or name in _SURROUNDINGS:
        del os.environ[name]
os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TZ="UTC", LANG="C.UTF-8")

# Neither read what the reader of this machine has configured, nor change what is remembered.
_home = tempfile.mkdtemp(prefix="kursk-tui-tests-")
atexit.register(shutil.rmtree, _home, ignore_errors=True)
os.environ.update(XDG_CONFIG_HOME=f"{_home}/config", XDG_STATE_HOME=f"{_home}/state")
