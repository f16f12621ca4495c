"""Our own broken promises: one tree of errors, caught only at the doors (commands, web)."""

from __future__ import annotations


class HearsayError(Exception):
    """Something that Hearsay could not do; its text is one line that says what would work."""


class NoCase(HearsayError):
    """The file named as a case is none."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: not a Hearsay case ({reason}). Name another file with --case.")


class CaseTooNew(HearsayError):
    """The case was written by a newer version than this one."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path}: written by a newer Hearsay (schema {found}, this one knows {known}). "
            "Install the newer version to open it."
        )


class CaseBusy(HearsayError):
    """Another process is writing the case."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: another process is writing this case. Try again when it is done."
        )


class CaseFull(HearsayError):
    """The disk has no room for what was to be written; nothing half-written stays."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: the disk is full; what was being added is not in the case. "
            "Free some space and run the command again."
        )


class CaseNotReadable(HearsayError):
    """The user may not read the case file."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: you may not read this file. "
            "Ask its owner for access, or name another case with --case."
        )


class CaseNotWritable(HearsayError):
    """A case was to be made or written where that cannot be; it can mostly still be read."""

    def __init__(self, path: str, reason: str, *, next_step: str) -> None:
        super().__init__(f"{path}: the case cannot be written ({reason}). {next_step}")


class CaseChanged(HearsayError):
    """Another process wrote the case while it was read where no log keeps the two apart."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: another process changed this case while it was read, so what was shown may "
            "be mixed. Run the command again."
        )


class UnsoundDatabase(HearsayError):
    """The database library gives wrong answers to a query whose answer is known."""

    def __init__(self, version: str) -> None:
        super().__init__(
            f"SQLite {version} fails Hearsay's self-check and would give wrong answers. "
            "Reinstall the pinned apsw."
        )


class NothingByThatName(HearsayError):
    """A plugin, claim, document or capture was asked for by a name that nothing bears."""

    def __init__(self, kind: str, name: str, there_are: tuple[str, ...] = ()) -> None:
        self.there_are = there_are
        known = f"; there are: {', '.join(there_are)}" if there_are else ""
        super().__init__(f'No {kind} "{name}"{known}.')


class NoSuchDocument(HearsayError):
    """No document of the case fits what was asked for."""

    def __init__(self, name: str, there_are: tuple[str, ...], *, more: bool = False) -> None:
        if there_are:
            known = f"There are: {', '.join(there_are)}{' and more' if more else ''}."
            step = "Give a file name, an address or a SHA-256; what is labelled needs --label."
        else:
            known = "There are none that may be shown."
            step = "Take some in with hearsay read; what is labelled needs --label."
        super().__init__(f'No document "{name}". {known} {step}')


class SeveralDocuments(HearsayError):
    """More than one document of the case fits what was asked for."""

    def __init__(self, name: str, there_are: tuple[str, ...], *, more: bool = False) -> None:
        super().__init__(
            f'"{name}" fits more than one document: {", ".join(there_are)}'
            f"{' and more' if more else ''}. Give the digits of one, or all of its address."
        )


class Misuse(HearsayError):
    """The command line or a manifest says something that cannot be meant."""


class BrokenPlugin(HearsayError):
    """A plugin file lacks something that its promise names."""

    def __init__(self, kind: str, name: str, missing: str) -> None:
        super().__init__(f'The {kind} "{name}" has no {missing}. Add it to the plugin\'s file.')


class Redacted(HearsayError):
    """What was asked for was removed from the case on purpose."""

    def __init__(self, what: str, *, when: str, by: str, reason: str) -> None:
        super().__init__(
            f"{what}: redacted by {by} on {when} ({reason}). Its hash stays in the chain; "
            "its content is gone for good."
        )


class CaseDamaged(HearsayError):
    """The case file can be opened, but not all of it can be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path}: the file is damaged ({reason}). "
            "`hearsay verify` lists what no longer matches; go back to a copy of the case."
        )
