"""The catalogue's works and agents as a reconciliation service (W3C Entity Reconciliation Community Group, API 0.2)."""
