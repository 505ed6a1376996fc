"""What a position shows of what its reports say: the words of one of them, never a mixture."""

from datetime import date
from itertools import permutations
from typing import Any

from relations.choosing import choose_position
from relations.choosing.chosen import Chosen
from tests.relations.choosing.voices import DAILY, KREMLIN, POSITION, TASS, XINHUA, report

SHORT, LONG = "торговля растёт", "торговля растёт быстро и будет расти"


def _of(*reports: Any, **corrections: Any) -> Chosen:
    """What is chosen of the reports in any order."""
    chosen = [choose_position(order, corrections) for order in permutations(reports)]
    assert all(other == chosen[0] for other in chosen)
    return chosen[0]


def test_the_fullest_wording_is_shown_with_its_own_topics() -> None:
    chosen = _of(report(POSITION, TASS, text=SHORT, topics=["energy", "trade"]), report(POSITION, DAILY, text=LONG))

    assert (chosen.columns["content"], chosen.topics, chosen.reasons["content"]) == (LONG, ("trade",), "fullest")


def test_words_quoted_go_before_words_reported_and_official_ones_before_both() -> None:
    told, quoted = report(POSITION, TASS, text=LONG), report(POSITION, DAILY, text=SHORT, kind="direct")
    assert _of(told, quoted).columns["content"] == SHORT
    assert _of(told, quoted).reasons["content"] == "quoted"

    official = report(POSITION, KREMLIN, text="торговля, как сказано, растёт")
    assert _of(told, quoted, official).columns["content"] == "торговля, как сказано, растёт"
    assert _of(told, quoted, official).reasons["content"] == "official"


def test_of_equal_wordings_the_earliest_is_shown() -> None:
    later = report(POSITION, TASS, "2024-02-09", text=SHORT, rendered_by="ТАСС")
    earlier = report(POSITION, DAILY, "2024-02-08", text=SHORT, rendered_by="Ежедневная")

    columns = _of(later, earlier).columns
    assert (columns["rendered_by"], columns["reported_on"]) == ("Ежедневная", date(2024, 2, 8))


def test_the_stance_is_the_one_that_most_origins_give() -> None:
    chosen = _of(
        report(POSITION, KREMLIN, text=SHORT, stance="neutral", relay=["CCTV"]),
        report(POSITION, TASS, text=SHORT),
        report(POSITION, XINHUA, text=SHORT),
    )
    assert (chosen.columns["stance"], chosen.reasons["stance"]) == ("neutral", "official")

    chosen = _of(report(POSITION, DAILY, text=SHORT, stance="neutral"), *chosen_by_two())
    assert (chosen.columns["stance"], chosen.reasons["stance"]) == ("support", "origins")


def chosen_by_two() -> list[Any]:
    return [report(POSITION, by, text=SHORT) for by in (TASS, XINHUA)]


def test_a_corrected_speaker_topic_and_stance_are_shown() -> None:
    chosen = _of(report(POSITION, TASS, text=SHORT), actor_key="wang-yi", topics=["asia"], stance="oppose", post=None)

    assert chosen.people == (("wang-yi", "CN", ""),)
    assert (chosen.topics, chosen.columns["stance"], chosen.reasons["topics"]) == (("asia",), "oppose", "person")
