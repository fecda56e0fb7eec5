"""Generated code is used, not changed: on the disk, in memory, or below it."""
