"""Answers /hello/World with "Hello World!" on Bottle and its default server, that of the standard library."""

import sys

sys.path.append(sys.path[0] + "/../common")
import startup

PORT = startup.prepare("bottle")  # before the imports: it says what to install where they would fail

from wsgiref.simple_server import WSGIServer

from bottle import response, route, run


@route("/hello/<name>")
def hello(name):
    response.content_type = "text/plain; charset=utf-8"
    return f"Hello {name}!"


class LongQueueServer(WSGIServer):
    # The library's own is 5, too short for a burst.
    request_queue_size = startup.BACKLOG


if __name__ == "__main__":
    # Quiet is without an access log: the Java servers write none.
    run(host=startup.HOST, port=PORT, server_class=LongQueueServer, quiet=True)
