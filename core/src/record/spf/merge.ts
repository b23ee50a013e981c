import { nearMissOf } from './near-miss.ts';
import { parseSpf, versionStart } from './parse.ts';
import { bare, isAll } from './pieces.ts';
import { allOf, type SpfRecord, type SpfTerm } from './record.ts';
import { quoted } from './report.ts';
import { writeSpf } from './write.ts';
import { kept, removed, type WrittenSpf } from './written.ts';

/**
 * Makes one record of several: every sender of each, in their order. The softest `all` ends it, as each of them was
 * allowed to be strict only about its own senders.
 */
export function mergeSpf(records: readonly string[]): WrittenSpf {
  const read: SpfRecord[] = records.map((text) =>
    parseSpf(versionStart.test(text) ? text : (nearMissOf(text)?.meant ?? `v=spf1 ${text}`)),
  );
  const left: string[] = [];
  const ends = read.flatMap((record) => allOf(record)?.qualifier ?? []);
  const softest = (['+', '?', '~', '-'] as const).find((qualifier) => ends.includes(qualifier));
  const several = read.length > 1;
  const terms = read.flatMap((record) =>
    reached(record).flatMap((term) => {
      if (isAll(term)) return [];
      if (!several || term.kind !== 'modifier' || term.name !== 'redirect') return [term.text];
      left.push(
        `"${quoted(term.text)}" became an include: what ${quoted(term.value.text)} says of all other servers is not taken over.`,
      );
      return [`include:${term.value.text}`];
    }),
  );
  if (softest === '+') left.push('One of the records ended with +all, which allows every server in the world.');
  const joined = ['v=spf1', ...terms, ...(softest === undefined ? [] : [`${softest}all`])].join(' ');
  const written = writeSpf({ existing: joined, add: [], all: softest === undefined && several ? '~' : undefined });
  const after = new Set(written.text.split(' ').map(bare));
  const changes = read.flatMap((record) =>
    record.terms.map((term) =>
      after.has(bare(term.text)) && !(isAll(term) && !written.text.endsWith(term.text))
        ? kept(term.text)
        : (written.changes.find(({ from }) => from === term.text) ??
          removed(term.text, 'One record has one of its kind.')),
    ),
  );
  return { text: written.text, changes, left: [...left, ...written.left] };
}

function reached(record: SpfRecord): SpfTerm[] {
  const all = allOf(record);
  return record.terms.filter((term) =>
    all === null ? true : term.kind === 'modifier' ? term.name !== 'redirect' : term.span[0] <= all.span[0],
  );
}
