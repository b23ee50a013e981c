import { useEffect } from 'preact/hooks';
import { sharedReply } from '../../address.ts';
import { decoder } from '../../wording/decoder.ts';
import { limitWords } from '../../wording/limits.ts';
import { droppedFiles, pickedFiles } from './dropped-files.ts';
import type { Decoder } from './use-decoder.ts';

/** Whether a text is a reply, a mail or lines of a log by itself: then it takes the place of what is in the field. */
function looksWhole(text: string): boolean {
  return /^\s*(?:[245]\d\d[ -]|From |[A-Za-z-]+: )/.test(text) || /\n.*\S/.test(text);
}

/** Reads what is pasted or dropped anywhere on the page, and what stands in the address. */
export function useHandedIn(actions: Decoder): void {
  useEffect(() => {
    const ended = new AbortController();
    const { signal } = ended;

    const readAddress = (): void => {
      const shared = sharedReply(location.hash);
      if (shared !== null) actions.openLink(shared);
    };
    addEventListener('hashchange', readAddress, { signal });
    readAddress();

    document.addEventListener(
      'paste',
      (event) => {
        const data = event.clipboardData;
        if (data === null) return;
        const files = [...data.files];
        const text = data.getData('text/plain');
        if (files.length > 0 && text === '') {
          event.preventDefault();
          actions.read(pickedFiles(files));
          return;
        }
        // Where something else takes text, it is meant for that; a part of the field is edited as usual.
        const target = event.target;
        if (target instanceof HTMLTextAreaElement && target.id === 'bounce') {
          const isWhole = target.value === '' || target.selectionEnd - target.selectionStart === target.value.length;
          if (!isWhole && !looksWhole(text)) return;
        } else if (target instanceof Element && target.closest('input, textarea, select, dialog') !== null) return;
        if (text.trim() === '') return;
        event.preventDefault();
        actions.paste(text);
      },
      { signal },
    );

    // Entering a child leaves its parent, so that only the number of both tells whether something is still over the page.
    let depth = 0;
    const show = (isOver: boolean): void => {
      document.body.classList.toggle('dropping', isOver);
    };
    document.body.dataset['drop'] = decoder.dropHere;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    addEventListener(
      'dragenter',
      (event) => {
        if (hasFiles(event)) show(++depth > 0);
      },
      { signal },
    );
    addEventListener(
      'dragleave',
      (event) => {
        if (hasFiles(event)) show(--depth > 0);
      },
      { signal },
    );
    addEventListener(
      'dragover',
      (event) => {
        if (hasFiles(event)) event.preventDefault();
      },
      { signal },
    );
    addEventListener(
      'drop',
      (event) => {
        depth = 0;
        show(false);
        if (!hasFiles(event) || event.dataTransfer === null) return;
        event.preventDefault();
        void droppedFiles(event.dataTransfer).then(({ files, unread }) =>
          actions.read(
            files,
            unread.map((name) => limitWords.unreadable(name)),
          ),
        );
      },
      { signal },
    );
    return () => ended.abort();
  }, [actions]);
}
