"""The room `statements`."""
