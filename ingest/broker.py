"""The Redis behind the queues, asked directly."""

from django.conf import settings
from redis import Redis
from redis.exceptions import RedisError

from relations.celery import app


def client() -> Redis:
    """A connection of its own to the Redis in use; it connects with the first command."""
    url = settings.CELERY_BROKER_URL.replace("redis+socket://", "unix://")
    return Redis.from_url(url, socket_timeout=5, socket_connect_timeout=2)


def answers() -> bool:
    """Whether Redis can be reached."""
    with client() as redis:
        try:
            return bool(redis.ping())
        except RedisError:
            return False


def is_empty(queue: str) -> bool:
    """Whether no message waits in a queue, those that a worker holds not counted; False if Redis does not answer."""
    with client() as redis:
        try:
            return redis.llen(queue) == 0
        except RedisError:
            return False


def workers_alive() -> bool:
    """Whether any worker answers within a second."""
    return bool(app.control.ping(timeout=1.0))
