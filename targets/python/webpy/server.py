"""Answers /World with "Hello World!" on web.py and its default server, cheroot."""

import sys

sys.path.append(sys.path[0] + "/../common")
import startup

PORT = startup.prepare("web.py")  # before the imports: it says what to install where they would fail

import web
from web.httpserver import StaticMiddleware, WSGIServer

urls = ("/(.+)", "Hello")


class Hello:
    def GET(self, name):
        web.header("Content-Type", "text/plain; charset=utf-8")
        return f"Hello {name}!"


if __name__ == "__main__":
    app = web.application(urls, globals())
    # As app.run() does, but without its access log, which cannot be turned off: the Java servers write none.
    server = WSGIServer((startup.HOST, PORT), StaticMiddleware(app.wsgifunc()))
    # Cheroot's own is 5, too short for a burst.
    server.request_queue_size = startup.BACKLOG
    server.start()
