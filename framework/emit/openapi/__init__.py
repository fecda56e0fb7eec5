"""Types, classes and constraints as JSON Schema: what a document says of a value, exactly as the service judges it."""
