"""The answers of somebody for whom this program is."""

from __future__ import annotations

FITTING = {
    "age": "18_49", "emergency": "none", "injury": "no", "locking": "no", "giving_way": "no",
    "swelling": "no", "rest": "no", "nerve": "no", "bone": "no", "general": "none", "pressure": "none",
    "when": "only_run", "where": "outer", "feel": "knife", "onset": "predict", "duration": "3_12m",
    "worst": "4_6", "load": "none", "knots": "yes", "lump": "none", "sit": "gt8", "strength": "no",
    "stride": "quick", "strike": "toes", "ground": "trail", "glute": "both", "average": "no",
}  # fmt: skip
