"""Run the command as `python -m kursk_tui`."""

import sys

from kursk_tui.cli.main import main

sys.exit(main())
