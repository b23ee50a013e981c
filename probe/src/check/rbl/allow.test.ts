import { proveCheck } from '../prove-fixture.ts';
import allow from './allow.ts';

const subject = { ip: '192.0.2.25' };
const own = { name: 'allow.example', kind: 'allow', subject: subject.ip } as const;

proveCheck(allow, {
  passes: { never: 'being on no allow list is as good as being on one, so it is information' },
  fails: { never: 'nobody needs to be on an allow list' },
  undetermined: {
    'it does not answer': {
      subject,
      lists: [{ ...own, verdict: 'not-checkable', why: 'It refused.' }],
      says: /It refused/,
    },
    'there is none': { subject, lists: [] },
  },
  tells: {
    listed: {
      subject,
      lists: [{ ...own, verdict: 'listed', codes: [{ code: '127.0.5.2', meaning: 'trusted' }] }],
      says: 'allow.example (trusted) vouches for 192.0.2.25.',
    },
    'not listed': { subject, lists: [own, { ...own, kind: 'block', verdict: 'listed' }], says: /does not know/ },
  },
  notApplicable: { 'no lists': { subject } },
});
