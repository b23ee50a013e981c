import { type CheckReport, compareRuns, type SubjectKind } from '@whybounce/core/check';
import { type CheckRequest, Probe, type ProbeOptions, SubjectError } from '@whybounce/probe';
import { type EarlierReport, readEarlierReport } from '../input/earlier-report.ts';
import type { Since } from '../output/check/changes-text.ts';
import { CheckProgress } from '../output/check/progress.ts';
import { type CheckFormat, checkFormats, reportWriter } from '../output/check/writer.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';
import { exitOf, severityOf } from './check-exit.ts';

/** Options of every command that asks the world. */
export interface WorldOptions {
  readonly resolver?: readonly string[];
  /** False by `--no-connect`. */
  readonly connect?: boolean;
  /** False by `--no-lists`. */
  readonly lists?: boolean;
  readonly listKey?: readonly string[];
  readonly helloName?: string;
  readonly timeout?: string;
}

/** Options of every command that prints a report. */
export interface ReportOptions extends WorldOptions {
  readonly format?: string;
  readonly failOn?: string;
  readonly all?: boolean;
  /** An earlier report as JSON, to compare with. */
  readonly before?: string;
}

/** Options of `whybounce check`. */
export interface CheckCommand extends ReportOptions {
  readonly ip?: string;
  readonly helo?: string;
  readonly selector?: readonly string[];
  readonly from?: string;
  readonly rcpt?: string;
  readonly refusal?: string;
  readonly learn?: readonly string[];
}

/** `whybounce check DOMAIN`, `check ip`, `check mx`: asks the world and says what is wrong. Returns the exit code. */
export async function checkCommand(
  kind: 'domain' | 'ip' | 'mx',
  subject: string,
  { ip, helo, selector, from, rcpt, refusal, learn = [], ...options }: CheckCommand,
): Promise<number> {
  const selectors = await selectorsOf({ selector, learn }, kind === 'domain' ? subject : null);
  const request: CheckRequest = {
    ...(kind === 'domain' ? { domain: subject } : kind === 'ip' ? { domain: undefined } : { mailServer: subject }),
    ip: kind === 'ip' ? subject : ip,
    helo,
    selectors,
    mailFrom: from,
    recipient: rcpt,
    refusal,
  };
  return printReport(options, kind, (probe, on) => probe.check(kind, request, on));
}

/** The selectors that were named, and those that are learnt from files: signatures of other organisations are left out. */
export async function selectorsOf(
  {
    selector = [],
    learn = [],
  }: { readonly selector?: readonly string[] | undefined; readonly learn?: readonly string[] | undefined },
  domain: string | null,
): Promise<readonly string[]> {
  if (learn.length === 0) return selector;
  const { learnSelectors } = await import('../input/learn-selectors.ts');
  const learnt = await learnSelectors(learn, domain);
  return [...new Set([...selector, ...learnt])];
}

/** What runs the checks and is told of each result. */
type Run = (probe: Probe, on: Parameters<Probe['check']>[2]) => ReturnType<Probe['check']>;

/** What a command adds to a report: to its JSON, and to its text. */
export interface Extra {
  readonly more?: (report: CheckReport) => object;
  readonly text?: (report: CheckReport) => string;
}

/** Makes the checks, prints what they find as asked, and returns the exit code. */
export async function printReport(
  options: ReportOptions,
  kind: SubjectKind,
  run: Run,
  extra: Extra = {},
): Promise<number> {
  const failOn = severityOf(options.failOn);
  const write = reportWriter(formatOf(options.format), options.all === true, extra);
  const earlier = options.before === undefined ? null : await readEarlierReport(options.before, kind);
  const faults: string[] = [];
  const report = await askWorld(options, async (probe) => {
    const progress = new CheckProgress();
    try {
      const { report } = await run(probe, {
        onResult: (result, done, of) => {
          progress.show(done, of);
          write.result(result);
        },
        onFault: (id, error) => faults.push(`${id}: ${error instanceof Error ? error.stack : String(error)}`),
      });
      return report;
    } finally {
      progress.end();
    }
  });
  for (const fault of faults)
    process.stderr.write(
      `whybounce: a check failed by a fault in whybounce itself. Please report it. ${terminalText(fault)}\n`,
    );
  write.report(report, earlier === null ? null : sinceThen(earlier, report));
  // a server that never answers holds its connection, and would hold the command with it
  setImmediate(() => process.exit());
  return exitOf(report, failOn);
}

/** @throws UsageError where the two are of different subjects */
function sinceThen({ subject, checkedAt, results }: EarlierReport, report: CheckReport): Since {
  if (subject !== report.subject && report.kind !== 'message')
    throw new UsageError(`--before: that report is of ${subject}, and this one is of ${report.subject}.`);
  return { checkedAt, changes: compareRuns(results, report.results) };
}

/** Lends the instruments for as long as `use` lasts; what is no subject becomes a wrong call. */
export async function askWorld<T>(options: WorldOptions, use: (probe: Probe) => Promise<T>): Promise<T> {
  const probe = probeFor(options);
  try {
    return await use(probe);
  } catch (error) {
    if (error instanceof SubjectError) throw new UsageError(error.message, { cause: error });
    throw error;
  } finally {
    await probe.close();
  }
}

/** @throws UsageError for a DNS server that is no address */
function probeFor(options: WorldOptions): Probe {
  const given = probeOptions(options);
  try {
    return new Probe(given);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--resolver: ${error.message}`, { cause: error });
    throw error;
  }
}

function probeOptions({ resolver, connect, lists, listKey = [], helloName, timeout }: WorldOptions): ProbeOptions {
  const seconds = timeout === undefined ? undefined : Number(timeout);
  if (seconds !== undefined && !(seconds >= 1 && seconds <= 600))
    throw new UsageError(`--timeout ${timeout}: write a number of seconds from 1 to 600.`);
  return {
    resolvers: resolver?.length ? resolver : undefined,
    connect,
    lists,
    listKeys: Object.fromEntries(listKey.map(keyOf)),
    ownName: helloName,
    milliseconds: seconds === undefined ? undefined : 1000 * seconds,
  };
}

function keyOf(text: string): [string, string] {
  const equals = text.indexOf('=');
  if (equals < 1 || equals === text.length - 1)
    throw new UsageError('--list-key: write OPERATOR=KEY, such as spamhaus=your-key.');
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function formatOf(text: string | undefined): CheckFormat {
  const format = text ?? 'pretty';
  if (!(checkFormats as readonly string[]).includes(format))
    throw new UsageError(`--format ${format}: write one of ${checkFormats.join(', ')}.`);
  return format as CheckFormat;
}
