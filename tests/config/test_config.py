"""A configuration is understood whole, or refused with file, line and nearest name."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.config import load_config, locate_config
from watcher.config.lines import line_of
from watcher.config.load import read_config
from watcher.errors import ConfigError
from watcher.fetch.file import Options as FileOptions
from watcher.model.dates import PartialDate
from watcher.model.durations import duration_of
from watcher.model.vocabulary import Change, Severity

if TYPE_CHECKING:
    from watcher.config import Config

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path("/somewhere/config.toml")


def read(text: str) -> Config:
    return read_config(text, HERE)


def refused(text: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        read(text)
    return caught.value


def test_the_example_is_understood_and_needs_no_network() -> None:
    config = load_config(ROOT / "config.example.toml")
    (source,) = config.sources
    assert source.type == "file"
    options = source.options
    assert isinstance(options, FileOptions)
    assert options.path == ROOT / "seeds"
    dates = {name[:3]: one.published for name, one in options.documents.items()}
    assert dates == {
        "000": PartialDate("2009-08-20"),
        "001": PartialDate("2013-10-15"),
        "004": PartialDate("2021-12-16"),
    }
    assert set(options.documents) <= {path.name for path in (ROOT / "seeds").iterdir()}
    assert [notifier.type for notifier in config.notifiers] == ["terminal"]
    table = config.watcher
    assert (table.max_age, table.hold_above, table.baseline) == (None, 0, "none")


def test_an_empty_configuration_has_the_documented_defaults() -> None:
    table = read("").watcher
    assert table.max_age == dt.timedelta(days=120)
    assert table.hold_above == 12
    assert table.baseline == "packaged"
    assert table.threshold == 0.5
    assert table.minimum_severity is Severity.MEDIUM
    assert table.timezone == "Europe/London"
    assert table.database == Path("/somewhere/watcher.db")


def test_paths_are_relative_to_the_file() -> None:
    config = read(
        '[watcher]\ndatabase = "data/w.db"\nbaseline = "known.csv"\n'
        '[[source]]\nname = "a"\ntype = "file"\npath = "news/*.txt"\n'
        '[[source]]\nname = "b"\ntype = "file"\npath = "/absolute"\n'
    )
    assert config.watcher.database == Path("/somewhere/data/w.db")
    assert config.watcher.baseline == Path("/somewhere/known.csv")
    assert config.sources[0].options.path == Path("/somewhere/news/*.txt")
    assert config.sources[1].options.path == Path("/absolute")


def test_a_configuration_cannot_be_changed_after_loading() -> None:
    table = read("").watcher
    with pytest.raises(ValueError, match="frozen"):
        table.hold_above = 3  # type: ignore[misc]


SOURCE = '[[source]]\nname = "a"\ntype = "file"\npath = "x"\n'


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("[watchr]", 1, "unknown table [watchr]", "did you mean 'watcher'?"),
        ('[watcher]\nmax_ag = "1 d"', 2, "unknown key 'max_ag' in [watcher]", "'max_age'"),
        ("[watcher]\n\nhold_above = 'x'", 3, "hold_above must be a whole number", ""),
        ("[watcher]\nhold_above = -1", 2, "greater than or equal to 0", ""),
        ("[watcher]\nmax_age = '1 fortnight'", 2, "not a span of time", ""),
        ("[watcher]\nmax_age = 3", 2, "not a span of time: '3'", ""),
        ("[watcher]\nminimum_severity = 'hgh'", 2, "not a severity", ""),
        ("[watcher]\ntimezone = 'Europe/Londn'", 2, "not a time zone", ""),
        ("[watcher]\nthreshold = 2", 2, "less than or equal to 1", ""),
        ("watcher = 3", 1, "must be a table", ""),
        ("source = 3", 1, "write [[source]], with two brackets", ""),
        ("[source]\nname = 'a'", 1, "write [[source]], with two brackets", ""),
        ('[[source]]\nname = "a"', 1, "[[source]] needs a type", "file"),
        ('[[source]]\nname = "a"\ntype = "fil"', 3, "unknown type 'fil'", "'file'"),
        ('[[source]]\ntype = "file"\npath = "x"', 1, "[[source]] needs a name", ""),
        ('[[source]]\nname = "a"\ntype = "file"', 1, "path is missing", ""),
        (SOURCE + SOURCE, 6, "two [[source]] are named 'a'", ""),
        (SOURCE + "pth = 3", 5, "unknown key 'pth' in [[source]]", "'path'"),
        (
            SOURCE + '[source.documents."a.txt"]\npublished = "2009-13-01"',
            6,
            "month must be in 1..12",
            "",
        ),
        (
            SOURCE + '[source.documents."a.txt"]\npublishd = "2009"',
            6,
            "key 'publishd' in [source.documents.\"a.txt\"]",
            "'published'",
        ),
        ('[[route]]\nnotify = ["x"]', 2, "no notifier is named 'x'", ""),
        ('[[route]]\nnotify = []\nchanges = ["worsend"]', 3, "changes", "'worsened'"),
        ('[[route]]\nnotify = []\ngroups = ["x"]', 3, "no group is named 'x'", ""),
        ("[groups]\nours = 'Leeds'", 2, "must be a list of councils", ""),
        ("groups = 3", 1, "must be a table", ""),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    text: str, line: int, message: str, hint: str
) -> None:
    error = refused(text)
    assert str(error).startswith(f"{HERE}:{line}: ")
    assert message in str(error)
    assert hint in error.hint


def test_broken_toml_is_named_with_its_line() -> None:
    assert "at line 2" in str(refused("[watcher]\nmax_age = \n"))


def test_dates_may_stand_with_or_without_quotes() -> None:
    config = read(
        SOURCE + '[source.documents."a"]\npublished = 2009-08-20\n'
        '[source.documents."b"]\npublished = "2013"\n'
    )
    documents = config.sources[0].options.documents
    assert [str(one.published) for one in documents.values()] == ["2009-08-20", "2013"]


def test_groups_and_routes_are_understood() -> None:
    config = read(
        '[groups]\nours = ["Leeds", "Bury"]\n[[notify]]\ntype = "terminal"\n'
        '[[route]]\nnotify = ["terminal"]\ngroups = ["ours"]\nseverity = "high"\n'
        'changes = ["worsened"]\n'
    )
    assert config.groups == {"ours": ("Leeds", "Bury")}
    (route,) = config.routes
    assert (route.severity, route.changes) == (Severity.HIGH, (Change.WORSENED,))


def test_a_named_configuration_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="does not exist"):
        locate_config(tmp_path / "none.toml", None)
    with pytest.raises(ConfigError, match="is a folder"):
        locate_config(tmp_path, None)
    with pytest.raises(ConfigError, match="WATCHER_CONFIG"):
        locate_config(None, str(tmp_path / "none.toml"))


def test_the_configuration_is_looked_for_here_and_then_in_the_users_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    users = tmp_path / "users" / "config.toml"
    monkeypatch.setattr("watcher.config.locate.user_config", lambda: users)
    with pytest.raises(ConfigError, match="no configuration") as caught:
        locate_config(None, None)
    assert "watcher init" in caught.value.hint
    users.parent.mkdir()
    users.write_text("")
    assert locate_config(None, None) == users
    Path("config.toml").write_text("")
    assert locate_config(None, None) == Path("config.toml")


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(path)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("120 days", 120 * 86400), ("1 h 30 min", 5400), ("2 weeks", 1209600), ("0.5 s", 0.5)],
)
def test_spans_are_read_as_people_write_them(text: str, seconds: float) -> None:
    assert duration_of(text).total_seconds() == seconds


@pytest.mark.parametrize("text", ["", "12", "a day", "1 day ago", "9" * 30 + " weeks"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="span of time"):
        duration_of(text)


@given(st.text(max_size=40))
def test_any_text_is_a_span_or_refused_in_words(text: str) -> None:
    said = ""
    try:
        span = duration_of(text)
    except ValueError as error:
        span, said = dt.timedelta(0), str(error)
    assert span >= dt.timedelta(0)
    assert not said or "span of time" in said


def test_the_line_of_a_key_is_found_under_its_own_table() -> None:
    text = '[[a]]\nx = 1\n[[a]]\nx = 2\n[a.b."c.d"]\n"y z" = 3\nq.r = 4\n'
    assert line_of(text, ("a", 0, "x")) == 2
    assert line_of(text, ("a", 1, "x")) == 4
    assert line_of(text, ("a", 1, "b", "c.d", "y z")) == 6
    assert line_of(text, ("a", 1, "b", "c.d", "q", "r")) == 7
    assert line_of(text, ("a", 1, "nothing")) == 3
    assert line_of(text, ("nowhere",)) is None


values = st.recursive(
    st.booleans() | st.integers(-5, 10**6) | st.floats(0, 9) | st.text("abc: -.", max_size=9),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)
keys = st.sampled_from(
    ["name", "type", "path", "notify", "max_age", "hold_above", "baseline", "timezone", "groups",
     "documents", "published", "interval", "severity", "unknown", "threshold", "database",
     "metrics", "heartbeat", "digest", "poll", "user_agent", "gap"]
)  # fmt: skip
headers = st.sampled_from(
    ["[watcher]", "[[source]]", "[[notify]]", "[[route]]", "[groups]", "[daemon]", "[fetch]",
     "[source]", '[[source]]\nname = "s"\ntype = "file"', '[source.documents."x"]', "[nothing]"]
)  # fmt: skip
tables = st.tuples(headers, st.dictionaries(keys, values, max_size=3))


@given(st.lists(tables, max_size=4))
def test_no_configuration_makes_anything_but_a_config_or_a_clear_refusal(
    found: list[tuple[str, dict[str, object]]],
) -> None:
    text = "\n".join(
        "\n".join([header, *(f"{key} = {json.dumps(value)}" for key, value in body.items())])
        for header, body in found
    )
    refusal = "config.toml"
    try:
        read(text)
    except ConfigError as error:
        refusal = str(error)
    assert "config.toml" in refusal


@given(st.text(max_size=60))
def test_no_text_makes_anything_but_a_config_or_a_clear_refusal(text: str) -> None:
    refusal = "config.toml"
    try:
        read(text)
    except ConfigError as error:
        refusal = str(error)
    assert "config.toml" in refusal
