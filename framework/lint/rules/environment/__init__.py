"""What a process reads of its environment stands in the spec of its service."""
