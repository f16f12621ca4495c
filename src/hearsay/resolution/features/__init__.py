"""What speaks for or against two names being one; the first line of each docstring is a reason.

A feature looks at a pair and returns nothing where it does not apply, or what it saw: how strongly
(1 unless said) and, for the reason, which words or numbers. How much it counts is in weights.json.
"""
