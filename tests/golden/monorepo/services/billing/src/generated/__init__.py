"""What the specs of `billing` have become. Written by `autogen generate`; edit the specs, not these files."""
