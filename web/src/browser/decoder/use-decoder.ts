import { type Dispatch, useMemo, useReducer } from 'preact/hooks';
import { replyHref, type SharedReply } from '../../address.ts';
import { MAX_INPUT_BYTES } from '../../answer/limits.ts';
import type { DeskInput } from '../../answer/protocol.ts';
import type { FailureView, SheetView } from '../../answer/shapes.ts';
import type { DecoderActions } from '../../component/decoder/actions.ts';
import { examples } from '../../component/decoder/examples.ts';
import { answer, decoder, overview } from '../../wording/decoder.ts';
import { limitWords } from '../../wording/limits.ts';
import { counted, ownerNames, resendWords } from '../../wording/outcome.ts';
import type { DeskClient } from '../desk-client.ts';
import { DeskError } from '../desk-error.ts';
import { type NamedFile, pickedFiles } from './dropped-files.ts';
import { saveFile } from './save-file.ts';
import { type DecoderEvent, type DecoderState, emptyState, reduce } from './state.ts';

/** A longer text is read, but not put into the field, where it would make typing slow. */
const MAX_SHOWN = 200_000;
/** Milliseconds without a key after which what is typed is read. */
const TYPING_PAUSE = 60;

/** What the decoder can do, over the engine. */
export interface Decoder extends DecoderActions {
  type(text: string): void;
  paste(text: string, host?: string | null): void;
  read(files: readonly NamedFile[]): void;
  pick(files: readonly File[]): void;
  example(id: string): void;
  clear(): void;
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
  const decoderOf = useMemo(() => makeDecoder(engine, dispatch), [engine]);
  return [state, decoderOf];
}

function makeDecoder(engine: DeskClient, dispatch: Dispatch<DecoderEvent>): Decoder {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (error instanceof DeskError && error.code === 'superseded') return;
      dispatch({ type: 'problem', problem: error instanceof Error ? error.message : decoder.failed });
    }
  };

  const readAll = (inputs: () => Promise<readonly DeskInput[]>, unread: readonly string[] = []): void => {
    clearTimeout(timer);
    void attempt(async () => {
      const read = await engine.read(await inputs(), (progress) => dispatch({ type: 'progress', progress }));
      const sheet = { ...read, unread: [...unread, ...read.unread] };
      dispatch({ type: 'read', sheet, message: sayWhatWasRead(sheet) });
    });
  };

  const readText = (text: string, host: string | null = null): void =>
    readAll(async () => [{ name: decoder.inputName, content: text, host }]);

  const show = (asked: Promise<FailureView>): void =>
    void attempt(async () => {
      const failure = await asked;
      dispatch({ type: 'opened', failure, message: sayFailure(failure) });
    });

  const actions: Decoder = {
    type(text) {
      dispatch({ type: 'typed', text });
      clearTimeout(timer);
      if (text.trim() === '') {
        dispatch({ type: 'cleared' });
        return;
      }
      timer = setTimeout(() => readText(text), TYPING_PAUSE);
    },
    paste(text, host = null) {
      const isLarge = text.length > MAX_SHOWN;
      const source = isLarge ? decoder.pastedLarge(`${(text.length / 1e6).toFixed(1)} MB`) : null;
      dispatch({ type: 'handed-in', text: isLarge ? '' : text, source });
      readText(text, host);
    },
    read(files) {
      if (files.length === 0) return;
      const [first] = files;
      const source = files.length === 1 && first !== undefined ? first.name : counted(files.length, 'file');
      dispatch({ type: 'handed-in', text: '', source });
      const { fit, tooLarge } = fitting(files);
      if (fit.length === 0) dispatch({ type: 'problem', problem: tooLarge.join(' ') });
      else
        readAll(
          () =>
            Promise.all(
              fit.map(async ({ name, file }) => ({ name, content: new Uint8Array(await file.arrayBuffer()) })),
            ),
          tooLarge,
        );
    },
    pick(files) {
      actions.read(pickedFiles(files));
    },
    example(id) {
      const example = examples.find((one) => one.id === id);
      if (example !== undefined) actions.paste(example.text);
    },
    clear() {
      clearTimeout(timer);
      dispatch({ type: 'cleared' });
    },
    answer(number, observation) {
      show(engine.call('answer', number, observation));
    },
    skip(number, test) {
      show(engine.call('skip', number, test));
    },
    takeBack(number, test) {
      show(engine.call('takeBack', number, test));
    },
    open(number) {
      history.pushState({ whybounceOpen: number }, '');
      show(engine.call('open', number));
    },
    back() {
      history.back();
    },
    close() {
      dispatch({ type: 'closed' });
    },
    reopen(number) {
      show(engine.call('open', number));
    },
    list(query, name) {
      void attempt(async () => dispatch({ type: 'listed', list: await engine.call('list', query), query, name }));
    },
    packet(number, context, redacted) {
      void attempt(async () => {
        dispatch({ type: 'packet', number, packet: await engine.call('packet', number, context, redacted) });
      });
    },
    readOutput(number, step, output) {
      void attempt(async () => {
        dispatch({ type: 'output', step, answer: await engine.call('readOutput', number, step, output) });
      });
    },
    exportAs(format) {
      void attempt(async () => {
        const types = { csv: 'text/csv', json: 'application/json', ndjson: 'application/x-ndjson' } as const;
        saveFile(`bounces.${format}`, types[format], await engine.call('exportAs', format));
      });
    },
    share(number) {
      void attempt(async () => {
        const shared: SharedReply = await engine.call('share', number);
        const href = replyHref(shared);
        // The address bar has it too, for whoever may not use the clipboard.
        history.replaceState(history.state, '', href);
        await navigator.clipboard.writeText(new URL(href, location.href).href).catch(() => undefined);
        dispatch({ type: 'said', message: answer.linkCopied });
      });
    },
    print() {
      window.print();
    },
  };
  return actions;
}

/** Files in their order while they fit into what is read at once; a file that does not is not even loaded. */
function fitting(files: readonly NamedFile[]): { readonly fit: readonly NamedFile[]; readonly tooLarge: string[] } {
  let bytes = 0;
  const fit = files.filter(({ file }) => {
    if (bytes + file.size > MAX_INPUT_BYTES) return false;
    bytes += file.size;
    return true;
  });
  const tooLarge = files
    .filter((file) => !fit.includes(file))
    .map(({ name }) => limitWords.inputTooLarge(name, MAX_INPUT_BYTES / 1024 / 1024));
  return { fit, tooLarge };
}

function sayWhatWasRead(sheet: SheetView): string {
  return sheet.overview === null ? sayFailure(sheet.first) : overview.heading(counted(sheet.overview.events, 'event'));
}

function sayFailure({ verdict, warnings }: FailureView): string {
  return verdict === null
    ? (warnings[0]?.message ?? '')
    : decoder.newAnswer(ownerNames[verdict.owner], resendWords(verdict.action));
}
