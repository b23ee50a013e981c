import type { RecordChange } from '../finding.ts';
import { type DmarcTagName, knownTag } from './parse-dmarc.ts';

/** A tag on its way from the published record to the new one. */
interface Entry {
  readonly name: string;
  value: string;
  /** As it is published; null where it is new. */
  readonly from: string | null;
  why: string | null;
}

/** Order in which new tags are put at the end. */
const NEW_ORDER: readonly DmarcTagName[] = ['sp', 'np', 'rua', 'ruf', 'fo', 'adkim', 'aspf', 'psd', 't', 'pct'];

/** A record that is being changed tag by tag, with what is changed and why. */
export class DmarcDraft {
  readonly #entries: Entry[] = [];
  readonly #removed: RecordChange[] = [];

  /** Takes a tag over from the published record. */
  take(name: string, value: string, from: string, why: string | null): void {
    this.#entries.push({ name, value, from, why });
  }

  /** Notes that something of the published record goes. */
  drop(from: string, why: string): void {
    this.#removed.push({ kind: 'removed', from, to: null, why });
  }

  get(name: DmarcTagName): string | undefined {
    return this.#find(name)?.value;
  }

  /** Gives a tag a value, whether or not it is there. */
  set(name: DmarcTagName, value: string, why: string): void {
    const entry = this.#find(name);
    if (entry === undefined) this.#entries.push({ name, value, from: null, why });
    else if (entry.value !== value) {
      entry.value = value;
      entry.why = why;
    }
  }

  remove(name: string, why: string): void {
    const entry = this.#find(name);
    if (entry === undefined) return;
    this.#entries.splice(this.#entries.indexOf(entry), 1);
    if (entry.from !== null) this.drop(entry.from, why);
  }

  /** The record: the version first, the policy second, the rest in its order, what is new at the end. */
  write(): { text: string; changes: RecordChange[] } {
    const rank = ({ name, from }: Entry): number => {
      if (name === 'v') return 0;
      if (name === 'p') return 1;
      const known = knownTag(name);
      return from !== null || known === undefined ? 2 : 3 + NEW_ORDER.indexOf(known);
    };
    const ordered = [...this.#entries].sort((a, b) => rank(a) - rank(b));
    const changes = ordered.map((entry): RecordChange => change(entry));
    return {
      text: ordered.map(({ name, value }) => `${name}=${value}`).join('; '),
      changes: [...changes, ...this.#removed],
    };
  }

  #find(name: string): Entry | undefined {
    return this.#entries.find((entry) => entry.name === name);
  }
}

function change({ name, value, from, why }: Entry): RecordChange {
  const to = `${name}=${value}`;
  if (from === null) return { kind: 'added', from, to, why };
  // only white space around the equals sign is no change
  if (from.replace(/\s*=\s*/, '=') === to) return { kind: 'kept', from, to, why: null };
  return { kind: 'changed', from, to, why: why ?? `It is written as all receivers read it.` };
}
