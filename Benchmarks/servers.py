"""Servers of the bench's own, on private sockets; they end with the block that started them."""
import contextlib
import os
import shutil
import subprocess
import tempfile
import time

from measuring import Failed

POSTGRES = "/usr/lib/postgresql/15/bin/"


def as_user(command):
    """Neither server runs as root."""
    return ["/usr/sbin/runuser", "-u", "nobody", "--", *command] if os.geteuid() == 0 else command


def run(command):
    done = subprocess.run(as_user(command), capture_output=True, text=True)
    if done.returncode:
        raise Failed(f"{command[0]} ended with {done.returncode}: {done.stderr}")


@contextlib.contextmanager
def started(prepare, serve, is_there):
    """Makes a folder, fills it, starts a server on it and waits until it answers."""
    folder = tempfile.mkdtemp(prefix="inzage-bench-")
    server = None
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        run(prepare(folder))
        with open(folder + ".log", "w") as log:
            server = subprocess.Popen(as_user(serve(folder)), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        for _ in range(600):
            if subprocess.run(is_there(folder), capture_output=True).returncode == 0:
                break
            time.sleep(0.1)
        else:
            raise Failed(f"{serve(folder)[0]} did not start")
        yield folder
    finally:
        if server:
            server.terminate()
            server.wait()
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.suppress(FileNotFoundError):
            os.remove(folder + ".log")


def postgresql():
    return started(
        lambda folder: [POSTGRES + "initdb", "-D", folder + "/data", "-U", "postgres", "--auth=trust", "-E", "UTF8",
                        "--locale=C.UTF-8", "--no-sync"],
        lambda folder: [POSTGRES + "postgres", "-D", folder + "/data", "-k", folder, "-c", "listen_addresses=", "-F"],
        lambda folder: [POSTGRES + "pg_isready", "-q", "-h", folder])


def mariadb():
    return started(
        lambda folder: ["/usr/bin/mariadb-install-db", "--no-defaults", "--datadir=" + folder + "/data",
                        "--skip-test-db", "--auth-root-authentication-method=normal"],
        lambda folder: ["/usr/sbin/mariadbd", "--no-defaults", "--datadir=" + folder + "/data",
                        "--socket=" + folder + "/socket", "--skip-networking", "--character-set-server=utf8mb4",
                        "--pid-file=" + folder + "/pid", "--innodb-flush-log-at-trx-commit=0"],
        lambda folder: ["mariadb", "--no-defaults", "-S", folder + "/socket", "-u", "root", "-e", "SELECT 1"])
