"""64 MiB that the four workers share with the process that has loaded them."""
import gc

LOADED = bytearray(b"x" * (64 << 20))
gc.freeze()


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "12")])
    return [b"Hello World!"]
