import type { RecordFinding } from '@whybounce/core/record';
import { lintBimiSvg } from '../../bimi/lint-svg.ts';
import { unpackSvg } from '../../bimi/unpack-svg.ts';
import { bimiLogo, bimiRecord, withoutBimi } from '../../fact/bimi.ts';
import { fetchFault, seenResponse } from '../../fact/https-words.ts';
import { verdictOnRecord } from '../../fact/record-verdict.ts';
import { oneLine } from '../../fact/smtp-sessions.ts';
import { defineCheck, fail, undetermined } from '../define.ts';

export default defineCheck({
  id: 'bimi.svg',
  area: 'bimi',
  input: 'domain',
  needs: ['domain'],
  severity: 'info',
  title: 'The logo is one that mail programs show',
  about:
    'Whether the logo can be fetched and is SVG Tiny PS: square, with a title, at most 32 KB, without scripts, pictures or references to elsewhere. Drawing programs do not write this form by themselves.',
  remedy: 'Export the logo as SVG Tiny PS, and publish it at the URL in the BIMI record.',
  source: 'draft-svg-tiny-ps-abrotman section 2',
  async run(context) {
    const bimi = await bimiRecord(context);
    if ((bimi.record?.logo ?? '') === '') return withoutBimi(bimi, 'a logo');
    const fetched = await bimiLogo(context);
    if (fetched === null) return undetermined('Fetching from web servers is switched off here.');
    const { response, redirects } = fetched;
    // a record may hold what turns a terminal or a line of text
    const url = oneLine(response.url);
    const seen = [seenResponse(response, true)];
    const fault = fetchFault(response);
    if (fault !== null) {
      const says = `The logo ${url}: ${fault.says}.`;
      return fault.definite
        ? fail(`${says} Receivers show none.`, { seen, fix: fault.fix })
        : undetermined(says, { seen });
    }
    const svg = unpackSvg(response.body);
    if (svg.text === null)
      return fail(`The logo ${url} cannot be read: ${svg.fault}.`, {
        seen,
        fix: 'Export the logo again, as SVG Tiny PS in UTF-8.',
      });
    return verdictOnRecord(
      [...lintBimiSvg(svg.text), ...servingFindings(response.headers['content-type'], redirects, url)],
      {
        good: `The logo ${url} is SVG Tiny PS.`,
        about: `The logo ${url} is not as receivers want it.`,
        warning: 'info',
        seen,
      },
    );
  },
});

/** How the file is served, in which receivers differ. */
function servingFindings(type: string | undefined, redirects: readonly string[], url: string): RecordFinding[] {
  const draft = { span: null, source: 'draft-brotman-ietf-bimi-guidance' };
  const findings: RecordFinding[] = [];
  if (!/^image\/svg\+xml\s*(?:;|$)/i.test(type ?? ''))
    findings.push({
      ...draft,
      code: 'content-type',
      severity: 'medium',
      says: `It is served ${type === undefined ? 'without a content type' : `as "${oneLine(type)}"`} and not as image/svg+xml.`,
      fix: `Have the web server send "Content-Type: image/svg+xml" for ${url}.`,
    });
  const [first] = redirects;
  if (first !== undefined)
    findings.push({
      ...draft,
      code: 'redirect',
      severity: 'low',
      says: `${oneLine(first)} sends on to it, which not every receiver follows.`,
      fix: `Name ${url} in the record.`,
    });
  return findings;
}
