"""The library that generated services import. It knows nothing of the compiler."""
