"""Tell people: one module a channel."""
