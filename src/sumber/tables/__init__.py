"""Events as tables: rows in POLECAT's layout, files of them, and what two parties do to each other.

In: readings. Out: CSV, JSON Lines or Parquet, and a dyad's cooperation and conflict over time. It
never loads the reading side, so that tables of old readings need no language model.
"""
