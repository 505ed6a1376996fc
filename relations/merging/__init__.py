"""Which reports speak of the same fact, and why.

Each report is boiled down to its `Terms`: what decides about sameness, and nothing else (`contacts`, `trade`,
`positions`, one module a kind of fact). Reports with the same terms always belong together. `partition` then
forms facts out of all terms that have to do with each other, by a rule that depends on the set of reports alone:
neither their order of arrival nor the number of workers changes the outcome. What a person has decided (`pins`)
goes before any rule. Where the text leaves open which of several facts is meant, nothing is merged on a guess.
"""

from relations.merging.keys import actor_key
from relations.merging.terms import Terms

__all__ = ["Terms", "actor_key"]
