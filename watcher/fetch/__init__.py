"""Get bytes from somewhere."""
