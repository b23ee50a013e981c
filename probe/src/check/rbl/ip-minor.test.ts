import { proveCheck } from '../prove-fixture.ts';
import ipMinor from './ip-minor.ts';

const subject = { ip: '192.0.2.25' };
const small = { name: 'Level 3', weight: 'informational', subject: subject.ip } as const;
const listed = { verdict: 'listed', codes: [{ code: '127.0.0.2', meaning: null }] } as const;

proveCheck(ipMinor, {
  passes: {
    'not listed': { subject, lists: [small, { ...small, name: 'Other', weight: 'low' }], says: 'Level 3 or Other' },
  },
  fails: { never: 'being on a small list is nothing to act on, and is told as information' },
  undetermined: {
    'none answers': {
      subject,
      lists: [{ ...small, verdict: 'not-checkable', why: 'It gave no answer.' }],
      says: /no answer/,
    },
    'there is none': { subject, lists: [{ ...small, weight: 'high' }] },
  },
  tells: {
    listed: { subject, lists: [{ ...small, ...listed }], says: /Few servers use this list/ },
    'listed twice': {
      subject,
      lists: [
        { ...small, ...listed },
        { ...small, ...listed, name: 'B' },
      ],
      says: /these lists/,
    },
  },
  notApplicable: { 'no lists': { subject } },
});
