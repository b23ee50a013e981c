import { describe, expect, test } from 'vitest';
import { readSummary, summaryIn } from './office365-summary.ts';

const english = [
  "Your message to tycho@plum.example couldn't be delivered.",
  "tycho wasn't found at plum.example.",
  'me\tOffice 365\ttycho',
  'Action Required\t\tRecipient',
  'Unknown To address',
  '',
  'How to Fix It',
  'The address may be misspelled or may not exist. Try one or more of the following:',
];

describe('the part for people of a report of Exchange Online', () => {
  test('gives the address of its title and the words of its picture', () => {
    expect(readSummary(english)).toEqual([
      {
        recipient: 'tycho@plum.example',
        diagnostic:
          "tycho wasn't found at plum.example. me Office 365 tycho Action Required Recipient Unknown To address",
      },
    ]);
  });

  test('builds the address where the title was not copied', () => {
    expect(readSummary(['tycho wasn’t found at plum.example.'])).toMatchObject([{ recipient: 'tycho@plum.example' }]);
  });

  test.each([
    [
      'German',
      'Ihre Nachricht an %s konnte nicht zugestellt werden.',
      'tycho wurde unter plum.example nicht gefunden.',
    ],
    ['French', "Votre message à %s n'a pas pu être remis.", 'tycho est introuvable sur plum.example.'],
    ['Japanese', '%s へのメッセージを配信できませんでした。', 'plum.example で tycho が見つかりませんでした。'],
    ['Arabic', 'تعذر تسليم رسالتك إلى %s.', 'تعذر العثور على tycho في plum.example.'],
  ])('is known by its build in %s', (_, title, sentence) => {
    const [failure] = readSummary([title.replace('%s', 'tycho@plum.example'), sentence, 'x\tOffice 365\ttycho']);
    expect(failure?.recipient).toBe('tycho@plum.example');
    expect(failure?.diagnostic).toContain(sentence);
  });

  test('takes the code of the part for administrators', () => {
    expect(readSummary([...english, '', 'More Info for Email Admins', 'Status code: 550 5.1.10'])).toMatchObject([
      { replyCode: 550, enhancedStatus: '5.1.10' },
    ]);
  });

  test('lets that part speak where its code is not about the address', () => {
    const [failure] = readSummary([
      ...english,
      '',
      'Status code 554 5.4.14',
      '',
      'The message may be looping.',
      '',
      'More',
    ]);
    expect(failure?.diagnostic).toBe('554 5.4.14 The message may be looping.');
  });
});

test.each([
  ['a title alone', ["Your message to tycho@plum.example couldn't be delivered."]],
  [
    'another sentence',
    [
      'Your message to tycho@plum.example',
      'The group tycho only accepts messages from people in its organization.',
      'me\tOffice 365\ttycho',
    ],
  ],
  ['no picture', ['Write to tycho@plum.example.', 'You find tycho at plum.example every day.']],
])('%s is none', (_, lines) => expect(summaryIn(lines)).toBe(null));
