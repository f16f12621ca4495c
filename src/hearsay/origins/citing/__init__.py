"""Whom a document names as its source, and which document or institution that is."""
