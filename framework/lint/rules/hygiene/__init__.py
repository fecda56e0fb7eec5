"""What hides a road from the guard."""
