"""Results to documents: the one-page summary of a plan, and the words and numbers that documents share."""
