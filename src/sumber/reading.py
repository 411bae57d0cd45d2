"""The one list of steps within one article: an `Article` goes in, a `Reading` comes out."""
