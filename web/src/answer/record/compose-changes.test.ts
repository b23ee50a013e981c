import { mergeSpf, type RecordChange, writeSpf } from '@whybounce/core/record';
import { expect, it } from 'vitest';
import { composeChanges } from './compose-changes.ts';

const short = (changes: readonly RecordChange[]): string[] =>
  changes.map(({ kind, from, to }) => `${kind} ${from ?? '-'} ${to ?? '-'}`);

it('tells a merge and what was changed after it as one', () => {
  const merged = mergeSpf(['v=spf1 a mx ~all', 'v=spf1 include:_spf.example.net -all']);
  const written = writeSpf({ existing: merged.text, add: [{ ip: '192.0.2.1' }], remove: ['mx'], all: '-' });
  expect(short(composeChanges(merged.changes, written.changes)).sort()).toEqual([
    'added - ip4:192.0.2.1',
    'changed ~all -all',
    'kept a a',
    'kept include:_spf.example.net include:_spf.example.net',
    'removed -all -',
    'removed mx -',
  ]);
});

it('leaves out what came and went again', () => {
  const came: RecordChange = { kind: 'added', from: null, to: 'mx', why: 'a' };
  const went: RecordChange = { kind: 'removed', from: 'mx', to: null, why: 'b' };
  expect(composeChanges([came], [went])).toEqual([]);
});
