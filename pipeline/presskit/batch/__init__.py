"""Many kits: an inbox becomes a folder of records, whatever happens on the way."""
