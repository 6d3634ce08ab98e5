"""The text of an issue becomes a record that passes the check, or is refused with the reasons."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge_base.cli import main
from knowledge_base.findings import Severity
from knowledge_base.inspection import findings_of
from knowledge_base.loading import yaml_source
from knowledge_base.proposals.answers import Refused
from knowledge_base.proposals.imports import Imported, import_issue
from tests.conftest import TODAY
from tests.proposals.issues import CASE, issue

SLUG = "port-elkino-prichal-dlya-malykh-sudov"
FILES = [f"practices/cases/{SLUG}/record.yml", f"practices/cases/{SLUG}/ru.md"]


def errors_of(root: Path) -> list[str]:
    return [str(f) for f in findings_of(root, TODAY) if f.severity is Severity.ERROR]


def refused(root: Path, text: str) -> list[str]:
    """Return the reasons; nothing may have been written."""
    before = sorted(root.rglob("*"))
    with pytest.raises(Refused) as refusal:
        import_issue(root, text, TODAY)
    assert sorted(root.rglob("*")) == before
    assert refusal.value.reasons
    return refusal.value.reasons


def test_a_case_is_imported(site: Path) -> None:
    imported = import_issue(site, issue("case", "ru", CASE), TODAY)
    assert imported.paths == FILES
    assert {f.rule for f in imported.findings} == {"translation-missing"}
    assert errors_of(site) == []
    record, _ = yaml_source.read(site / FILES[0], "")
    assert record["status"] == "draft" and record["review_by"] == "2028-11-25"
    assert record["lead"] == "example-harbour" and record["related"] == ["harbour-yard"]
    assert record["periods"] == [{"start": "2010-05", "end": "ongoing"}]
    assert [v["source"] for v in record["evidence"]["suda-v-den"]["values"]] == [
        "administratsiya-goroda-2012",
        "gazeta",
    ]
    assert "- потом настил[^gazeta]" in (site / FILES[1]).read_text(encoding="utf-8")


ODD: dict[str, Callable[[str], str]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old line ends": lambda text: text.replace("\n", "\r"),
    "a mark at the start": lambda text: "\ufeff" + text,
    "spaces around headings": lambda text: re.sub(r"(?m)^### (.*)$", "  ###   \\1   ###  ", text),
    "no space after the signs": lambda text: text.replace("### ", "###"),
    "other signs for headings": lambda text: text.replace("### ", "## "),
    "emoji in headings": lambda text: re.sub(r"(?m)^### (.*)$", "### 📌 **\\1** 👍🏽:", text),
    "capitals": lambda text: re.sub(r"(?m)^### (.*)$", lambda m: m[0].upper(), text),
    "hard spaces": lambda text: re.sub(r"(?m)^(### .*)$", lambda m: m[0].replace(" ", "\u00a0"), text),
    "no empty lines": lambda text: re.sub(r"\n\n(?!- )", "\n", text),
    "many empty lines": lambda text: text.replace("\n### ", "\n\n\n \t\n### "),
    "words before": lambda text: "Здравствуйте! 👋\n\nВот форма.\n\n" + text,
    "spaces at ends of lines": lambda text: re.sub(r"(?m)$", "  ", text),
    "answers left out with their headings": lambda text: re.sub(
        r"### [^\n]*\n\n_No response_\n\n?", "", text
    ),
    "list marks": lambda text: text.replace("\nОтчёт", "\n1. Отчёт").replace("\nСтатья", "\n2. Статья"),
    "bars at the ends": lambda text: text.replace("\nСтатья | Газета", "\n| Статья | Газета |"),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_forms_say_the_same(site: Path, name: str) -> None:
    import_issue(site, issue("case", "ru", CASE), TODAY)
    expected = [(site / path).read_text(encoding="utf-8") for path in FILES]
    for path in FILES:
        (site / path).unlink()
    (site / FILES[0]).parent.rmdir()
    text = issue("case", "ru", CASE)
    changed = ODD[name](text)
    assert changed != text
    import_issue(site, changed, TODAY)
    assert [(site / path).read_text(encoding="utf-8") for path in FILES] == expected


def test_emoji_and_hostile_text_stay_text(site: Path) -> None:
    hostile = '"><script>alert(1)</script>{{ 7*7 }} 👍 &lt; --- # x'
    answers = CASE | {
        "title": hostile,
        "slug": "hostile-text",
        "summary": f"{hostile}\r\n{hostile}",
        "section-lessons": "\n".join(
            ["Причал мал.[2]", "### Stray {#stray}", hostile, "~~~", "[x](javascript:a) ![p](q.png)[^no]"]
        ),
        "sources": f"{hostile} | Администрация города | | 2012\nСтатья\\|x | Газета",
    }
    import_issue(site, issue("case", "ru", answers), TODAY)
    assert errors_of(site) == []
    text = (site / "practices/cases/hostile-text/ru.md").read_text(encoding="utf-8")
    assert "\\### Stray {#stray}" in text
    record, _ = yaml_source.read(site / "practices/cases/hostile-text/record.yml", "")
    assert [source["title"] for source in record["sources"].values()] == [hostile, "Статья|x"]


REFUSED = [
    ({"title": "_No response_"}, "“Заголовок” has no answer"),
    ({"section-lessons": ""}, "“Уроки” has no answer"),
    ({"themes": "- [ ] Порты и логистика"}, "“Темы” has no answer"),
    ({"outcome": "Mixd"}, "Did you mean “Mixed”?"),
    ({"sources": "Отчёт"}, "“Источники: Издатель” has no answer"),
    ({"sources": "|".join("abcdefghij")}, "more than 7 parts"),
    ({"budget": "1,500 | RUB | 2010 | израсходовано | 1"}, "no number that is clear"),
    ({"budget": "15 | RUB | 2010 | израсходовано | 3"}, "there is no source “3”"),
    ({"budget": "15 | рубли | 2010 | израсходовано | 1"}, "budget (1).currency"),
    ({"checked-on": "вчера"}, "checked_on"),
    ({"title": "ж" * 101}, "title"),
    ({"slug": "Порт"}, "cannot be used"),
    ({"slug": "harbour-yard"}, "already a case"),
    ({"slug": "../../escape"}, "cannot be used"),
    ({"lead": "/organisations/nowhere/"}, 'no organisation "nowhere"'),
]


@pytest.mark.parametrize(("changes", "part"), REFUSED)
def test_what_cannot_be_meant_is_refused_with_the_reason(
    site: Path, changes: dict[str, str], part: str
) -> None:
    assert any(part in reason for reason in refused(site, issue("case", "ru", CASE | changes)))


def test_all_reasons_are_given_at_once(site: Path) -> None:
    text = issue("case", "ru", CASE | {"title": "", "summary": "", "outcome": "?"})
    assert len(refused(site, text)) == 3


@pytest.mark.parametrize("text", ["", "Hello!", "### Something else\n\nx", "\x00\ufffe" * 9, "#" * 5000])
def test_other_texts_are_refused(site: Path, text: str) -> None:
    assert "No heading" in refused(site, text)[0]


def test_an_answer_given_twice_is_refused(site: Path) -> None:
    text = issue("case", "ru", CASE)
    assert "“Заголовок” is answered twice." in refused(site, text + "\n### Заголовок\n\nДругой\n")


def copied(files: dict[str, str]) -> str:
    return "\n".join(f"### {path}\n\n~~~\n{text}~~~\n" for path, text in files.items())


def test_copied_files_are_imported_as_they_are(site: Path) -> None:
    import_issue(site, issue("case", "ru", CASE), TODAY)
    files = {path: (site / path).read_text(encoding="utf-8") for path in FILES}
    for path in FILES:
        (site / path).unlink()
    mail = "Здравствуйте!\n\n" + copied(files).replace("\n", "\r\n") + "\nС уважением"
    assert import_issue(site, mail, TODAY).paths == FILES
    assert {path: (site / path).read_text(encoding="utf-8") for path in FILES} == files


@pytest.mark.parametrize(
    "path",
    [
        "practices/../../x.yml",
        "practices/cases/x/../../../y.md",
        "practices/cases/abc/en.md.sh",
        "practices/vocabularies/levels.yml",
        "practices/cases/abc/templates/x.yml",
    ],
)
def test_copied_files_stay_in_their_place(site: Path, path: str) -> None:
    assert "no place for a file" in refused(site, copied({path: "x: 1\n"}))[0]


def test_broken_copied_files_are_refused(site: Path) -> None:
    path = "practices/organisations/broken.yml"
    assert refused(site, copied({path: "original_language: ru\n"}))


REUSE = {
    "case": "https://red.example/ru/cases/harbour-yard/",
    "label": "Порт Примерск применил это на своём причале: <b>да</b>.",
    "year": "2024",
    "source-title": "Отчёт",
    "source-publisher": "Порт",
    "source-published": "2025",
}


def test_a_use_elsewhere_is_added_to_its_case(site: Path) -> None:
    imported = import_issue(site, issue("reuse", "ru", REUSE), TODAY)
    folder = "practices/cases/harbour-yard"
    assert imported.paths == [f"{folder}/record.yml", f"{folder}/ru.md"]
    record, _ = yaml_source.read(site / folder / "record.yml", "")
    [(key, use)] = record["adaptations"].items()
    assert use == {"year": 2024, "source": "port-2025"}
    assert record["sources"]["port-2025"] == {
        "title": "Отчёт", "publisher": "Порт", "published": "2025", "accessed": "unknown"
    }  # fmt: skip
    text = (site / folder / "ru.md").read_text(encoding="utf-8")
    assert f'adaptations:\n  {key}: "{REUSE["label"]}"\n' in text
    # What is left is said, and the check says the same: the words in the other languages.
    left = {(f.path, f.rule) for f in imported.findings if f.severity is Severity.ERROR}
    assert left == {(f"{folder}/{code}.md", "label-mismatch") for code in ("en", "sv")}
    assert len(errors_of(site)) == 2


def test_a_use_of_an_unknown_case_is_refused(site: Path) -> None:
    assert "no valid case" in refused(site, issue("reuse", "ru", REUSE | {"case": "/cases/nowhere/"}))[0]


def test_a_correction_names_the_files_that_it_is_about(site: Path) -> None:
    answers = {
        "page": "https://red.example/sv/cases/harbour-yard/#lessons",
        "statement": "12",
        "correction": "13",
        "source-text": "Rapport",
    }
    reasons = refused(site, issue("correction", "sv", answers))
    assert "It is about practices/cases/harbour-yard/sv.md." in reasons


def test_the_command_says_what_it_wrote_or_why_not(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "issue.txt"
    arguments = ["import-issue", str(file), "--root", str(site), "--today", "2026-11-25"]
    file.write_bytes(issue("case", "ru", CASE).replace("\n", "\r\n").encode("utf-8-sig"))
    assert main(arguments) == 0
    assert capsys.readouterr().out.startswith(f"written: {FILES[0]}\nwritten: {FILES[1]}\n")
    assert main(arguments) == 1
    assert "already a case" in capsys.readouterr().err
    file.write_bytes(b"\xff\xfe")
    assert main(arguments) == 2


def test_imported_is_a_value() -> None:
    assert Imported([], []).paths == []
