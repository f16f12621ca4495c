"""What is then known as of a date, every line of it with the claims that say so."""
