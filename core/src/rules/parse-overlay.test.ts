import { describe, expect, test } from 'vitest';
import { OverlayError, type OverlayFault } from './overlay-error.ts';
import { parseOverlay } from './parse-overlay.ts';

const entry = {
  id: 'held',
  text: ['held for review'],
  reason: 'policy.generic',
  meaning: 'It is held until somebody looks.',
};
const system = { slug: 'example-gateway', kind: 'gateway', hosts: ['gw.example.net'], entries: [entry] };

/** The faults of an overlay; empty for a right one. */
function faultsOf(data: unknown): readonly OverlayFault[] {
  try {
    parseOverlay(data, 'rules.yaml');
    return [];
  } catch (error) {
    if (error instanceof OverlayError) return error.faults;
    throw error;
  }
}

const withEntry = (change: object): unknown => ({ systems: [{ ...system, entries: [{ ...entry, ...change }] }] });
const withSystem = (change: object): unknown => ({ systems: [{ ...system, ...change }] });

test('fills in what may be left out', () => {
  const overlay = parseOverlay({ systems: [system] }, 'rules.yaml');
  expect(overlay).toEqual({
    source: 'rules.yaml',
    systems: [
      {
        slug: 'example-gateway',
        name: 'example-gateway',
        kind: 'gateway',
        hosts: ['gw.example.net'],
        entries: [
          {
            ...entry,
            codes: [],
            steps: [],
            sources: [{ name: 'rules.yaml' }],
            status: 'observed',
            matches: [],
            mustNotMatch: [],
          },
        ],
      },
    ],
    disable: [],
    notes: new Map(),
  });
});

test('a system that is built in needs no name and kind', () => {
  const [own] = parseOverlay({ systems: [{ slug: 'microsoft-365', entries: [] }] }).systems;
  expect(own).toEqual({
    slug: 'microsoft-365',
    name: 'Microsoft 365 (Exchange Online)',
    kind: 'mailbox-provider',
    entries: [],
  });
});

test('takes everything that a knowledge file has', () => {
  const full = {
    ...entry,
    codes: [550, '5.7.1', '5.7.606-649', 'X.7.26'],
    needsCode: true,
    needsHost: true,
    anywhere: true,
    weak: false,
    priority: 7,
    owner: 'recipient-admin',
    action: 'fix',
    causes: { 'tenant-restriction': 60, 'sender-ip-listed': 40 },
    classes: { sparkpost: 50, postmark: null, sisimai: 'policyviolation' },
    steps: ['Ask  them\n to release it. '],
    link: 'https://example.net/help',
    sources: [{ name: 'Ticket 4711', url: 'https://example.net/4711', read: '2026-10-01', grade: 'read' }],
    status: 'documented',
    matches: ['550 held for review', { line: '550 held for review', host: 'gw.example.net' }],
    mustNotMatch: ['250 ok'],
  };
  expect(faultsOf(withEntry(full))).toEqual([]);
  const [own] = parseOverlay(withEntry(full)).systems[0]?.entries ?? [];
  const { weak: _, ...kept } = full;
  expect(own).toEqual({
    ...kept,
    codes: ['550', '5.7.1', '5.7.606-649', 'X.7.26'],
    steps: ['Ask them to release it.'],
  });
});

describe('says where a fault is, what stands there and what to write', () => {
  test.each<[string, unknown, string, RegExp]>([
    ['nothing', null, '', /it is empty: write systems, disable or notes/],
    ['a list', [], '', /a list stands here: write a mapping with systems, disable, notes/],
    ['text', 'systems', '', /"systems" stands here: write a mapping/],
    ['a Map', new Map(), '', /a mapping stands here/],
    ['a system at the top', system, 'slug', /An overlay is a list of systems: write systems/],
    ['a slip in a key', { sytems: [] }, 'sytems', /this key is not known. Did you mean "systems"\?/],
    ['systems that are no list', { systems: {} }, 'systems', /a mapping is no list: write \[ … \], or one item a line/],
    ['a system that is none', { systems: ['x'] }, 'systems[0]', /"x" stands here: write a mapping with slug/],
    ['no slug', withSystem({ slug: undefined }), 'systems[0].slug', /it is missing: write that of a built-in system/],
    [
      'a slug in capitals',
      withSystem({ slug: 'ACME' }),
      'systems[0].slug',
      /"ACME" is no slug: write lower-case words/,
    ],
    [
      'a slug that is nearly built in',
      withSystem({ slug: 'microsoft365', kind: undefined }),
      'systems[0].kind',
      /"microsoft365" is no built-in system. Did you mean "microsoft-365"\? Write one of mailbox-provider/,
    ],
    ['no kind', withSystem({ kind: null }), 'systems[0].kind', /it is missing/],
    [
      'no such kind',
      withSystem({ kind: 'gatway' }),
      'systems[0].kind',
      /"gatway" does not exist here. Did you mean "gateway"\?/,
    ],
    [
      'another kind',
      withSystem({ slug: 'gmail' }),
      'systems[0].kind',
      /gmail is built in as mailbox-provider: write that/,
    ],
    [
      'a slug twice',
      { systems: [system, system] },
      'systems[1].slug',
      /stands here twice: put all its entries together/,
    ],
    [
      'a top-level domain',
      withSystem({ hosts: ['com'] }),
      'systems[0].hosts[0]',
      /no domain name of two labels or more/,
    ],
    ['a wildcard', withSystem({ hosts: ['*.example.net'] }), 'systems[0].hosts[0]', /without "\*", "@" or a dot/],
    [
      'a number',
      withSystem({ domains: [5] }),
      'systems[0].domains[0]',
      /5 is no text: write a name such as.*in quotes/,
    ],
    [
      'a short mark',
      withSystem({ marks: ['ok'] }),
      'systems[0].marks[0]',
      /"ok" is too short to tell one refusal from another/,
    ],
    ['no link', withSystem({ links: { delist: 'ftp://x' } }), 'systems[0].links.delist', /begins with https:\/\//],
    ['no id', withEntry({ id: '' }), 'systems[0].entries[0].id', /it is empty: write lower-case words/],
    ['an id in capitals', withEntry({ id: 'Held' }), 'systems[0].entries[0].id', /"Held" is no slug/],
    [
      'an id twice',
      withSystem({ entries: [entry, entry] }),
      'systems[0].entries[1].id',
      /another entry .* "held": write another/,
    ],
    [
      'no such reason',
      withEntry({ reason: 'recipient.unkown' }),
      'systems[0].entries[0].reason',
      /Did you mean "recipient.unknown"\?/,
    ],
    [
      'no meaning',
      withEntry({ meaning: undefined }),
      'systems[0].entries[0].meaning',
      /it is missing: write in a sentence/,
    ],
    [
      'no sentence',
      withEntry({ meaning: 'held' }),
      'systems[0].entries[0].meaning',
      /it is no sentence: end it with a full stop/,
    ],
    [
      'nothing to look for',
      withEntry({ text: [] }),
      'systems[0].entries[0].text',
      /neither text nor codes: give at least one/,
    ],
    [
      'text that is no list',
      withEntry({ text: 'held' }),
      'systems[0].entries[0].text',
      /"held" is no list: write \[ … \]/,
    ],
    ['a short text', withEntry({ text: ['no'] }), 'systems[0].entries[0].text[0]', /"no" is too short/],
    [
      'a short piece',
      withEntry({ text: ['held * a'] }),
      'systems[0].entries[0].text[0]',
      /the words "a" in "held \* a" are too short/,
    ],
    [
      'a long text',
      withEntry({ text: ['x'.repeat(301)] }),
      'systems[0].entries[0].text[0]',
      /it has 301 characters, and 300 are the most/,
    ],
    [
      'codes in a text',
      withEntry({ text: ['550 5.1.1 held'] }),
      'systems[0].entries[0].text[0]',
      /put them into codes/,
    ],
    [
      'a regular expression',
      withEntry({ text: ['held.*review'] }),
      'systems[0].entries[0].text[0]',
      /looks like a regular expression .*there are none here: write the words themselves/,
    ],
    [
      'a key for one',
      withEntry({ regex: 'held' }),
      'systems[0].entries[0].regex',
      /There are no regular expressions here: write the words as text/,
    ],
    ['a note in an entry', withEntry({ note: 'x' }), 'systems[0].entries[0].note', /Write notes beside systems/],
    [
      'a broken number',
      withEntry({ codes: [5.1] }),
      'systems[0].entries[0].codes[0]',
      /5.1 is no text: write a code such as 550 or "5.1.1".*quotes/,
    ],
    ['no code', withEntry({ codes: ['5xx'] }), 'systems[0].entries[0].codes[0]', /"5xx" is no code: write 550, 5.7.1/],
    ['a range that falls', withEntry({ codes: ['5.7.9-3'] }), 'systems[0].entries[0].codes[0]', /is no code/],
    [
      'no code to need',
      withEntry({ needsCode: true }),
      'systems[0].entries[0].needsCode',
      /no codes to need: add codes/,
    ],
    [
      'yes',
      withEntry({ anywhere: 'yes' }),
      'systems[0].entries[0].anywhere',
      /"yes" is neither true nor false: write true/,
    ],
    [
      'needsHost of nobody',
      { systems: [{ slug: 'house-words', kind: 'wording', entries: [{ ...entry, needsHost: true }] }] },
      'systems[0].entries[0].needsHost',
      /nothing names this system, so it cannot hold: give the system hosts, domains or marks/,
    ],
    [
      'needsHost of a wording that is built in',
      { systems: [{ slug: 'recipient', entries: [{ ...entry, needsHost: true }] }] },
      'systems[0].entries[0].needsHost',
      /nothing names this system/,
    ],
    [
      'no such owner',
      withEntry({ owner: 'me' }),
      'systems[0].entries[0].owner',
      /"me" does not exist here. Write one of sender/,
    ],
    [
      'a suppression of the living',
      withEntry({ action: 'suppress' }),
      'systems[0].entries[0].action',
      /not for policy.generic, which does not say that the address is dead: write hold or fix/,
    ],
    [
      'a death by causes',
      withEntry({ causes: { 'address-does-not-exist': 100 } }),
      'systems[0].entries[0].causes',
      /would have the address suppressed, and policy.generic is not about the address/,
    ],
    [
      'no such cause',
      withEntry({ causes: { 'sender-ip-listd': 100 } }),
      'systems[0].entries[0].causes',
      /is no cause. Did you mean "sender-ip-listed"\?/,
    ],
    [
      'too few shares',
      withEntry({ causes: { 'sender-ip-listed': 50 } }),
      'systems[0].entries[0].causes',
      /sum to 50: write them so that they sum to 100/,
    ],
    [
      'half a share',
      withEntry({ causes: { 'sender-ip-listed': 'all' } }),
      'systems[0].entries[0].causes.sender-ip-listed',
      /"all" is no number/,
    ],
    [
      'a priority of words',
      withEntry({ priority: 'high' }),
      'systems[0].entries[0].priority',
      /"high" is no whole number from -1000 to 1000/,
    ],
    [
      'a priority of a hint',
      withEntry({ weak: true, priority: 1 }),
      'systems[0].entries[0].priority',
      /a weak rule only hints and has no priority/,
    ],
    [
      'no such vendor',
      withEntry({ classes: { sendgird: 'x' } }),
      'systems[0].entries[0].classes.sendgird',
      /Did you mean "sendgrid"\?/,
    ],
    [
      'no date',
      withEntry({ sources: [{ name: 'x', read: 'today' }] }),
      'systems[0].entries[0].sources[0].read',
      /write YYYY-MM or YYYY-MM-DD/,
    ],
    [
      'a proof that is none',
      withEntry({ matches: [7] }),
      'systems[0].entries[0].matches[0]',
      /7 is no text: write a whole reply/,
    ],
    [
      'a proof without a line',
      withEntry({ matches: [{ host: 'gw.example.net' }] }),
      'systems[0].entries[0].matches[0].line',
      /it is missing/,
    ],
    [
      'a proof without a host',
      withEntry({ mustNotMatch: [{ line: 'x' }] }),
      'systems[0].entries[0].mustNotMatch[0].host',
      /it is missing/,
    ],
    [
      'no such rule',
      { disable: ['gmail/no-such'] },
      'disable[0]',
      /gmail has no rule "no-such".*To switch off a rule write system\/entry/,
    ],
    [
      'a rule nearly there',
      { disable: ['microsoft-365/recipient-acess-denied'] },
      'disable[0]',
      /Did you mean "microsoft-365\/recipient-access-denied"\?/,
    ],
    ['no rule at all', { disable: ['gmail'] }, 'disable[0]', /"gmail" names no rule/],
    [
      'a system nearly there',
      { disable: ['gmial/x'] },
      'disable[0]',
      /there is no system "gmial". Did you mean "gmail"\?/,
    ],
    ['notes that are a list', { notes: ['x'] }, 'notes', /a list stands here: write \{ system\/entry: text \}/],
    [
      'a note about nothing',
      { notes: { 'gmail/no-such': 'x' } },
      'notes["gmail/no-such"]',
      /gmail has no rule "no-such"/,
    ],
    ['an empty note', { notes: { gmail: ' ' } }, 'notes.gmail', /it is empty: write what is to be said/],
    [
      'colours',
      withEntry({ meaning: '\u001b[31mred.' }),
      'systems[0].entries[0].meaning',
      /characters that cannot be printed: take them out/,
    ],
    [
      'words turned round',
      withEntry({ text: ['held \u202e review'] }),
      'systems[0].entries[0].text[0]',
      /cannot be printed/,
    ],
    ['half a letter', withEntry({ steps: ['go \ud800'] }), 'systems[0].entries[0].steps[0]', /cannot be printed/],
  ])('%s', (_, data, path, says) => {
    const faults = faultsOf(data);
    expect(faults.map((fault) => fault.path)).toContain(path);
    expect(faults.find((fault) => fault.path === path)?.says).toMatch(says);
  });
});

test('tells of all faults at once, and the error names the file and the first of them', () => {
  const data = withEntry({ reason: 'x', text: ['no'], codes: ['y'] });
  expect(faultsOf(data)).toHaveLength(3);
  try {
    parseOverlay(data, 'rules.yaml');
  } catch (error) {
    expect(error).toMatchObject({ name: 'OverlayError', code: 'WHYBOUNCE_OVERLAY', source: 'rules.yaml' });
    expect((error as Error).message).toMatch(
      /^rules\.yaml: systems\[0\]\.entries\[0\]\.reason: "x" .* \(and 2 more\)$/,
    );
  }
});

test('notes may be about rules of the same file, and a fault elsewhere is not told twice', () => {
  expect(faultsOf({ systems: [system], notes: { 'example-gateway/held': 'x', 'example-gateway': 'y' } })).toEqual([]);
  const broken = { systems: [{ ...system, entries: [{ ...entry, id: 7 }] }], notes: { 'example-gateway/held': 'x' } };
  expect(faultsOf(broken).map(({ path }) => path)).toEqual(['systems[0].entries[0].id']);
});

describe('what is meant to harm', () => {
  test.each(['__proto__', 'constructor', 'prototype'])('a key called %s', (key) => {
    const data = JSON.parse(
      `{ "${key}": { "polluted": true }, "notes": { "${key}": "x" }, "systems": [{ "${key}": 1 }] }`,
    );
    const faults = faultsOf(data);
    expect(faults.filter(({ says }) => says.includes('no key may have this name'))).toHaveLength(3);
    expect(({} as Record<string, unknown>)['polluted']).toBe(undefined);
  });

  test('a hundred thousand entries are refused by their number alone', () => {
    const entries = Array.from({ length: 100_000 }, () => ({}));
    expect(faultsOf(withSystem({ entries }))).toEqual([
      { path: 'systems', says: expect.stringMatching(/they have 100000 entries, and 5000 are the most/) },
    ]);
  });

  test('a hundred thousand keys, disabled rules, notes and systems too', () => {
    const many = <T>(make: (i: number) => T): T[] => Array.from({ length: 100_000 }, (_, i) => make(i));
    const keys = Object.fromEntries(many((i) => [`k${i}`, i]));
    for (const data of [keys, { systems: many(() => null) }, { disable: many(() => 'gmail') }, { notes: keys }])
      expect(faultsOf(data)).toHaveLength(1);
  });

  test('no more faults are told of than anybody reads', () => {
    expect(faultsOf({ disable: Array.from({ length: 5_000 }, () => 'gmail') })).toHaveLength(100);
  });

  test('lists in lists, and data that contains itself, are not followed', () => {
    let deep: unknown = [];
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const circle: Record<string, unknown> = {};
    circle['systems'] = [circle];
    for (const data of [{ systems: deep }, { disable: deep }, { notes: { gmail: deep } }, circle])
      expect(faultsOf(data).length).toBeGreaterThan(0);
  });
});
