import { expect, test } from 'vitest';
import { newReading } from '../../reading.ts';
import { examine } from '../examine.ts';
import { readSuccess } from './success.ts';

const texts = [
  '250 2.0.0 Ok: queued as 9F2A71C04',
  '250 2.6.0 <a@b.example> [InternalId=1, Hostname=AM0P190CA0026.EURP190.PROD.OUTLOOK.COM] 12345 bytes in 0.1, 100 KB/sec Queued mail for delivery -> 250 2.1.5',
  '250 2.0.0 OK  1716800000 a640c23a62f3a-a6269fcbd4esi12345.70 - gsmtp',
  '250 2.1.5 host mx.example.net [192.0.2.1]: 250 2.1.5 fine',
  '250 2.0.0 Remote host said: 250 thanks',
  '250 2.0.0 accepted after DATA',
  '250 2.0.0 taken (in reply to end of DATA command)',
  '250 2.0.0 taken (in reply to whatever)',
  '250 2.0.0 did not like our RCPT TO, but well',
  '250 2.0.0.1 Ok',
  '250 2.0.0 Ok ',
  '250 2.0.0 größe',
  '250 2.0.0\u00a0Ok',
  '250 5.0.0 Ok',
  '260 2.0.0 Ok',
  '250-2.0.0 Ok',
  '250 Ok',
  '250 2.0.0',
  'delivered to mailbox',
  '',
];

test.each(texts)('what is taken from %j is what examine takes', (text) => {
  for (const status of [null, '2.0.0', '2.6.0', '2.1.5', '5.0.0']) {
    for (const code of [null, 251]) {
      const quick = Object.assign(newReading('log', 'postfix', 'delivery'), {
        diagnostic: text,
        enhancedStatus: status,
        replyCode: code,
      });
      const slow = examine({ ...quick });
      if (readSuccess(quick)) expect(quick).toEqual(slow);
      else expect(quick).toEqual({ ...slow, ...quick });
    }
  }
});

test('the usual words are read quickly', () => {
  for (const text of texts.slice(0, 3)) {
    const reading = Object.assign(newReading('log', 'postfix', 'delivery'), { diagnostic: text });
    expect(readSuccess(reading)).toBe(true);
  }
});
