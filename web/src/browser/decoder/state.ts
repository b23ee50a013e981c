import type { ReadAnswer } from '@whybounce/core/checklist';
import type { Progress } from '../../answer/protocol.ts';
import type { FailureView, ListQuery, ListView, ObservedView, PacketView, SheetView } from '../../answer/shapes.ts';
import { firstQuery } from '../../page/decoder/decoder-page.tsx';

/** What the decoder shows. */
export interface DecoderState {
  /** What stands in the field. */
  readonly text: string;
  /** What was handed in beside the field: names of files, or a text too long for it; null for none. */
  readonly source: string | null;
  readonly isReading: boolean;
  readonly progress: Progress | null;
  readonly problem: string | null;
  readonly sheet: SheetView | null;
  /** Tells readings apart; what the browser's history remembers belongs to one of them. */
  readonly reading: string;
  /** The event that is shown in full; null while a list is shown. */
  readonly failure: FailureView | null;
  readonly list: ListView | null;
  readonly query: ListQuery;
  /** What the list is filtered by, as it is called. */
  readonly filterName: string;
  /** What pasted outputs of the checklist say, by step. */
  readonly outputs: ReadonlyMap<string, ReadAnswer>;
  /** What a check in another tab saw, before somebody says whether it is used; null where nothing is offered. */
  readonly offer: ObservedOffer | null;
  /** For whoever does not see the page change. */
  readonly message: string;
}

/** What a check offers to a diagnosis. */
interface ObservedOffer {
  /** What was checked. */
  readonly subject: string;
  readonly seen: readonly ObservedView[];
}

export const emptyState: DecoderState = {
  text: '',
  source: null,
  isReading: false,
  progress: null,
  problem: null,
  sheet: null,
  reading: '',
  failure: null,
  list: null,
  query: firstQuery,
  filterName: '',
  outputs: new Map(),
  offer: null,
  message: '',
};

/** What happens to it. */
export type DecoderEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'edited'; readonly text: string }
  | { readonly type: 'handed-in'; readonly text: string; readonly source: string | null }
  | { readonly type: 'cleared' }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'read'; readonly sheet: SheetView; readonly reading: string; readonly message: string }
  | { readonly type: 'problem'; readonly problem: string }
  | { readonly type: 'opened'; readonly failure: FailureView; readonly message: string }
  | { readonly type: 'closed' }
  | {
      readonly type: 'listed';
      readonly list: ListView;
      readonly query: ListQuery;
      readonly name: string | undefined;
    }
  | { readonly type: 'packet'; readonly number: number; readonly packet: PacketView }
  | { readonly type: 'output'; readonly number: number; readonly step: string; readonly answer: ReadAnswer }
  | { readonly type: 'offered'; readonly offer: ObservedOffer | null }
  | { readonly type: 'said'; readonly message: string };

/** From this many events on the pattern is shown before the list; fewer make none. */
export const PATTERN_FROM = 5;

export function reduce(state: DecoderState, event: DecoderEvent): DecoderState {
  switch (event.type) {
    case 'typed':
      return {
        ...state,
        text: event.text,
        source: null,
        isReading: event.text.trim() !== '',
        problem: null,
        offer: null,
      };
    case 'edited':
      return { ...state, text: event.text };
    case 'handed-in':
      return { ...emptyState, text: event.text, source: event.source, isReading: true };
    case 'cleared':
      return emptyState;
    case 'progress':
      return { ...state, progress: event.progress };
    case 'read': {
      const { sheet, reading, message } = event;
      return {
        ...state,
        isReading: false,
        progress: null,
        problem: null,
        sheet,
        reading,
        failure: sheet.list === null ? sheet.first : null,
        list: sheet.list,
        query: emptyState.query,
        filterName: emptyState.filterName,
        outputs: emptyState.outputs,
        message,
      };
    }
    case 'problem':
      return { ...state, isReading: false, progress: null, problem: event.problem };
    case 'opened':
      return {
        ...state,
        problem: null,
        failure: event.failure,
        outputs: event.failure.number === state.failure?.number ? state.outputs : emptyState.outputs,
        message: event.message,
      };
    case 'closed':
      return state.list === null ? state : { ...state, problem: null, failure: null };
    case 'listed':
      return {
        ...state,
        problem: null,
        list: event.list,
        query: event.query,
        filterName: event.name ?? state.filterName,
        failure: null,
      };
    case 'packet':
      return state.failure?.number !== event.number
        ? state
        : { ...state, problem: null, failure: { ...state.failure, packet: event.packet } };
    case 'output':
      return state.failure?.number !== event.number
        ? state
        : { ...state, problem: null, outputs: new Map([...state.outputs, [event.step, event.answer]]) };
    case 'offered':
      return { ...state, offer: event.offer };
    case 'said':
      return { ...state, message: event.message };
  }
}
