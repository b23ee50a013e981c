import { expect, test } from 'vitest';
import { readProse } from './prose.ts';

test('keeps the line with the server where the reply was wrapped below it', () => {
  const text = `<kepler@plum.example>: host mx.plum.example[198.51.100.7] refused to talk to me:
    554 5.7.1 not from there

<hedwig@plum.example>: host mx.plum.example[2001:db8::7]:25 said:
    550 no such user (in reply to RCPT TO command)
`;
  expect(readProse(text)).toEqual([
    {
      recipient: 'kepler@plum.example',
      diagnostic: 'host mx.plum.example[198.51.100.7] refused to talk to me: 554 5.7.1 not from there',
    },
    {
      recipient: 'hedwig@plum.example',
      diagnostic: 'host mx.plum.example[2001:db8::7]:25 said: 550 no such user (in reply to RCPT TO command)',
    },
  ]);
});

test('never takes the reporter for the one who failed', () => {
  const text = 'Rapport de MAILER-DAEMON@quince.example\nLe message pour kepler@plum.example : 550 inconnu\n';
  expect(readProse(text).map(({ recipient }) => recipient)).toEqual(['kepler@plum.example']);
});
