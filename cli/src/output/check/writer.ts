import type { CheckReport, CheckResult } from '@whybounce/core/check';
import { Sink } from '../sink.ts';
import { changesSinceText, type Since } from './changes-text.ts';
import { reportText } from './report-text.ts';
import { sarifOf } from './sarif.ts';

/** How a report can be printed; `ndjson` gives one result a line as they come, then the report without them. */
export const checkFormats = ['pretty', 'json', 'ndjson', 'sarif'] as const;

export type CheckFormat = (typeof checkFormats)[number];

/** Prints results as they come, or the report when all have. */
export interface ReportWriter {
  result(result: CheckResult): void;
  /** @param since what changed since an earlier report; null where there is none to compare with */
  report(report: CheckReport, since: Since | null): void;
}

/**
 * @param all tells in full what passed too
 * @param extra what stands in the JSON beside the report, and in the text below it
 */
export function reportWriter(
  format: CheckFormat,
  all: boolean,
  {
    more,
    text,
  }: {
    readonly more?: ((report: CheckReport) => object) | undefined;
    readonly text?: ((report: CheckReport) => string) | undefined;
  } = {},
): ReportWriter {
  const print = (output: string): void => {
    const sink = new Sink();
    sink.write(output);
    sink.flush();
  };
  const besides = (report: CheckReport, since: Since | null): object => ({
    ...more?.(report),
    ...(since !== null && { since }),
  });
  return {
    result(result) {
      if (format === 'ndjson') print(`${JSON.stringify(result)}\n`);
    },
    report(report, since) {
      if (format === 'pretty')
        print(
          [
            reportText(report, all),
            text?.(report) ?? '',
            since === null ? '' : `${changesSinceText(since).join('\n')}\n`,
          ].join(''),
        );
      else if (format === 'json') print(`${JSON.stringify({ ...report, ...besides(report, since) }, null, 2)}\n`);
      else if (format === 'sarif') print(`${JSON.stringify(sarifOf(report, since, all), null, 2)}\n`);
      else {
        const { results: _, ...rest } = report;
        print(`${JSON.stringify({ ...rest, ...besides(report, since) })}\n`);
      }
    },
  };
}
