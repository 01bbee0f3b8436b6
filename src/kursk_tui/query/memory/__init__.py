"""The evaluator that searches the claims of a briefing in memory."""

from kursk_tui.query.memory.evaluator import MemoryEvaluator

__all__ = ["MemoryEvaluator"]
