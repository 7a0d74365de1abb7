#!/usr/bin/env python3
"""Kills the server in the middle of writing: what it acknowledged is in the record, exactly once.

Usage: kill_test.py --tameel PROGRAM [--rounds N] [--seed S]

Each round starts the server on the same store, lets several clients write, kills it (SIGKILL) at a
moment that the seed chooses, verifies the store with no server, and counts every receipt. Half of the
rounds a client sends again what was not answered, with the same request_id. Last line: "N passed, N failed".
"""
import argparse
import http.client
import random
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from product import Folder, run_tests  # noqa: E402

CLIENTS = 8
SECONDS_MIN, SECONDS_MAX = 0.05, 0.6


class Client(threading.Thread):
    """Writes as fast as it is answered; keeps what was acknowledged and what was not answered."""

    def __init__(self, server, token, name):
        super().__init__(daemon=True)
        self.server, self.token, self.name = server, token, name
        self.acknowledged, self.unanswered, self.refused = {}, [], []

    def body(self, identifier):
        return {"target": "1.1.1-1", "period": "2024-Q1", "value": 1, "request_id": identifier,
                "narrative": f"The text of {identifier}"}

    def run(self):
        connection, count = self.server.connect(), 0
        while True:
            identifier = f"{self.name}-{count}"
            count += 1
            try:
                answer = self.server.post("/api/v1/contributions", self.body(identifier), self.token,
                                          connection=connection)
                receipt = answer.json()
            except (OSError, http.client.HTTPException, ValueError):  # the server is gone
                self.unanswered.append(identifier)
                return
            if answer.status == 201:
                self.acknowledged[identifier] = receipt
            elif answer.status != 409:  # many write on one subject: the slowest are told to repeat
                self.refused.append(answer.text())
                return


def entries_once(folder, receipts):
    """Every receipt names the one entry of its request."""
    found = {}
    for entry in folder.entries():
        found.setdefault(entry["request_id"], []).append(entry["seq"])
    for identifier, receipt in receipts.items():
        assert found.get(identifier) == [receipt["seq"]], \
            f"{identifier}: acknowledged as entry {receipt['seq']}, found {found.get(identifier)}"
    return found


def tests_of(folder, options):
    dice = random.Random(options.seed)
    server = folder.serve()
    token = folder.token("moitt", "reporter")
    folder.decided("C1", on="2024-01-10")
    folder.must("adopt", "1.1.1", "--year", "2024", "--decision", "C1", "--effective-on", "2024-01-10")
    server.kill()
    receipts, counts = {}, []

    def round_test(number, seconds, repeats):
        def test():
            server = folder.serve()
            clients = [Client(server, token, f"round-{number}-client-{i}") for i in range(CLIENTS)]
            [client.start() for client in clients]
            timer = threading.Timer(seconds, server.process.kill)
            timer.start()
            [client.join() for client in clients]
            timer.join()
            server.kill()
            refused = [text for client in clients for text in client.refused]
            assert not refused, refused[0]
            new = {key: value for client in clients for key, value in client.acknowledged.items()}
            receipts.update(new)
            counts.append(len(new))
            folder.must("verify")
            entries_once(folder, receipts)
            if repeats:
                again = folder.serve()
                for client in clients:
                    for identifier in client.unanswered:
                        answer = again.post("/api/v1/contributions", client.body(identifier), token)
                        assert answer.status == 201, answer.text()
                        receipts[identifier] = answer.json()
                again.kill()
                folder.must("verify")
                entries_once(folder, receipts)
        test.__name__ = f"round_{number}_killed_after_{seconds:.3f}_s_keeps_what_was_acknowledged"
        return test

    for number in range(options.rounds):
        yield round_test(number, dice.uniform(SECONDS_MIN, SECONDS_MAX), number % 2 == 1)

    def the_rounds_wrote_enough_to_show_anything():
        assert sum(counts) >= 20 * options.rounds, counts
        print(f"{sum(counts)} acknowledged writes in {options.rounds} rounds, seed {options.seed}")

    yield the_rounds_wrote_enough_to_show_anything


def main():
    arguments = argparse.ArgumentParser(description="Kills the server in the middle of writing.")
    arguments.add_argument("--tameel", required=True, help="the program")
    arguments.add_argument("--rounds", type=int, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    with Folder(options.tameel, clock="2024-04-20T09:00:00.000000Z") as folder:
        return run_tests(tests_of(folder, options))


if __name__ == "__main__":
    sys.exit(main())
