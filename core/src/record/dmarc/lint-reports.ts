import type { RecordFinding } from '../finding.ts';
import { legible, quoted } from '../quoted.ts';
import { type DmarcRecord, dmarcTag } from './parse-dmarc.ts';
import { canReport, isMailAddress, type ReportUri } from './report-uri.ts';

const source = 'RFC 9989 section 4.6';

/** Destinations to which a receiver of RFC 7489 section 6.2 must be able to send. */
const SURE_DESTINATIONS = 2;

/** What is wrong with where reports are to go. */
export function lintReports(record: DmarcRecord): RecordFinding[] {
  const findings: RecordFinding[] = [];
  const add = (
    code: string,
    severity: RecordFinding['severity'],
    span: RecordFinding['span'],
    says: string,
    fix: string | null,
  ): void =>
    void findings.push({
      code,
      severity,
      span,
      says,
      fix,
      source: code.includes('fo') ? 'RFC 9989 section 4.7' : source,
    });
  if (!record.rua.some(canReport))
    add(
      'no-rua',
      record.p === 'none' ? 'medium' : 'low',
      dmarcTag(record, 'rua')?.span ?? null,
      'The record names no mailbox for aggregate reports, so nobody learns who sends in the name of the domain and what fails.',
      'Add rua=mailto: with a mailbox that you or your report service reads.',
    );
  for (const name of ['rua', 'ruf'] as const) {
    const seen = new Set<string>();
    for (const uri of record[name]) {
      findings.push(...lintUri(name, uri));
      const key = uri.uri.toLowerCase();
      if (seen.has(key))
        add('repeated-address', 'low', uri.span, `${name} names ${quoted(uri.uri)} twice.`, 'Leave it once.');
      seen.add(key);
    }
    if (record[name].length > SURE_DESTINATIONS)
      add(
        'many-destinations',
        'info',
        dmarcTag(record, name)?.valueSpan ?? null,
        `${name} names ${record[name].length} destinations; receivers that follow RFC 7489 need not send to more than ${SURE_DESTINATIONS}.`,
        null,
      );
  }
  const [fo, ruf] = [dmarcTag(record, 'fo'), dmarcTag(record, 'ruf')];
  if (fo !== undefined && ruf === undefined)
    add(
      'fo-without-ruf',
      'info',
      fo.span,
      `fo=${fo.value} has no effect: it says when failure reports are sent, and ruf names no mailbox for them.`,
      null,
    );
  if (ruf !== undefined)
    add(
      'failure-reports',
      'info',
      ruf.span,
      'ruf asks for copies of failing messages: few receivers send them, and they can hold what people wrote.',
      null,
    );
  return findings;
}

function lintUri(name: 'rua' | 'ruf', uri: ReportUri): RecordFinding[] {
  const say = (code: string, severity: RecordFinding['severity'], says: string, fix: string): RecordFinding => ({
    code,
    severity,
    span: uri.span,
    says,
    fix,
    source,
  });
  const findings: RecordFinding[] = [];
  if (uri.size !== null)
    findings.push({
      ...say(
        'report-size',
        'low',
        `${quoted(uri.uri + uri.size)} ends with the size ${uri.size}: RFC 9989 took that out and has receivers ignore it, but those that do not know the old writing may take it for a part of the address.`,
        `Write ${legible(uri.uri)}.`,
      ),
      source: 'RFC 9989 section 4.8',
    });
  if (uri.scheme === null)
    findings.push(
      isMailAddress(uri.uri)
        ? say(
            'no-mailto',
            'high',
            `${name} names ${quoted(uri.uri)} without mailto: before it, so no reports go there.`,
            `Write ${name}=mailto:${legible(uri.uri)}.`,
          )
        : say(
            'bad-address',
            'high',
            `${name} names ${quoted(uri.uri)}, which is no address to which reports can go.`,
            `Write ${name}=mailto: and an address.`,
          ),
    );
  else if (uri.scheme !== 'mailto')
    findings.push(
      say(
        'not-mailto',
        'low',
        `${name} names ${quoted(uri.uri)}: receivers send reports by mail only and skip it.`,
        `Write ${name}=mailto: and an address.`,
      ),
    );
  else if (uri.address === null || /\s/.test(uri.uri))
    findings.push(
      say(
        'bad-address',
        'high',
        `${quoted(uri.uri)} holds no address that can be read, so no reports go there.`,
        /\s/.test(uri.uri) && uri.uri.split('@').length > 2
          ? 'Put commas between the addresses.'
          : `Write ${name}=mailto: and an address, with nothing between them.`,
      ),
    );
  else if (uri.uri.includes('!'))
    findings.push(
      say(
        'unencoded-mark',
        'medium',
        `An exclamation mark stands in ${quoted(uri.uri)}: receivers take what follows for a size.`,
        'Write %21 instead of the exclamation mark.',
      ),
    );
  return findings;
}
