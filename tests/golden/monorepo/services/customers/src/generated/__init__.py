"""What the specs of `customers` have become. Written by `autogen generate`; edit the specs, not these files."""
