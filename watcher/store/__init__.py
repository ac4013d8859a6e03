"""Keep everything in SQLite; sqlite-utils lives only here."""
