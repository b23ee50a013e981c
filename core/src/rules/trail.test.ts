import { describe, expect, test } from 'vitest';
import { tryRules } from '../try-rules.ts';
import { parseOverlay } from './parse-overlay.ts';
import { builtInRules, type RuleSet } from './rule-set.ts';
import { rulesWith } from './rules-with.ts';
import { type TrailMiss, type TrailStep, trail } from './trail.ts';

const bareEdge = '550 5.4.1 Recipient address rejected:  ACCESS denied';
const base = { reason: 'policy.generic', meaning: 'The words of the house.' };

function houseRules(...entries: readonly object[]): RuleSet {
  return rulesWith([
    parseOverlay(
      { systems: [{ slug: 'house', kind: 'wording', entries: entries.map((entry) => ({ ...base, ...entry })) }] },
      'rules.yaml',
    ),
  ]);
}

const step = (steps: readonly TrailStep[], rule: string): TrailStep => {
  const found = steps.find((one) => one.rule === rule);
  if (found === undefined) throw new Error(`${rule} is not among ${steps.map((one) => one.rule).join(', ')}`);
  return found;
};
const miss = (misses: readonly TrailMiss[], rule: string): TrailMiss | undefined =>
  misses.find((one) => one.rule === rule);

test('the first step is the rule that gave the verdict, and each has its words with their place', () => {
  const { event, trail: steps } = tryRules(bareEdge);
  expect(steps[0]?.rule).toBe(event.diagnosis?.rule);
  expect(steps.length).toBeGreaterThan(2);
  for (const { words, span, quote } of steps) {
    if (words === null) expect([span, quote]).toEqual([null, null]);
    else expect(event.diagnostic?.slice(...(span ?? [0, 0]))).toBe(quote);
  }
  expect(steps[0]).toMatchObject({
    words: 'recipient address rejected: access denied',
    quote: 'Recipient address rejected: ACCESS denied',
    behind: null,
  });
});

test('steps stand in the order of rank, every rule once', () => {
  const refusal = { diagnostic: bareEdge, host: null, recipientDomain: null, replyCode: 550, enhancedStatus: '5.4.1' };
  const steps = trail(builtInRules(), refusal);
  expect(steps.map(({ rule }) => rule)).toEqual(
    builtInRules()
      .matches(refusal)
      .map(({ rule }) => rule),
  );
  expect(new Set(steps.map(({ rule }) => rule)).size).toBe(steps.length);
});

describe('why a rule stands where it stands', () => {
  test('words, system and codes', () => {
    const { trail: steps } = tryRules(bareEdge, { host: 'x.mail.protection.outlook.com' });
    expect(steps[0]?.why).toEqual([
      'Its words “Recipient address rejected: ACCESS denied” stand in the reply (41 letters).',
      'The host x.mail.protection.outlook.com is one of microsoft-365.',
      expect.stringMatching(
        /^The enhanced status 5\.4\.1 is one of its codes \(.*5\.4\.1.*\), which counts like 12 letters\.$/,
      ),
    ]);
    expect(
      tryRules('550-5.1.1 The email account that you tried to reach does not exist. a1-gsmtp').trail[0]?.why,
    ).toContain('The words “gsmtp” are a mark of gmail.');
    expect(
      tryRules('550 5.1.1 no such user', { recipientDomain: 'gmail.com' })
        .trail.flatMap(({ why }) => why)
        .join(),
    ).toContain('It is general: any server may say these words.');
  });

  test('a recipient’s domain', () => {
    const rules = rulesWith([
      parseOverlay({
        systems: [{ slug: 'gmail', entries: [{ ...base, id: 'x', text: ['held back'], needsHost: true }] }],
      }),
    ]);
    expect(tryRules('550 held back', { recipientDomain: 'gmail.com', rules }).trail[0]?.why).toContain(
      'The mailboxes of gmail.com are kept by gmail.',
    );
  });

  test('codes alone, codes that do not agree, no codes', () => {
    const rules = houseRules(
      { id: 'alone', codes: ['5.9.9'] },
      { id: 'other', text: ['qqq zzz'], codes: ['421'] },
      { id: 'any', text: ['qqq'.repeat(2)] },
    );
    const { trail: steps } = tryRules('550 5.9.9 qqq zzz qqqqqq', { rules });
    expect(step(steps, 'house/alone').why.join(' ')).toContain(
      'its codes alone speak, which is weak evidence. It is general: any server may answer with these codes. The enhanced status 5.9.9',
    );
    expect(step(steps, 'house/other').why.at(-1)).toBe(
      'The reply has none of its codes (421), which it does not insist on.',
    );
    expect(step(steps, 'house/any').why.at(-1)).toBe('It goes with any code.');
  });

  test('whose rule it is, its file and priority', () => {
    const rules = houseRules(
      { id: 'own', text: ['denied'], priority: 3 },
      { id: 'hint', text: ['access'], weak: true },
    );
    const { trail: steps } = tryRules(bareEdge, { rules });
    expect(steps[0]?.why.slice(0, 2)).toEqual([
      'It is a rule of your own (rules.yaml): such a rule wins over every built-in one.',
      'Its priority is 3.',
    ]);
    expect(step(steps, 'house/hint').why[0]).toMatch(/that only hints: it wins over built-in hints/);
  });
});

describe('what puts a rule behind the one that won', () => {
  test.each<[string, RuleSet, string, string, string]>([
    [
      'an overlay',
      houseRules({ id: 'own', text: ['denied'] }),
      bareEdge,
      'microsoft-365/recipient-access-denied',
      'A rule of your own wins over it.',
    ],
    [
      'a priority',
      houseRules({ id: 'own', text: ['denied'], priority: 2 }, { id: 'next', text: ['access denied'] }),
      bareEdge,
      'house/next',
      'Its priority 0 is lower than 2.',
    ],
    [
      'words before codes',
      houseRules({ id: 'own', text: ['denied'] }, { id: 'code', codes: ['5.4.1'] }),
      bareEdge,
      'house/code',
      'Words say more than a code.',
    ],
    [
      'longer words',
      houseRules({ id: 'own', text: ['denied'] }, { id: 'next', text: ['access denied'] }),
      bareEdge,
      'house/own',
      'Its words with the agreeing code weigh 6 letters, those of the other 13.',
    ],
    [
      'the alphabet',
      houseRules({ id: 'b', text: ['denied'] }, { id: 'a', text: ['access'] }),
      bareEdge,
      'house/b',
      'Both weigh the same; the id that comes first in the alphabet wins.',
    ],
    ['a hint', builtInRules(), bareEdge, 'policy/access-denied', 'It only hints, and the other says it.'],
  ])('%s', (_, rules, line, rule, behind) => {
    expect(step(tryRules(line, { rules }).trail, rule).behind).toBe(behind);
  });

  test('the system that is known to have refused', () => {
    const rules = rulesWith([
      parseOverlay({
        systems: [
          { slug: 'house', kind: 'wording', entries: [{ ...base, id: 'a', text: ['held back for a review'] }] },
          {
            slug: 'gw',
            kind: 'gateway',
            hosts: ['gw.example.net'],
            entries: [{ ...base, id: 'b', text: ['held back'] }],
          },
        ],
      }),
    ]);
    const line = '550 held back for a review';
    expect(step(tryRules(line, { rules, host: 'gw.example.net' }).trail, 'house/a').behind).toBe(
      'The refusal is known to come from gw, whose own words come first.',
    );
    expect(step(tryRules(line, { rules }).trail, 'house/a').behind).toBe(
      'General wording stands behind the words of one system.',
    );
  });
});

describe('rules that do not hold although their words stand there', () => {
  const rules = rulesWith([
    parseOverlay({
      systems: [
        {
          slug: 'gw',
          kind: 'gateway',
          hosts: ['gw.example.net'],
          entries: [
            { ...base, id: 'host', text: ['held back'], needsHost: true },
            { ...base, id: 'code', text: ['held back'], codes: ['421'], needsCode: true },
            { ...base, id: 'status', text: ['held back'], codes: ['550', '5.9.9'], needsCode: true },
            { ...base, id: 'bound', text: ['held back'] },
            { ...base, id: 'dead', text: ['held back'], reason: 'recipient.unknown' },
          ],
        },
      ],
      disable: ['microsoft-365/recipient-access-denied'],
    }),
  ]);
  const line = '550 5.4.1 held back';

  test.each([
    ['gw/host', {}, 'needs-host', 'It needs host, mark or recipient domain to name gw, and nothing does.'],
    ['gw/code', {}, 'needs-code', 'It needs one of its codes (421), and the reply has none of them.'],
    [
      'gw/status',
      {},
      'needs-code',
      'It needs one of its enhanced statuses (550, 5.9.9): the reply code 550 alone is not enough.',
    ],
    [
      'gw/bound',
      { host: 'x.mail.protection.outlook.com' },
      'words-of-another',
      'The refusal is known to come from another system, and the words of gw do not travel ("anywhere").',
    ],
  ])('%s', (rule, setting, obstacle, why) => {
    const { misses } = tryRules(line, { rules, ...setting });
    expect(miss(misses, rule)).toMatchObject({ obstacle, why, quote: 'held back', origin: 'overlay' });
  });

  test('because an overlay switches it off', () => {
    const { misses } = tryRules(bareEdge, { rules });
    expect(miss(misses, 'microsoft-365/recipient-access-denied')).toMatchObject({
      obstacle: 'disabled',
      why: 'An overlay switches it off, or has a rule of the same id.',
    });
  });

  test('because no recipient had been named yet', () => {
    const { misses } = tryRules('host gw.example.net[192.0.2.1] said: 550 held back (in reply to MAIL FROM command)', {
      rules,
    });
    expect(miss(misses, 'gw/dead')).toMatchObject({ obstacle: 'before-recipient' });
  });

  test('a rule that holds by other words is not among them', () => {
    const twice = houseRules({ id: 'own', text: ['held back', 'held'] });
    const { trail: steps, misses } = tryRules('550 held back', { rules: twice });
    expect(steps.filter(({ rule }) => rule === 'house/own')).toHaveLength(1);
    expect(miss(misses, 'house/own')).toBe(undefined);
  });
});

test('what is no refusal has no trail', () => {
  for (const line of ['250 2.0.0 Ok', '', 'hello']) {
    const { trail: steps, misses, event } = tryRules(line, { recipientDomain: 'example.net' });
    expect([steps, misses, event.recipient]).toEqual([[], [], null]);
  }
});
