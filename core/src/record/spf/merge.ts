import type { RecordChange } from '../finding.ts';
import { legible } from '../quoted.ts';
import { nearMissOf } from './near-miss.ts';
import { parseSpf, versionStart } from './parse.ts';
import { bare, isAll } from './pieces.ts';
import { allOf, type SpfRecord, type SpfTerm } from './record.ts';
import { writeSpf } from './write.ts';
import { changed, kept, removed, type WrittenSpf } from './written.ts';

/**
 * Makes one record of several: every sender of each, in their order. The softest `all` ends it, as each of them was
 * strict about its own senders alone.
 */
export function mergeSpf(records: readonly string[]): WrittenSpf {
  const read = records.map((text) =>
    parseSpf(versionStart.test(text) ? text : (nearMissOf(text)?.meant ?? `v=spf1 ${text}`)),
  );
  const left: string[] = [];
  const changes: RecordChange[] = [];
  const ends = read.flatMap((record) => allOf(record)?.qualifier ?? []);
  const softest = (['+', '?', '~', '-'] as const).find((qualifier) => ends.includes(qualifier));
  const taken = new Set<string>();
  const terms: string[] = [];
  const add = (from: string, to: string, why: string) => {
    if (taken.has(bare(to))) changes.push(removed(from, 'It stands in another of the records already.'));
    else {
      terms.push(to);
      changes.push(from === to ? kept(from) : changed(from, to, why));
    }
    taken.add(bare(to));
  };
  for (const term of read.flatMap(reached)) {
    if (isAll(term)) continue;
    if (read.length > 1 && term.kind === 'modifier' && term.name === 'redirect') {
      const name = term.value.text;
      left.push(
        `What ${legible(name)} says of all other servers is not taken over, as its redirect became an include.`,
      );
      add(term.text, `include:${name}`, 'A redirect is followed only where nothing stands beside it.');
    } else add(term.text, term.text, '');
  }
  if (softest === '+') left.push('One of the records ended with +all, which allows every server in the world.');
  const joined = ['v=spf1', ...terms, ...(softest === undefined ? [] : [`${softest}all`])].join(' ');
  const written = writeSpf({
    existing: joined,
    add: [],
    all: softest === undefined && read.length > 1 ? '~' : undefined,
  });
  const mended = written.changes.filter(({ kind }) => kind !== 'kept');
  const whole = changes.filter(({ to }) => to === null || !mended.some(({ from }) => from === to));
  const all = ends.map((qualifier) =>
    qualifier === softest
      ? kept(`${qualifier}all`)
      : removed(`${qualifier}all`, 'Another record is softer about other servers.'),
  );
  return { text: written.text, changes: [...whole, ...mended, ...all], left: [...left, ...written.left] };
}

/** The terms of a record that an evaluation may come to. */
function reached(record: SpfRecord): SpfTerm[] {
  const all = allOf(record);
  return record.terms.filter((term) =>
    all === null ? true : term.kind === 'modifier' ? term.name !== 'redirect' : term.span[0] <= all.span[0],
  );
}
