import type { BounceEvent } from '@whybounce/core';
import { csvHeader, csvRow, EventJson } from '@whybounce/core/record-format';
import type { ExportFormat } from './protocol.ts';

/** Events as the command writes them: the same columns, the same records. */
export function exportEvents(events: readonly BounceEvent[], format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return `${csvHeader()}${events.map(csvRow).join('')}`;
    case 'json':
      return events.length === 0
        ? '[]\n'
        : `[\n${events.map((event) => JSON.stringify(event, null, 2)).join(',\n')}\n]\n`;
    case 'ndjson': {
      const json = new EventJson();
      return events.map((event) => `${json.stringify(event)}\n`).join('');
    }
  }
}
