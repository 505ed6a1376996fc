"""Trade spoken of with a third country's guest is not the two sides'."""

from tests.ingest.extraction.conftest import Analyse
from tests.ingest.extraction.trade_figures import figures


def test_trade_with_the_guests_country(analyse: Analyse) -> None:
    text = (
        "На саммите в Пекине Владимир Путин принял премьера Монголии Гомбожавына Занданшатара. "
        "Товарооборот между странами вырос на 17 процентов."
    )
    assert figures(analyse, text, "2024-02-08", title="Путин прибыл в Китай") == []


def test_contracts_signed_by_a_third_countrys_host(analyse: Analyse) -> None:
    text = "Барак Обама встретил гостя в Белом доме. Стороны подписали контракты на 45 миллиардов долларов."
    assert figures(analyse, text, "2024-02-08", title="Ху Цзиньтао прибыл в США, в России следят за визитом") == []


def test_china_named_again_is_the_partner_again(analyse: Analyse) -> None:
    text = (
        "Владимир Путин принял премьера Монголии Гомбожавына Занданшатара, а затем Си Цзиньпина. "
        "Товарооборот между Россией и Китаем вырос на 17 процентов."
    )
    assert len(figures(analyse, text, "2024-02-08", title="Путин принял гостей")) == 1


def test_what_is_smuggled_is_no_trade(analyse: Analyse) -> None:
    text = "Таможня пресекла контрабанду трепанга из России в Китай. Вес товара составил 705 килограммов."
    assert figures(analyse, text, "2024-02-08", title="В Китай везли трепангов") == []
