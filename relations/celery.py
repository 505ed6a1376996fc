"""The Celery application: `celery -A relations.celery worker`."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relations.settings")

app = Celery("amur")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
