"""The room `article`: bytes to `Article`s with their parts, related links and credits.

`read_inputs` reads whatever a user names, `split_inputs` cuts it into pieces for several
processes; `article_from_html`, `article_from_text` and
`article_from_record` make one article of what a caller holds.
"""

from sumber.article.inputs import InputOptions, count_inputs, read_inputs
from sumber.article.pages import article_from_html
from sumber.article.rows import JsonLine
from sumber.article.splitting import Piece, read_piece, split_inputs
from sumber.article.texts import article_from_record, article_from_text

__all__ = [
    "InputOptions",
    "JsonLine",
    "Piece",
    "article_from_html",
    "article_from_record",
    "article_from_text",
    "count_inputs",
    "read_inputs",
    "read_piece",
    "split_inputs",
]
