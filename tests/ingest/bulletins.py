"""Made-up news for runs with many articles: each text differs from all others, and several may tell one event.

Nobody is named and nothing in them took place. The same seed gives the same texts.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from tests.ingest.readers import files

MONTHS = [
    "",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
FROM = date(2019, 1, 10)
OUTLETS = ("Восточный вестник", "Амурская газета", "Речной телеграф", "Пограничье", "Торговый листок")

RUSSIAN = (
    "Министр иностранных дел России",
    "Министр экономического развития России",
    "Министр сельского хозяйства России",
    "Посол России в КНР",
    "Заместитель министра обороны России",
    "Председатель Совета Федерации",
)
DID = (
    "встретился в Москве с",
    "провёл в Пекине переговоры с",
    "поговорил по телефону с",
    "обсудил в Харбине торговлю с",
    "провёл в Шанхае консультации с",
)
CHINESE = (
    "министром иностранных дел КНР",
    "министром коммерции КНР",
    "послом Китая в России",
    "заместителем председателя КНР",
    "министром обороны Китая",
)
SPEAKERS = (
    "МИД Китая заявил",
    "МИД России сообщил",
    "Министерство коммерции КНР подчеркнуло",
    "Минэкономразвития России отметило",
)
VIEWS = (
    "Пекин и Москва выступают против односторонних санкций",
    "Россия и Китай готовы расширять перевозки через границу",
    "Россия и Китай поддерживают свободную торговлю",
    "Москва и Пекин приветствуют совместные инвестиции",
    "Россия и Китай выступают против гонки вооружений",
    "Москва и Пекин намерены рассчитываться в национальных валютах",
)

# Of what the rest of a text is made: who, did what, where, how.
FILLING = (
    "Речной порт|Школьный музей|Областной театр|Молочный комбинат|Ботанический сад|Шахматный клуб|Детский хор"
    "|Городской архив|Завод подшипников|Пожарный отряд",
    "открыл выставку старинных карт|начал ремонт крыши|объявил набор добровольцев|показал премьеру|сменил расписание"
    "|получил награду за бережливость|провёл смотр лучших работ|закупил новое оборудование|отметил юбилей"
    "|принял гостей",
    "на набережной|в старом корпусе|у вокзала|за рекой|в заводском посёлке|на площади|возле рынка|в новом квартале"
    "|под открытым небом|в зале филармонии",
    "несмотря на дождь|к началу сезона|по просьбе читателей|впервые за много лет|до конца недели|по новым правилам"
    "|без лишнего шума|при полном зале|к радости детворы|в тёплую погоду",
)


@dataclass(frozen=True)
class Bulletin:
    """A text with its title and day; the outlet stands in the dateline."""

    title: str
    published: date
    outlet: str
    body: tuple[str, ...]

    @property
    def text(self) -> str:
        dateline = f"Благовещенск, {_said(self.published)} года — {self.outlet}."
        return "\n".join((self.title, f"{dateline} {self.body[0]}", *self.body[1:]))


def bulletins(count: int, seed: int) -> list[Bulletin]:
    """So many texts, of which three or four tell the same event."""
    chance = random.Random(seed)  # noqa: S311, the same each time
    events = [_event(chance, number) for number in range(count // 3 + 1)]
    return [_bulletin(chance, number, *chance.choice(events)) for number in range(count)]


def _event(chance: random.Random, number: int) -> tuple[date, str]:
    day = FROM + timedelta(days=4 * number)
    year, billions = 2000 + number % 19, f"{chance.randint(60, 250)},{number % 10}"
    return day, chance.choice(
        (
            f"{chance.choice(RUSSIAN)} {_said(day)} года {chance.choice(DID)} {chance.choice(CHINESE)}.",
            f"Товарооборот России и Китая за {year} год составил {billions} млрд долларов.",
            f"{chance.choice(SPEAKERS)}, что {chance.choice(VIEWS)}.",
        )
    )


def _bulletin(chance: random.Random, number: int, day: date, told: str) -> Bulletin:
    body = [f"{_filling(chance)} {_filling(chance)}" for _ in range(5)]
    body.insert(chance.randrange(1, 4), told)
    published = day + timedelta(days=chance.randrange(2))
    return Bulletin(f"Сводка номер {number}", published, chance.choice(OUTLETS), tuple(body))


def _filling(chance: random.Random) -> str:
    return " ".join(chance.choice(words.split("|")) for words in FILLING) + "."


def _said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month]} {day.year}"


# --- As files --------------------------------------------------------------------------------------


def as_files(texts: list[Bulletin]) -> list[tuple[str, bytes]]:
    """The texts as an editor may have them: most in archives and tables, a fifth in files of their own.

    Two archives hold a text besides that is in another file too.
    """
    fifth = len(texts) // 5
    first, second, lines, table = (texts[fifth * n : fifth * (n + 1)] for n in range(4))
    packed = [
        ("первый.zip", _archive([*first, texts[-1]])),
        ("второй.zip", _archive([*second, first[0]])),
        ("строки.jsonl", files.records(*({"text": one.text, "title": one.title} for one in lines))),
        ("таблица.xlsx", files.workbook([("Текст", "Дата"), *((one.text, one.published) for one in table)])),
    ]
    alone = [_file(one) for one in texts[4 * fifth :]]
    return packed + alone


def _archive(texts: list[Bulletin]) -> bytes:
    return files.archive(dict(_file(one) for one in texts))


def _file(one: Bulletin) -> tuple[str, bytes]:
    number = int(one.title.split()[-1])
    if number % 5 == 0:
        return f"{number}.docx", files.word(*one.text.split("\n"))
    return f"{number}.txt", one.text.encode("cp1251" if number % 2 else "utf-8")
