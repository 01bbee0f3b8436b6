"""Benchmarks: speed, memory and terminal output of kursk-tui, compared with other programs."""
