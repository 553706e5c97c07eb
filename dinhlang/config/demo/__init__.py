"""The demo: a province that can be looked at, made in seconds and thrown away."""

from dinhlang.config.demo.preparing import prepare

__all__ = ["prepare"]
