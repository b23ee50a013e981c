import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../probe/src/generated/checks.ts';
import { root } from '../command.ts';
import { needs } from '../peer/installed.ts';
import { type CheckWorld, startCheckWorld } from './check-world.ts';

// What docs/checks.md shows is run, in the world that it tells of.

const page = readFileSync(join(root, 'docs', 'checks.md'), 'utf8');
const blocks = [...page.matchAll(/```console\n\$ npx whybounce (.+)\n([\s\S]*?)```/g)].map(([, command, shown]) => ({
  command: command ?? '',
  shown: shown ?? '',
}));
const need = needs('nsd', 'unbound');

/** Arguments as a shell takes them apart, for what the page has: words and double quotes. */
function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** Whether text is as it is shown, where a line `…` stands for any lines. */
function holds(printed: string, shown: string): boolean {
  let rest = printed;
  for (const [i, part] of shown.split(/^…\n/m).entries()) {
    const at = rest.indexOf(part);
    if (at < 0 || (i === 0 && at > 0)) return false;
    rest = rest.slice(at + part.length);
  }
  return rest.trim() === '' || shown.endsWith('…\n');
}

test('the page names every area that there is', () => {
  const areas = [...page.slice(0, page.indexOf('\n## ')).matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, area]) => area);
  expect(areas.toSorted()).toEqual([...new Set(checks.map(({ area }) => area))].toSorted());
});

describe.runIf(need.met)(`the command prints what the page shows${need.because}`, () => {
  let world: CheckWorld;
  beforeAll(async () => {
    world = await startCheckWorld({
      'example.com': {
        'example.com': {
          MX: [{ preference: 1, exchange: 'aspmx.l.google.com' }],
          TXT: ['v=spf1 include:_spf.example.net a:old.example.com ip4:192.0.2.0/24 ~all'],
        },
        '_dmarc.example.com': { TXT: ['v=DMARC1; p=none; rua=mailto:dmarc@example.com'] },
      },
      'example.net': {
        '_spf.example.net': { TXT: ['v=spf1 ip4:198.51.100.0/25 include:_spf2.example.net -all'] },
        '_spf2.example.net': { TXT: ['v=spf1 ip4:203.0.113.7 -all'] },
      },
      'google.com': {
        'aspmx.l.google.com': { A: ['192.0.2.5'] },
        '_spf.google.com': { TXT: ['v=spf1 ip4:203.0.113.128/25 ~all'] },
      },
    });
  }, 60_000);
  afterAll(() => world?.stop());

  test('in at least five places', () => expect(blocks.length).toBeGreaterThanOrEqual(5));

  test.each(blocks)('$command', ({ command, shown }) => {
    const { stdout } = world.ask(words(command), { env: { LC_ALL: 'C.UTF-8' } });
    if (!holds(stdout, shown)) expect(stdout).toBe(shown);
  });
});
