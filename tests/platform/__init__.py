"""Tests of the platform: terminals, clipboard, configuration, state and editor."""
