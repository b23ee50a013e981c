import type { CheckReport, CheckResult } from '@whybounce/core/check';
import { Sink } from '../sink.ts';
import { changesSinceText, type Since } from './changes-text.ts';
import { reportText } from './report-text.ts';
import { sarifOf } from './sarif.ts';

/** How a report can be printed; `ndjson` gives one result a line as they come, then the report without them. */
export const checkFormats = ['pretty', 'json', 'ndjson', 'sarif'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** Prints results as they come, and reports when they are complete. */
export interface ReportWriter {
  /** @param subject of which domain, address or server it is */
  result(subject: string, result: CheckResult): void;
  /** @param since what changed since an earlier report; null where there is none to compare with */
  report(report: CheckReport, since: Since | null): void;
  /** After the last report: JSON and SARIF are one document. */
  end(): void;
}

/** What is added to a report: to its JSON, and to its text. */
export interface Extra {
  readonly more?: ((report: CheckReport) => object) | undefined;
  readonly text?: ((report: CheckReport) => string) | undefined;
}

/**
 * @param all tells in full what passed too
 * @param several whether reports of several subjects come: JSON is an array then
 */
export function reportWriter(
  format: CheckFormat,
  { all, several }: { readonly all: boolean; readonly several: boolean },
  { more, text }: Extra = {},
): ReportWriter {
  const kept: { readonly report: CheckReport; readonly since: Since | null }[] = [];
  let printed = 0;
  const besides = (report: CheckReport, since: Since | null): object => ({
    ...more?.(report),
    ...(since !== null && { since }),
  });
  return {
    result(subject, result) {
      if (format === 'ndjson') printLine({ type: 'result', subject, ...result });
    },
    report(report, since) {
      if (format === 'json' || format === 'sarif') kept.push({ report, since });
      else if (format === 'pretty')
        print(
          [
            printed++ > 0 ? '\n' : '',
            reportText(report, all),
            text?.(report) ?? '',
            since === null ? '' : `${changesSinceText(since).join('\n')}\n`,
          ].join(''),
        );
      else {
        const { results: _, ...rest } = report;
        printLine({ type: 'report', ...rest, ...besides(report, since) });
      }
    },
    end() {
      if (format === 'json') {
        const documents = kept.map(({ report, since }) => ({ ...report, ...besides(report, since) }));
        printDocument(several ? documents : documents[0]);
      } else if (format === 'sarif') {
        const reports = kept.map(({ report }) => report);
        printDocument(sarifOf(reports, kept[0]?.since ?? null, all));
      }
    },
  };
}

function printLine(value: object): void {
  print(`${JSON.stringify(value)}\n`);
}

function printDocument(value: object | undefined): void {
  print(`${JSON.stringify(value, null, 2)}\n`);
}

function print(output: string): void {
  const sink = new Sink();
  sink.write(output);
  sink.flush();
}
