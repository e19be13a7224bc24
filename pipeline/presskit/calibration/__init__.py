"""8 How sure is sure: the extractors' own confidence turned into the share of such values that turned out right."""

from presskit.calibration.curves import ANY, LEARNED, PLACES, Calibration, Curve, calibrated, curve_name, learned, unit_of

__all__ = ["ANY", "LEARNED", "PLACES", "Calibration", "Curve", "calibrated", "curve_name", "learned", "unit_of"]
