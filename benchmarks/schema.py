"""The archive's tables and views, with what each column holds, into docs/archive.md."""

from __future__ import annotations

from sumber.archive.tables import metadata
from sumber.archive.views import VIEWS
from tables import write_table


def schema_table() -> str:
    """One list entry a table or view, its columns with their comments below."""
    lines = []
    for table in metadata.sorted_tables:
        lines.append(f"**`{table.name}`** {table.comment}\n")
        lines += [f"- `{column.name}`: {column.comment}" for column in table.columns]
        lines.append("")
    lines.append("Views:\n")
    lines += [f"- **`{name}`** {comment}" for name, (comment, _) in VIEWS.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    write_table("schema", schema_table())
