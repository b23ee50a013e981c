import type { DnsClient } from '@whybounce/core/dns';
import type { HttpsFetcher } from '@whybounce/probe';
import { Sink } from '../output/sink.ts';
import { terminalText } from '../output/terminal-text.ts';
import { UsageError } from '../usage-error.ts';
import type { WorldOptions } from './check.ts';

/** Options of the commands that are about a record. */
export interface RecordOptions extends WorldOptions {
  readonly format?: string;
  readonly failOn?: string;
}

/** What a command is about: a domain that is looked up, or a record as it was written down. */
export type RecordSubject =
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'text'; readonly text: string };

/** Octets that a TXT record can have at most (RFC 1035 section 3.3.14, RDLENGTH). */
const MAX_TEXT = 65_535;

/**
 * Takes an argument for a record where it has a blank or an equals sign, which no domain has; `-` reads the record
 * from standard input.
 *
 * @throws UsageError for a text that is longer than a record can be, and where standard input is empty
 */
export async function recordSubject(words: readonly string[]): Promise<RecordSubject> {
  const [first] = words;
  const text =
    words.length === 1 && first === '-'
      ? (await (await import('../input/read-whole.ts')).readWhole('-')).text.replace(/\r?\n$/, '')
      : words.join(' ');
  if (text.length > MAX_TEXT)
    throw new UsageError(`The record has ${text.length} characters, and no record has more than ${MAX_TEXT}.`);
  if (first === '-' && text.trim() === '')
    throw new UsageError('-: nothing came on standard input. Send it a record, or write it in quotes.');
  if (first === '-' || /[\s=]/.test(text.trim())) return { kind: 'text', text };
  return { kind: 'domain', domain: await domainOf(text) };
}

/**
 * A domain in its ASCII form.
 *
 * @throws UsageError for what is none
 */
export async function domainOf(text: string): Promise<string> {
  const { readSubject, SubjectError } = await import('@whybounce/probe');
  try {
    return readSubject({ domain: text }).domain as string;
  } catch (error) {
    if (error instanceof SubjectError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** Lends the DNS and the web for as long as `use` lasts. */
export async function askFor<T>(
  options: WorldOptions,
  topic: string,
  use: (dns: DnsClient, https: HttpsFetcher) => Promise<T>,
): Promise<T> {
  const { askWorld } = await import('./check.ts');
  return askWorld(options, (probe) => {
    const { dns, https } = probe.lend(topic);
    return use(dns, https);
  });
}

/** Prints plain data as JSON, or what `text` makes of it. */
export function printRecord<T>(format: 'pretty' | 'json', data: T, text: (data: T) => string): void {
  const sink = new Sink();
  sink.write(format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : text(data));
  sink.flush();
}

/** @throws UsageError for another format */
export function recordFormat(format: string | undefined): 'pretty' | 'json' {
  if (format === undefined || format === 'pretty' || format === 'json') return format ?? 'pretty';
  throw new UsageError(`--format ${format}: write pretty or json.`);
}

/** Says on standard error why there is no answer, and gives the exit code. */
export function sayProblem(problem: string, exit: number): number {
  process.stderr.write(`whybounce: ${terminalText(problem)}\n`);
  return exit;
}
