"""Answers /hello?name=World with "Hello World!": a WSGI application without a framework."""

from urllib.parse import parse_qs


def app(environ, start_response):
    if environ["PATH_INFO"] != "/hello":
        start_response("404 Not Found", [("Content-Length", "0")])
        return []
    name = parse_qs(environ["QUERY_STRING"]).get("name", ["Earth"])[0]
    body = f"Hello {name}!".encode()
    start_response(
        "200 OK", [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
    )
    return [body]
