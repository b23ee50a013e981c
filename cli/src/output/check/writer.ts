import type { CheckReport, CheckResult } from '@whybounce/core/check';
import { Sink } from '../sink.ts';
import { reportText } from './report-text.ts';
import { sarifOf } from './sarif.ts';

/** How a report can be printed; `ndjson` gives one result a line as they come, then the report without them. */
export const checkFormats = ['pretty', 'json', 'ndjson', 'sarif'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** Prints results as they come, or the report when all have. */
export interface ReportWriter {
  result(result: CheckResult): void;
  report(report: CheckReport): void;
}

/** @param all tells in full what passed too */
export function reportWriter(format: CheckFormat, all: boolean): ReportWriter {
  const print = (text: string): void => {
    const sink = new Sink();
    sink.write(text);
    sink.flush();
  };
  return {
    result(result) {
      if (format === 'ndjson') print(`${JSON.stringify(result)}\n`);
    },
    report(report) {
      if (format === 'pretty') print(reportText(report, all));
      else if (format === 'json') print(`${JSON.stringify(report, null, 2)}\n`);
      else if (format === 'sarif') print(`${JSON.stringify(sarifOf(report), null, 2)}\n`);
      else {
        const { results: _, ...rest } = report;
        print(`${JSON.stringify(rest)}\n`);
      }
    },
  };
}
