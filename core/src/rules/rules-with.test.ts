import { describe, expect, test } from 'vitest';
import { decode } from '../decode.ts';
import type { BounceEvent } from '../event.ts';
import { explainNotes, explainRule, explainSteps, systemName } from '../explain.ts';
import { decodeReply } from '../reply.ts';
import { tryRules } from '../try-rules.ts';
import { OverlayError } from './overlay-error.ts';
import { parseOverlay } from './parse-overlay.ts';
import type { RuleSet } from './rule-set.ts';
import { rulesWith } from './rules-with.ts';

const edge =
  '550 5.4.1 Recipient address rejected: Access denied. [AM0EUR02FT001.eop-EUR02.prod.protection.outlook.com]';
const bareEdge = '550 5.4.1 Recipient address rejected: Access denied';
const microsoft = 'example-net.mail.protection.outlook.com';

const base = { id: 'own', reason: 'policy.generic', meaning: 'The words of the house.' };

/** Rules with one overlay that has one system. */
const withSystem = (system: object, more: object = {}): RuleSet =>
  rulesWith([parseOverlay({ systems: [system], ...more }, 'rules.yaml')]);
const withEntry = (entry: object, more: object = {}): RuleSet =>
  withSystem({ slug: 'house', kind: 'wording', entries: [{ ...base, ...entry }] }, more);

/** The diagnosis of a reply that a host gave. */
function diagnosed(line: string, rules: RuleSet, host: string | null = null): NonNullable<BounceEvent['diagnosis']> {
  const said = host === null ? line : `host ${host}[192.0.2.1] said: ${line}`;
  const { diagnosis } = decodeReply(said, '-', rules);
  if (diagnosis === null) throw new Error(`"${line}" has no diagnosis`);
  return diagnosis;
}

describe('which rule wins', () => {
  test('the words of an overlay over longer ones that are built in, and the record says so', () => {
    const rules = withEntry({ text: ['denied'] });
    expect(diagnosed(bareEdge, rules)).toMatchObject({
      rule: 'house/own',
      origin: 'overlay',
      reason: 'policy.generic',
    });
    expect(decodeReply(bareEdge).diagnosis).toMatchObject({
      rule: 'microsoft-365/recipient-access-denied',
      origin: 'built-in',
    });
  });

  test('its code alone over built-in words', () => {
    expect(diagnosed(bareEdge, withEntry({ codes: ['5.4.1'] }))).toMatchObject({
      rule: 'house/own',
      origin: 'overlay',
    });
  });

  test('over the words of the system that is known to have refused', () => {
    const rules = withEntry({ text: ['denied'] });
    expect(diagnosed(edge, rules, microsoft).rule).toBe('house/own');
  });

  test('but a hint of its own only over built-in hints', () => {
    const rules = withEntry({ text: ['access denied'], weak: true });
    expect(diagnosed(bareEdge, rules).origin).toBe('built-in');
    expect(diagnosed('550 access denied here', withEntry({ text: ['denied here'], weak: true }))).toMatchObject({
      rule: 'house/own',
    });
  });

  test('what an overlay does not speak of stays as it is', () => {
    const rules = withEntry({ text: ['purple elephant'] });
    for (const line of [edge, '452 4.2.2 Mailbox full', '550 no such user here', 'nothing at all'])
      expect(decodeReply(line, '-', rules)).toEqual(decodeReply(line));
  });

  test('where no rule speaks nobody’s does', () => {
    expect(diagnosed('550 zzz qqq', withEntry({ text: ['purple elephant'] }))).toMatchObject({
      rule: null,
      origin: null,
    });
  });

  test('among its own the higher priority, then the longer words, then the id', () => {
    const rules = (first: object, second: object): RuleSet =>
      withSystem({
        slug: 'house',
        kind: 'wording',
        entries: [
          { ...base, id: 'a-short', text: ['access'], ...first },
          { ...base, id: 'b-long', text: ['access denied'], ...second },
        ],
      });
    expect(diagnosed(bareEdge, rules({}, {})).rule).toBe('house/b-long');
    expect(diagnosed(bareEdge, rules({ priority: 1 }, {})).rule).toBe('house/a-short');
    expect(diagnosed(bareEdge, rules({}, { priority: -1 })).rule).toBe('house/a-short');
    expect(diagnosed(bareEdge, rules({ priority: 1_000 }, { priority: 999 })).rule).toBe('house/a-short');
    expect(diagnosed(bareEdge, rules({ text: ['access denied'] }, {})).rule).toBe('house/a-short');
  });

  test('the lowest priority wins over all that is built in', () => {
    expect(diagnosed(edge, withEntry({ text: ['denied'], priority: -1_000 }), microsoft).rule).toBe('house/own');
  });

  test('words of other scripts, and those that only an overlay knows', () => {
    const rules = withEntry({ text: ['адрес закрыт', '退回'] });
    expect(diagnosed('550 Ваш АДРЕС закрыт', rules).rule).toBe('house/own');
    expect(diagnosed('550 邮件被退回', rules).rule).toBe('house/own');
  });

  test('a code of an overlay over what a vendor calls the whole event', () => {
    const webhook = {
      event: 'bounce',
      email: 'ann@example.net',
      reason: '550 5.9.9 zz',
      type: 'blocked',
      status: '5.9.9',
      sg_event_id: 'a',
      sg_message_id: 'b',
      timestamp: 1_780_000_000,
    };
    const [plain] = decode([webhook]);
    const [own] = decode([webhook], { rules: withEntry({ codes: ['5.9.9'] }) });
    expect(plain?.diagnosis?.origin).not.toBe('overlay');
    expect(own?.diagnosis).toMatchObject({ rule: 'house/own', origin: 'overlay' });
  });
});

describe('hosts', () => {
  const needing = { ...base, text: ['denied'], needsHost: true };

  test('a system that is built in lends its hosts, recipient domains and marks', () => {
    const rules = withSystem({ slug: 'microsoft-365', entries: [needing] });
    expect(diagnosed(edge, rules, microsoft).rule).toBe('microsoft-365/own');
    expect(diagnosed('550 denied', rules, 'mx.example.org').origin).toBe('built-in');
    const gmail = withSystem({ slug: 'gmail', entries: [{ ...needing, text: ['message is held'] }] });
    expect(diagnosed('550 message is held - gsmtp', gmail).rule).toBe('gmail/own');
    const { trail } = tryRules('550 message is held', { recipientDomain: 'gmail.com', rules: gmail });
    expect(trail[0]?.rule).toBe('gmail/own');
    expect(tryRules('550 message is held', { recipientDomain: 'example.com', rules: gmail }).trail).toEqual([]);
  });

  test('unless it has some of its own', () => {
    const rules = withSystem({ slug: 'microsoft-365', hosts: ['mx7.example.org'], entries: [needing] });
    expect(diagnosed(edge, rules, microsoft).origin).toBe('built-in');
    expect(diagnosed('550 denied', rules, 'mx7.example.org').rule).toBe('microsoft-365/own');
    expect(diagnosed('550 denied', rules, 'a.MX7.example.org').rule).toBe('microsoft-365/own');
  });

  test('two files for one system do not change what each of them goes by', () => {
    const one = parseOverlay(
      { systems: [{ slug: 'microsoft-365', hosts: ['mx7.example.org'], entries: [{ ...needing, id: 'one' }] }] },
      'one',
    );
    const two = parseOverlay({ systems: [{ slug: 'microsoft-365', entries: [{ ...needing, id: 'two' }] }] }, 'two');
    for (const rules of [rulesWith([one, two]), rulesWith([two, one])]) {
      expect(diagnosed(edge, rules, microsoft).rule).toBe('microsoft-365/two');
      expect(diagnosed('550 denied', rules, 'mx7.example.org').rule).toBe('microsoft-365/one');
    }
  });

  test('a system of its own is the provider, on its hosts and those of somebody who is built in too', () => {
    const house = {
      slug: 'house-gateway',
      name: 'The gateway',
      kind: 'gateway',
      hosts: [microsoft],
      entries: [needing],
    };
    const rules = withSystem(house);
    expect(decodeReply(`host ${microsoft}[192.0.2.1] said: 550 denied`, '-', rules)).toMatchObject({
      provider: 'house-gateway',
      diagnosis: { rule: 'house-gateway/own' },
    });
    // The built-in rules for that host go on to hold.
    const other = `host ${microsoft}[192.0.2.1] said: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup`;
    expect(decodeReply(other, '-', rules).diagnosis).toEqual(decodeReply(other).diagnosis);
  });
});

describe('disable', () => {
  test('switches a built-in rule off, and the next one reads the reply', () => {
    const rules = rulesWith([parseOverlay({ disable: ['microsoft-365/recipient-access-denied'] })]);
    const next = diagnosed(bareEdge, rules);
    expect(next.rule).not.toBe('microsoft-365/recipient-access-denied');
    expect(next.origin).toBe('built-in');
  });

  test('switches rules off that have codes alone', () => {
    const line = '550 5.4.1 zzz';
    const { rule } = decodeReply(line).diagnosis ?? {};
    expect(rule).toMatch(/^registered-codes\//);
    const rules = rulesWith([parseOverlay({ disable: [rule] })]);
    expect(diagnosed(line, rules).rule).not.toBe(rule);
  });

  test('a rule with the id of a built-in one takes its place', async () => {
    const own = { ...base, id: 'recipient-access-denied', text: ['purple elephant'] };
    const rules = withSystem({ slug: 'microsoft-365', entries: [own] });
    expect(diagnosed(bareEdge, rules).rule).not.toBe('microsoft-365/recipient-access-denied');
    expect(diagnosed('550 purple elephant', rules)).toMatchObject({
      rule: 'microsoft-365/recipient-access-denied',
      origin: 'overlay',
    });
    expect((await explainRule('microsoft-365/recipient-access-denied', rules))?.meaning).toBe(base.meaning);
  });
});

describe('what it says for people', () => {
  const rules = withSystem(
    {
      slug: 'house-gateway',
      name: 'The gateway',
      kind: 'gateway',
      hosts: ['gw.example.net'],
      entries: [{ ...base, text: ['held'], steps: ['Wait.'], link: 'https://example.net/held' }],
    },
    {
      notes: {
        'microsoft-365/recipient-access-denied': 'Ask Bob.',
        'microsoft-365': 'See the wiki.',
        'house-gateway': 'Ours.',
      },
    },
  );

  test('the prose of its own rules', async () => {
    expect(await explainRule('house-gateway/own', rules)).toEqual({
      meaning: base.meaning,
      steps: ['Wait.'],
      link: 'https://example.net/held',
      source: 'rules.yaml',
      notes: [],
    });
    expect(await explainRule('house-gateway/own')).toBe(null);
    expect(await explainSteps(diagnosed('550 held', rules), rules)).toEqual(['Wait.']);
    expect(systemName('house-gateway', rules)).toBe('The gateway');
    expect(systemName('microsoft-365', rules)).toBe('Microsoft 365 (Exchange Online)');
  });

  test('notes about built-in rules, their systems and whoever refused', async () => {
    const { notes, meaning, source } = (await explainRule('microsoft-365/recipient-access-denied', rules)) ?? {};
    expect([notes, source]).toEqual([['Ask Bob.'], null]);
    expect(meaning).toBe((await explainRule('microsoft-365/recipient-access-denied'))?.meaning);
    expect(explainNotes(decodeReply(bareEdge, '-', rules), rules)).toEqual(['Ask Bob.', 'See the wiki.']);
    const held = decodeReply('host gw.example.net[192.0.2.1] said: 550 no such user', '-', rules);
    expect(explainNotes(held, rules)).toEqual(['Ours.']);
    expect(explainNotes(held)).toEqual([]);
  });

  test('no key of JavaScript is a rule', async () => {
    for (const rule of ['constructor/constructor', 'gmail/constructor', '__proto__/__proto__', 'gmail/__proto__'])
      expect(await explainRule(rule, rules)).toBe(null);
  });
});

describe('what protects addresses stays in force', () => {
  const dead = { reason: 'recipient.unknown', text: ['gone for good'] };

  test('plain words suppress', () => {
    expect(diagnosed('550 gone for good', withEntry(dead)).action.do).toBe('suppress');
  });

  test('a temporary refusal does not', () => {
    for (const line of ['450 4.1.1 gone for good', '451 gone for good'])
      expect(diagnosed(line, withEntry({ ...dead, action: 'suppress' })).action.do).toBe('retry');
  });

  test('neither does a code alone, or a hint', () => {
    const byCode = withEntry({ reason: 'recipient.unknown', codes: ['5.9.9'], action: 'suppress' });
    expect(diagnosed('550 5.9.9 zzz', byCode)).toMatchObject({ origin: 'overlay', action: { do: 'hold', then: null } });
    expect(diagnosed('550 gone for good', withEntry({ ...dead, weak: true })).action).toMatchObject({
      do: 'hold',
      then: null,
    });
  });

  test('nor a refusal after the content, unless it is known whose it is', () => {
    const line = '550 gone for good (in reply to end of DATA command)';
    const said = `host mx.example.org[192.0.2.1] said: ${line}`;
    expect(decodeReply(said, '-', withEntry(dead)).diagnosis?.action.do).toBe('hold');
  });

  test('nor one that came before a recipient was named', () => {
    const said = 'host mx.example.org[192.0.2.1] said: 550 gone for good (in reply to MAIL FROM command)';
    expect(decodeReply(said, '-', withEntry(dead)).diagnosis).not.toMatchObject({ rule: 'house/own' });
  });
});

describe('several files', () => {
  const fileOf = (name: string, entry: object, more: object = {}) =>
    parseOverlay({ systems: [{ slug: 'house', kind: 'wording', entries: [{ ...base, ...entry }], ...more }] }, name);

  test('are in force together, whatever their order', () => {
    const one = fileOf('one', { id: 'one', text: ['access'] });
    const two = fileOf('two', { id: 'two', text: ['denied'], priority: 1 });
    for (const rules of [rulesWith([one, two]), rulesWith([two, one])]) {
      expect(diagnosed(bareEdge, rules).rule).toBe('house/two');
      expect(diagnosed('550 no access', rules).rule).toBe('house/one');
    }
  });

  test.each([
    [
      'one id',
      fileOf('two', { text: ['denied'] }),
      /^two: systems\[0\]\.entries\[0\]\.id: house\/own stands in one too: write another id\.$/,
    ],
    [
      'one slug of two kinds',
      fileOf('two', { id: 'x', text: ['denied'] }, { kind: 'gateway' }),
      /^two: systems\[0\]\.kind: house is wording in one: write the same in both\.$/,
    ],
  ])('cannot have %s', (_, two, message) => {
    expect(() => rulesWith([fileOf('one', { text: ['access'] }), two])).toThrow(message);
  });

  test('no file is no change', () => {
    expect(decodeReply(edge, '-', rulesWith([]))).toEqual(decodeReply(edge));
  });
});

describe('proofs', () => {
  const loaded = (entry: object) => () => withEntry({ text: ['access denied'], ...entry });

  test('that hold are no trouble', () => {
    expect(
      loaded({ matches: [bareEdge, { line: edge, host: microsoft }], mustNotMatch: ['550 denied'] }),
    ).not.toThrow();
  });

  test.each([
    [
      'a reply that no rule reads',
      { matches: ['550 zzz'] },
      /entries\[0\]\.matches\[0\]: must win "550 zzz", but no rule matches it\./,
    ],
    [
      'a reply that another reads',
      { matches: ['550 5.1.1 no such user'] },
      /must win .* but \S+\/\S+ \(recipient\.unknown, words\) wins\./,
    ],
    [
      'a near miss that is none',
      { mustNotMatch: [bareEdge] },
      /mustNotMatch\[0\]: must leave "550 5.4.1 Recipient.*" alone, but matches it\./,
    ],
  ])('%s', (_, entry, message) => {
    expect(loaded(entry)).toThrow(OverlayError);
    expect(loaded(entry)).toThrow(message);
  });
});

test('an overlay of five thousand rules is compiled in a moment, and costs a reply little', () => {
  const entries = Array.from({ length: 5_000 }, (_, i) => ({
    ...base,
    id: `own-${i}`,
    text: [`refused by house rule ${i}x`],
  }));
  const rules = withSystem({ slug: 'house', kind: 'wording', entries });
  expect(diagnosed('550 refused by house rule 4711x', rules).rule).toBe('house/own-4711');
  for (let i = 0; i < 1_000; i++)
    rules.match({
      diagnostic: `${edge} ${i}`,
      host: null,
      recipientDomain: null,
      replyCode: 550,
      enhancedStatus: '5.4.1',
    });
});
