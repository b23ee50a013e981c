import { homedir } from 'node:os';
import { type DnsClient, OverlayDns } from '@whybounce/core/dns';
import { spfIncludesOf, spfProviders } from '@whybounce/core/mail-host';
import {
  allOf,
  analyseSpf,
  explainSpf,
  flattenSpf,
  lintSpf,
  lintSpfRecord,
  mergeSpf,
  parseCidr,
  parseSpf,
  type SpfNode,
  type SpfSender,
  verdictOfTree,
  writeSpf,
} from '@whybounce/core/record';
import { headline } from '../output/layout.ts';
import { branches } from '../output/record/branch.ts';
import { shownRecord } from '../output/record/excerpt.ts';
import { findingsText } from '../output/record/findings-text.ts';
import {
  explanationText,
  type SpfProposal,
  spfFlatText,
  spfProposalText,
  spfReportText,
} from '../output/record/spf-text.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';
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

/** Options of `whybounce spf tree`. */
export interface SpfTreeCommand extends RecordOptions {
  readonly ip?: string;
  readonly sender?: string;
  readonly helo?: string;
  readonly ascii?: boolean;
}

/** `whybounce spf tree DOMAIN`: every branch with its cost; with a client also the verdict. Returns the exit code. */
export async function spfTreeCommand(written: string, options: SpfTreeCommand): Promise<number> {
  const format = recordFormat(options.format);
  const failOn = severityOf(options.failOn);
  const { ip, sender, helo } = options;
  if (ip !== undefined && options.failOn !== undefined)
    throw new UsageError('--fail-on has no meaning with --ip, where the verdict decides: write one of the two.');
  if (ip === undefined && (sender !== undefined || helo !== undefined))
    throw new UsageError('--sender and --helo need --ip: write the address that sends.');
  const domain = await domainOf(written);
  const tree = await asUsage(() =>
    askFor(options, `spf ${domain}`, (dns) => analyseSpf({ domain, dns, ip, sender, helo })),
  );
  const client = ip === undefined ? null : { ip, sender: sender ?? `postmaster@${domain}`, helo: helo ?? domain };
  const verdict = client === null ? null : verdictOfTree(tree, client);
  const findings = lintSpf(tree);
  const marks = branches(options.ascii === true);
  printRecord(format, { domain, verdict, findings, tree }, (report) => spfReportText(report, marks));
  if (verdict !== null) {
    if (verdict.verdict === null || verdict.verdict === 'temperror') return EXIT_UNDETERMINED;
    return verdict.verdict === 'pass' ? EXIT_PASSED : EXIT_FAILED;
  }
  return exitOfFindings(findings, failOn, isKnown(tree.root));
}

/** `whybounce spf lint DOMAIN|RECORD`: what is wrong, with the place in the record. Returns the exit code. */
export async function spfLintCommand(words: readonly string[], options: RecordOptions): Promise<number> {
  const format = recordFormat(options.format);
  const failOn = severityOf(options.failOn);
  const subject = await recordSubject(words);
  if (subject.kind === 'text') {
    const findings = lintSpfRecord(parseSpf(subject.text));
    printRecord(format, { domain: null, record: subject.text, findings }, ({ record }) =>
      lintText('SPF record', record, findings),
    );
    return exitOfFindings(findings, failOn);
  }
  const { domain } = subject;
  const tree = await askFor(options, `spf ${domain}`, (dns) => analyseSpf({ domain, dns }));
  const findings = lintSpf(tree);
  const record = tree.root.record?.text ?? null;
  printRecord(format, { domain, record, findings }, () => lintText(domain, record, findings));
  return exitOfFindings(findings, failOn, isKnown(tree.root));
}

function lintText(title: string, record: string | null, findings: ReturnType<typeof lintSpf>): string {
  const lines = [
    headline(terminalText(title), 'SPF'),
    ...(record === null ? [] : [`  ${shownRecord(record)}`]),
    '',
    ...findingsText(findings, record),
  ];
  return `${lines.join('\n')}\n`;
}

/** Options of `whybounce spf explain`. */
export interface SpfExplainCommand extends RecordOptions {
  readonly domain?: string;
}

/** `whybounce spf explain DOMAIN|RECORD`: what it says, in plain words. Returns the exit code. */
export async function spfExplainCommand(words: readonly string[], options: SpfExplainCommand): Promise<number> {
  const format = recordFormat(options.format);
  const subject = await recordSubject(words);
  const domain = subject.kind === 'domain' ? subject.domain : (options.domain ?? 'the domain');
  const live =
    subject.kind === 'text'
      ? { text: subject.text, problem: null, exit: EXIT_PASSED }
      : await askFor(options, `spf ${domain}`, (dns) => oneRecord(domain, dns));
  if (live.text === null) return sayProblem(live.problem ?? '', live.exit);
  const explanation = explainSpf(parseSpf(live.text), domain);
  printRecord(
    format,
    { domain: subject.kind === 'domain' ? domain : null, record: live.text, ...explanation },
    (told) => explanationText(terminalText(domain), 'SPF', told.record, told),
  );
  return EXIT_PASSED;
}

/** The one record of a domain, or why there is none to be had. */
async function oneRecord(
  domain: string,
  dns: DnsClient,
): Promise<{ readonly text: string | null; readonly problem: string | null; readonly exit: number }> {
  const tree = await analyseSpf({ domain, dns, limits: { queries: 1 } });
  const { root } = tree;
  if (root.record !== null) return { text: root.record.text, problem: null, exit: EXIT_PASSED };
  const problem = lintSpf(tree)
    .map(({ says }) => says)
    .join(' ');
  return { text: null, problem, exit: isKnown(root) ? EXIT_FAILED : EXIT_UNDETERMINED };
}

/** Options of `whybounce spf generate`. */
export interface SpfGenerateCommand extends RecordOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  readonly all?: string;
}

/**
 * `whybounce spf generate DOMAIN`: the record that is published, with more or fewer senders; without it being read
 * there is no proposal, as it would lose senders. Returns the exit code.
 */
export async function spfGenerateCommand(written: string, options: SpfGenerateCommand): Promise<number> {
  const format = recordFormat(options.format);
  const add = (options.add ?? []).flatMap(sendersOf);
  const remove = (options.remove ?? []).flatMap((name) => spfIncludesOf(name) ?? [name]);
  const all = qualifierOf(options.all);
  const domain = await domainOf(written);
  const made = await asUsage(() =>
    askFor(options, `spf ${domain}`, async (dns): Promise<SpfProposal | string> => {
      const { root } = await analyseSpf({ domain, dns, limits: { queries: 1 } });
      if (!isKnown(root))
        return `The SPF record of ${domain} could not be read (${root.answer}), and a new one without it would lose senders. Nothing is proposed: try again later, or name another DNS server with --resolver.`;
      return propose(root, domain, { add, remove, all }, dns);
    }),
  );
  if (typeof made === 'string') return sayProblem(made, EXIT_UNDETERMINED);
  printRecord(format, made, spfProposalText);
  return EXIT_PASSED;
}

async function propose(
  { records, nearMisses, answer }: SpfNode,
  domain: string,
  wish: {
    readonly add: readonly SpfSender[];
    readonly remove: readonly string[];
    readonly all: '-' | '~' | '?' | undefined;
  },
  dns: DnsClient,
): Promise<SpfProposal> {
  const texts = records.map(({ text }) => text);
  const misses = nearMisses.map(({ text }) => text);
  const replaces = [...texts, ...misses];
  const merged = replaces.length > 1 ? mergeSpf(replaces) : null;
  const written = writeSpf({ existing: merged?.text ?? replaces[0] ?? null, ...wish });
  const tree = await analyseSpf({ domain, dns: new OverlayDns(dns, { [domain]: { TXT: [written.text] } }) });
  const left = [
    ...(answer === 'no-domain'
      ? [`${domain} does not exist in the DNS (NXDOMAIN): register it, or correct the name.`]
      : []),
    ...(replaces.length > 1
      ? [`Publish this one record and take all ${replaces.length} others out: with two records receivers take none.`]
      : []),
    ...(merged?.left ?? []),
    ...written.left,
    ...(wish.add.length === 0 && replaces.length === 0 && allOf(parseSpf(written.text))?.qualifier !== '-'
      ? ['The record allows nobody: name those who send with --add, or end it with --all fail where nobody does.']
      : []),
  ];
  return {
    domain,
    text: written.text,
    changes: [...(merged?.changes.filter(({ kind }) => kind !== 'kept') ?? []), ...written.changes],
    left: [...new Set(left)],
    replaces,
    lookups: tree.lookups.total,
    findings: lintSpf(tree),
  };
}

/** `include:…`, `ip4:…`, an address, a name to include, a provider's slug. */
function sendersOf(text: string): SpfSender[] {
  const word = text.trim();
  if (parseCidr(word) !== null) return [{ ip: word }];
  if (/[:/=]/.test(word) || /^[+?~-]?(?:a|mx|ptr)$/i.test(word)) return [{ term: word }];
  const includes = spfIncludesOf(word);
  if (includes !== null) return includes.map((include) => ({ include }));
  if (word.includes('.')) return [{ include: word }];
  throw new UsageError(
    `--add ${text}: write include:NAME, ip4:ADDRESS, a, mx, or one of the providers ${spfProviders().join(', ')}.`,
  );
}

const qualifiers = { fail: '-', softfail: '~', neutral: '?' } as const;

/** `-`, `~all`, `softfail`. An unquoted `~` comes as the home folder: shells make that of it. */
function qualifierOf(text: string | undefined): '-' | '~' | '?' | undefined {
  if (text === undefined) return undefined;
  const word = text === homedir() ? '~' : text.trim().toLowerCase().replace(/all$/, '');
  if (word in qualifiers) return qualifiers[word as keyof typeof qualifiers];
  if (word === '-' || word === '~' || word === '?') return word;
  throw new UsageError(`--all ${text}: write fail (-), softfail (~) or neutral (?).`);
}

/** Options of `whybounce spf flatten`. */
export interface SpfFlattenCommand extends RecordOptions {
  readonly keep?: readonly string[];
  readonly hosts?: boolean;
}

/** `whybounce spf flatten DOMAIN`: includes as the ranges that they stand for today. Returns the exit code. */
export async function spfFlattenCommand(written: string, options: SpfFlattenCommand): Promise<number> {
  const format = recordFormat(options.format);
  const domain = await domainOf(written);
  const tree = await askFor(options, `spf ${domain}`, (dns) => analyseSpf({ domain, dns }));
  if (!isKnown(tree.root))
    return sayProblem(
      `The SPF record of ${domain} could not be read (${tree.root.answer}). Nothing is proposed: try again later.`,
      EXIT_UNDETERMINED,
    );
  const flat = flattenSpf(tree, { keep: options.keep, hosts: options.hosts });
  printRecord(format, { domain, ...flat }, spfFlatText);
  return flat.records.length > 0 ? EXIT_PASSED : EXIT_FAILED;
}

function isKnown({ status }: SpfNode): boolean {
  return status !== 'could-not-determine' && status !== 'cut-off';
}

/** What the engine cannot take as an address or a sender is a wrong call. */
async function asUsage<T>(make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
