"""Does a regular expression backtrack exponentially? Decided on its automaton, not by timing.

A backtracking matcher takes exponential time where some loop of the automaton reads the same string in
two ways (exponential degree of ambiguity: Weber and Seidl 1991; applied to regular expressions by
Weideman et al. 2016). Every loop is a strongly connected component; within one, pairs of states that
read the same character walk side by side. If a pair of equal states can part and meet again, the loop
is ambiguous.

What is simplified, always towards finding more: repeats of more than `MANY` count as unbounded, look-arounds and
back-references as empty. Atomic groups and possessive repeats do not backtrack once they matched: each is
checked by itself, and stands for one character of its own in what surrounds it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

MANY = 6  # a repeat with a higher bound counts as unbounded
SAMPLE = "aAzZ0_ \n\té中’“”-–.,;:!?@#/|\\()[]{}<>\"'`*&%$+=~^\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\ud800"
Edges = dict[int, list[tuple[int, int]]]  # state -> (characters as bits, next state); the same edge twice: two ways


@dataclass
class Automaton:
    """A nondeterministic automaton: `free` edges read nothing, `edges` read one of a set of characters (bits)."""

    alphabet: dict[str, int]
    free: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    edges: Edges = field(default_factory=lambda: defaultdict(list))
    atoms: list[object] = field(default_factory=list)
    states: int = 0

    def state(self) -> int:
        """A new state."""
        self.states += 1
        return self.states - 1


def ambiguous_loop(pattern: str, flags: int = 0) -> str:
    """A character at which two ways through a loop part, or nothing where the pattern has no such loop."""
    try:
        tree = parser.parse(pattern, flags)
    except re.error:
        return ""
    return _ambiguous(list(tree), tree.state.flags | flags)


def _ambiguous(items: list[tuple[object, object]], flags: int) -> str:
    letters = sorted({*SAMPLE, *_letters(items)})
    automaton = Automaton({letter: 1 << n for n, letter in enumerate(letters)})
    _build(automaton, items, automaton.state(), flags)
    found = _pair_that_parts(automaton)
    for atom, its_flags in automaton.atoms:  # type: ignore[misc]
        found = found or _ambiguous(list(atom), its_flags)
    return found


def _letters(items: object) -> Iterator[str]:
    """The characters a pattern names, and the ends of its ranges with their neighbours."""
    if isinstance(items, tuple) and len(items) == 2 and items[0] in (op.LITERAL, op.NOT_LITERAL):
        yield from _both_cases(chr(items[1]))
    elif isinstance(items, tuple) and len(items) == 2 and items[0] is op.RANGE:
        yield from (chr(items[1][0]), chr(items[1][1]))
    elif isinstance(items, tuple | list) or hasattr(items, "data"):
        for item in getattr(items, "data", items):
            yield from _letters(item)


def _both_cases(letter: str) -> set[str]:
    return {case for case in (letter, letter.lower(), letter.upper()) if len(case) == 1}


def _build(automaton: Automaton, items: list[tuple[object, object]], start: int, flags: int) -> int:
    """Add the states that read the items from `start` on; the state where they have been read."""
    for kind, value in items:
        start = _build_one(automaton, kind, value, start, flags)
    return start


def _build_one(automaton: Automaton, kind: object, value: object, start: int, flags: int) -> int:
    if kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
        end = automaton.state()
        automaton.edges[start].append((_bits(automaton, kind, value, flags), end))
        return end
    if kind is op.SUBPATTERN:
        _, added, removed, inner = value  # type: ignore[misc]
        return _build(automaton, list(inner), start, (flags | added) & ~removed)
    if kind is op.BRANCH:
        end = automaton.state()
        for branch in value[1]:  # type: ignore[index]
            first = automaton.state()
            automaton.free[start].append(first)
            automaton.free[_build(automaton, list(branch), first, flags)].append(end)
        return end
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT):
        return _build_repeat(automaton, value, start, flags)
    if kind is op.POSSESSIVE_REPEAT or kind is op.ATOMIC_GROUP:
        return _build_atom(automaton, value[2] if kind is op.POSSESSIVE_REPEAT else value, start, flags)  # type: ignore[index]
    return start  # anchors, look-arounds, back-references read nothing here


def _build_repeat(automaton: Automaton, value: object, start: int, flags: int) -> int:
    low, high, inner = value  # type: ignore[misc]
    if high is op.MAXREPEAT or high > MANY:
        for _ in range(min(low, 1)):
            start = _build(automaton, list(inner), start, flags)
        loop = automaton.state()
        automaton.free[start].append(loop)
        automaton.free[_build(automaton, list(inner), loop, flags)].append(loop)
        end = automaton.state()
        automaton.free[loop].append(end)
        return end
    end = automaton.state()
    for done in range(high):
        if done >= low:
            automaton.free[start].append(end)
        start = _build(automaton, list(inner), start, flags)
    automaton.free[start].append(end)
    return end


def _build_atom(automaton: Automaton, inner: object, start: int, flags: int) -> int:
    """An atomic group: one character of its own here, and checked by itself."""
    automaton.atoms.append((inner, flags))
    end = automaton.state()
    automaton.edges[start].append((1 << (len(automaton.alphabet) + len(automaton.atoms)), end))
    return end


def _bits(automaton: Automaton, kind: object, value: object, flags: int) -> int:
    """The characters of the alphabet that an item matches, by asking the matcher itself."""
    matcher = _matcher(kind, value, flags)
    return sum(bit for letter, bit in automaton.alphabet.items() if matcher(letter))


def _matcher(kind: object, value: object, flags: int):  # type: ignore[no-untyped-def]
    if kind is op.ANY:
        return lambda letter: bool(flags & re.DOTALL) or letter != "\n"
    fold = str.lower if flags & re.IGNORECASE else str
    if kind in (op.LITERAL, op.NOT_LITERAL):
        wanted, negated = fold(chr(value)), kind is op.NOT_LITERAL  # type: ignore[arg-type]
        return lambda letter: (fold(letter) == wanted) != negated
    negated = any(part is op.NEGATE for part, _ in value)  # type: ignore[attr-defined]
    parts = [part for part in value if part[0] is not op.NEGATE]  # type: ignore[attr-defined]
    return lambda letter: any(_in_part(letter, part, fold) for part in parts) != negated


CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d",
    op.CATEGORY_NOT_DIGIT: r"\D",
    op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w",
    op.CATEGORY_NOT_WORD: r"\W",
}


def _in_part(letter: str, part: tuple[object, object], fold) -> bool:  # type: ignore[no-untyped-def]
    kind, value = part
    if kind is op.LITERAL:
        return bool(fold(letter) == fold(chr(value)))  # type: ignore[arg-type]
    if kind is op.RANGE:
        return any(value[0] <= ord(case) <= value[1] for case in (_both_cases(letter) if fold is not str else letter))  # type: ignore[index]
    return bool(re.match(CATEGORIES[value], letter))


def _pair_that_parts(automaton: Automaton) -> str:
    """A character at which a loop parts into two ways that meet again, or nothing."""
    steps = _without_free_edges(automaton)
    for loop in _loops(steps):
        inside = {state: [(bits, to) for bits, to in steps[state] if to in loop] for state in loop}
        if found := _parts_and_meets(inside):
            return next((letter for letter, bit in automaton.alphabet.items() if bit & found), "an atomic group")
    return ""


def _without_free_edges(automaton: Automaton) -> Edges:
    """The edges from every state after any free edges; once for each way the free edges lead there, at most twice."""
    steps: Edges = {}
    for state in range(automaton.states):
        ways: dict[int, int] = {state: 1}
        waiting = [state]
        while waiting:
            at = waiting.pop()
            for to in automaton.free[at]:
                known = ways.get(to, 0)
                if known < 2 and to != state:
                    ways[to] = known + 1
                    waiting.append(to)
        steps[state] = [edge for at, times in ways.items() for edge in automaton.edges[at] for _ in range(times)]
    return steps


def _loops(steps: Edges) -> Iterator[set[int]]:
    """The strongly connected components that hold an edge (Tarjan, iterative)."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    for root in steps:
        if root in index:
            continue
        work = [(root, iter([to for _, to in steps[root]]))]
        index[root] = low[root] = len(index)
        stack.append(root)
        on_stack.add(root)
        while work:
            state, following = work[-1]
            for to in following:
                if to not in index:
                    index[to] = low[to] = len(index)
                    stack.append(to)
                    on_stack.add(to)
                    work.append((to, iter([after for _, after in steps[to]])))
                    break
                if to in on_stack:
                    low[state] = min(low[state], index[to])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[state])
                if low[state] == index[state]:
                    component = set()
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        component.add(member)
                        if member == state:
                            break
                    if len(component) > 1 or any(to == state for _, to in steps[state]):
                        yield component


def _parts_and_meets(steps: Edges) -> int:
    """The characters (bits) at which two ways from one state part, if they can meet again in one state; else 0."""
    meets = _meeting_pairs(steps)
    for edges in steps.values():
        for n, (bits, one) in enumerate(edges):
            for other_bits, other in edges[n + 1 :]:
                common = bits & other_bits
                if common and (one == other or (one, other) in meets):
                    return common
    return 0


def _meeting_pairs(steps: Edges) -> set[tuple[int, int]]:
    """Pairs of different states from which the same string can lead to one state: found backwards from those."""
    back: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for one, edges in steps.items():
        for other, others in steps.items():
            for bits, to in edges:
                for other_bits, other_to in others:
                    if bits & other_bits:
                        back[to, other_to].append((one, other))
    waiting = [(state, state) for state in steps]
    met: set[tuple[int, int]] = set(waiting)
    while waiting:
        for pair in back[waiting.pop()]:
            if pair not in met:
                met.add(pair)
                waiting.append(pair)
    return {pair for pair in met if pair[0] != pair[1]}
