import {
  checkReportTargets,
  type DmarcDiscovery,
  type DmarcPolicy,
  type DmarcStep,
  type DmarcWish,
  discoverDmarc,
  dmarcPolicies,
  domainExists,
  explainDmarc,
  lintDmarc,
  nextDmarcStep,
  parseDmarc,
  policyFor,
  type RecordFinding,
  writeDmarc,
} from '@whybounce/core/record';
import {
  type AppliedAt,
  type DmarcProposal,
  dmarcExplanationText,
  dmarcLintText,
  dmarcProposalText,
} from '../output/record/dmarc-text.ts';
import { UsageError } from '../usage-error.ts';
import type { ReportOptions } from './check.ts';
import { EXIT_FAILED, EXIT_PASSED, EXIT_UNDETERMINED, exitOfFindings, severityOf } from './check-exit.ts';
import {
  askFor,
  domainOf,
  printRecord,
  type RecordOptions,
  recordFormat,
  recordSubject,
  sayProblem,
} from './record-subject.ts';

/** `whybounce dmarc check DOMAIN`: the checks of this area alone. Returns the exit code. */
export async function dmarcCheckCommand(domain: string, options: ReportOptions): Promise<number> {
  const { printReport } = await import('./check.ts');
  return printReport(options, 'domain', (probe, on) => probe.check('domain', { domain }, { ...on, areas: ['dmarc'] }), {
    subject: await domainOf(domain),
  });
}

/** `whybounce dmarc lint DOMAIN|RECORD`: what is wrong, with the place in the record. Returns the exit code. */
export async function dmarcLintCommand(words: readonly string[], options: RecordOptions): Promise<number> {
  const format = recordFormat(options.format);
  const failOn = severityOf(options.failOn);
  const subject = await recordSubject(words);
  if (subject.kind === 'text') {
    const findings = lintDmarc(subject.text);
    printRecord(format, { domain: null, record: subject.text, findings }, (told) =>
      dmarcLintText('DMARC record', told),
    );
    return exitOfFindings(findings, failOn);
  }
  const { domain } = subject;
  const found = await askFor(options, `dmarc ${domain}`, (dns) => discoverDmarc({ domain, dns }));
  const record = found.record?.text ?? null;
  const findings = [...found.findings, ...(found.record === null ? absent(found) : lintDmarc(found.record))];
  printRecord(format, { domain, record, at: found.places.rfc9989.record?.name ?? null, findings }, (told) =>
    dmarcLintText(domain, told),
  );
  return exitOfFindings(findings, failOn, !isOpen(found));
}

/** Why no record applies, as a finding. */
function absent({ domain, own, findings, places }: DmarcDiscovery): RecordFinding[] {
  const source = 'RFC 9989 section 4.10';
  const open = places.rfc9989.undetermined;
  if (open !== null)
    return [
      {
        code: 'could-not-determine',
        severity: 'info',
        span: null,
        says: `Whether ${domain} has a DMARC record could not be determined: the question for ${open.name} ended with ${open.answer.status}.`,
        fix: 'Try again later.',
        source,
      },
    ];
  if (own?.status === 'several' || findings.some(({ severity }) => severity === 'critical')) return [];
  return [
    {
      code: 'no-record',
      severity: 'high',
      span: null,
      says: `${domain} has no DMARC record, and no domain above it has one: forged mail in its name is not recognised by this.`,
      fix: `Publish a TXT record at _dmarc.${domain}; "whybounce dmarc generate ${domain} --rua MAILBOX" writes it.`,
      source,
    },
  ];
}

function isOpen({ places }: DmarcDiscovery): boolean {
  return places.rfc9989.undetermined !== null;
}

/** Options of `whybounce dmarc explain`. */
export interface DmarcExplainCommand extends RecordOptions {
  readonly domain?: string;
}

/** `whybounce dmarc explain DOMAIN|RECORD`: what receivers of both standards do by it. Returns the exit code. */
export async function dmarcExplainCommand(words: readonly string[], options: DmarcExplainCommand): Promise<number> {
  const format = recordFormat(options.format);
  const subject = await recordSubject(words);
  if (subject.kind === 'text') {
    const record = parseDmarc(subject.text);
    const told = {
      domain: null,
      record: record.text,
      at: null,
      applied: [],
      targets: [],
      ...explainDmarc(record, options.domain ?? 'the domain'),
    };
    printRecord(format, told, (data) => dmarcExplanationText(options.domain ?? 'the domain', data));
    return record.recognised ? EXIT_PASSED : EXIT_FAILED;
  }
  const { domain } = subject;
  const made = await askFor(options, `dmarc ${domain}`, async (dns) => {
    const found = await discoverDmarc({ domain, dns });
    const { record } = found;
    const place = found.places.rfc9989;
    if (record === null || place.record === null) return found;
    const at = place.record.domain;
    const exists = at === domain ? true : await domainExists(domain, dns);
    return {
      domain,
      record: record.text,
      at: place.record.name,
      applied: appliedAt(found, domain, exists),
      targets: await checkReportTargets({ record, domain: at, dns }),
      ...explainDmarc(record, at),
    };
  });
  if ('places' in made) {
    const problem = [...made.findings, ...absent(made)].map(({ says }) => says).join(' ');
    return sayProblem(problem, isOpen(made) ? EXIT_UNDETERMINED : EXIT_FAILED);
  }
  printRecord(format, made, (data) => dmarcExplanationText(domain, data));
  return EXIT_PASSED;
}

/** What receivers of each standard do with mail from the very domain that was asked for. */
function appliedAt({ places }: DmarcDiscovery, domain: string, exists: boolean | null): AppliedAt[] {
  return (['rfc9989', 'rfc7489'] as const).map((standard) => {
    const { record } = places[standard];
    if (record?.record == null) return { standard, at: null, policy: null, tag: null, percent: 100 };
    const { policy, tag, percent } = policyFor(
      parseDmarc(record.record),
      { subdomain: record.domain !== domain, exists },
      standard,
    );
    return { standard, at: record.name, policy, tag, percent };
  });
}

/** Options of `whybounce dmarc generate`. */
export interface DmarcGenerateCommand extends RecordOptions {
  readonly policy?: string;
  readonly next?: boolean;
  readonly atOnce?: boolean;
  readonly subdomains?: string;
  readonly nonExistent?: string;
  readonly rua?: readonly string[];
  readonly ruf?: readonly string[];
  readonly without?: readonly string[];
  readonly adkim?: string;
  readonly aspf?: string;
  readonly test?: boolean;
}

/** `whybounce dmarc generate DOMAIN`: one record out of what is published and what is wished. Returns the exit code. */
export async function dmarcGenerateCommand(written: string, options: DmarcGenerateCommand): Promise<number> {
  const format = recordFormat(options.format);
  const wish = wishOf(options);
  const domain = await domainOf(written);
  const made = await askFor(options, `dmarc ${domain}`, async (dns): Promise<DmarcProposal | string> => {
    const found = await discoverDmarc({ domain, dns });
    const { own } = found;
    if (own === null || own.status === 'undetermined')
      return `The DMARC record of ${domain} could not be read (${own?.answer.status ?? 'no such name'}), and a new one without it could undo what it says. Nothing is proposed: try again later, or name another DNS server with --resolver.`;
    const current = own.record === null ? null : parseDmarc(own.record);
    const aim = wish.p ?? 'reject';
    const step = options.next === true ? nextDmarcStep(current, aim) : null;
    const want = options.next === true ? { ...wish, ...wishOfStep(step, aim) } : wish;
    const result = writeDmarc({ existing: [...own.records, ...own.others], want });
    const targets = await checkReportTargets({ record: parseDmarc(result.text), domain, dns });
    return {
      domain,
      name: own.name,
      ...result,
      next: nextDmarcStep(parseDmarc(result.text), aim),
      step,
      targets,
      findings: lintDmarc(result.text),
      left: [...leftOf(found, options, step?.do ?? null), ...(step?.first == null ? [] : [step.first])],
    };
  });
  if (typeof made === 'string') return sayProblem(made, EXIT_UNDETERMINED);
  printRecord(format, made, dmarcProposalText);
  return EXIT_PASSED;
}

function leftOf(
  { own, places, misplaced, domain }: DmarcDiscovery,
  options: DmarcGenerateCommand,
  step: string | null,
): string[] {
  const inherited = places.rfc9989.record;
  return [
    ...(options.next === true && step === null ? ['The aim is reached: there is no next step.'] : []),
    ...((step === 'publish' || step === 'add-reports') && (options.rua ?? []).length === 0
      ? ['Name a mailbox for reports with --rua: without reports nobody sees what a stricter policy would stop.']
      : []),
    ...(own?.answer.chain.length
      ? [`${own.name} is an alias for ${own.answer.chain.at(-1)}: the record has to be changed there.`]
      : []),
    ...(own?.record === null && inherited !== null && inherited.domain !== domain
      ? [
          `Until now the record at ${inherited.name} applies to ${domain}. This one takes its place for ${domain} alone.`,
        ]
      : []),
    ...misplaced.map(({ name }) => `A DMARC record stands at ${name}, where receivers do not look: take it out there.`),
  ];
}

/** What a step asks of the record, and nothing beyond it. */
function wishOfStep(step: DmarcStep | null, aim: DmarcPolicy): Partial<DmarcWish> {
  switch (step?.do) {
    case 'publish':
    case 'raise':
      return { p: step.p };
    case 'end-test':
      return { test: false, p: undefined };
    case 'raise-subdomains':
      return { sp: aim, p: undefined };
    default:
      return { p: undefined };
  }
}

function wishOf(options: DmarcGenerateCommand): DmarcWish {
  const { next, atOnce, rua, ruf, without, test } = options;
  if (atOnce === true && options.policy === undefined)
    throw new UsageError('--at-once needs --policy: write --policy reject --at-once for a domain that sends no mail.');
  if (atOnce === true && next === true)
    throw new UsageError('--next goes one step and --at-once all of them: write one.');
  return {
    p: policyOf('--policy', options.policy),
    atOnce,
    sp: policyOrNone('--subdomains', options.subdomains),
    np: policyOrNone('--non-existent', options.nonExistent),
    adkim: alignmentOf('--adkim', options.adkim),
    aspf: alignmentOf('--aspf', options.aspf),
    rua: rua?.map((mailbox) => mailboxOf('--rua', mailbox)),
    ruf: ruf?.map((mailbox) => mailboxOf('--ruf', mailbox)),
    withoutReports: without?.map((mailbox) => mailbox.replace(/^mailto:/i, '')),
    test,
  };
}

function policyOf(option: string, text: string | undefined): DmarcPolicy | undefined {
  if (text === undefined) return undefined;
  const policy = dmarcPolicies.find((known) => known === text.toLowerCase());
  if (policy === undefined) throw new UsageError(`${option} ${text}: write one of ${dmarcPolicies.join(', ')}.`);
  return policy;
}

function policyOrNone(option: string, text: string | undefined): DmarcPolicy | null | undefined {
  return text === 'remove' ? null : policyOf(option, text);
}

function alignmentOf(option: string, text: string | undefined): 'relaxed' | 'strict' | undefined {
  if (text === undefined || text === 'relaxed' || text === 'strict') return text;
  throw new UsageError(`${option} ${text}: write relaxed or strict.`);
}

function mailboxOf(option: string, text: string): string {
  const bare = text.trim().replace(/^mailto:/i, '');
  if (!/^[^\s@<>,;!]+@[^\s@<>,;!]+\.[^\s@<>,;!]+$/.test(bare))
    throw new UsageError(`${option} ${text}: write a mail address such as dmarc@example.com.`);
  return bare;
}
