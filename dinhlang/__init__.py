"""Đình Làng: the communal house, made of software."""

__version__ = "0.1.0"
