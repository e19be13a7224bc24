"""The catalogue: records become one database of films, people and kits."""
