import { isIP } from 'node:net';
import { type CheckReport, type CheckResult, compareRuns, type SubjectKind } from '@whybounce/core/check';
import { type CheckRequest, Probe, type ProbeOptions, readSubject, SubjectError } from '@whybounce/probe';
import { type EarlierReport, readEarlierReport } from '../input/earlier-report.ts';
import type { Since } from '../output/check/changes-text.ts';
import { CheckProgress } from '../output/check/progress.ts';
import { type CheckFormat, checkFormats, type Extra, reportWriter } from '../output/check/writer.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';
import { exitOf, severityOf, worstExit } from './check-exit.ts';
import { endProcess } from './end-process.ts';
import { inOrder } from './in-order.ts';
import { listKeysOf } from './list-keys.ts';

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

/**
 * `whybounce check DOMAIN...`, `check ip`, `check mx`: asks the world and says what is wrong. Returns the exit code, of several
 * subjects the worst.
 */
export async function checkCommand(
  kind: 'domain' | 'ip' | 'mx',
  written: readonly string[],
  { ip, helo, selector, from, rcpt, refusal, learn = [], ...options }: CheckCommand,
): Promise<number> {
  const subjects = [...new Set(written)];
  if (subjects.length > 1) refuseOfSeveral({ '--rcpt': rcpt, '--refusal': refusal, '--before': options.before });
  if (subjects.length > 1 && learn.length > 0) refuseOfSeveral({ '--learn': learn });
  const tasks: Task[] = [];
  for (const subject of subjects) {
    const request: CheckRequest = {
      domain: kind === 'domain' ? subject : undefined,
      mailServer: kind === 'mx' ? subject : undefined,
      ip: kind === 'ip' ? subject : ip,
      helo,
      selectors: await selectorsOf({ selector, learn }, kind === 'domain' ? subject : null),
      mailFrom: from,
      recipient: rcpt,
      refusal,
    };
    // all of them before any is asked: a slip of the pen in one of two hundred is told at once
    const { domain, mailServer, ip: address } = await subjectOf(kind, request);
    const known = { domain, ip: address, mx: mailServer }[kind];
    // two ways to write one domain are one
    if (tasks.some((task) => task.subject === known)) continue;
    tasks.push({ subject: known, run: (probe, on) => probe.check(kind, request, on) });
  }
  return printReports(options, kind, tasks);
}

/** @throws UsageError for an option that is about one subject alone */
function refuseOfSeveral(given: Readonly<Record<string, unknown>>): void {
  const named = Object.keys(given).find((option) => given[option] !== undefined);
  if (named !== undefined) throw new UsageError(`${named} is about one domain: name one, or leave ${named} out.`);
}

/** @throws UsageError for what is none, with the command to write where it is an address */
async function subjectOf(kind: 'domain' | 'ip' | 'mx', request: CheckRequest): Promise<ReturnType<typeof readSubject>> {
  const address = kind === 'domain' ? request.domain?.trim().replace(/^\[(.*)\]$/, '$1') : undefined;
  if (address !== undefined && isIP(address) !== 0)
    throw new UsageError(`${address} is an IP address and no domain: write whybounce check ip ${address}.`);
  return asUsage(async () => readSubject(request));
}

/** What is no subject becomes a wrong call. */
export async function asUsage<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof SubjectError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
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

/** A subject to be checked. */
interface Task {
  /** Null where only the report tells: results wait for it then. */
  readonly subject: string | null;
  readonly run: Run;
}

/** Subjects that are checked side by side: more would make mail servers and lists suspicious of this machine. */
const AT_ONCE = 4;

/** Makes the checks of one subject, prints what they find as asked, and returns the exit code. */
export async function printReport(
  options: ReportOptions,
  kind: SubjectKind,
  run: Run,
  { subject = null, ...extra }: Extra & { readonly subject?: string | null } = {},
): Promise<number> {
  return printReports(options, kind, [{ subject, run }], extra);
}

/** Makes the checks of each subject, prints the reports in the order of the subjects, and returns the worst exit code. */
async function printReports(
  options: ReportOptions,
  kind: SubjectKind,
  tasks: readonly Task[],
  extra: Extra = {},
): Promise<number> {
  const failOn = severityOf(options.failOn);
  const several = tasks.length > 1;
  const write = reportWriter(formatOf(options.format), { all: options.all === true, several }, extra);
  const earlier = options.before === undefined ? null : await readEarlierReport(options.before, kind);
  const faults: string[] = [];
  const exits: number[] = [];
  await askWorld(options, async (probe) => {
    const progress = new CheckProgress(several ? 'domains checked' : undefined);
    const runTask = async ({ subject, run }: Task): Promise<CheckReport> => {
      const waiting: CheckResult[] = [];
      const { report } = await run(probe, {
        onResult: (result, done, of) => {
          if (!several) progress.show(done, of);
          if (subject === null) waiting.push(result);
          else write.result(subject, result);
        },
        onFault: (id, error) => faults.push(`${id}: ${error instanceof Error ? error.stack : String(error)}`),
      });
      for (const result of waiting) write.result(report.subject, result);
      return report;
    };
    try {
      await inOrder(tasks, AT_ONCE, runTask, (report) => {
        progress.end();
        write.report(report, earlier === null ? null : sinceThen(earlier, report));
        exits.push(exitOf(report, failOn));
        if (several) progress.show(exits.length, tasks.length);
      });
    } finally {
      progress.end();
    }
  });
  for (const fault of faults)
    process.stderr.write(
      `whybounce: a check failed by a fault in whybounce itself. Please report it. ${terminalText(fault)}\n`,
    );
  write.end();
  endProcess();
  return worstExit(exits);
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
    return await asUsage(() => use(probe));
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
    listKeys: listKeysOf(listKey),
    ownName: helloName,
    milliseconds: seconds === undefined ? undefined : 1000 * seconds,
  };
}

function formatOf(text: string | undefined): CheckFormat {
  const format = text ?? 'pretty';
  if (!(checkFormats as readonly string[]).includes(format))
    throw new UsageError(`--format ${format}: write one of ${checkFormats.join(', ')}.`);
  return format as CheckFormat;
}
