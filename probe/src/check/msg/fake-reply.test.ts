import { proveCheck } from '../prove-fixture.ts';
import fakeReply from './fake-reply.ts';
import { messageSubject } from './subject-fixture.ts';

const of = (Subject: string, more = {}) => ({ subject: messageSubject({ Subject, ...more }) });

proveCheck(fakeReply, {
  passes: {
    'no prefix': of('Regarding your order: it is on its way'),
    'a word that begins alike': of('Reminder: the meeting'),
    'an answer': { ...of('Re: Minutes', { 'In-Reply-To': '<1@example.net>' }), says: /names the one before it/ },
    'an answer by References': of('AW: Protokoll', { References: '<1@example.net>' }),
    'no subject': { subject: messageSubject({ Subject: null }) },
  },
  fails: {
    'an answer to nothing': { ...of('Re: your account'), says: /“Re: your account”/, fix: /“Re:”/ },
    'in German': of('AW: Ihre Rechnung'),
    'with a count': of('Re[2]: hello'),
    encoded: of('=?utf-8?Q?Re=3A_Gr=C3=BC=C3=9Fe?='),
  },
  warns: {
    'a forward': of('Fwd: Minutes'),
    'a ticket': of('Re: [Ticket #48213] No connection'),
  },
  undetermined: { never: 'the subject and the references stand in the message itself' },
});
