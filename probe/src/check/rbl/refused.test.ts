import { proveCheck } from '../prove-fixture.ts';
import refused from './refused.ts';

const subject = { ip: '192.0.2.25', domain: null };
const list = { subject: subject.ip };
const unchecked = { verdict: 'not-checkable', why: 'a.example wants a key.' } as const;

proveCheck(refused, {
  passes: { 'all answer': { subject, lists: [list, { ...list, zone: 'b.example' }], says: 'All of 2 lists answered' } },
  fails: { never: 'that a list refuses to answer is no fault of the sender' },
  undetermined: {
    'one refuses': {
      subject,
      lists: [list, { ...list, zone: 'a.example', name: 'List A', ...unchecked }],
      says: '1 of 2 lists could not be asked and count neither as listed nor as clean: List A.',
      fix: /DQS/,
    },
    'one of domains refuses': {
      subject: { ...subject, domain: 'example.com' },
      lists: [list, { subject: 'example.com', zone: 'a.example', name: 'Domain list', ...unchecked }],
      says: /Domain list/,
    },
    'no list is known': { subject, lists: [] },
  },
  notApplicable: { 'no lists': { subject } },
});
