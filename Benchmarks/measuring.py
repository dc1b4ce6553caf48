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


def resident(pid):
    """The most memory that a process has held so far, in MiB.

    What wait4 says is no less than what this process held when it started the other.
    """
    try:
        with open(f"/proc/{pid}/status") as status:
            return next((int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")), 0)
    except (FileNotFoundError, ProcessLookupError):
        return 0


def watched(pid):
    """Waits for a process; its status, and the most memory that it held."""
    peak = 0
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status, peak
        peak = max(peak, resident(pid))
        time.sleep(0.005)


def measure(arguments, given="", ends=0, environment=None, folder=None):
    """Runs a command; its output goes to files, so that nobody waits for a reader."""
    with (tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as told):
        source.write(given.encode())
        source.seek(0)
        started = time.monotonic()
        child = subprocess.Popen(arguments, stdin=source, stdout=printed, stderr=told, cwd=folder,
                                 env=os.environ | (environment or {}))
        status, peak = watched(child.pid)
        seconds = time.monotonic() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != ends:
            told.seek(0)
            raise Failed(f"{arguments[0]} ended with {child.returncode}: {told.read().decode()}")
        printed.seek(0)
        return Measured(printed.read().decode(), seconds, peak)


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
