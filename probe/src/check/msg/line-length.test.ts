import { proveCheck } from '../prove-fixture.ts';
import lineLength from './line-length.ts';
import { messageSubject } from './subject-fixture.ts';

proveCheck(lineLength, {
  passes: {
    short: { subject: messageSubject() },
    'just as long as allowed': { subject: messageSubject({}, `${'x'.repeat(998)}\nend`), says: /has 998 octets/ },
    'a last line without an end': { subject: messageSubject({}, 'x'.repeat(998)) },
  },
  fails: {
    'in the text': {
      subject: messageSubject({}, `short\n${'y'.repeat(999)}\n${'z'.repeat(2_000)}\n`),
      says: /2 lines are longer than 998 octets\. The longest, line 16 in the text, has 2000\./,
      fix: /quoted-printable/,
    },
    'in the header': {
      subject: messageSubject({ 'X-Data': 'x'.repeat(1_200) }),
      says: /1 line is longer .* in the header/,
      fix: /fold/,
    },
    'letters of two octets': { subject: messageSubject({}, `${'ü'.repeat(500)}\n`), says: /has 1000/ },
  },
  undetermined: { never: 'the message is at hand whole, and its lines can always be counted' },
});
