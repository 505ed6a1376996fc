"""Offices: by themselves ("министр иностранных дел КНР") and as a person's post ("посол КНР Чжан Ханьхуэй")."""

from dataclasses import dataclass, field

from ingest.extraction.document import Mention, Sentence
from ingest.extraction.gazetteer import Gazetteer, Keys, Post
from ingest.extraction.lexicon import load
from ingest.extraction.names import fold, phrase_name
from ingest.extraction.persons import Roster
from ingest.extraction.places import spanned, with_country
from ingest.extraction.titles import conventional_side, give_post, is_person_noun, lone_posts, widen
from relations.reading import KnownActor, KnownOffice

_LINKS = frozenset(("и", ",", "а", "также"))


@dataclass(slots=True)
class OfficePhrase:
    """Words that name an office: tokens first..last, the offices they may mean, the countries beside them.

    `pending` says that only the context can tell whose office it is ("министр", "глава государства").
    """

    sentence: Sentence
    first: int
    last: int
    offices: list[KnownOffice]
    level: str
    plural: bool
    countries: list[KnownActor] = field(default_factory=list)
    both: bool = False  # "двух стран"
    complete: bool = False
    head: int = -1  # the first word of the office's own name

    @property
    def pending(self) -> bool:
        return self.both or not (self.countries or self.complete)


def find_posts(
    sentence: Sentence, keys: Keys, roster: Roster, persons: list[Mention], others: list[Mention]
) -> tuple[list[Mention], list[OfficePhrase]]:
    """(mentions, phrases left to the context): persons with their posts, offices resolved to holders, the others."""
    offices: list[Mention] = []
    pending: list[OfficePhrase] = []
    for phrase in office_phrases(sentence, keys, roster, spanned(persons)):
        named = _persons_after(sentence, phrase, persons) or _person_before(sentence, phrase, persons)
        if named:
            _attach(phrase, named, roster)
        elif phrase.pending:
            pending.append(phrase)
        else:
            offices += resolved(phrase, roster)
    for person in persons:
        if person.post is None:
            give_post(sentence, keys, person, persons, others, roster.gazetteer)
        _rank(person, roster)
    named_now = spanned(persons)
    offices = [office for office in offices if office.first not in named_now or office.last not in named_now]
    covered = named_now | spanned(offices)
    lone = lone_posts(sentence, keys, covered, roster.gazetteer)
    inside = spanned(lone)  # «спецпредставитель президента России»: not the president
    offices = [office for office in offices if office.first not in inside] + lone
    covered = spanned(persons) | spanned(offices)
    pending = [phrase for phrase in pending if not covered & set(range(phrase.first, phrase.last + 1))]
    return persons + offices + [m for m in others if not covered & set(range(m.first, m.last + 1))], pending


def office_phrases(sentence: Sentence, keys: Keys, roster: Roster, taken: set[int]) -> list[OfficePhrase]:
    """The offices named in a sentence, from left to right, the longest at each place."""
    found: list[OfficePhrase] = []
    starts = roster.gazetteer.posts.places(keys)
    jumps = _country_jumps(keys, roster.gazetteer) if starts else {}
    for at in starts:
        if at not in taken and (not found or at > found[-1].last):
            phrase = _phrase_at(sentence, keys, roster.gazetteer, at, jumps)
            found += [phrase] if phrase else []
    return found


def _country_jumps(keys: Keys, gazetteer: Gazetteer) -> dict[int, tuple[int, KnownActor]]:
    """Where a country's name or adjective begins: the token after it, and the country."""
    adjectives = gazetteer.adjectives
    jumps = {at: (at + 1, adjectives[key[1]]) for at, key in enumerate(keys) if key[1] in adjectives}
    for at in gazetteer.countries.places(keys):
        hit = gazetteer.countries.longest(keys, at)
        if hit:
            jumps[at] = hit.last + 1, hit.target
    return jumps


def _phrase_at(
    sentence: Sentence, keys: Keys, gazetteer: Gazetteer, at: int, jumps: dict[int, tuple[int, KnownActor]]
) -> OfficePhrase | None:
    hits = list(gazetteer.posts.at(keys, at, jumps={first: end for first, (end, _) in jumps.items()}))
    if not hits:
        return None
    last = max(hit.last for hit in hits)
    shorter = max((hit.last for hit in hits if hit.last < last), default=last)
    if with_country(sentence, keys, gazetteer, at, shorter)[1] > last:  # "министры обороны РФ и КНР"
        last = shorter
    hits = [hit for hit in hits if hit.last == last]
    posts: list[Post] = [hit.target for hit in hits]
    first, end, countries = with_country(sentence, keys, gazetteer, at, last)
    over = [jumps[index][1] for hit in hits for index in hit.over]
    if over:
        first, end, countries = at, last, over[:1]
    posts = [post for post in posts if post.complete] or posts
    if _is_sent_elsewhere(sentence, keys, at, end):
        return None
    sides = {country.side for country in countries}
    offices = list(dict.fromkeys(post.office for post in posts if not sides or post.office.side in sides))
    both = end + 2 < len(keys) and keys[end + 1][1] in ("два", "оба") and keys[end + 2][1] in _STATES
    two = at > 0 and keys[at - 1][1] in ("два", "оба") and not countries  # «оба лидера»
    plural = two or sentence.tokens[at].feats.get("Number") == "Plur"
    both_call_so = not countries and len({post.office.side for post in posts}) > 1  # «представитель МИД»
    complete = any(post.complete for post in posts) and not both_call_so
    ours = first > 0 and keys[first - 1][1] == "наш" and not countries
    if ours:  # Russian prose
        first, offices, complete = first - 1, [office for office in offices if office.side == "RU"], True
    end += 2 if both else 0
    level = posts[0].office.level
    return OfficePhrase(sentence, first, end, offices, level, plural, countries, both, complete, at)


def _is_sent_elsewhere(sentence: Sentence, keys: Keys, at: int, end: int) -> bool:
    """«посол КНР в Японии»: «посол» without its place is the one to the other of the two countries."""
    if keys[at][1] != "посол" or end + 2 >= len(keys):
        return False
    return keys[end + 1][0] in ("в", "во", "при", "на") and sentence.tokens[end + 2].text[:1].isupper()


_STATES = frozenset(("страна", "государство", "держава"))


def _persons_after(sentence: Sentence, phrase: OfficePhrase, persons: list[Mention]) -> list[Mention]:
    """The persons whom the office introduces; several after a plural ("министры … Иванов и Цао Ганчуань")."""
    named: list[Mention] = []
    at = phrase.last + 1
    while at < len(sentence.tokens) and sentence.tokens[at].text in '«»"()—-':
        at += 1
    for person in persons:
        if person.first == at and not _is_others(sentence, phrase, person):
            named.append(person)
            at = person.last + 1
            if not phrase.plural:
                break
            while at < len(sentence.tokens) and sentence.tokens[at].text in _LINKS:
                at += 1
    return named


def _is_others(sentence: Sentence, phrase: OfficePhrase, person: Mention) -> bool:
    """«полпред президента Константин Иванов»: the name is of the post above the office, as the cases tell."""
    head, name = sentence.tokens[phrase.head], sentence.tokens[person.first]
    above = sentence.tokens[head.head] if 0 <= head.head < phrase.first else None
    if above is None or head.rel != "nmod" or not is_person_noun(above):
        return False
    return name.feats.get("Case") == above.feats.get("Case") != head.feats.get("Case")


def _person_before(sentence: Sentence, phrase: OfficePhrase, persons: list[Mention]) -> list[Mention]:
    """«Ван И, министр иностранных дел КНР, …»: the person before the comma, if the office can be theirs."""
    if phrase.first < 2 or sentence.tokens[phrase.first - 1].text not in (",", "(", "—") or phrase.plural:
        return []
    after = sentence.tokens[phrase.last + 1].text if phrase.last + 1 < len(sentence.tokens) else "."
    if after not in (",", ")", ".", ";"):
        return []
    for person in persons:
        if person.last == phrase.first - 2 and person.post is None:
            held = person.actor and {tenure.office for tenure in person.actor.tenures}
            if held is None or held & {office.key for office in phrase.offices}:
                return [person]
    return []


def _attach(phrase: OfficePhrase, named: list[Mention], roster: Roster) -> None:
    for at, person in enumerate(named):
        _by_office(phrase, person, roster)
        country = phrase.countries[at] if at < len(phrase.countries) and len(phrase.countries) > 1 else None
        side = person.side or (country.side if country else "")
        offices = [o for o in phrase.offices if not side or o.side == side]
        if person.actor is None:
            sides = {c.side for c in phrase.countries} or ({o.side for o in offices} if phrase.complete else set())
            person.side = side or (sides.pop() if len(sides) == 1 else "") or conventional_side(phrase.sentence, person)
        person.post = _post_words(phrase, offices)
        person.level = offices[0].level if offices else phrase.level
    if named[0].first > phrase.last:
        widen(phrase.sentence, named[0], phrase.first)


def _by_office(phrase: OfficePhrase, person: Mention, roster: Roster) -> None:
    """«Глава МИД Иванов», «премьер Ли»: a family name alone is the holder of the office who bears it."""
    words = [t for t in phrase.sentence.tokens[person.named : person.last + 1] if t.text[:1].isalpha()]
    held = {tenure.office for tenure in person.actor.tenures} if person.actor else set()
    if len(words) != 1 or held & {office.key for office in phrase.offices}:
        return
    actor = roster.by_post(fold(words[0].text), phrase.offices)
    if actor:
        person.actor, person.name, person.side = actor, actor.ru, actor.side


def _post_words(phrase: OfficePhrase, offices: list[KnownOffice]) -> str:
    if phrase.plural and offices:
        return offices[0].ru
    return phrase_name(phrase.sentence.tokens[phrase.first : phrase.last + 1])


def resolved(phrase: OfficePhrase, roster: Roster) -> list[Mention]:
    """The holders at the article's date, one for each side that the words name; a third side's office as it stands."""
    sides = list(dict.fromkeys(office.side for office in phrase.offices))
    if not phrase.offices:
        words = phrase_name(phrase.sentence.tokens[phrase.first : phrase.last + 1])
        if not phrase.complete and phrase.first < phrase.last == phrase.head and phrase.countries[0].side != "other":
            return []  # «российский руководитель»: a word for any person of that side
        countries = {country.side for country in phrase.countries}
        side = countries.pop() if len(countries) == 1 else "other"
        words = words[:1].lower() + words[1:]
        return [office_mention(phrase, words, side, None, words, phrase.level, False)]
    found = []
    for side in sides:
        offices = [office for office in phrase.offices if office.side == side]
        holders = [(office, holder_of(office, roster)) for office in offices]
        if _is_to_come(phrase):
            holders = [
                (office, holder if holder and holder.key in roster.known else None) for office, holder in holders
            ]
        office, holder = next((pair for pair in holders if pair[1]), holders[0])
        name = holder.ru if holder else office.ru
        found.append(office_mention(phrase, name, side, holder, office.ru, office.level, len(sides) > 1))
    return found


def _is_to_come(phrase: OfficePhrase) -> bool:
    """ "Новый премьер России", "будущий премьер": not the one in office, unless the article names that one."""
    before = phrase.sentence.tokens[phrase.first - 1].lemma if phrase.first else ""
    return fold(before) in load("posts")["to_come"]


def office_mention(
    phrase: OfficePhrase, name: str, side: str, actor: KnownActor | None, post: str, level: str, plural: bool
) -> Mention:
    """A mention of a person by office."""
    sentence, tokens = phrase.sentence, phrase.sentence.tokens
    start, end = tokens[phrase.first].start, tokens[phrase.last].end
    return Mention(
        sentence.index,
        phrase.first,
        phrase.last,
        start,
        end,
        "PER",
        "office",
        name,
        side,
        actor,
        post,
        level,
        plural,
    )


def holder_of(office: KnownOffice, roster: Roster) -> KnownActor | None:
    """Who holds the office at the article's date; without a date, or with several, the one the article names."""
    holders = roster.gazetteer.holders(office.key, roster.day)
    named = [holder for holder in holders if holder.key in roster.known]
    if named:
        return named[0]
    if roster.day is None or office.key in roster.gazetteer.shared:
        return None
    return holders[0] if holders else None


def _rank(person: Mention, roster: Roster) -> None:
    """A known person's level is that of the highest office held that day, whatever the text calls the person."""
    if person.actor:
        offices = roster.gazetteer.offices_of(person.actor, roster.day)
        if offices:
            person.level = offices[0].level
