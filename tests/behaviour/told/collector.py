"""A collector of traces that keeps every byte it is sent, unpacked."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def collecting() -> Iterator[tuple[str, list[bytes]]]:
    """Its address, and what has come."""
    found: list[bytes] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # a name of http.server's
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            found.append(gzip.decompress(body) if self.headers.get("content-encoding") == "gzip" else body)
            found.append(str(self.headers).encode())
            self.send_response(200)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
