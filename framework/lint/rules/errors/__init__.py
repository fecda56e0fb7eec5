"""What goes wrong is declared, too: errors by hand, and errors that their operation does not list."""
