"""What the specs of `warehouse` have become. Written by `autogen generate`; edit the specs, not these files."""
