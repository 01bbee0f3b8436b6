"""Benchmarks: how fast, how large and how talkative kursk-tui is, beside other programs."""
