import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';

/**
 * Proves that imports point down only: a package imports the packages below it, a room of core the
 * rooms below it, and nobody a room above or the inside of another package.
 */

const root = join(import.meta.dirname, '..');

/** Packages from top to bottom. */
const packages = ['cli', 'server', 'probe', 'web', 'core', 'knowledge'];

/** Rooms of core from top to bottom; files beside the rooms stand with the level that names them. */
const coreRooms: readonly (readonly string[])[] = [
  ['index'],
  ['conversation', 'decide', 'compare-policies'],
  ['cohort'],
  ['decode', 'reply', 'explain', 'diagnose-event', 'try-rules', 'encyclopedia'],
  ['input'],
  ['finish'],
  ['judge'],
  ['rules'],
  ['redact', 'record-format'],
  ['checklist'],
  ['escalate'],
  ['event'],
  ['advise'],
  ['diagnose'],
  ['match', 'generated'],
  ['read'],
  ['container'],
  ['message'],
  ['reading'],
  ['mail-host'],
  ['record'],
  ['dns', 'check', 'text'],
];

/** Rooms of web from top to bottom. */
const webRooms: readonly (readonly string[])[] = [
  ['index'],
  ['browser', 'desk', 'site'],
  ['render'],
  ['page'],
  ['component'],
  ['answer', 'wording'],
  ['address', 'style'],
];

/** Rooms of probe from top to bottom. */
const probeRooms: readonly (readonly string[])[] = [
  ['index'],
  ['check-event', 'test-message', 'bulk-sender'],
  ['probe', 'what-if'],
  ['generated'],
  ['observe'],
  ['subject', 'subject-error'],
  ['check', 'fact'],
  ['verify', 'message', 'bimi', 'dane'],
  ['certificate', 'blocklist', 'smtp', 'https'],
  ['dns'],
  ['address-guard', 'certificate-fixture', 'letter-case', 'quoted'],
];

/** The packages that have rooms. */
const rooms: Readonly<Record<string, readonly (readonly string[])[]>> = {
  core: coreRooms,
  web: webRooms,
  probe: probeRooms,
};

/** Packages that run in Node alone. */
const nodePackages = new Set(['cli', 'server', 'probe']);

/** Packages that stand beside each other. */
const beside: readonly (readonly [string, string])[] = [['probe', 'web']];

/** Readers stand beside each other, save where one reads a form that holds another's: what each may import. */
const readRooms: Readonly<Record<string, readonly string[]>> = {
  arf: [],
  client: [],
  dsn: [],
  // the exports of a sender and its webhooks tell the same in two shapes; some look like logs
  export: ['log', 'webhook'],
  kind: [],
  log: [],
  // some servers refuse by a disposition notification, in words like those of their reports
  mdn: ['ndr'],
  // a report without MIME may hold the fields of a status part
  ndr: ['dsn'],
  // a transcript's lines are wrapped like those of a report
  session: ['ndr'],
  webhook: [],
};

const importOf = /^\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
const complaints: string[] = [];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The level in which a path below a package's `src` stands; -1 if in none. */
function levelOf(levels: readonly (readonly string[])[], path: string): number {
  const room = path.split('/')[0]?.replace(/\.tsx?$/, '') ?? '';
  return levels.findIndex((level) => level.includes(room));
}

for (const [depth, name] of packages.entries()) {
  const source = join(root, name, 'src');
  for (const file of sources(source)) {
    const from = relative(source, file).replaceAll('\\', '/');
    for (const [, direct, lazy] of readFileSync(file, 'utf8').matchAll(importOf)) {
      const target = direct ?? lazy ?? '';
      const say = (why: string): void => void complaints.push(`${name}/src/${from} imports ${target}: ${why}`);
      const packageName = packages.find((other) => target === other || target.startsWith(`@whybounce/${other}`));
      if (packageName !== undefined) {
        if (
          packages.indexOf(packageName) <= depth ||
          beside.some((pair) => pair.includes(name) && pair.includes(packageName))
        )
          say(`${packageName} does not stand below ${name}.`);
      } else if (!target.startsWith('.')) {
        if (!nodePackages.has(name) && target.startsWith('node:')) say(`${name} runs in browsers: no Node API.`);
      } else {
        const to = posix.normalize(posix.join(posix.dirname(from), target));
        if (to.startsWith('..')) say('a package is imported by its name, not by a path into it.');
        else if (rooms[name] !== undefined) checkRooms(rooms[name], from, to, say);
        else if (
          name === 'knowledge' &&
          /^(?:blocklist|filter|mta|platform|provider|wording)\//.test(from) &&
          /^(?:blocklist|filter|mta|platform|provider|wording)\//.test(to)
        )
          say('a system file knows no other.');
      }
    }
  }
}

function checkRooms(
  levels: readonly (readonly string[])[],
  from: string,
  to: string,
  say: (why: string) => void,
): void {
  const [above, below] = [levelOf(levels, from), levelOf(levels, to)];
  if (above < 0) say(`${from} stands in no room: give it a level in tools/check-arrows.ts.`);
  else if (below < 0) say(`${to} stands in no room.`);
  else if (below < above) say(`${to} stands above ${from}.`);
  const fromRoom = /^read\/([^/]+)\//.exec(from)?.[1];
  const toRoom = /^read\/([^/]+)\//.exec(to)?.[1];
  if (fromRoom !== undefined && toRoom !== undefined && fromRoom !== toRoom && !readRooms[fromRoom]?.includes(toRoom))
    say(`the readers of ${fromRoom} and ${toRoom} stand beside each other.`);
}

for (const complaint of complaints) console.log(complaint);
console.log(`${complaints.length} arrows point up`);
process.exitCode = complaints.length > 0 ? 1 : 0;
