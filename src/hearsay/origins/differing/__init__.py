"""What differs between two tellings of one thing, each kind of change in a file of its own."""
