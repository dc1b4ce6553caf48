"""Runs a command and says how long it took and how much memory it had."""
import contextlib
import fcntl
import os
import statistics
import subprocess
import tempfile
import time


class Failed(Exception):
    """A command that ended otherwise than it should."""


class Measured:
    """What a command printed, its seconds, and its peak of memory in MiB."""

    def __init__(self, printed, seconds, peak):
        self.printed, self.seconds, self.peak = printed, seconds, peak


def measure(arguments, given="", ends=0, environment=None, folder=None):
    """Runs a command; its output goes to files, so that nobody waits for a reader."""
    with (tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as told):
        source.write(given.encode())
        source.seek(0)
        started = time.monotonic()
        child = subprocess.Popen(arguments, stdin=source, stdout=printed, stderr=told, cwd=folder,
                                 env=os.environ | (environment or {}))
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != ends:
            told.seek(0)
            raise Failed(f"{arguments[0]} ended with {child.returncode}: {told.read().decode()}")
        printed.seek(0)
        return Measured(printed.read().decode(), seconds, usage.ru_maxrss / 1024)


@contextlib.contextmanager
def quiet(lock):
    """Holds a lock that other heavy work takes too, if there is one, so that it waits meanwhile."""
    if not lock:
        yield
        return
    with open(lock, "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def median(values):
    return statistics.median(list(values))
