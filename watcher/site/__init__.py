"""Build the static dashboard."""
