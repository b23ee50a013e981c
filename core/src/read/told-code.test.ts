import { expect, test } from 'vitest';
import { tellsCode } from './told-code.ts';

test.each([
  '550',
  '5.1.1',
  '"550 5.1.1 No such user"',
  '  * 550 not here',
  'my mail came back with 550 5.1.1 yesterday',
  'the remote server said 550',
  'Rejected (554)',
  'dsn=5.1.1, status=bounced',
  'kepler@plum.example 550',
  'Fehler 550: Benutzer gesperrt',
  'エラー: 550 メールボックスがありません',
])('%s tells a code', (line) => expect(tellsCode(line)).toBe(true));

test.each([
  'Everything is 50% off all 550 shoes this week',
  'Your invoice 5.1.1 is 550 EUR',
  'The order #554 was not accepted',
  'We sold 421 lamps, see paragraph 5.7.1',
  'no number at all',
])('%s tells none', (line) => expect(tellsCode(line)).toBe(false));
