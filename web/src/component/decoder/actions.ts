import type { ObservationId, TestId } from '@whybounce/core';
import type { PacketContext } from '@whybounce/core/escalate';
import { createContext } from 'preact';
import type { ExportFormat } from '../../answer/protocol.ts';
import type { ListQuery } from '../../answer/shapes.ts';

/** What the page's script does when somebody clicks. Without script the same elements are forms that post. */
export interface DecoderActions {
  answer(number: number, observation: ObservationId): void;
  skip(number: number, test: TestId): void;
  takeBack(number: number, test: TestId): void;
  open(number: number): void;
  back(): void;
  /** @param name what the list is filtered by, as it is called; the present one where it is left out */
  list(query: ListQuery, name?: string): void;
  packet(number: number, context: PacketContext, redacted: boolean): void;
  readOutput(number: number, step: string, output: string): void;
  /** @param filter that of the list which is shown */
  exportAs(format: ExportFormat, filter: ListQuery['filter']): void;
  share(number: number): void;
  print(): void;
}

/** Null where the page came from the server: everything is a form then. */
export const Actions = createContext<DecoderActions | null>(null);
