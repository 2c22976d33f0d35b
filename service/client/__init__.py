"""A small client of the service: `Client` for programs with threads, `AsyncClient` for asyncio."""

from service.client.asynchronous import AsyncClient
from service.client.errors import CallError
from service.client.synchronous import Client
from service.client.target import Target

__all__ = ["AsyncClient", "CallError", "Client", "Target"]
