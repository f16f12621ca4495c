"""Who had it from whom: the links between tellings, each with its evidence and a probability."""
