"""Addresses: one section a line, as the address bar names it."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from relations.api import api
from relations.views.about import about
from relations.views.actors import actor, actors
from relations.views.adding import add_fact
from relations.views.articles import article, articles
from relations.views.commitments import commitments
from relations.views.contacts import contact, contacts
from relations.views.decisions import actor_names, review_fact, undo
from relations.views.overview import overview
from relations.views.positions import position, positions
from relations.views.reviews import decisions, reviews
from relations.views.search import search
from relations.views.trade import trade, trade_figure

urlpatterns: list[URLPattern | URLResolver] = [
    path("", overview, name="overview"),
    path("contacts/", contacts, name="contacts"),
    path("contacts/<int:pk>/", contact, name="contact"),
    path("trade/", trade, name="trade"),
    path("trade/commitments/", commitments, name="commitments"),
    path("trade/<int:pk>/", trade_figure, name="trade-figure"),
    path("positions/", positions, name="positions"),
    path("positions/<int:pk>/", position, name="position"),
    path("actors/", actors, name="actors"),
    path("actors/<int:pk>/", actor, name="actor"),
    path("articles/", articles, name="articles"),
    path("articles/<int:pk>/", article, name="article"),
    path("articles/<int:pk>/add/", add_fact, name="add-fact"),
    path("reviews/", reviews, name="reviews"),
    path("reviews/decisions/", decisions, name="decisions"),
    path("reviews/actors/", actor_names, name="actor-names"),
    path("reviews/undo/<int:pk>/", undo, name="review-undo"),
    path("reviews/<str:kind>/<int:pk>/", review_fact, name="review-fact"),
    path("search/", search, name="search"),
    path("about/", about, name="about"),
    path("api/v1/", api.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
]
