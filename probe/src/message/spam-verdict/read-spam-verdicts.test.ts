import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rawMessage } from '../message-fixture.ts';
import { readMessage } from '../read-message.ts';
import { readSpamVerdicts } from './read-spam-verdicts.ts';

const read = (fields: Readonly<Record<string, string>>) => readSpamVerdicts(readMessage(rawMessage(fields)).headers);

it('reads tests with and without scores, and words from the report', () => {
  const [verdict] = read({
    'X-Spam-Status':
      'Yes, score=6.2 required=5.0 tests=AB_ONE,CD_TWO=1.5,\r\n\tEF_THREE=-0.1 shortcircuit=no autolearn=no',
    'X-Spam-Report': '* 4.8 AB_ONE BODY: words of it\r\n\t*      and more\r\n\t* 1.5 CD_TWO other',
  });
  expect(verdict).toMatchObject({
    filter: 'SpamAssassin',
    isSpam: true,
    score: 6.2,
    required: 5,
    symbols: [
      { name: 'AB_ONE', score: 4.8, detail: 'BODY: words of it and more' },
      { name: 'CD_TWO', score: 1.5, detail: 'other' },
      { name: 'EF_THREE', score: -0.1, detail: '' },
    ],
  });
});

it('reads a score alone, as Exim writes it', () => {
  expect(read({ 'X-Spam-Score': '1.2 (+)' })).toMatchObject([
    { score: 1.2, required: null, isSpam: null, symbols: [] },
  ]);
  expect(read({ 'X-Spam-Flag': 'YES' })).toMatchObject([{ isSpam: true, score: null }]);
});

it('reads symbols of rspamd with their values, and takes its field of the other name for the same verdict', () => {
  const verdicts = read({
    'X-Spamd-Result':
      'default: True [15.20 / 15.00];\r\n\tBAYES_SPAM(5.10)[99.99%];\r\n\tARC_NA(0.00)[];\r\n\tMIME_TRACE(0.00)[0:+,1:+]',
    'X-Spam-Status': 'Yes, score=15.20',
  });
  expect(verdicts).toMatchObject([
    {
      filter: 'rspamd',
      isSpam: true,
      score: 15.2,
      required: 15,
      symbols: [
        { name: 'BAYES_SPAM', score: 5.1, detail: '99.99%' },
        { name: 'ARC_NA' },
        { name: 'MIME_TRACE', detail: '0:+,1:+' },
      ],
    },
  ]);
});

it('reads anything', () => {
  const names = [
    'X-Spam-Status',
    'X-Spam-Report',
    'X-Spamd-Result',
    'X-Forefront-Antispam-Report',
    'X-Microsoft-Antispam',
  ];
  const words = fc.string({
    unit: fc.constantFrom(
      '*',
      ' ',
      'A',
      '_',
      '1',
      '.',
      '(',
      ')',
      '[',
      ']',
      '=',
      ',',
      ';',
      ':',
      'tests=',
      'SCL:',
      'score=',
    ),
  });
  fc.assert(
    fc.property(fc.constantFrom(...names), words, (name, value) => {
      for (const { symbols } of read({ [name]: value })) expect(symbols.length).toBeLessThanOrEqual(400);
    }),
  );
  for (const piece of ['* 1.0 AB_C x', 'A', '1.', 'A(1.0)[', 'tests=', 'A=1,', ' ', 'SCL:'])
    for (const name of names) expect(read({ [name]: piece.repeat(20_000) }).length).toBeLessThanOrEqual(1);
});
