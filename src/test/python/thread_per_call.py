"""The origin's way to hammer: a Python thread for each of the calls, one server after the other.

    python3 src/test/python/thread_per_call.py 800 1.0 http://127.0.0.1:8000/hello/World ...

Needs the package "requests". Prints a line for each server and the time for all, to be laid beside Weighbridge's
"Concurrent hammering" on the same servers.
"""
import sys
import threading
import time
from collections import Counter

import requests


def hammer(url, calls, timeout):
    answers = []

    def call():
        try:
            answers.append(requests.get(url, timeout=timeout).status_code)
        except requests.RequestException:
            answers.append(-1)

    started = time.monotonic()
    threads = [threading.Thread(target=call) for _ in range(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - started
    counter = Counter(answers)
    print(f"{url} took {seconds / calls:.4f} seconds/call, with {counter[200] / calls:.1%} success - {counter}")
    return seconds


if __name__ == "__main__":
    calls, timeout, urls = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:]
    total = sum(hammer(url, calls, timeout) for url in urls)
    print(f"hammering {len(urls)} * {calls} urls took {total:.1f} secs")
