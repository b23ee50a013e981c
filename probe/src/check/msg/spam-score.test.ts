import { proveCheck } from '../prove-fixture.ts';
import spamScore from './spam-score.ts';
import { messageSubject } from './subject-fixture.ts';

/** Fields of the receiving server, above its Received field. */
const of = (fields: Readonly<Record<string, string>>) => ({
  subject: messageSubject({ 'Return-Path': '<bounce@example.com>', ...fields }),
});

proveCheck(spamScore, {
  passes: {
    SpamAssassin: {
      ...of({
        'X-Spam-Status':
          'No, score=-1.9 required=5.0 tests=BAYES_00,DKIM_VALID,\r\n\tHTML_MESSAGE autolearn=ham version=4.0.1',
      }),
      says: 'SpamAssassin says no spam, with a score of -1.9 where spam begins at 5.',
    },
    rspamd: of({ 'X-Spamd-Result': 'default: False [-0.10 / 15.00]; MIME_GOOD(-0.10)[text/plain]; ARC_NA(0.00)[]' }),
    Microsoft: {
      ...of({
        'X-Forefront-Antispam-Report':
          'CIP:192.0.2.25;CTRY:;LANG:en;SCL:1;SRV:;IPV:NLI;SFV:NSPM;PTR:mail.example.com;CAT:NONE;DIR:INB;',
        'X-Microsoft-Antispam': 'BCL:2;ARA:13230040;',
      }),
      says: /Microsoft says no spam, with SCL 1 where spam begins at 5\. SFV:NSPM means that the filter found no spam\. BCL:2 of 9/,
    },
    'let pass without being filtered': {
      ...of({ 'X-Forefront-Antispam-Report': 'SCL:-1;SFV:SKN;' }),
      says: /says nothing of its content/,
    },
    'written by the sender': {
      ...of({ 'X-Spam-Status': 'No, score=-9.0 required=5.0 tests=NONE' }),
      says: /stands below the hop/,
    },
  },
  warns: {
    'close to the limit': {
      ...of({
        'X-Spamd-Result': 'default: False [9.50 / 15.00]; BAYES_SPAM(5.10)[100.00%]; R_SPF_SOFTFAIL(4.40)[~all]',
      }),
      says: /Most weigh BAYES_SPAM \(5\.1: .* and R_SPF_SOFTFAIL/,
      fix: /R_SPF_SOFTFAIL \(4\.4\): See the checks of SPF/,
    },
  },
  fails: {
    SpamAssassin: {
      ...of({
        'X-Spam-Status':
          'Yes, score=7.1 required=5.0 tests=[BAYES_99=3.5, MIME_HTML_ONLY=0.7, XY_OWN=2.9] autolearn=no',
        'X-Spam-Report':
          '*  3.5 BAYES_99 BODY: Bayes spam probability is 99 to 100%\r\n\t*      [score: 0.9999]\r\n\t*  0.7 MIME_HTML_ONLY BODY: Message only has text/html MIME parts',
      }),
      says: /says spam, with a score of 7\.1/,
      fix: /MIME_HTML_ONLY \(0\.7\): Send multipart\/alternative/,
    },
    'by an action': {
      ...of({ 'X-Rspamd-Action': 'add header', 'X-Rspamd-Score': '8.2', 'X-Rspamd-Report': 'GTUBE(8.2)' }),
      says: /action was “add header”/,
    },
    Microsoft: {
      ...of({ 'X-Forefront-Antispam-Report': 'SCL:9;SFV:SPM;CAT:HPHISH;' }),
      says: /CAT:HPHISH stands for phishing/,
    },
    'bulk for Microsoft': of({ 'X-Forefront-Antispam-Report': 'SCL:1;SFV:NSPM;', 'X-Microsoft-Antispam': 'BCL:8;' }),
  },
  undetermined: { never: 'without a verdict in the header the question does not arise' },
  notApplicable: { 'no filter': { subject: messageSubject(), says: /No filter wrote/ } },
});
