"""Events are sent and received through what is made from the catalogue."""
