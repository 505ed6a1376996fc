"""The API under /api/v1/, with its documentation at /api/v1/docs. Other packages' routers are named by string."""

from ninja import NinjaAPI

api = NinjaAPI(title="Amur", version="1", urls_namespace="api", description="Russia–China relations, by their sources.")
api.add_router("", "ingest.api.router")
