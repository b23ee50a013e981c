import { ruleTable } from '@whybounce/knowledge';
import { checklists } from '@whybounce/knowledge/checklist';
import { traceTools } from '@whybounce/knowledge/trace-tool';
import { expect, test } from 'vitest';
import { logDialects } from '../read/log/index.ts';
import { dialects as ndrDialects } from '../read/ndr/index.ts';
import { replyIds } from './reply-ids.ts';
import { sayTime, timeWindow } from './time-window.ts';

const slugs = new Set(ruleTable.systems.map(({ slug }) => slug));
const known = new Set([...ndrDialects, ...logDialects].map(({ dialect }) => dialect));

test('systems and dialects of the trace tools exist, each in one tool only; the last fits all others', () => {
  const systems = traceTools.flatMap((tool) => tool.systems);
  const named = traceTools.flatMap((tool) => tool.dialects);
  for (const slug of [...systems, ...checklists.flatMap((list) => list.systems)]) expect(slugs).toContain(slug);
  for (const dialect of named) expect(known).toContain(dialect);
  expect(new Set(systems).size).toBe(systems.length);
  expect(new Set(named).size).toBe(named.length);
  expect(traceTools.at(-1)).toMatchObject({ systems: [], dialects: [] });
  expect(checklists.at(-1)?.systems).toEqual([]);
});

test('patterns of ids have one group and bounded quantifiers only', () => {
  for (const { replyIds } of traceTools)
    for (const { pattern } of replyIds) {
      expect(pattern.replace(/\[(?:\\.|[^\]])*\]/g, 'x')).not.toMatch(/(?<!\\)[*+]|\{\d+,\}/);
      expect(new RegExp(`${pattern}|`).exec('')?.length).toBe(2);
    }
});

test.each([
  [
    '550 5.4.1 no [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM 2026-05-27T14:29:59.412Z 08DE9B7C1F24A6D3]',
    ['AM0P190CA0026.EURP190.PROD.OUTLOOK.COM 2026-05-27T14:29:59.412Z 08DE9B7C1F24A6D3'],
  ],
  [
    '550 5.7.1 no [DB5EUR01FT009.eop-EUR01.prod.protection.outlook.com]',
    ['DB5EUR01FT009.eop-EUR01.prod.protection.outlook.com'],
  ],
  ['550 5.1.1 no a640c23a62f3a-a8667b1si1.123 - gsmtp', ['a640c23a62f3a-a8667b1si1.123']],
  ['451 4.7.1 later, queued as 8E1B31E0A4', ['8E1B31E0A4']],
  ['550 no [203.0.113.7] and [example.com]', []],
])('ids in %j', (reply, ids) => expect(replyIds(reply).map(({ id }) => id)).toEqual(ids));

test('no ids without a reply, and a hostile one costs its length', () => {
  expect(replyIds(null)).toEqual([]);
  for (const part of ['[a.', 'a - gsmtp', '[', 'queued as ', ' a']) replyIds(part.repeat(20_000));
});

test.each([
  ['2026-05-27T14:30:00Z', { start: '2026-05-26', end: '2026-05-29' }],
  ['2026-03-01T00:00:00.5Z', { start: '2026-02-28', end: '2026-03-03' }],
  ['2026-13-45T00:00:00Z', null],
  ['27 May 2026', null],
  ['1970-01-01T00:00:00Z', null],
  [null, null],
])('days around %j', (time, expected) => expect(timeWindow(time)).toEqual(expected));

test('a time for people', () => {
  expect(sayTime('2026-05-07T04:05:06.7Z')).toBe('7 May 2026 at 04:05 UTC');
  expect(sayTime('x')).toBeNull();
});
