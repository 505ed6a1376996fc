"""The only way facts are written: `record` turns a reading into an article's reports, and reports into facts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from relations.copies import join_family, leave_family
from relations.editions import editions_of, newest
from relations.kinds import KINDS, Kind
from relations.known_actors import actors_of, with_named_in
from relations.locks import in_turn, wait_for_turn
from relations.merging.settling import Settled, settle
from relations.merging.terms import Terms
from relations.models import Article, Mention, Pin
from relations.reading import Reading
from relations.refreshing import close, create, refresh, reopen
from relations.reporting import reports_of, same_report
from relations.search.indexing import forget as forget_searched
from relations.search.indexing import index_article, index_reports
from relations.succession import move, succeed, tie
from relations.vocabulary import ReviewState, SearchKind


def record(article: Article, reading: Reading) -> None:
    """Replaces the article's mentions and reports by those of the reading and brings the facts up to date.

    To be called inside a transaction, which from here on is the only one that writes facts. Recording the same reading
    again changes no row. Raises Article.DoesNotExist if the article was deleted meanwhile.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("record() writes many rows: call it inside transaction.atomic().")
    wait_for_turn()
    article.refresh_from_db(fields=["family", "replaced_by", "read_at", "reader_version", "unread_reason"])
    actors = actors_of(reading)
    _record_mentions(article, reading, {key: actor.pk for key, actor in actors.items()})
    moved = join_family(article)
    older = _replace_editions(article)
    wanted = reports_of(article, reading)
    for name, kind in KINDS.items():
        told = [] if article.replaced_by_id else wanted[name]
        _record_reports(kind, article, told, _stored(kind, article), moved=moved)
        for edition in older:  # after the newer one's, so that facts which both report go on
            _record_reports(kind, edition, [], _stored(kind, edition), moved=[])
    index_article(article)
    if not article.read_at or (article.reader_version, article.unread_reason) != (reading.version, reading.reason):
        article.read_at, article.reader_version, article.unread_reason = timezone.now(), reading.version, reading.reason
        article.save(update_fields=["read_at", "reader_version", "unread_reason"])


def _replace_editions(article: Article) -> list[Article]:
    """Has the newest of the article's editions stand for all; returns the others that did so before.

    One that stands for all again is marked as unread: the workers' sweep has it read.
    """
    editions = editions_of(article)
    if not editions:
        return []
    stands = newest([article, *editions])
    older = [edition for edition in editions if edition != stands and edition.replaced_by_id is None]
    for edition in (article, *editions):
        wanted = None if edition == stands else stands
        if edition.replaced_by_id != (wanted and wanted.pk):
            edition.replaced_by = wanted
            edition.read_at = edition.read_at if wanted else None
            edition.save(update_fields=["replaced_by", "read_at"])
    return older


def forget(article: Article) -> None:
    """Ends the article's mentions and reports, and the facts that no other article reports."""
    record(article, Reading(version=""))


def delete(articles: Iterable[Article]) -> None:
    """Deletes articles with all they report: the only way that leaves no fact without a source."""
    in_turn(lambda: [_delete(article) for article in articles])


def _delete(article: Article) -> None:
    article.pins.all().delete()
    forget(article)
    copies = leave_family(article)
    article.replaces.update(replaced_by=None, read_at=None)
    for kind in KINDS.values():
        _record_reports(kind, article, [], _stored(kind, article), moved=copies, even_kept=True)
        kind.report.every.filter(article=article).delete()
    forget_searched(SearchKind.ARTICLE, [article.pk])
    article.delete()
    copies = list(Article.objects.filter(family=article.family))
    for kind in KINDS.values():
        if changed := _rekey(kind, copies):  # another of them is the first now
            resettle(kind, changed, [], {})


def resettle(kind: Kind, changed: Iterable[Terms], facts: Iterable[int], heirs: Mapping[int, int]) -> None:
    """Forms anew the facts that the changed terms concern, and refreshes these and the facts named.

    For reviews, which tie reports to facts and loosen them; `heirs` are the facts that took over others. To be called
    inside a transaction.
    """
    settled = settle(kind.name, kind.report, [], [], list(changed))
    settled.touched |= set(facts)
    for fact, heir in heirs.items():
        settled.heirs.setdefault(fact, Counter())[heir] += 1
    _write(kind, settled)


def _record_mentions(article: Article, reading: Reading, actors: dict[str, int]) -> None:
    wanted = [(e.type, e.start, e.end, e.normal, actors.get(e.actor or "")) for e in reading.entities]
    if list(article.mentions.values_list("type", "start", "end", "normal", "actor_id").order_by("pk")) != wanted:
        article.mentions.all().delete()
        Mention.objects.bulk_create(
            Mention(article=article, type=kind, start=start, end=end, normal=normal, actor_id=actor)
            for kind, start, end, normal, actor in wanted
        )


def _stored(kind: Kind, article: Article) -> list[Any]:
    return list(kind.report.every.filter(article=article, known_until=None).order_by("pk"))


def _record_reports(
    kind: Kind, article: Article, wanted: list[Any], stored: list[Any], *, moved: list[Article], even_kept: bool = False
) -> None:
    """Makes the article's reports of one kind those wanted, and refreshes each fact touched.

    `moved` are other articles whose family changed, and with it what copies of one text they are.
    """
    left = list(stored)
    new = []
    for report in wanted:
        same = next((other for other in left if same_report(other, report)), None)
        if same:
            left.remove(same)
            _note_version(same, report.reader_version)
        else:
            new.append(report)
    if not (new or left or moved):
        return
    tie(kind.name, article, new)
    now = timezone.now()
    gone = []
    for report in left:
        if not even_kept and report.is_pinned and _is_kept(kind, report, new):
            report.is_read = report.is_by_person
            report.save(update_fields=["is_read"])
        else:
            report.known_until = now
            report.save(update_fields=["known_until"])
            gone.append(report)
    succeed(kind.name, gone, [report for report in new if not report.is_pinned])
    settled = settle(kind.name, kind.report, new, gone, _rekey(kind, moved))
    told = kind.report.every.filter(article__in=moved, known_until=None)
    settled.touched |= {report.fact_id for report in left} | set(told.values_list("fact_id", flat=True))
    _write(kind, settled)
    index_reports(new)
    forget_searched(SearchKind(kind.name), [report.pk for report in gone])


def _note_version(report: Any, version: str) -> None:
    """Another reader says the same: the report is as old as it was."""
    if report.reader_version != version and not report.is_by_person:
        report.reader_version = version
        report.save(update_fields=["reader_version"])


def _is_kept(kind: Kind, report: Any, new: list[Any]) -> bool:
    """A person marked it, or accepted or corrected its fact, and the new reading has nothing in its place."""
    if any(other.is_pinned and other.fact_id == report.fact_id for other in new):
        return False
    if report.is_by_person:
        return True
    states = kind.fact.every.filter(pk=report.fact_id).values_list("review_state", flat=True)
    return any(state and state != ReviewState.REJECTED for state in states)


def _rekey(kind: Kind, articles: list[Article]) -> list[Terms]:
    """The terms, old and new, of reports that are known by their article's copies, of which there are others now."""
    changed = []
    for report in kind.report.every.filter(article__in=articles, known_until=None).select_related("article"):
        old, new = Terms.of(kind.name, report), kind.terms(report)
        if old.key != new.key:
            for name, value in new.stored().items():
                setattr(report, name, value)
            report.save(update_fields=list(new.stored()))
            changed += [old, new]
    return changed


def _write(kind: Kind, settled: Settled) -> None:
    """Stores the reports in their homes and refreshes every fact touched, in the order of their ids."""
    for home, reports in settled.homes:
        fact = home if home is not None else founded(kind, reports).pk
        for report in reports:
            move(report, fact)
        settled.touched.add(fact)
    for fact in kind.fact.every.select_for_update().filter(pk__in=settled.touched, of=None).order_by("pk"):
        known = fact.reports(manager="every").filter(known_until=None)
        reports = list(known.select_related("article__outlet", "pin").defer("article__text"))
        if not reports and not _still_rejects(kind, fact):
            heirs = settled.heirs.get(fact.pk)
            close(fact, heirs.most_common(1)[0][0] if heirs else None)
        else:
            if reports:
                reopen(fact)  # a person tied sentences to it in which nothing was found for a while
            refresh(kind, fact, reports, with_named_in(reports, fact.accepted | fact.corrections))


def _still_rejects(kind: Kind, fact: Any) -> bool:
    """Rejected, and a later reading could find again what was: the articles are still there."""
    pins = Pin.objects.filter(kind=kind.name, fact=fact.pk, is_active=True)
    return fact.review_state == ReviewState.REJECTED and pins.exclude(article=None).exists()


def founded(kind: Kind, reports: list[Any]) -> Any:
    """A new fact of these reports."""
    return create(kind, reports, with_named_in(reports, {}))
