"""Presskit turns a film press kit into a catalogue record."""
