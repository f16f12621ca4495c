"""The exit codes of every command."""

from __future__ import annotations

CLEAN, FINDINGS, FAILURE, STOPPED = 0, 1, 2, 130
"""All well; findings of `verify` and the like; misuse or failure; stopped by the person."""
