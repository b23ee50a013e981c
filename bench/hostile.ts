import { decode } from '@whybounce/core';
import {
  addressGroups,
  attachment,
  dashes,
  headersBeforeType,
  hugeHeaders,
  manyParts,
  nestedMessages,
  nestedMultiparts,
  sameBoundary,
} from '../test/threat/bombs.ts';
import { median, millisecondsOf, say } from './row.ts';

// Hostile inputs of the threat list, with the time that the slowest of each row takes.

const ROUNDS = 3;
const MIB = 1024 * 1024;

/** Threat, its limit in milliseconds, and the inputs by name. */
const threats: readonly (readonly [threat: string, limit: number, inputs: Readonly<Record<string, () => string>>])[] = [
  [
    'mime-nesting',
    250,
    {
      'multiparts 1,000 deep': () => nestedMultiparts('after', 1_000, true),
      'multiparts 10,000 deep': () => nestedMultiparts('after', 10_000, true),
      'the same, left open': () => nestedMultiparts('after', 10_000, false),
      'one boundary 10,000 deep': () => sameBoundary('after', 10_000),
      'messages 1,000 deep': () => nestedMessages('after', 1_000),
    },
  ],
  [
    'mime-parts',
    200,
    { '100,000 parts': () => manyParts('after', 100_000), '500,000 lines of dashes': () => dashes('after', 500_000) },
  ],
  ['mime-address-groups', 100, { '50,000 groups': () => addressGroups(50_000) }],
  [
    'mime-huge-headers',
    400,
    Object.fromEntries(
      Object.entries(hugeHeaders).map(([name, make]) => [name, () => headersBeforeType(make(20 * MIB))]),
    ),
  ],
  [
    'qp-b64-size',
    500,
    {
      '20 MiB of quoted-printable image': () => attachment('after', 'quoted-printable', 'image/png', 20 * MIB),
      '20 MiB of base64 image': () => attachment('after', 'base64', 'image/png', 20 * MIB),
      '20 MiB of quoted-printable text': () => attachment('after', 'quoted-printable', 'text/plain', 20 * MIB),
      '20 MiB of base64 text': () => attachment('after', 'base64', 'text/plain', 20 * MIB),
    },
  ],
  ['redos', 5, pumped()],
];

/** Replies of 2 KiB that repeat what patterns wait for. */
function pumped(): Record<string, () => string> {
  const pieces = [
    '550 ',
    '5.1.1 ',
    ' ',
    '\t',
    '(',
    '<',
    '>',
    '[',
    'a@',
    '192.0.2.1 ',
    'host a[1.2.3.4] said: ',
    'smtp; ',
    '550-',
    '"',
    "'",
    'try again in ',
    '1 hour ',
    'see https://a.example/?',
    'blocked using ',
    '=?utf-8?Q?',
    '-',
    '0',
    'user unknown ',
  ];
  return Object.fromEntries(
    pieces.map((piece) => [
      `“${piece}” repeated`,
      () => `550 5.7.1 ${piece.repeat(Math.ceil(2_048 / piece.length)).slice(0, 2_038)}`,
    ]),
  );
}

const encoder = new TextEncoder();
for (const [threat, limit, inputs] of threats) {
  let slowest = { name: '', milliseconds: 0 };
  for (const [name, make] of Object.entries(inputs)) {
    const bytes = encoder.encode(make());
    const options = threat === 'redos' ? ({ as: 'reply' } as const) : {};
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await millisecondsOf(() => decode(bytes, options)));
    const milliseconds = median(times);
    if (milliseconds > slowest.milliseconds) slowest = { name, milliseconds };
  }
  say({
    name: `hostile: ${threat}, ${Object.keys(inputs).length} inputs`,
    figure: `${slowest.milliseconds.toFixed(slowest.milliseconds < 10 ? 1 : 0)} ms at worst (${slowest.name})${slowest.milliseconds > limit ? ' **too slow**' : ''}`,
    target: `≤ ${limit} ms`,
  });
}
