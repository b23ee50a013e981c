import { type Dispatch, useMemo, useReducer } from 'preact/hooks';
import { replyHref, type SharedReply } from '../../address.ts';
import { PASTED } from '../../answer/input-name.ts';
import type { FailureView, ObservedView, SheetView } from '../../answer/shapes.ts';
import type { DecoderActions } from '../../component/decoder/actions.ts';
import { examples } from '../../component/decoder/examples.ts';
import { otherInputs } from '../../wording/answer-kinds.ts';
import { answer, decoder, overview } from '../../wording/decoder.ts';
import { roughSize } from '../../wording/figures.ts';
import { counted, ownerNames, resendWords } from '../../wording/outcome.ts';
import type { DeskClient } from '../desk-client.ts';
import type { Offer } from '../observation-channel.ts';
import type { NamedFile } from './dropped-files.ts';
import { newReading, remember, shownIn } from './history.ts';
import { chooseFiles, loadFiles } from './load-files.ts';
import { type Loaded, Readings } from './readings.ts';
import { saveFile } from './save-file.ts';
import { type DecoderEvent, type DecoderState, emptyState, reduce } from './state.ts';

/** A longer text is read, but not put into the field, where it would make typing slow. */
const MAX_SHOWN = 200_000;
/** Milliseconds without a key after which what is typed is read. */
const TYPING_PAUSE = 60;

/** What the decoder can do, over the engine. */
export interface Decoder extends DecoderActions {
  type(text: string): void;
  paste(text: string): void;
  /** Reads what a link holds. */
  openLink(shared: SharedReply): void;
  /** @param unread what could not be opened, as sentences */
  read(files: readonly NamedFile[], unread?: readonly string[]): void;
  example(id: string): void;
  clear(): void;
  /** Looks at what a check in another tab saw, and offers it; false where the engine knows nothing of it. */
  consider(offer: Offer): Promise<boolean>;
  /** Uses what was offered for an event. */
  observe(number: number, seen: readonly ObservedView[]): void;
  /** Uses nothing of what was offered. */
  decline(): void;
  /** Shows the list again, as going back in the browser does. */
  close(): void;
  /** Shows an event again to which the browser goes back or forth. */
  reopen(number: number): void;
}

/** The decoder's state, and what changes it. */
export function useDecoder(engine: DeskClient, typed: string): [DecoderState, Decoder] {
  const [state, dispatch] = useReducer(reduce, {
    ...emptyState,
    text: typed,
    isReading: typed.trim() !== '',
  });
  const actions = useMemo(() => makeDecoder(new Readings(engine), dispatch), [engine]);
  return [state, actions];
}

function makeDecoder(readings: Readings, dispatch: Dispatch<DecoderEvent>): Decoder {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = '';
  /** What stands in the field as it is read: empty for files and for nothing, null while somebody types. */
  let readSoFar: string | null = '';

  /** Does something with what was asked for, unless something else was handed in meanwhile. */
  const attempt = async <Result>(asked: Promise<Result | null>, then: (result: Result) => void): Promise<void> => {
    try {
      const result = await asked;
      if (result !== null) then(result);
    } catch (error) {
      dispatch({ type: 'problem', problem: error instanceof Error ? error.message : decoder.failed });
    }
  };

  /** @param text of the field, where that is what is read */
  const read = (load: () => Promise<Loaded>, text = ''): void => {
    clearTimeout(timer);
    readSoFar = text.trim();
    const asked = readings.read(load, (progress) => dispatch({ type: 'progress', progress }));
    void attempt(asked, (sheet) => {
      reading = newReading();
      if (sheet.list !== null) remember(reading, null);
      dispatch({ type: 'read', sheet, reading, message: sayWhatWasRead(sheet) });
    });
  };

  const handIn = (text: string, host: string | null): void => {
    const isLarge = text.length > MAX_SHOWN;
    const source = isLarge ? decoder.pastedLarge(roughSize(text.length)) : null;
    dispatch({ type: 'handed-in', text: isLarge ? '' : text, source });
    readText(text, host);
  };

  const readText = (text: string, host: string | null = null): void =>
    read(async () => ({ inputs: [{ name: PASTED, content: text, host }], unread: [] }), text);

  const show = (asked: Promise<FailureView | null>): void =>
    void attempt(asked, (failure) => dispatch({ type: 'opened', failure, message: sayFailure(failure) }));

  const clear = (): void => {
    clearTimeout(timer);
    forgetLink();
    readSoFar = '';
    readings.cancel();
    dispatch({ type: 'cleared' });
  };

  const actions: Decoder = {
    type(text) {
      if (text.trim() === readSoFar) {
        // Nothing new to read: what was answered and filled in stays.
        dispatch({ type: 'edited', text });
        return;
      }
      if (text.trim() === '') {
        clear();
        return;
      }
      forgetLink();
      readSoFar = null;
      clearTimeout(timer);
      readings.cancel();
      dispatch({ type: 'typed', text });
      timer = setTimeout(() => readText(text), TYPING_PAUSE);
    },
    paste(text) {
      forgetLink();
      handIn(text, null);
    },
    openLink({ reply, host }) {
      handIn(reply, host);
    },
    read(files, unopened = []) {
      clear();
      const [first] = files;
      const source = files.length === 1 && first !== undefined ? first.name : counted(files.length, 'file');
      dispatch({ type: 'handed-in', text: '', source });
      const { fit, unread: left } = chooseFiles(files);
      const unread = [...unopened, ...left];
      if (fit.length === 0) {
        dispatch({ type: 'problem', problem: unread.length === 0 ? otherInputs.empty : unread.join(' ') });
        return;
      }
      read(async () => {
        const loaded = await loadFiles(fit);
        return { inputs: loaded.inputs, unread: [...unread, ...loaded.unread] };
      });
    },
    example(id) {
      const example = examples.find((one) => one.id === id);
      if (example !== undefined) actions.paste(example.text);
    },
    clear,
    answer(number, observation) {
      show(readings.ask('answer', number, observation));
    },
    skip(number, test) {
      show(readings.ask('skip', number, test));
    },
    async consider({ subject, observed }) {
      try {
        const seen = await readings.ask('recognise', observed);
        if (seen === null || seen.length === 0) return false;
        dispatch({ type: 'offered', offer: { subject, seen } });
        return true;
      } catch {
        // who offered it is told that nobody took it: here nothing was asked for, so nothing is said
        return false;
      }
    },
    observe(number, seen) {
      dispatch({ type: 'offered', offer: null });
      show(readings.ask('observe', number, seen));
    },
    decline() {
      dispatch({ type: 'offered', offer: null });
    },
    takeBack(number, test) {
      show(readings.ask('takeBack', number, test));
    },
    open(number) {
      remember(reading, number);
      show(readings.ask('open', number));
    },
    back() {
      // One step back leads to the list, unless links inside the page were followed since.
      if (shownIn(history.state)?.isFromList === true) history.back();
      else {
        remember(reading, null);
        dispatch({ type: 'closed' });
      }
    },
    close() {
      dispatch({ type: 'closed' });
    },
    reopen(number) {
      show(readings.ask('open', number));
    },
    list(query, name) {
      void attempt(readings.ask('list', query), (list) => dispatch({ type: 'listed', list, query, name }));
    },
    packet(number, context, redacted) {
      void attempt(readings.ask('packet', number, context, redacted), (packet) =>
        dispatch({ type: 'packet', number, packet }),
      );
    },
    readOutput(number, step, output) {
      void attempt(readings.ask('readOutput', number, step, output), (said) =>
        dispatch({ type: 'output', number, step, answer: said }),
      );
    },
    exportAs(format, filter) {
      const types = { csv: 'text/csv', json: 'application/json', ndjson: 'application/x-ndjson' } as const;
      void attempt(readings.ask('exportAs', format, filter), (text) =>
        saveFile(`bounces.${format}`, types[format], text),
      );
    },
    share(number) {
      void attempt(readings.ask('share', number), async (shared) => {
        const href = replyHref(shared);
        // The address bar has it too, for whoever may not use the clipboard.
        history.replaceState(history.state, '', href);
        const isCopied = await navigator.clipboard.writeText(new URL(href, location.href).href).then(
          () => true,
          () => false,
        );
        dispatch({ type: 'said', message: isCopied ? answer.linkCopied : answer.linkInAddress });
      });
    },
    print() {
      window.print();
    },
  };
  return actions;
}

/** A link to an answer that is no longer the answer would bring the old one back when the page is loaded anew. */
function forgetLink(): void {
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
}

function sayWhatWasRead(sheet: SheetView): string {
  return sheet.overview === null ? sayFailure(sheet.first) : overview.heading(counted(sheet.overview.events, 'event'));
}

function sayFailure({ verdict, warnings }: FailureView): string {
  return verdict === null
    ? (warnings[0]?.message ?? '')
    : decoder.newAnswer(ownerNames[verdict.owner], resendWords(verdict.action));
}
