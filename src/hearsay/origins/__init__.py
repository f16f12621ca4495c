"""Who told whom, how many independent origins a proposition has, and what changed on the way."""
