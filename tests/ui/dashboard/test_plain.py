"""The parts of the dashboard are plain objects: they can be used without Textual."""

import subprocess
import sys

PARTS = (
    *("copy_print", "file_follower", "key_input", "loaded_briefing", "navigation"),
    *("pane_navigator", "ports", "preparation", "query_controller", "review", "search"),
    "selection",
)


def test_the_parts_do_not_load_textual() -> None:
    imports = "; ".join(f"import kursk_tui.ui.dashboard.{part}" for part in PARTS)
    program = f"import sys; {imports}; print('textual' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
