"""The parts of the dashboard, without a screen."""
