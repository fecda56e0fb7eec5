"""What the specs of `tg_bot` have become. Written by `autogen generate`; edit the specs, not these files."""
