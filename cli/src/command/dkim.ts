import { isDetermined } from '@whybounce/core/dns';
import {
  dkimKeyName,
  explainDkimKey,
  lintDkimKey,
  parseDkimKey,
  type RecordFinding,
  writeDkimKey,
} from '@whybounce/core/record';
import { readWhole } from '../input/read-whole.ts';
import { dkimLintText, dkimProposalText } from '../output/record/dkim-text.ts';
import { UsageError } from '../usage-error.ts';
import type { CheckCommand } from './check.ts';
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

/** `whybounce dkim check DOMAIN`: the checks of this area alone. Returns the exit code. */
export async function dkimCheckCommand(domain: string, options: CheckCommand): Promise<number> {
  const { printReport, selectorsOf } = await import('./check.ts');
  const selectors = await selectorsOf(options, domain);
  return printReport(
    options,
    'domain',
    (probe, on) => probe.check('domain', { domain, selectors }, { ...on, areas: ['dkim'] }),
    { subject: await domainOf(domain) },
  );
}

/** Options of `whybounce dkim lint`. */
export interface DkimLintCommand extends RecordOptions {
  readonly selector?: string;
}

/** `whybounce dkim lint DOMAIN|RECORD`: what is wrong with a key record, and what it says. Returns the exit code. */
export async function dkimLintCommand(words: readonly string[], options: DkimLintCommand): Promise<number> {
  const format = recordFormat(options.format);
  const failOn = severityOf(options.failOn);
  const subject = await recordSubject(words);
  let text: string;
  let name: string | null = null;
  let more: RecordFinding[] = [];
  if (subject.kind === 'text') text = subject.text;
  else {
    name = keyName(options.selector, subject.domain);
    const answer = await askFor(options, `dkim ${name}`, (dns) => dns.query(name as string, 'TXT'));
    if (!isDetermined(answer))
      return sayProblem(`The key at ${name} could not be read (${answer.status}). Try again later.`, EXIT_UNDETERMINED);
    const texts = answer.records.map((strings) => strings.join(''));
    if (texts[0] === undefined)
      return sayProblem(`There is no key at ${name}: signatures with this selector cannot be checked.`, EXIT_FAILED);
    text = texts.find((record) => /\bp\s*=/.test(record)) ?? texts[0];
    more = texts.length > 1 ? [severalKeys(name, texts.length)] : [];
  }
  const key = parseDkimKey(text);
  const findings = [...more, ...lintDkimKey(key)];
  printRecord(format, { name, record: text, findings, parts: explainDkimKey(key) }, dkimLintText);
  return exitOfFindings(findings, failOn);
}

function severalKeys(name: string, count: number): RecordFinding {
  return {
    code: 'several-records',
    severity: 'high',
    span: null,
    says: `${name} has ${count} TXT records, and verifiers take any one of them.`,
    fix: 'Leave the one with the key in use.',
    source: 'RFC 6376 section 3.6.2.2',
  };
}

/** @throws UsageError for a selector that is none, or is missing */
function keyName(selector: string | undefined, domain: string): string {
  if (selector === undefined)
    throw new UsageError(
      `dkim lint ${domain}: name the selector too, which stands after s= in a signature: --selector NAME.`,
    );
  const name = dkimKeyName(selector, domain);
  if (name === null) throw new UsageError(`--selector ${selector}: this can be no name in the DNS.`);
  return name;
}

/** Options of `whybounce dkim generate`. */
export interface DkimGenerateCommand extends RecordOptions {
  readonly key: string;
  readonly domain?: string;
  readonly selector?: string;
}

/** `whybounce dkim generate --key FILE`: the record of a public key. Returns the exit code. */
export async function dkimGenerateCommand(options: DkimGenerateCommand): Promise<number> {
  const format = recordFormat(options.format);
  if ((options.domain === undefined) !== (options.selector === undefined))
    throw new UsageError('--domain and --selector belong together: write both, or none for the record alone.');
  const { text: publicKey, problem } = await readWhole(options.key);
  if (problem !== null) throw new UsageError(`--key ${problem}`);
  const name = options.domain === undefined ? null : keyName(options.selector, await domainOf(options.domain));
  let existing: string | null = null;
  if (name !== null) {
    const answer = await askFor(options, `dkim ${name}`, (dns) => dns.query(name, 'TXT'));
    if (!isDetermined(answer))
      return sayProblem(
        `What is published at ${name} could not be read (${answer.status}). Nothing is proposed: try again later.`,
        EXIT_UNDETERMINED,
      );
    existing = answer.records[0]?.join('') ?? null;
  }
  const written = writeDkimKey({ publicKey, existing });
  if (written.text === null) throw new UsageError(`--key ${options.key}: ${written.problem}`);
  printRecord(format, { name, existing, ...written, text: written.text }, dkimProposalText);
  return EXIT_PASSED;
}
