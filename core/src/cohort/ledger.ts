import { type Entry, Group } from './group.ts';
import type { Outcome } from './outcome.ts';
import { type GroupBy, partOf } from './part.ts';
import { trackOf } from './track.ts';

/** Every outcome that has a time, by time and in groups: what observations of an event are looked up in. */
export class Ledger {
  readonly entries: readonly Entry[];
  readonly #byPlace: readonly (Entry | null)[];
  readonly #groups = new Map<GroupBy, ReadonlyMap<string, Group>>();
  readonly #all: Group;

  /** @param outcomes in any order; what is none, or has no time, is passed over */
  constructor(outcomes: readonly (Outcome | null)[]) {
    this.#byPlace = outcomes.map((outcome) => {
      const at = outcome?.at ?? null;
      return outcome === null || at === null ? null : { ...outcome, at, track: trackOf(outcome) };
    });
    this.entries = this.#byPlace.filter((entry) => entry !== null).sort((a, b) => a.at - b.at);
    this.#all = new Group('', this.entries);
  }

  /** The entry of an outcome, by its place among those handed in; null where it was passed over. */
  entry(place: number): Entry | null {
    return this.#byPlace[place] ?? null;
  }

  /** Everything as one group. */
  get all(): Group {
    return this.#all;
  }

  /** The group of a key; null where nothing shares it, or the key is not known. */
  group(by: GroupBy, key: string | null): Group | null {
    return key === null ? null : (this.groups(by).get(key) ?? null);
  }

  groups(by: GroupBy): ReadonlyMap<string, Group> {
    let groups = this.#groups.get(by);
    if (groups === undefined) {
      const lists = new Map<string, Entry[]>();
      for (const entry of this.entries) {
        const key = partOf(entry, by);
        if (key === null) continue;
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [entry]);
        else list.push(entry);
      }
      groups = new Map([...lists].map(([key, list]) => [key, new Group(key, list)]));
      this.#groups.set(by, groups);
    }
    return groups;
  }
}
