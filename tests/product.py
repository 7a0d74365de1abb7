"""Runs the product as its users do: the program, and a server on a port that the system chooses."""
import gzip
import http.client
import json
import os
import queue
import shutil
import signal
import subprocess
import tempfile
import threading
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SMALL = REPOSITORY / "tests" / "fixtures" / "small"
START_SECONDS = 20
STOP_SECONDS = 20


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    def json(self):
        return json.loads(self.text())

    def text(self):
        plain = gzip.decompress(self.body) if self.headers["Content-Encoding"] == "gzip" else self.body
        return plain.decode("utf-8")

    def media_type(self):
        return (self.headers["Content-Type"] or "").partition(";")[0]


class Folder:
    """A temporary folder with a copy of the small strategy, a store, and the program."""

    def __init__(self, program, clock=None):
        self.program = Path(program).resolve()
        self.path = Path(tempfile.mkdtemp(prefix="tameel-"))
        self.strategy = self.path / "small"
        shutil.copytree(SMALL, self.strategy)
        self.store = self.path / "store.db"
        self.clock = clock
        self.servers = []

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        for server in self.servers:
            server.kill()
        shutil.rmtree(self.path, ignore_errors=True)

    def environment(self):
        environment = dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC", TAMEEL_STORE=str(self.store))
        environment.pop("TAMEEL_CLOCK", None)
        if self.clock:
            environment["TAMEEL_CLOCK"] = self.clock
        return environment

    def run(self, *arguments):
        return subprocess.run([str(self.program), *map(str, arguments)], cwd=self.path,
                              env=self.environment(), capture_output=True, text=True, timeout=60,
                              stdin=subprocess.DEVNULL, check=False)

    def decided(self, *codes, on=None):
        """Decisions of the council over the whole plan, entered from signed minutes."""
        minutes = self.path / "minutes.pdf"
        for code in codes:
            minutes.write_text(f"Signed minutes of decision {code}\n", encoding="utf-8")
            self.must("council", "decide", "--code", code, "--title", f"Decision {code}",
                      "--concerns", "plan,council", "--minutes", str(minutes),
                      *(["--effective-on", on] if on else []))

    def must(self, *arguments):
        done = self.run(*arguments)
        if done.returncode != 0:
            raise AssertionError(f"tameel {' '.join(map(str, arguments))}: {done.stderr.strip()}")
        return done.stdout

    def token(self, institution, *roles):
        words = [word for role in roles for word in ("--role", role)]
        return self.must("token", "--person", "A person", "--institution", institution, *words).strip()

    def serve(self, *options):
        server = Server(self, options)
        self.servers.append(server)
        return server

    def entries(self):
        """All entries of the store, read from an export that was verified."""
        number = len(list(self.path.glob("export-*")))
        output = self.path / f"export-{number}"
        self.must("export", "journal", "--output", output)
        self.must("verify", "--journal", output)
        return [json.loads(line) for line in (output / "entries.jsonl").read_text().splitlines()]


class Server:
    def __init__(self, folder, options):
        self.process = subprocess.Popen(
            [str(folder.program), "serve", "--listen", "127.0.0.1:0", "--strategy",
             str(folder.strategy), *options],
            cwd=folder.path, env=folder.environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        lines = queue.Queue()
        threading.Thread(target=lambda: [lines.put(line) for line in self.process.stdout] + [lines.put("")],
                         daemon=True).start()
        while True:
            try:
                line = lines.get(timeout=START_SECONDS)
            except queue.Empty:
                self.kill()
                raise AssertionError("the server did not say where it serves") from None
            if not line:
                self.process.wait()
                raise AssertionError(f"the server ended: {self.process.stderr.read().strip()}")
            if line.startswith("serving on http://127.0.0.1:"):
                self.port = int(line.strip().rpartition(":")[2])
                return

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def ask(self, method, path, body=None, headers=None, connection=None):
        own = connection or self.connect()
        try:
            own.request(method, path, body=body, headers=headers or {})
            return Answer(own.getresponse())
        finally:
            if connection is None:
                own.close()

    def get(self, path, **headers):
        return self.ask("GET", path, headers={key.replace("_", "-"): value for key, value in headers.items()})

    def post(self, path, body, token=None, media_type="application/json", connection=None):
        headers = {"Content-Type": media_type} if media_type else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if not isinstance(body, (bytes, str)):
            body = json.dumps(body)
        if isinstance(body, str):
            body = body.encode("utf-8")
        return self.ask("POST", path, body, headers, connection)

    def stop(self):
        """Asks the server to stop; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self):
        try:
            return self.process.wait(timeout=STOP_SECONDS)
        finally:
            self.kill()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdout, self.process.stderr):
            pipe.close()


def run_tests(tests):
    """Runs functions whose names are claims; prints what failed, and the count last."""
    import traceback
    passed, failed = 0, 0
    for test in tests:
        try:
            test()
            passed += 1
        except Exception:  # whatever went wrong is a failure of this test alone
            failed += 1
            print(f"FAILED {test.__name__.replace('_', ' ')}")
            print("    " + traceback.format_exc(limit=-3).replace("\n", "\n    ").rstrip())
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or passed == 0 else 0
