"""Our own corpus: passages that we wrote, and what is said in them, marked by hand.

The rules stand in `training/guidelines.md`, the passages in `train` and `held_out` beside this.
"""
