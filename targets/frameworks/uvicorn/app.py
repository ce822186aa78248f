"""Answers /hello?name=World with "Hello World!": an ASGI application without a framework."""

from urllib.parse import parse_qs


async def app(scope, receive, send):
    if scope["type"] != "http":
        return
    name = parse_qs(scope["query_string"].decode()).get("name", ["Earth"])[0]
    found = scope["path"] == "/hello"
    body = f"Hello {name}!".encode() if found else b""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200 if found else 404, "headers": headers})
    await send({"type": "http.response.body", "body": body})
