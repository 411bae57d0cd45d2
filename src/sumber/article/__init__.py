"""The room `article`."""
