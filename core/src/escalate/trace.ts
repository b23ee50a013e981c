import { type TraceTool, traceTools } from '@whybounce/knowledge/trace-tool';
import type { BounceEvent } from '../event.ts';
import { domainOf, type Known } from './context.ts';
import { type CommandValues, fillCommand } from './fill-command.ts';
import { timeWindow } from './time-window.ts';

/** How somebody finds this very message in a log. */
export interface Trace {
  /** Whose log: that of the side that refused, or of the side that sent. */
  readonly side: 'receiving' | 'sending';
  readonly tool: string;
  readonly ways: readonly { readonly where: string; readonly command: string }[];
  readonly notes: readonly string[];
}

/** Values for commands out of what is known. */
export function commandValues(known: Known): CommandValues {
  const window = timeWindow(known.time);
  return {
    recipient: known.recipient,
    sender: known.sender,
    domain: domainOf(known.recipient),
    messageId: known.messageId,
    sendingIp: known.sendingIp,
    start: window?.start ?? null,
    end: window?.end ?? null,
    startTime: window === null ? null : `${window.start}T00:00:00Z`,
    endTime: window === null ? null : `${window.end}T00:00:00Z`,
  };
}

/**
 * The commands for both logs: of the system that refused, by its slug; and of the one that wrote report or log
 * line, by its dialect, where that is another.
 */
export function tracesOf(event: BounceEvent, known: Known): Trace[] {
  const values = commandValues(known);
  const reporter =
    event.dialect === null ? undefined : traceTools.find(({ dialects }) => dialects.includes(event.dialect as string));
  const refused =
    event.provider === null ? undefined : traceTools.find(({ systems }) => systems.includes(event.provider as string));
  const reporterRefused = isReporterRefusing(event);
  const receiving =
    refused ?? (reporterRefused ? reporter : undefined) ?? (traceTools[traceTools.length - 1] as TraceTool);
  const traces = [traceWith(receiving, 'receiving', values)];
  if (reporter !== undefined && !reporterRefused) traces.push(traceWith(reporter, 'sending', values));
  return traces;
}

/** Whether who reports is who refused: no other server is named. */
function isReporterRefusing({ format, remoteMta, reportingMta }: BounceEvent): boolean {
  if (format !== 'dsn' && format !== 'ndr') return false;
  return (
    remoteMta.ip === null && (remoteMta.host === null || remoteMta.host.toLowerCase() === reportingMta?.toLowerCase())
  );
}

function traceWith(tool: TraceTool, side: Trace['side'], values: CommandValues): Trace {
  return {
    side,
    tool: tool.name,
    ways: tool.ways.map(({ where, shell, command }) => ({ where, command: fillCommand(command, shell, values) })),
    notes: tool.notes,
  };
}
