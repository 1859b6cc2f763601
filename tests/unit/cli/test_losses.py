"""How a loss is told on a screen."""

from __future__ import annotations

import pytest

from headway.cli import losses


@pytest.mark.parametrize(
    ("entity", "field", "said"),
    [
        ("link", "existence", "links left out"),
        ("dates", "existence", "dates of rows left out"),
        ("task", "external.guid", "task: external.guid"),
        ("dates", "early_start", "dates: early start"),
    ],
)
def test_a_loss_says_what_of_which(entity: str, field: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    record = {"entity": entity, "field": field, "count": 3, "name": "Dig", "before": "", "after": "", "reason": ""}
    losses.show("Not kept", [record])
    assert said in capsys.readouterr().out
