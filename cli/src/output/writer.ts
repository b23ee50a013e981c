import type { BounceEvent, RuleSet } from '@whybounce/core';
import { csvHeader, csvRow, EventJson } from '@whybounce/core/record-format';
import { pretty } from './pretty.ts';
import type { Sink } from './sink.ts';

/** In which form events are printed. */
export const outputFormats = ['pretty', 'json', 'ndjson', 'csv'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Prints events in one format. */
export interface EventWriter {
  write(event: BounceEvent): void;
  end(): Promise<void>;
}

/**
 * A writer for a format.
 *
 * @param bom puts a byte-order mark before CSV, for Excel
 * @param rules by which the events were read, where these are not the built-in ones alone
 */
export function eventWriter(format: OutputFormat, sink: Sink, bom: boolean, rules?: RuleSet): EventWriter {
  switch (format) {
    case 'ndjson':
      return ndjsonWriter(sink);
    case 'json':
      return jsonWriter(sink);
    case 'csv':
      sink.write(`${bom ? '\ufeff' : ''}${csvHeader()}`);
      return { write: (event) => sink.write(csvRow(event)), end: async () => sink.flush() };
    case 'pretty':
      return prettyWriter(sink, rules);
  }
}

function ndjsonWriter(sink: Sink): EventWriter {
  const json = new EventJson();
  return { write: (event) => sink.write(`${json.stringify(event)}\n`), end: async () => sink.flush() };
}

function jsonWriter(sink: Sink): EventWriter {
  let first = true;
  return {
    write: (event) => {
      sink.write(`${first ? '[\n' : ',\n'}${JSON.stringify(event, null, 2)}`);
      first = false;
    },
    end: async () => {
      sink.write(first ? '[]\n' : '\n]\n');
      sink.flush();
    },
  };
}

/** Explanations are loaded when they are needed, so events are printed one behind the other. */
function prettyWriter(sink: Sink, rules: RuleSet | undefined): EventWriter {
  let last: Promise<void> = Promise.resolve();
  return {
    write: (event) => {
      last = last.then(async () => sink.write(await pretty(event, { rules })));
    },
    end: async () => {
      await last;
      sink.flush();
    },
  };
}
