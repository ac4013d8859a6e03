"""Call the stages in order, through Protocols."""
