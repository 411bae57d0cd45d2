"""The room `dates`."""
