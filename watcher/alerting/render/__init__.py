"""Render alerts for people: words, terminal, e-mail, chat, feeds; pure."""
