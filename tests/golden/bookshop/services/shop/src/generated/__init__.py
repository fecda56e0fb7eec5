"""What the specs of `shop` have become. Written by `autogen generate`; edit the specs, not these files."""
