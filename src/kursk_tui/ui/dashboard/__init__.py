"""The dashboard: its screen, and the parts that the screen is composed of."""
