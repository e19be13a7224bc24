"""A PostgreSQL server of the tests' own: made from the system's binaries, on the loopback alone, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psycopg

from lacking import lacking

USER, PASSWORD = "batch", "moonlight"
BINARIES = Path("/usr/lib/postgresql")
MISSING = "PostgreSQL's server is not installed; on Debian and Ubuntu: apt-get install postgresql"


@dataclass(slots=True)
class Server:
    """A cluster in `folder`, reached at `port`; started and stopped as often as a test likes."""

    binaries: Path
    folder: Path
    port: int

    def url(self, database: str) -> str:
        return f"postgresql://{USER}:{PASSWORD}@127.0.0.1:{self.port}/{database}"

    def make(self) -> None:
        """Sorts as people do, unlike Python, so that whoever leaves the order to the server is found out."""
        word = self.folder / "password"
        word.write_text(PASSWORD)
        if os.geteuid() == 0:
            owner = pwd.getpwnam("postgres")
            for path in (self.folder, word):
                os.chown(path, owner.pw_uid, owner.pw_gid)
        how = ("--auth", "scram-sha-256", "--username", USER, "--pwfile", str(word), "--no-sync", "--encoding", "UTF8")
        self._do("initdb", "-D", str(self.folder / "data"), *how, "--locale-provider", "icu", "--icu-locale", "en", "--locale", "C.UTF-8")

    def start(self) -> None:
        settings = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        self._do("pg_ctl", "-D", str(self.folder / "data"), "-w", "-o", settings, "-l", str(self.folder / "log"), "start")

    def stop(self, how: str = "immediate") -> None:
        self._do("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", how, "stop")

    def database(self, name: str) -> str:
        """A new one; its address."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload, unused-ignore]
        return self.url(name)

    def _do(self, program: str, *words: str) -> None:
        """The server refuses to be run by root."""
        as_owner = ("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") if os.geteuid() == 0 else ()
        command = [*as_owner, str(self.binaries / program), *words]
        with tempfile.TemporaryFile() as said:
            # Into a file: the server keeps what it is started with open.
            done = subprocess.run(command, stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd="/", check=False)
            said.seek(0)
            assert done.returncode == 0, said.read().decode()


def server() -> Server:
    """Made and started. Skips the test where it is not installed, but not in CI."""
    found = sorted(BINARIES.glob("*/bin"), key=lambda path: int(path.parent.name))
    if not found:
        lacking(MISSING)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = Server(found[-1], Path(tempfile.mkdtemp(prefix="presskit-server-")), port)
    made.make()
    made.start()
    return made


def end(made: Server) -> None:
    if (made.folder / "data" / "postmaster.pid").exists():
        made.stop()
    shutil.rmtree(made.folder)
