"""Measurements that developers repeat by hand: ratios of one run, for machines differ."""
