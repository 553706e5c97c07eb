"""Runs a command beside a throw-away PostgreSQL made of Debian's own server, and clears it away.

    python -m tools.with_postgres pytest …
    python -m tools.with_postgres --durable python -m benchmarks NAME=kill     waits for the disk, as in a real house

The command finds the database in DINHLANG_DATABASE. PostgreSQL refuses to run as root, so root lends it to `postgres`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.ports import free_port

FASTER = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def server_programs() -> Path:
    """The newest server that Debian has installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if not found:
        sys.exit("PostgreSQL is missing. Please have an administrator run: apt-get install postgresql")
    return found[-1].parent


def as_its_owner(*command: str) -> None:
    """Run a server program as somebody who is not root."""
    lend = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*lend, *command], check=True, stdout=subprocess.DEVNULL, cwd="/")


def main() -> int:
    command, speed = sys.argv[1:], FASTER
    if command[:1] == ["--durable"]:
        command, speed = command[1:], ""
    programs, port = server_programs(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="dinhlang-postgres-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    data = str(folder / "data")
    as_its_owner(
        str(programs / "initdb"), "-D", data, "-U", "dinhlang", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"
    )
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=200 {speed}"
    as_its_owner(str(programs / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        database = f"postgres://dinhlang@127.0.0.1:{port}/postgres"
        environment = {**os.environ, "DINHLANG_DATABASE": database}
        return subprocess.run(command, check=False, env=environment).returncode
    finally:
        as_its_owner(str(programs / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
