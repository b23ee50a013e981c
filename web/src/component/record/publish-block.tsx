import type { JSX } from 'preact';
import { characterStrings, type DraftPart } from '../../answer/record/draft.ts';
import { panelName } from '../../answer/record/panel-name.ts';
import { recordWording } from '../../wording/record.ts';
import { CopyButton } from '../copy-button.tsx';

/** Something to publish: where, as what, and the text ready to be copied, in strings where it is too long for one. */
export function PublishBlock({ part, id }: { readonly part: DraftPart; readonly id: string }): JSX.Element {
  const { name, type, text } = part;
  const panel = type === 'TXT' ? panelName(name) : null;
  const strings = type === 'TXT' ? characterStrings(text) : [];
  const quoted = strings.map((string) => `"${string.replace(/["\\]/g, '\\$&')}"`).join(' ');
  return (
    <div class="publish-block">
      <dl>
        <div>
          <dt>{type === 'file' ? recordWording.publishAddress : recordWording.publishName}</dt>
          <dd>
            <code>{name}</code>
            {panel === null ? null : <span class="soft"> {recordWording.panelName(panel)}</span>}
          </dd>
        </div>
        <div>
          <dt>{recordWording.publishType}</dt>
          <dd>{recordWording.publishAs[type]}</dd>
        </div>
      </dl>
      <figure class="publish">
        <figcaption>
          {recordWording.publishValue} <CopyButton of={id} label={recordWording.copyOf(name)} />
        </figcaption>
        <pre id={id} dir="auto">
          {text}
        </pre>
      </figure>
      {strings.length < 2 ? null : (
        <figure class="publish">
          <figcaption>
            <span>{recordWording.strings(text.length, strings.length)}</span>{' '}
            <CopyButton of={`${id}-strings`} label={recordWording.copyStrings(name)} />
          </figcaption>
          <pre id={`${id}-strings`} dir="auto">
            {quoted}
          </pre>
        </figure>
      )}
    </div>
  );
}
