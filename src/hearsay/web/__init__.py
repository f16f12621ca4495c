"""The local web page on a case: read, follow, compare."""
