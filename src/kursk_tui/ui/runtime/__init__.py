"""Background work and garbage collection."""
