"""Answers /?name=World with "Hello World!" on CherryPy and its default server."""

import sys

sys.path.append(sys.path[0] + "/../common")
import startup

PORT = startup.prepare("cherrypy")  # before the imports: it says what to install where they would fail

import cherrypy


class Hello:
    @cherrypy.expose
    def index(self, name="Earth"):
        cherrypy.response.headers["Content-Type"] = "text/plain; charset=utf-8"
        return f"Hello {name}!"


if __name__ == "__main__":
    cherrypy.config.update({
        "server.socket_host": startup.HOST,
        "server.socket_port": PORT,
        # CherryPy's own is 5, too short for a burst.
        "server.socket_queue_size": startup.BACKLOG,
    })
    # No access log, as the Java servers write none; log.screen would turn off the log of errors as well.
    cherrypy.log.access_log.handlers.clear()
    cherrypy.quickstart(Hello())
