"""What happens to a request before and behind its handler: what `entry`, `drain`, `routes` and `app` are made of."""
