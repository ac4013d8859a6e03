"""Compose the program: Config -> wired objects; the one reader of clock and environment."""
