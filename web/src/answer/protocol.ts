import type { ObservationId, TestId } from '@whybounce/core';
import type { ReadAnswer } from '@whybounce/core/checklist';
import type { SearchResult } from '@whybounce/core/encyclopedia';
import type { PacketContext } from '@whybounce/core/escalate';
import type { SeenForDiagnosis } from './check/check-state.ts';
import type { FailureView, ListQuery, ListView, ObservedView, PacketView, SheetView } from './shapes.ts';

/** Something to read: what was pasted, or a file. */
export interface DeskInput {
  /** As the user knows it: a file's path, or `pasted`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The server that gave a bare reply, where the words need it. */
  readonly host?: string | null;
}

/** How far reading has come. */
export interface Progress {
  readonly doneBytes: number;
  readonly allBytes: number;
  readonly events: number;
}

export type ExportFormat = 'csv' | 'json' | 'ndjson';

/** What can be asked of the engine, and what it answers: the same in the worker and in the server. */
export interface DeskCalls {
  /** Reads inputs; a later call forgets the earlier. */
  read(inputs: readonly DeskInput[]): Promise<SheetView>;
  /** One event in full. */
  open(number: number): Promise<FailureView>;
  list(query: ListQuery): Promise<ListView>;
  /** Takes an answer to a question about an event: its causes are ranked anew. */
  answer(number: number, observation: ObservationId): Promise<FailureView>;
  /** Leaves a question open. */
  skip(number: number, test: TestId): Promise<FailureView>;
  /** Takes an answer back. */
  takeBack(number: number, test: TestId): Promise<FailureView>;
  /** Of what a check says it saw, what the engine knows, in words. */
  recognise(seen: readonly SeenForDiagnosis[]): Promise<readonly ObservedView[]>;
  /** Takes what a check saw: the causes of an event are ranked anew. */
  observe(number: number, seen: readonly SeenForDiagnosis[]): Promise<FailureView>;
  /** The packet with what the user knows beside the mail; redacted: with pseudonyms. */
  packet(number: number, context: PacketContext, redacted: boolean): Promise<PacketView>;
  /** What the pasted output of a step of the checklist says. */
  readOutput(number: number, step: string, output: string): Promise<ReadAnswer>;
  /** The events of a filtered list, or all. */
  exportAs(format: ExportFormat, filter?: ListQuery['filter']): Promise<string>;
  /** The refusal as it may be shared: the server's words with pseudonyms, and the host. */
  share(number: number): Promise<{ readonly reply: string; readonly host: string | null }>;
  search(query: string, limit: number): Promise<readonly SearchResult[]>;
}

export type CallName = keyof DeskCalls;

/** A call as it goes to the worker. */
export type Request = {
  readonly [Name in CallName]: { readonly id: number; readonly call: Name; readonly args: Parameters<DeskCalls[Name]> };
}[CallName];

/** What comes back from the worker. */
export type Response =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly progress: Progress };
