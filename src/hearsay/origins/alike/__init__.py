"""Which claims say the same: candidates, a likeness for each pair, and the groups from it."""
