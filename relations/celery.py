"""The Celery application: `celery -A relations.celery worker`."""

import os

from celery import Celery
from kombu.transport.redis import Transport
from redis.exceptions import ResponseError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relations.settings")

# A Redis that is full answers each command with an error, at which Celery's worker would end for good. It is to try
# again, as it does with a Redis that is gone.
Transport.connection_errors += (ResponseError,)

app = Celery("amur")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
