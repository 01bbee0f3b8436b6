"""What every test stands on: an environment that no terminal, locale or time zone changes."""

import os

# Before Textual is imported: it reads these once.
for name in list(os.environ):
    if name.startswith("TEXTUAL") or name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
        del os.environ[name]
os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TZ="UTC")
