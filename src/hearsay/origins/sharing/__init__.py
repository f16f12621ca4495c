"""What text two documents have in common: copied prose, and quotations met by their words."""
