"""When two reports give the same statement: each rule, and what just misses it."""

from datetime import date

from relations.merging.positions import same
from tests.relations.merging.made import statement

FORMULA = "Китай решительно выступает против незаконных односторонних санкций"
ENERGY = "Китай готов углублять с Россией сотрудничество в области энергетики"
AVIATION = "Китай готов углублять с Россией сотрудничество в области авиации"


def test_the_same_words_in_the_news_of_the_same_days_are_one_statement() -> None:
    a, b = statement(FORMULA), statement(FORMULA, published=date(2024, 2, 11))
    assert same(a, b).reasons == ("words", "same_news")


def test_a_formula_repeated_later_is_a_new_statement() -> None:
    assert not same(statement(FORMULA), statement(FORMULA, published=date(2024, 2, 12)))


def test_another_speaker_is_never_compared() -> None:
    assert statement(FORMULA).block != statement(FORMULA, speaker="cn-mfa").block


def test_a_paraphrase_is_the_same_statement() -> None:
    assert same(statement(FORMULA), statement("КНР твёрдо против односторонних незаконных ограничений"))
    assert not same(statement(FORMULA), statement("Китай открыт для торговли со всеми соседями"))


def test_a_part_long_enough_to_be_known_is_the_same_statement() -> None:
    part = "Китай против незаконных односторонних санкций и давления"
    whole = f"{part}, ведь они вредят торговле, подрывают доверие соседей и мешают расчётам банков"
    assert same(statement(part), statement(whole))
    assert not same(statement("санкции незаконны"), statement(whole))


def test_one_formula_of_two_matters_is_two_statements() -> None:
    assert not same(statement(ENERGY, topics=("energy",)), statement(AVIATION, topics=("technology",)))
    assert same(statement(ENERGY, topics=("energy", "trade")), statement(f"{ENERGY} сейчас", topics=("energy",)))
    assert same(statement(ENERGY, topics=("energy",)), statement(f"{ENERGY} сейчас", topics=("bilateral",)))


def test_in_undated_articles_it_is_the_same_in_copies_alone() -> None:
    assert same(statement(FORMULA, published=None), statement(f"{FORMULA} США", published=None))
    assert not same(statement(FORMULA, published=None), statement(FORMULA, published=None, family="b"))
    assert not same(statement(FORMULA, published=None), statement(FORMULA))


def test_the_longest_goes_first_and_what_is_quoted_before_what_is_told() -> None:
    long, short = statement(FORMULA), statement("Китай против санкций")
    quoted = statement(FORMULA, kind="direct")
    assert sorted([short, long, quoted], key=lambda terms: terms.rank) == [quoted, long, short]
