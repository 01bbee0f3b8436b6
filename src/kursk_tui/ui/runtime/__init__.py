"""Background work, and when garbage is collected."""
