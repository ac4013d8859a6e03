"""The words of the house: frozen values that every layer speaks in."""
