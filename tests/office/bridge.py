"""Starts LibreOffice, does in it what a person would do with one document, and ends it.

Run by a Python that can import ``uno``, with one JSON object on standard input: ``command`` (the program and its
arguments save the pipe), ``open``, ``steps``, ``seconds``. Writes a JSON object: ``answers``, or ``error``.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
import uuid

import uno
from com.sun.star.connection import NoConnectException
from document import Failed, Open  # beside this file, which is run on its own


def connect(process, pipe):
    """LibreOffice's context, as soon as it listens; ends where the program has ended."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    while process.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.05)
    raise Failed(f"LibreOffice ended with {process.returncode} before it listened")


def kill(process):
    """Ends the program with all that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def work(job, process, pipe):
    context = connect(process, pipe)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        document = Open(context, desktop, job["open"])
        answers = [getattr(document, name)(**arguments) for name, arguments in job["steps"]]
        document.document.close(True)
    finally:
        with contextlib.suppress(Exception):  # the connection may end before the answer comes
            desktop.terminate()
        process.wait()
    return answers


def main():
    job = json.load(sys.stdin)
    pipe = f"huimin-{uuid.uuid4().hex}"
    process = subprocess.Popen(
        [*job["command"], f"--accept=pipe,name={pipe};urp;"],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        stderr=sys.stderr,
        start_new_session=True,
    )
    late = threading.Timer(job["seconds"], kill, [process])
    late.start()
    try:
        result = {"answers": work(job, process, pipe)}
    except Failed as failed:
        result = {"error": str(failed)}
    except Exception as error:  # whatever LibreOffice raised
        result = {"error": f"{type(error).__name__}: {error}"}
    finally:
        was_late = not late.is_alive()
        late.cancel()
        kill(process)
        process.wait()
    if was_late:
        result = {"error": f"LibreOffice took longer than {job['seconds']} seconds"}
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
