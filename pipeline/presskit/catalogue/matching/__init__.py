"""Matching: which kits are for one film, which credits are of one person; without a database, from what the kits state alone."""
