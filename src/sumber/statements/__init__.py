"""Statements: who said what. So far direct quotations; indirect speech joins in `find`.

In: an `Article` and its `Actor`s. Out: `Statement`s, and `Finding`s about them.
"""

from sumber.statements.find import find_statements
from sumber.statements.findings import check_quotations

__all__ = ["check_quotations", "find_statements"]
