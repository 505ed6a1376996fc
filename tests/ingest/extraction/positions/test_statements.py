"""Which words are a position, whose they are, and where they begin and end."""

from collections.abc import Callable

import pytest

Said = Callable[..., list[tuple[str, str, str]]]

LAVROV, WANG, PUTIN, XI = "Сергей Лавров", "Ван И", "Владимир Путин", "Си Цзиньпин"


class TestContentAfterTheVerb:
    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("Лавров заявил, что Россия ценит позицию Китая.", "Россия ценит позицию Китая"),
            ("Лавров отметил высокий уровень диалога с Китаем.", "высокий уровень диалога с Китаем"),
            ("Лавров заявил о готовности принять китайского министра.", "готовности принять китайского министра"),
            ("Лавров призвал к укреплению связей с Китаем.", "к укреплению связей с Китаем"),
            ("Лавров пообещал не оставлять Китай без поддержки.", "не оставлять Китай без поддержки"),
            ("Лавров выступил против давления на Китай.", "против давления на Китай"),
            ("Лавров уверен, что Китай поддержит Россию.", "Китай поддержит Россию"),
            ("Лавров отметил: торговля с Китаем растёт.", "торговля с Китаем растёт"),
            ("Лавров выразил уверенность, что Китай поддержит Россию.", "Китай поддержит Россию"),
            (
                "Лавров не видит необходимости менять договор с Китаем.",
                "не видит необходимости менять договор с Китаем",
            ),
        ],
    )
    def test_the_content_alone_is_marked(self, said: Said, text: str, content: str) -> None:
        assert said(text) == [(LAVROV, "indirect", content)]

    def test_two_verbs_of_one_speaker_are_two_positions(self, said: Said) -> None:
        text = "Лавров сказал, что Россия и Китай дружат, и добавил, что торговля с Китаем растёт."
        assert said(text) == [
            (LAVROV, "indirect", "Россия и Китай дружат"),
            (LAVROV, "indirect", "торговля с Китаем растёт"),
        ]

    def test_clauses_under_one_verb_are_one_position(self, said: Said) -> None:
        text = "Лавров сказал, что Россия и Китай дружат и что их торговля растёт."
        assert said(text) == [(LAVROV, "indirect", "Россия и Китай дружат и что их торговля растёт")]

    def test_who_passed_the_words_on_is_no_content(self, said: Said) -> None:
        text = "Лавров сообщил, что визит в Китай состоится осенью, передает ТАСС."
        assert said(text) == [(LAVROV, "indirect", "визит в Китай состоится осенью")]

    def test_a_mere_topic_is_no_position(self, said: Said) -> None:
        assert said("Лавров рассказал о планах поездки в Китай.") == []

    def test_what_will_be_said_is_no_position(self, said: Said) -> None:
        assert said("Лавров заявит, что Россия ценит Китай.") == []


class TestContentBeforeTheVerb:
    @pytest.mark.parametrize(
        "text",
        [
            "Россия и Китай расширят торговлю, сообщил Лавров.",
            "Россия и Китай расширят торговлю, заявил в среду журналистам министр иностранных дел РФ Сергей Лавров.",
            "Россия и Китай расширят торговлю, по словам Лаврова.",
            "По мнению Лаврова, Россия и Китай расширят торговлю.",
            "Как заявил Лавров, Россия и Китай расширят торговлю.",
            "Россия и Китай расширят торговлю. Об этом заявил Лавров.",
            "Россия и Китай расширят торговлю. Такое мнение высказал Лавров.",
        ],
    )
    def test_the_verb_may_follow(self, said: Said, text: str) -> None:
        assert said(text) == [(LAVROV, "indirect", "Россия и Китай расширят торговлю")]

    def test_what_only_the_title_says_is_no_position(self, said: Said) -> None:
        assert said("Об этом заявил Лавров.", title="Россия и Китай расширят торговлю") == []

    def test_the_title_may_say_who_spoke(self, said: Said) -> None:
        text = "Россия и Китай расширят торговлю. Заявление сделано на переговорах в Москве."
        assert said(text, title="Лавров: торговля станет больше") == [
            (LAVROV, "indirect", "Россия и Китай расширят торговлю")
        ]

    def test_a_body_speaks_through_its_papers(self, said: Said) -> None:
        text = "Китай не присоединится к санкциям против России, говорится в заявлении МИД КНР."
        assert said(text) == [("МИД КНР", "indirect", "Китай не присоединится к санкциям против России")]

    def test_a_body_speaks_in_the_place_of_a_subject(self, said: Said) -> None:
        text = "В МИД КНР заявили, что Россия остаётся соседом Китая."
        assert said(text) == [("МИД КНР", "indirect", "Россия остаётся соседом Китая")]

    def test_an_agency_names_whose_words_it_passes_on(self, said: Said) -> None:
        text = "Китай готов работать с Россией, передает РИА Новости со ссылкой на МИД КНР."
        assert said(text) == [("МИД КНР", "indirect", "Китай готов работать с Россией")]


class TestQuotations:
    def test_one_item_for_a_quotation_over_sentences(self, said: Said) -> None:
        text = "«Китай наш сосед. Мы дружим», — сказал Лавров."
        assert said(text) == [(LAVROV, "direct", "Китай наш сосед. Мы дружим")]

    def test_a_broken_quotation_is_two(self, said: Said) -> None:
        text = "«Китай наш сосед, — сказал Лавров. — С Китаем мы дружим»."
        assert said(text) == [(LAVROV, "direct", "Китай наш сосед"), (LAVROV, "direct", "С Китаем мы дружим")]

    def test_a_quotation_after_a_colon(self, said: Said) -> None:
        assert said("Лавров сказал: «Китай наш сосед».") == [(LAVROV, "direct", "Китай наш сосед")]

    def test_most_of_a_clause_in_marks_is_direct(self, said: Said) -> None:
        text = "Лавров сказал, что «с Китаем мы дружим давно»."
        assert said(text) == [(LAVROV, "direct", "с Китаем мы дружим давно")]

    def test_a_few_words_in_marks_leave_the_clause_indirect(self, said: Said) -> None:
        text = "Лавров сказал, что отношения России и Китая вышли на «новый уровень» за последние годы."
        content = "отношения России и Китая вышли на «новый уровень» за последние годы"
        assert said(text) == [(LAVROV, "indirect", content)]

    def test_a_name_in_marks_is_no_quotation(self, said: Said) -> None:
        text = "Лавров сказал, что «Газпром» увеличит поставки в Китай."
        assert said(text) == [(LAVROV, "indirect", "«Газпром» увеличит поставки в Китай")]

    def test_the_turns_of_a_transcript(self, said: Said) -> None:
        text = "В.Путин: Добрый день! Рад видеть вас в России. Си Цзиньпин (как переведено): Китай рад встрече."
        assert said(text) == [
            (PUTIN, "direct", "Добрый день! Рад видеть вас в России."),
            (XI, "direct", "Китай рад встрече."),
        ]


class TestSpeakers:
    def test_he_is_who_spoke_last(self, said: Said) -> None:
        text = "Ван И заявил, что Китай и Россия соседи. Он добавил, что Россия важна для Китая."
        assert [speaker for speaker, _, _ in said(text)] == [WANG, WANG]

    def test_a_joint_statement_is_one_for_each(self, said: Said) -> None:
        text = "Путин и Си Цзиньпин заявили, что две страны продолжат диалог."
        assert sorted(speaker for speaker, _, _ in said(text)) == [PUTIN, XI]

    @pytest.mark.parametrize("who", ["Эксперт", "Источник в Кремле", "Газета", "Президент США", "Аналитик банка"])
    def test_others_have_no_positions(self, said: Said, who: str) -> None:
        assert said(f"{who} заявил, что Россия и Китай продолжат диалог.") == []

    def test_he_after_a_stranger_is_the_stranger(self, said: Said) -> None:
        text = "Лавров прибыл в Китай. Эксперт считает, что визит важен. Он добавил, что Россия и Китай дружат."
        assert said(text) == []

    def test_an_unnamed_representative_has_the_bodys_name(self, said: Said) -> None:
        text = "Представитель Газпрома сообщил, что поставки в Китай выросли."
        assert said(text) == [("представитель Газпрома", "indirect", "поставки в Китай выросли")]


class TestRelevance:
    def test_other_matters_are_left_out(self, said: Said) -> None:
        text = "Лавров заявил, что погода в Африке жаркая."
        assert said(text, title="Лавров посетил Эфиопию") == []

    def test_a_matter_of_the_article_stays_in(self, said: Said) -> None:
        text = "Лавров заявил, что ракеты надо сокращать."
        assert len(said(text, title="Россия позвала Китай на переговоры о ракетах")) == 1

    def test_an_article_on_one_side_alone_has_none(self, said: Said) -> None:
        assert said("Ван И заявил, что Китай поможет соседям.", title="Министр ответил журналистам") == []
