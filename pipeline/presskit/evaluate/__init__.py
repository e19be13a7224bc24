"""How right the records are: comparison with gold, scores, and regression against approved records."""
