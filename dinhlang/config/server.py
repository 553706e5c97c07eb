"""The web server, started from our own command with settings that suit a small machine."""

from typing import Any

from gunicorn.app.base import BaseApplication
from prometheus_client import multiprocess

from dinhlang.config.wsgi import application


class PageServer(BaseApplication):
    """Gunicorn with a few processes and threads in each; threads keep their database connection."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        return application


def serve_pages(host: str, port: int, workers: int) -> int:
    """Serve until stopped."""
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    options = {
        "bind": address,
        "workers": workers,
        "worker_class": "gthread",
        "threads": 4,
        "preload_app": True,
        "control_socket_disable": True,
        "loglevel": "warning",
        "timeout": 120,
        "graceful_timeout": 10,
        "child_exit": lambda server, worker: multiprocess.mark_process_dead(
            worker.pid
        ),  # its figures stay, its gauges go
    }
    PageServer(options).run()
    return 0
