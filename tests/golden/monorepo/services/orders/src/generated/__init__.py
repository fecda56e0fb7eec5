"""What the specs of `orders` have become. Written by `autogen generate`; edit the specs, not these files."""
