import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { type BounceEvent, decode } from '@whybounce/core';
import { type BuildResult, build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';

// The engine runs in a web page: what a bundler makes of it asks for nothing that a browser has not.

const root = join(import.meta.dirname, '..');

/** Bundles the engine with its knowledge as a page would. */
async function bundle(
  format: 'iife' | 'esm',
  minify: boolean,
): Promise<{ code: string; result: BuildResult<{ metafile: true }> }> {
  const result = await build({
    entryPoints: [join(root, 'core/src/index.ts')],
    bundle: true,
    write: false,
    format,
    minify,
    ...(format === 'iife' ? { globalName: 'whybounce' } : {}),
    platform: 'browser',
    target: 'es2024',
    conditions: ['source'],
    metafile: true,
    logLevel: 'silent',
  });
  return { code: result.outputFiles?.[0]?.text ?? '', result };
}

/** Names of Node's own that no browser knows. */
const nodeOnly =
  /\bnode:|\brequire\(|\bprocess\.|\bBuffer\b|\b__dirname\b|\b__filename\b|\bglobal\.|\bsetImmediate\b|\bimport\.meta\b/g;

describe.each(['iife', 'esm'] as const)('as %s', (format) => {
  test('imports nothing and knows nothing of Node', async () => {
    const { code, result } = await bundle(format, false);
    expect([result.errors, result.warnings]).toEqual([[], []]);
    expect(code.length).toBeGreaterThan(100_000);
    const outputs = Object.values(result.metafile.outputs);
    expect(outputs.map(({ imports }) => imports.filter(({ external }) => external))).toEqual([[]]);
    expect(outputs.flatMap(({ imports }) => imports)).toEqual([]);
    expect(code).not.toMatch(/^\s*import\b(?!\()/m);
    // Comments and prose may speak of anything: code is what is left of them.
    const { code: bare } = await bundle(format, true);
    expect(withoutStrings(bare).match(nodeOnly) ?? []).toEqual([]);
  });
});

/** Minified code without what stands in its strings: the knowledge's own words. */
function withoutStrings(code: string): string {
  return code.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gs, (text) => (/^.node:/.test(text) ? text : '""'));
}

const dsn = `From: MAILER-DAEMON@plum.example
Subject: =?utf-8?B?VW56dXN0ZWxsYmFyIGbDvHI=?= Olga
Date: Tue, 03 Mar 2026 11:20:30 +0100
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-15
Content-Transfer-Encoding: quoted-printable

Empf=E4nger unbekannt

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; out.plum.example

Final-Recipient: rfc822; olga@plum.example
Action: failed
Status: 5.4.1
Diagnostic-Code: smtp; 550 5.4.1 Recipient address rejected: Access denied [AM0P190CA0026.EURP190.PROD.OUTLOOK.COM]

--b--
`;

const inputs: readonly (readonly [string, string | object | Uint8Array])[] = [
  ['a DSN', dsn],
  ['a DSN as bytes', new TextEncoder().encode(dsn)],
  ['a reply', '451 4.7.1 Greylisted, try again in 5 minutes'],
  ['a folded reply', '550-5.7.1 [192.0.2.1] blocked\n550 5.7.1 using zen.spamhaus.org'],
  [
    'a webhook',
    {
      RecordType: 'Bounce',
      Type: 'HardBounce',
      MessageID: 'pm',
      Email: 'olga@plum.example',
      Details: 'smtp;550 5.1.1 unknown user',
      BouncedAt: '2026-03-03T10:20:30Z',
    },
  ],
  [
    'a log',
    'Mar  3 11:20:30 out postfix/smtp[8]: 5D0A1: to=<olga@plum.example>, relay=none, dsn=5.4.4, status=bounced (Host or domain name not found)\n',
  ],
];

describe('in a bare context', () => {
  let decodeThere: (input: unknown) => string;

  beforeAll(async () => {
    const { code } = await bundle('iife', true);
    // Only what the language and the Encoding Standard give: no timers, fetch or document.
    const context = createContext({ TextDecoder, TextEncoder });
    expect(runInContext('typeof process + typeof Buffer + typeof require + typeof fetch', context)).toBe(
      'undefined'.repeat(4),
    );
    runInContext(`${code};globalThis.whybounce = whybounce;`, context);
    const foreign = runInContext(
      '(input, bytes) => JSON.stringify(whybounce.decode(bytes ? Uint8Array.from(JSON.parse(input)) : JSON.parse(input)))',
      context,
    ) as (input: string, bytes: boolean) => string;
    decodeThere = (input) =>
      input instanceof Uint8Array ? foreign(JSON.stringify([...input]), true) : foreign(JSON.stringify(input), false);
  });

  test.each(inputs)('%s gives the same JSON as in Node', (_, input) => {
    const here = decode(input);
    expect(here.some(({ diagnosis }: BounceEvent) => diagnosis !== null)).toBe(true);
    expect(decodeThere(input)).toBe(JSON.stringify(here));
  });
});
