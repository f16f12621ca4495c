"""What the claims of a document state, laid out: who holds which post, who pays whom, when."""

from hearsay.picture.stating.document import statements_of

__all__ = ["statements_of"]
