"""What differs between two versions, by kind."""

from __future__ import annotations

from faircopy.corpus.table.version_diff import Change, changed_since


def test_changed_since_by_kind(project):
    for name in ("text", "edits", "held", "removed", "same"):
        project.write(f"{name}.txt", f"{name}  word\n")
    project.run()
    old = {name: row.clean_sha256 for name, row in project.rows().items()}
    project.write("added.txt", "new\n")
    project.write("text.txt", "another text\n")
    project.write("edits.txt", "edits word\n")
    project.write("held.txt", bytes(range(256)))
    (project.raw / "removed.txt").unlink()
    project.run()
    new = {name: row.clean_sha256 for name, row in project.rows().items()}
    assert changed_since(project.table(), 1) == [
        Change("added.txt", "added", None, new["added.txt"]),
        Change("edits.txt", "edits-only", old["edits.txt"], old["edits.txt"]),
        Change("held.txt", "held", old["held.txt"], old["held.txt"]),
        Change("removed.txt", "removed", old["removed.txt"], None),
        Change("text.txt", "text", old["text.txt"], new["text.txt"]),
    ]
    assert changed_since(project.table(), 2) == []
    assert {change.kind for change in changed_since(project.table(), 0)} == {"added", "held"}
    assert len(changed_since(project.table(), 0, until=1)) == 5


def test_a_document_released_with_the_same_text_is_listed(project):
    file = project.write("a.txt", "Good  text\n")
    project.run()
    published = project.rows()["a.txt"].clean_sha256
    project.write("a.txt", bytes(range(256)))
    project.run()
    file.write_text("Good  text\n")
    project.run()
    assert project.rows()["a.txt"].status == "published"
    assert changed_since(project.table(), 2) == [Change("a.txt", "edits-only", published, published)]


def test_a_document_published_after_it_was_only_held_is_added(project):
    project.write("a.txt", bytes(range(256)))
    project.run()
    project.write("a.txt", "Good\n")
    project.run()
    [change] = changed_since(project.table(), 1)
    assert (change.kind, change.old_sha256) == ("added", None)
