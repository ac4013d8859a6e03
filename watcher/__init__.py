"""Watch what Ofsted finds about English councils' services for children."""

__version__ = "0.1.0"
