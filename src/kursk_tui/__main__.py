"""Run the command as `python -m kursk_tui`."""

import sys

from kursk_tui.cli import main

sys.exit(main())
