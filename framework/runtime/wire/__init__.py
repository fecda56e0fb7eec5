"""How values stand on the wire: what `types` and routers are made of."""
