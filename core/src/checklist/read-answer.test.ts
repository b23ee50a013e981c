import { checklists } from '@whybounce/knowledge/checklist';
import { observationTests } from '@whybounce/knowledge/observation';
import { describe, expect, test } from 'vitest';
import { answerFixtures } from './answer-fixture.ts';
import { checklistStep, checklistStepIds, readAnswer } from './index.ts';

const about = {
  recipient: 'Ada@example.net',
  sender: 'news@example.com',
  sendingMta: { host: null, ip: '203.0.113.7' },
};
const steps = checklists.flatMap((list) => list.steps);
const answers = steps.flatMap((step) => step.answers.map((answer) => ({ step, answer })));

test.each(answers.map(({ step, answer }) => [step.id, answer.id, answer] as const))(
  '%s: the output for "%s" is read as such',
  (step, id, answer) => {
    const output = answerFixtures[step]?.[id];
    expect(output).toBeDefined();
    expect(readAnswer(step, output ?? '', about)).toEqual({
      outcome: answer.observation,
      isUnderstood: true,
      says: answer.means,
      conclusion: answer.next,
    });
  },
);

test('every fixture is of a step and an answer', () => {
  for (const [step, outputs] of Object.entries(answerFixtures))
    for (const id of Object.keys(outputs))
      expect(answers.some((one) => one.step.id === step && one.answer.id === id)).toBe(true);
});

test('an answer settles the test of its step, and nothing else', () => {
  for (const { step, answer } of answers) {
    if (answer.observation === null) continue;
    const [testId = '', outcome = ''] = answer.observation.split(':');
    expect(testId).toBe(step.test);
    expect(Object.keys(observationTests[testId as keyof typeof observationTests].outcomes)).toContain(outcome);
  }
});

test('ids are unique', () => {
  expect(new Set(checklistStepIds()).size).toBe(steps.length);
  for (const { answers } of steps) expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
  expect(checklistStep('m365-recipient')?.test).toBe('directory-object');
  expect(checklistStep('constructor')).toBeNull();
});

const unread: readonly (readonly [string, string, string])[] = [
  ['nothing at all', 'm365-recipient', ' \n '],
  ['another program', 'm365-recipient', 'hello world'],
  [
    'another language',
    'm365-recipient',
    "Der Vorgang konnte nicht ausgeführt werden, da das Objekt 'ada@example.net' nicht gefunden wurde.",
  ],
  ['only the command', 'm365-message-trace', "PS C:\\> Get-MessageTraceV2 -RecipientAddress 'ada@example.net'"],
  ['a property without a value', 'm365-recipient', 'RecipientTypeDetails :\nada@example.net'],
  [
    'a cmdlet that is not there',
    'm365-recipient',
    "The term 'Get-EXORecipient' is not recognized as the name of a cmdlet",
  ],
  ['a refusal of the shell', 'exchange-recipient', 'Access is denied.'],
  ['a status that says nothing', 'm365-message-trace', 'Found: 1\n\nStatus : GettingStatus'],
  ['output of another step', 'm365-accepted-domain', 'Found: 0'],
  ['half of an answer', 'google-user', 'User: ada@example.net, Does not exist'],
  ['a page that says that it was not delivered', 'google-email-log', 'Not delivered'],
  ['an error beside a count', 'm365-message-trace', 'Found: 0\n+ CategoryInfo : x\n+ FullyQualifiedErrorId : y'],
  [
    'a cut list of ranges',
    'exchange-receive-connectors',
    'Found: 1\n\nEnabled : True\nRemoteIPRanges : {198.51.100.0/24, 203.0.113.0/24…}\nPermissionGroups : AnonymousUsers',
  ],
  [
    'sizes without bytes',
    'm365-mailbox-size',
    'ProhibitSendReceiveQuota : Unlimited\nTotalItemSize : 1 GB (1,073,741,824 bytes)',
  ],
  [
    'a text beyond all measure',
    'm365-recipient',
    `RecipientTypeDetails : UserMailbox\nada@example.net\n${'x'.repeat(100_001)}`,
  ],
  ['no step of that name', 'nosuch', 'Found: 0'],
];
test.each(unread)('%s could not be told', (_, step, output) => {
  const read = readAnswer(step, output, about);
  expect(read).toMatchObject({ outcome: null, isUnderstood: false });
  expect(read.says).toMatch(/^Could not tell: .+\.$/);
  expect(read.conclusion).toMatch(/\.$/);
});

describe('nothing calls an address dead by mistake', () => {
  test('output about another address is none about this one', () => {
    const other = (answerFixtures['m365-recipient']?.['missing'] ?? '').replaceAll('ada@', 'grace@');
    expect(readAnswer('m365-recipient', other, about)).toMatchObject({ outcome: null, isUnderstood: false });
    expect(readAnswer('m365-recipient', other).outcome).toBe('directory-object:missing');
  });

  test('a word in capitals that was left in the command tells', () => {
    const output = (answerFixtures['m365-recipient']?.['missing'] ?? '').replaceAll(
      'ada@example.net',
      'RECIPIENT-ADDRESS',
    );
    expect(readAnswer('m365-recipient', output)).toMatchObject({ outcome: null, isUnderstood: false });
  });

  test('"missing" comes only out of the steps that look into the directory which decides', () => {
    const dead = answers
      .filter(({ answer }) => answer.observation === 'directory-object:missing')
      .map(({ step }) => step.id);
    expect(dead).toEqual([
      'm365-recipient',
      'google-user',
      'exchange-recipient',
      'server-dovecot-user',
      'server-exim-route',
    ]);
  });

  test('an output for one outcome read by every other step never says "missing" where it found something', () => {
    for (const [step, outputs] of Object.entries(answerFixtures))
      for (const [id, output] of Object.entries(outputs))
        for (const { id: other } of steps) {
          if (other === step || !/^(?:found|deleted|suspended|verified|open|closed|delivered)$/.test(id)) continue;
          expect(readAnswer(other, output, about).outcome).not.toBe('directory-object:missing');
        }
  });
});

test('without the refusal, what needs its addresses is not told', () => {
  expect(readAnswer('m365-block-list', answerFixtures['m365-block-list']?.['none'] ?? '').isUnderstood).toBe(false);
  expect(
    readAnswer('m365-accepted-domain', answerFixtures['m365-accepted-domain']?.['missing'] ?? '').isUnderstood,
  ).toBe(false);
});

test('hostile output costs its length', () => {
  for (const part of ['a', ' ', '\n', '|', 'a : ', '\u001b[', 'found: ', '{', "couldn't be found on ", '(1,1', 'user '])
    for (const id of checklistStepIds()) readAnswer(id, part.repeat(Math.floor(100_000 / part.length)), about);
});
