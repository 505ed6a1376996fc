"""Offices: by themselves ("министр иностранных дел КНР") and as a person's post ("посол КНР Чжан Ханьхуэй")."""

from dataclasses import dataclass

from ingest.extraction.document import Mention, Sentence
from ingest.extraction.gazetteer import Keys, Post
from ingest.extraction.names import nominative
from ingest.extraction.persons import Roster
from ingest.extraction.places import spanned, with_country
from relations.reading import KnownActor, KnownOffice


@dataclass(slots=True)
class OfficePhrase:
    """Words that name an office: tokens first..last, the offices they may mean, the countries beside them."""

    first: int
    last: int
    offices: list[KnownOffice]
    countries: list[KnownActor]
    plural: bool
    complete: bool


def find_posts(
    sentence: Sentence, keys: Keys, roster: Roster, persons: list[Mention], others: list[Mention]
) -> list[Mention]:
    """All mentions of a sentence: persons with their posts, offices resolved to holders, bodies and countries."""
    offices: list[Mention] = []
    for phrase in office_phrases(sentence, keys, roster, spanned(persons)):
        person = _person_after(sentence, phrase, persons)
        if person:
            _attach(sentence, person, phrase)
        else:
            offices += _resolved(sentence, phrase, roster)
    for person in persons:
        if person.post is None:
            _unknown_post(sentence, person, persons, others)
    covered = spanned(persons) | spanned(offices)
    return persons + offices + [m for m in others if m.first not in covered and m.last not in covered]


def office_phrases(sentence: Sentence, keys: Keys, roster: Roster, taken: set[int]) -> list[OfficePhrase]:
    """The offices named in a sentence, from left to right, the longest at each place."""
    found, at = [], 0
    while at < len(keys):
        hits = list(roster.gazetteer.posts.at(keys, at)) if at not in taken else []
        if not hits:
            at += 1
            continue
        last = max(hit[0] for hit in hits)
        posts: list[Post] = [post for end, post in hits if end == last]
        first, last, countries = with_country(sentence, keys, roster.gazetteer, at, last)
        complete = [post for post in posts if post.complete]
        sides = {country.side for country in countries}
        offices = [post.office for post in complete or posts if not sides or post.office.side in sides]
        plural = sentence.tokens[at].feats.get("Number") == "Plur"
        found.append(OfficePhrase(first, last, offices, countries, plural, bool(complete)))
        at = last + 1
    return found


def _person_after(sentence: Sentence, phrase: OfficePhrase, persons: list[Mention]) -> Mention | None:
    for person in persons:
        if person.first == phrase.last + 1:
            return person
    return None


def _attach(sentence: Sentence, person: Mention, phrase: OfficePhrase) -> None:
    person.post = nominative(sentence.tokens[phrase.first : phrase.last + 1])
    if phrase.offices:
        person.level = phrase.offices[0].level
        person.side = person.side or phrase.offices[0].side
    widen(sentence, person, phrase.first)


def widen(sentence: Sentence, mention: Mention, first: int) -> None:
    """Takes the post in front of a name into the mention."""
    mention.first, mention.start = first, sentence.tokens[first].start


def _resolved(sentence: Sentence, phrase: OfficePhrase, roster: Roster) -> list[Mention]:
    """The holders at the article's date; of a bare office ("министр") nothing is said here."""
    if not phrase.countries and not phrase.complete:
        return []
    found = []
    sides = dict.fromkeys(office.side for office in phrase.offices)
    for side in sides:
        office = next(o for o in phrase.offices if o.side == side)
        holder = holder_of(office, roster)
        tokens = sentence.tokens
        found.append(
            Mention(
                sentence.index,
                phrase.first,
                phrase.last,
                tokens[phrase.first].start,
                tokens[phrase.last].end,
                "PER",
                "office",
                holder.ru if holder else office.ru,
                side,
                holder,
                office.ru,
                office.level,
                len(sides) > 1,
            )
        )
    return found


def holder_of(office: KnownOffice, roster: Roster) -> KnownActor | None:
    """Who holds the office at the article's date; without a date, or with several, the one the article names."""
    holders = roster.gazetteer.holders(office.key, roster.day)
    named = [holder for holder in holders if holder.key in roster.known]
    if named:
        return named[0]
    return holders[0] if len(holders) == 1 and roster.day else None


def _unknown_post(sentence: Sentence, person: Mention, persons: list[Mention], others: list[Mention]) -> None:
    """The post of a person that no office of the gazetteer names: the noun that the name stands beside."""
    head = sentence.tokens[person.first].head
    if sentence.tokens[person.first].rel not in ("appos", "flat:name", "nmod") or not 0 <= head < person.first:
        return
    noun = sentence.tokens[head]
    if noun.pos != "NOUN" or noun.feats.get("Animacy") != "Anim":
        return
    first = min([i for i in sentence.children[head] if i < head and sentence.tokens[i].rel == "amod"], default=head)
    between = range(first, person.first)
    if any(other is not person and other.first in between for other in persons):
        return
    person.post = nominative(sentence.tokens[first : person.first])
    inside = [m.side for m in others if m.first in between and m.side]
    if not person.side and inside:
        person.side = inside[0]
    widen(sentence, person, first)
