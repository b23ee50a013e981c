import { recordToRead } from '../../fact/dmarc.ts';
import { dmarcProposal } from '../../fact/dmarc-proposal.ts';
import { findingsOn } from '../../fact/dmarc-topic.ts';
import { fixFindings, sayFindings, weigh } from '../../fact/record-findings.ts';
import { defineCheck, fail, pass, warn } from '../define.ts';

export default defineCheck({
  id: 'dmarc.p',
  area: 'dmarc',
  input: 'domain',
  needs: ['domain'],
  severity: 'high',
  title: 'The DMARC record names a policy that can be read',
  about:
    'The tag p says what receivers do with mail that fails: none, quarantine or reject. Where it is missing or misspelt, newer receivers act as if it were none, and older ones as if there were no record; a misspelt sp or np spoils the record as well.',
  remedy: 'Write p=none, p=quarantine or p=reject right after v=DMARC1.',
  source: 'RFC 9989 section 4.10.1, RFC 7489 section 6.6.3',
  async run(context) {
    const read = await recordToRead(context);
    if ('outcome' in read) return read;
    const { record, name, seen } = read;
    const findings = findingsOn(record, 'policy');
    const { grave, worst } = weigh(findings);
    if (findings.length === 0)
      return pass(
        `The record at ${name} says ${(['p', 'sp', 'np'] as const).flatMap((tag) => (record[tag] === null ? [] : [`${tag}=${record[tag]}`])).join(', ')}.`,
        { seen },
      );
    const proposal = await dmarcProposal(context);
    const more = {
      seen,
      severity: worst,
      fix: `${fixFindings(findings) ?? ''} ${proposal.says}`.trim() || undefined,
      publish: proposal.publish,
    };
    const old =
      record.p === null ? ' Receivers that follow RFC 7489 may drop a record without a policy that they can read.' : '';
    return grave.length > 0 ? fail(`${sayFindings(findings)}${old}`, more) : warn(sayFindings(findings), more);
  },
});
