"""Who is who: whether two names are of one person, unit or body, and why."""
