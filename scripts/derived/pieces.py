"""Pieces made of the guide's texts, made anew only where a text that went into them has changed.

What a piece is made of is seen while it is made: the guide's bones, which are everything but the words of
its texts, and the texts that were read. As long as the bones and these words are as they were, making it
again would read the same and come out the same.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from functools import lru_cache
from hashlib import sha256

from scripts.derived.quiz import by_signs
from scripts.guide import Guide, Part, tell_bones
from scripts.store import Store
from scripts.texts import Text, TextsRead, noting

_NO_BONE = frozenset({"root", "logo"})
"""Of a guide: where its files stand leaves no trace in what is made of it; its logo is the frame's."""
_NUMBER = "I"
"""How a text's place is kept: a page is made of hundreds."""
_LENGTH = 4
"""The bytes that say how many the places of a piece take, and which place a text has."""
_SIZE = sha256().digest_size
_MOST = 1 << 8 * _SIZE


class Pieces:
    """What is made of guides' texts, from a store if it was made before."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._beforehand = _InSum()

    @contextmanager
    def beforehand(self) -> Iterator[None]:
        """Count every text that is read meanwhile among those of each piece that is made afterwards."""
        with noting(self._beforehand.not_added):
            yield

    def made(self, guide: Guide, kind: str, name: str, beside: str, make: Callable[[], bytes]) -> bytes:
        """Return what `make` returns, from the store if that was made of the same bones and words.

        `kind` and `name` say which piece it is, `beside` holds what it is made of that is not in the guide.
        """
        piece = self.sought(guide, kind, name, beside)
        if piece.made is not None:
            return piece.made
        with piece.making():
            made = make()
        piece.keep(made)
        return made

    def sought(self, guide: Guide, kind: str, name: str, beside: str) -> "Piece":
        """Return a piece as it is in the store; the arguments are those of `made`."""
        if not self._store.keeps:
            return Piece(None)
        skeleton = skeleton_of(guide)
        before = self._beforehand.words(skeleton)
        if before is None:
            return Piece(None)
        made_of = "\0".join((name, beside, skeleton.bones))
        kept = self._store.get(kind, made_of)
        if kept is not None:
            places, words, made = _unpacked(kept)
            if words == skeleton.words(places, before):
                return Piece(made)

        def keep(read: TextsRead, made: bytes) -> None:
            found = skeleton.places(read)
            if found is not None:
                self._store.put(kind, made_of, _packed(found, skeleton.words(found, before), made))

        return Piece(None, keep)


class _InSum:
    """Texts that go into many pieces, told in one number: a page is made of thousands that every page is."""

    def __init__(self) -> None:
        self.not_added: TextsRead = {}
        self._added: TextsRead = {}
        self._sum = 0
        self._all_known = True

    def words(self, skeleton: "Skeleton") -> bytes | None:
        """Return a digest of the places and words of the texts; None where one is none of the guide's."""
        places = skeleton.places(self.not_added.keys() - self._added.keys())
        self._all_known &= places is not None
        # In a sum, whichever was read first: so it grows by what is new alone.
        self._sum += sum(int.from_bytes(skeleton.word_at(place)) for place in places or ())
        self._added.update(self.not_added)
        self.not_added.clear()
        return (self._sum % _MOST).to_bytes(_SIZE) if self._all_known else None


def _packed(places: Sequence[int], words: bytes, made: bytes) -> bytes:
    numbers = array(_NUMBER, places).tobytes()
    return b"".join((len(numbers).to_bytes(_LENGTH), numbers, words, made))


def _unpacked(kept: bytes) -> tuple[Sequence[int], bytes, bytes]:
    """Return the places, the digest of their words and what was made."""
    words = _LENGTH + int.from_bytes(kept[:_LENGTH])
    made = words + _SIZE
    return array(_NUMBER, kept[_LENGTH:words]), kept[words:made], kept[made:]


class Piece:
    """One piece: `made` is what came of the same words before, None where it has to be made."""

    def __init__(self, made: bytes | None, put: Callable[[TextsRead, bytes], None] | None = None) -> None:
        self.made = made
        self._read: TextsRead = {}
        self._put = put

    @contextmanager
    def making(self) -> Iterator[None]:
        """Note the texts that are read meanwhile: all that the piece is made of."""
        with noting(self._read):
            yield

    def keep(self, made: bytes) -> None:
        """Keep what was made, for whoever seeks a piece of the same words."""
        if self._put:
            self._put(self._read, made)


class Skeleton:
    """A guide's bones, as a digest, and its texts by their places in them."""

    def __init__(self, guide: Guide) -> None:
        self._texts: list[Text] = []
        self._digests: list[bytes] = []
        digest = sha256()
        for each in fields(guide):
            if each.name not in _NO_BONE:
                tell_bones(getattr(guide, each.name), digest.update, self._of_part)
        # What is made of several texts and read like one.
        for asked in by_signs(guide).values():
            tell_bones([one.question for one in asked], digest.update, self._of_part)
        self.bones = digest.hexdigest()
        self._places = {id(text): place for place, text in enumerate(self._texts)}

    def _of_part(self, value: object) -> bytes | None:
        """Take the texts of a part; return its bones."""
        if not isinstance(value, Part):
            return None
        self._texts += [text for _, text in value.texts()]
        self._digests += value.words_told
        return value.bones

    def places(self, read: Iterable[int]) -> Sequence[int] | None:
        """Return the places of texts, sorted; None where one of them is none of the guide's.

        `read` are the texts' identities, as in TextsRead.
        """
        places = [self._places.get(one) for one in read]
        return None if None in places else sorted(place for place in places if place is not None)

    def words(self, places: Sequence[int], before: bytes = b"") -> bytes:
        """Return a digest of the words of the texts at these places, and of what was told `before`."""
        return sha256(b"".join((before, *map(self._digests.__getitem__, places)))).digest()

    def word_at(self, place: int) -> bytes:
        """Return a digest of a place and the words of the text there."""
        return sha256(place.to_bytes(_LENGTH) + self._digests[place]).digest()


@lru_cache(maxsize=2)
def skeleton_of(guide: Guide) -> Skeleton:
    """Return the bones and texts of a guide, which never change."""
    return Skeleton(guide)
