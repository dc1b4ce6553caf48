#!/usr/bin/python3
"""A program that does what its first argument says, and none of it is right."""
import json
import os
import signal
import subprocess
import sys
import time

SCHEMA = '{"type": "SCHEMA", "stream": "people", "schema": {}, "key_properties": []}\n'
RECORD = '{"type": "RECORD", "stream": "people", "record": {"email": "ada@example.org", "text": %s}}\n'


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()


def child(marker, seconds=600):
    """Starts a sleeper in a session of its own, and says its number in a file."""
    process = subprocess.Popen(["/bin/sleep", str(seconds)], start_new_session=True)
    with open(marker, "w") as file:
        file.write(str(process.pid))


def faults(fault, marker):
    if fault == "environment":
        say(RECORD % json.dumps(json.dumps([sorted(os.environ), os.getcwd(), os.listdir(os.environ["HOME"])])))
    elif fault == "secret":
        say(RECORD % json.dumps(os.environ["INZAGE_SECRET"]))
    elif fault == "forks":
        child(marker)
    elif fault == "forks-and-hangs":
        child(marker)
        time.sleep(600)
    elif fault == "forgets":
        process = subprocess.Popen(["/usr/bin/env", "-i", "/bin/sleep", "600"], process_group=0)
        with open(marker, "w") as file:
            file.write(str(process.pid))
    elif fault == "ignores-term":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        child(marker)
        time.sleep(600)
    elif fault == "floods":
        line = RECORD % json.dumps("x" * 60_000)
        for _ in range(10 * 2**30 // len(line)):
            say(line)
    elif fault == "long-line":
        say('{"type": "RECORD", "text": "')
        for _ in range(1024):
            say("x" * 2**20)
        say('"}\n')
    elif fault == "half":
        say((RECORD % '"x"')[:40])
    elif fault == "half-record-without-feed":
        say((RECORD % '"x"').rstrip())
    elif fault == "status":
        say(RECORD % '"x"')
        sys.exit(3)
    elif fault == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif fault == "noise":
        say("loading ada@example.org ...\n")
    elif fault == "errors":
        sys.stderr.write("ada@example.org\n" * 100_000)
        sys.exit(1)
    elif fault == "memory":
        bytearray(3 * 2**30)
    elif fault == "wrong-question":
        say('{"type": "RECORD", "stream": "people", "record": {"email": "ada@example.org"}, "question": 7}\n')
    elif fault == "deep":
        say(RECORD % ("[" * 10_000 + "]" * 10_000))
    elif fault == "undeclared":
        say('{"type": "RECORD", "stream": "people", "record": {"email": "ada@example.org", "salary": 1}}\n')


def main():
    fault, marker = sys.argv[1], sys.argv[2]
    if fault == "silent":
        return
    say(SCHEMA)
    if fault != "deaf":
        sys.stdin.read()
    faults(fault, marker)


main()
