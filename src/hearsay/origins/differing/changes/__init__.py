"""The kinds of change, one file a kind, found by its name."""
