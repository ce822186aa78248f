"""Answers /hello/World with "Hello World!" on Flask and its default server, Werkzeug's with threads."""

import sys

sys.path.append(sys.path[0] + "/../common")
import startup

PORT = startup.prepare("flask")  # before the imports: it says what to install where they would fail

import logging

from flask import Flask, Response
from werkzeug import serving

app = Flask(__name__)


@app.route("/hello/<name>")
def hello(name):
    return Response(f"Hello {name}!", mimetype="text/plain")


if __name__ == "__main__":
    # Werkzeug's own is 128, too short for a burst.
    serving.LISTEN_QUEUE = startup.BACKLOG
    # Its access log is all it says below an error: the Java servers write none.
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.run(host=startup.HOST, port=PORT)
