"""Answers /hello?name=World with "Hello World!" on Tornado and its own event loop."""

import sys

sys.path.append(sys.path[0] + "/../common")
import startup

PORT = startup.prepare("tornado")  # before the imports: it says what to install where they would fail

import asyncio

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler


class Hello(RequestHandler):
    def get(self):
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write(f"Hello {self.get_argument('name', 'Earth')}!")


def no_log(handler):
    """The Java servers write no access log either."""


async def main():
    server = HTTPServer(Application([("/hello", Hello)], log_function=no_log))
    # Tornado's own is 128, too short for a burst.
    server.add_sockets(bind_sockets(PORT, startup.HOST, backlog=startup.BACKLOG))
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
