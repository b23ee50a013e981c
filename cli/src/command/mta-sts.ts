import { type DnsClient, isDetermined } from '@whybounce/core/dns';
import {
  lintMtaStsRecords,
  type MtaStsMode,
  type MtaStsProposal,
  mxReach,
  parseMtaStsPolicy,
  withdrawMtaSts,
  writeMtaSts,
} from '@whybounce/core/record';
import type { HttpsFetcher, HttpsResponse } from '@whybounce/probe';
import { mtaStsProposalText } from '../output/record/mta-sts-text.ts';
import { UsageError } from '../usage-error.ts';
import type { ReportOptions } from './check.ts';
import { EXIT_FAILED, EXIT_PASSED, EXIT_UNDETERMINED } from './check-exit.ts';
import { askFor, domainOf, printRecord, type RecordOptions, recordFormat, sayProblem } from './record-subject.ts';

/** `whybounce mta-sts check DOMAIN`: the checks of this area alone. Returns the exit code. */
export async function mtaStsCheckCommand(domain: string, options: ReportOptions): Promise<number> {
  const { printReport } = await import('./check.ts');
  return printReport(
    options,
    'domain',
    (probe, on) => probe.check('domain', { domain }, { ...on, areas: ['mta-sts', 'tls-rpt'] }),
    { subject: await domainOf(domain) },
  );
}

/** Options of `whybounce mta-sts generate`. */
export interface MtaStsGenerateCommand extends RecordOptions {
  readonly mode?: string;
  readonly maxAge?: string;
  readonly mx?: readonly string[];
  readonly withdraw?: boolean;
}

/** `whybounce mta-sts generate DOMAIN`: policy and record on the ground of what is published. Returns the exit code. */
export async function mtaStsGenerateCommand(written: string, options: MtaStsGenerateCommand): Promise<number> {
  const format = recordFormat(options.format);
  const mode = modeOf(options.mode);
  const maxAge = ageOf(options.maxAge);
  const domain = await domainOf(written);
  const made = await askFor(options, `mta-sts ${domain}`, async (dns, https): Promise<MtaStsProposal | Problem> => {
    const live = await published(domain, dns, https);
    if ('problem' in live) return live;
    const { record, policy } = live;
    const now = new Date();
    if (options.withdraw === true)
      return live.any
        ? withdrawMtaSts({ domain, record, policy, now })
        : { problem: `${domain} has no MTA-STS record: there is nothing to withdraw.`, exit: EXIT_FAILED };
    const found = options.mx?.length ? options.mx : await hostsOf(domain, dns);
    if ('problem' in found) return found;
    // servers that somebody names may be those of tomorrow; those of the DNS are to take mail today
    const {
      named: hosts,
      dead,
      unknown,
    } = options.mx?.length ? { named: found, dead: [], unknown: [] } : await mxReach(found, dns);
    if (hosts.length === 0)
      return {
        problem: `No mail server of ${domain} has an address (${dead.join(', ')}): correct the MX records first, or name the mail servers with --mx.`,
        exit: EXIT_FAILED,
      };
    const warnings = [
      ...dead.map((host) => `Correct the MX records: ${host} has no address, so that the policy leaves it out.`),
      ...unknown.map((host) => `Whether ${host} has an address could not be determined: it stays in the policy.`),
    ];
    try {
      const proposal = writeMtaSts({ domain, mxHosts: hosts, mode, maxAge, record, policy, now });
      return { ...proposal, steps: [...warnings, ...proposal.steps] };
    } catch (error) {
      if (error instanceof RangeError) throw new UsageError(error.message, { cause: error });
      throw error;
    }
  });
  if ('problem' in made) return sayProblem(made.problem, made.exit);
  printRecord(format, { domain, ...made }, mtaStsProposalText);
  return EXIT_PASSED;
}

/** Why nothing is proposed. */
interface Problem {
  readonly problem: string;
  readonly exit: number;
}

interface Published {
  readonly record: string | null;
  readonly policy: string | null;
  /** Whether anything at all stands there, be it two records of which senders take none. */
  readonly any: boolean;
}

/** What is published now: an unknown policy would be overwritten, so nothing is proposed without it. */
async function published(domain: string, dns: DnsClient, https: HttpsFetcher): Promise<Published | Problem> {
  const answer = await dns.query(`_mta-sts.${domain}`, 'TXT');
  if (!isDetermined(answer))
    return {
      problem: `The MTA-STS record at _mta-sts.${domain} could not be read (${answer.status}). Nothing is proposed: try again later.`,
      exit: EXIT_UNDETERMINED,
    };
  const any = answer.records.length > 0;
  const { record } = lintMtaStsRecords(answer.records.map((strings) => strings.join('')));
  if (record === null) return { record: null, policy: null, any };
  const response = await https.get(`https://mta-sts.${domain}/.well-known/mta-sts.txt`);
  if (isOpen(response))
    return {
      problem: `The policy that ${domain} has could not be fetched (${response.detail ?? response.outcome}), and a new one without it could stop mail. Nothing is proposed: try again later.`,
      exit: EXIT_UNDETERMINED,
    };
  const text = response.status === 200 ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(response.body) : null;
  const policy = text !== null && parseMtaStsPolicy(text).form === 'policy' ? text : null;
  return { record: record.text, policy, any };
}

/** Whether nobody knows what is served: a wrong certificate or a 404 is known to serve nothing to senders. */
function isOpen({ outcome, status }: HttpsResponse): boolean {
  if (outcome === 'answered') return status !== null && status >= 500;
  return (
    outcome === 'timeout' || outcome === 'no-connection' || outcome === 'could-not-resolve' || outcome === 'broken'
  );
}

/** The hosts to which mail goes: without MX records the domain itself, if it has an address (RFC 5321 section 5.1). */
async function hostsOf(domain: string, dns: DnsClient): Promise<readonly string[] | Problem> {
  const answer = await dns.query(domain, 'MX');
  if (answer.records.length > 0) {
    const inOrder = answer.records.toSorted(
      (a, b) => a.preference - b.preference || (a.exchange < b.exchange ? -1 : 1),
    );
    const hosts = inOrder.map(({ exchange }) => exchange).filter((host) => host !== '.');
    return hosts.length > 0
      ? hosts
      : { problem: `${domain} takes no mail: its MX is ".". It needs no MTA-STS.`, exit: EXIT_FAILED };
  }
  const addresses = await Promise.all([dns.query(domain, 'A'), dns.query(domain, 'AAAA')]);
  if (isDetermined(answer) && addresses.some(({ records }) => records.length > 0)) return [domain];
  if ([answer, ...addresses].every(isDetermined))
    return {
      problem: `${domain} has no mail server: publish an MX record first, or name the mail servers with --mx.`,
      exit: EXIT_FAILED,
    };
  return {
    problem: `Where mail for ${domain} goes could not be determined (${answer.status}). Nothing is proposed: try again later, or name the mail servers with --mx.`,
    exit: EXIT_UNDETERMINED,
  };
}

function modeOf(text = 'testing'): MtaStsMode {
  if (text === 'testing' || text === 'enforce' || text === 'none') return text;
  throw new UsageError(`--mode ${text}: write testing, enforce or none.`);
}

function ageOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-age ${text}: write seconds, such as 1209600 for two weeks.`);
  return Number(text);
}
