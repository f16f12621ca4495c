"""Readers of tables: each cell is in a statement, in a list of what is not taken, or reported."""
