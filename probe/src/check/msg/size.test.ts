import { proveCheck } from '../prove-fixture.ts';
import size from './size.ts';
import { htmlSubject, messageSubject } from './subject-fixture.ts';

const lines = (bytes: number) => `${'x'.repeat(98)}\r\n`.repeat(Math.ceil(bytes / 100));

proveCheck(size, {
  passes: {
    small: { subject: messageSubject(), says: /The message has \d+ bytes\./ },
    'HTML below the limit': { subject: htmlSubject(`<p>${lines(60_000)}</p>`), says: /its HTML 59 KB/ },
  },
  warns: {
    'HTML that Gmail clips': {
      subject: htmlSubject(lines(120_000)),
      says: /shows the first 102 KB only/,
      fix: /15 KB/,
    },
    'above the usual limit': { subject: messageSubject({}, lines(11_000_000)), says: /usual limit of Postfix/ },
  },
  fails: { 'above every limit': { subject: messageSubject({}, lines(27_000_000)), says: /at most 25\.0 MB/ } },
  undetermined: { never: 'the message is at hand whole, and its bytes can always be counted' },
});
