"""What may be told and how: what `logs`, `redaction` and `metrics` are made of."""
