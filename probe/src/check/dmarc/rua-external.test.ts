import { proveCheck } from '../prove-fixture.ts';
import { below, dmarcZone, noAnswer, noRecord, published } from './dmarc-fixture.ts';
import external from './rua-external.ts';

const name = 'example.com._report._dmarc.report.example';
const foreign = 'v=DMARC1; p=none; rua=mailto:a@report.example';
/** It takes mail. */
const report = { 'report.example': { A: ['192.0.2.80'] } };

proveCheck(external, {
  passes: {
    'its own domain': published('v=DMARC1; p=none; rua=mailto:a@example.com', { says: /same organisation/ }),
    'a subdomain of its own': published('v=DMARC1; p=none; rua=mailto:a@reports.example.com'),
    'a service that says so': published(foreign, {
      beside: { [name]: { TXT: ['v=DMARC1'] } },
      says: `report.example says so at ${name}`,
    }),
    'a service that takes all': published(foreign, {
      beside: { '*._report._dmarc.report.example': { TXT: ['v=DMARC1;'] } },
    }),
    'the record of the domain above names its own mailbox': below({
      'example.com': 'v=DMARC1; p=none; rua=mailto:a@example.com',
    }),
  },
  fails: {
    'a service that says nothing': published(foreign, {
      beside: report,
      says: /do not go to a@report.example/,
      fix: `${name}. IN TXT "v=DMARC1"`,
    }),
    'asked for by the domain of the record': below(
      { 'example.com': foreign },
      {
        zone: dmarcZone({ 'example.com': foreign }, report),
        fix: `${name}. IN TXT "v=DMARC1"`,
        says: /about example.com/,
      },
    ),
    'one of two': published('v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@report.example', { beside: report }),
    'another host than it says': published(foreign, {
      beside: { ...report, [name]: { TXT: ['v=DMARC1; rua=mailto:x@elsewhere.example'] } },
      says: /at another host/,
    }),
    'one says no, another does not exist': published(
      'v=DMARC1; p=none; rua=mailto:a@report.example,mailto:b@gone.example',
      { beside: report, says: /^(?!.*gone\.example).*do not go to a@report\.example/, severity: 'medium' },
    ),
    'one says no, another does not answer': published(
      'v=DMARC1; p=none; rua=mailto:a@report.example,mailto:b@slow.example',
      { beside: { ...report, 'example.com._report._dmarc.slow.example': 'timeout' } },
    ),
  },
  undetermined: {
    SERVFAIL: noAnswer,
    'the service does not answer': published(foreign, { beside: { [name]: 'timeout' }, says: /ended with timeout/ }),
  },
  notApplicable: {
    'a service that takes no mail at all': published(foreign, {
      says: /report.example takes no mail, so there is nothing to allow/,
    }),
    'no record': noRecord,
    'no mailbox': { zone: dmarcZone({ 'example.com': 'v=DMARC1; p=none' }) },
  },
});
