"""Turn bytes into Documents and Links; pure."""
