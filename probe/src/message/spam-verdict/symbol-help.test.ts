import { expect, it } from 'vitest';
import { symbolHelp } from './symbol-help.ts';

it.each([
  ['BAYES_99', /spam that was learnt/],
  ['BAYES_00', /wanted mail/],
  ['R_SPF_SOFTFAIL', /does not allow/],
  ['SPF_PASS', /allows/],
  ['RCVD_IN_DNSWL_MED', /vouches/],
  ['RCVD_IN_ZEN_BLOCKED_OPENDNS', /blocklist, or a list refused/],
  ['RCVD_IN_MSPIKE_H2', /vouches/],
  ['RCVD_COUNT_THREE', /mere observation/],
  ['URIBL_BLOCKED', /refused to answer/],
  ['MIME_HTML_ONLY', /no plain text/],
  ['MIME_GOOD', /mere observation/],
  ['MISSING_MID', /header field/],
  ['FREEMAIL_FROM', /mere observation/],
  ['FREEMAIL_FORGED_REPLYTO', /another address/],
  ['DMARC_POLICY_ALLOW', /DMARC passes/],
  ['DMARC_POLICY_REJECT', /DMARC fails/],
])('%s', (name, means) => {
  expect(symbolHelp(name)?.means).toMatch(means);
});

it('knows nothing of rules that a server made for itself', () => {
  expect(symbolHelp('XY_OWN')).toBeNull();
});
