import type { JSX } from 'preact';
import { type MessageField, messageFields } from '../../answer/check/message-run.ts';
import { MAX_FIELD } from '../../answer/check/question.ts';
import { checkFieldWords, messagePage } from '../../wording/check-page.ts';
import { FieldWhy } from './field-why.tsx';

/** The form that takes a message: a file, or its source. It is posted, so that no address holds any of it. */
export function MessageForm({
  given,
  isAnswered,
  maxMegabytes,
}: {
  readonly given: Readonly<Partial<Record<MessageField, string>>>;
  /** A report stands below. */
  readonly isAnswered: boolean;
  readonly maxMegabytes: number;
}): JSX.Element {
  return (
    <form class="ask" method="post" action={messagePage.path} encType="multipart/form-data">
      <div class="field">
        <label for="ask-file">{messagePage.file}</label>
        <input id="ask-file" type="file" name="file" aria-describedby="ask-file-why" />
        <FieldWhy of="ask-file" why={isAnswered ? messagePage.heldOwn : messagePage.fileWhy(maxMegabytes)} />
      </div>
      <div class="field">
        <label for="ask-text">{messagePage.text}</label>
        <textarea
          id="ask-text"
          name="text"
          rows={isAnswered ? 3 : 8}
          spellcheck={false}
          autocapitalize="off"
          dir="auto"
          aria-describedby="ask-text-why"
        />
        <FieldWhy of="ask-text" why={messagePage.textWhy} />
      </div>
      <details>
        <summary>{messagePage.more}</summary>
        <div class="fields">
          {messageFields.map((name) => (
            <div class="field" key={name}>
              <label for={`ask-${name}`}>{checkFieldWords[name].label}</label>
              <input
                id={`ask-${name}`}
                name={name}
                type="text"
                value={given[name] ?? ''}
                placeholder={checkFieldWords[name].example}
                maxLength={MAX_FIELD}
                autocapitalize="off"
                autocomplete="off"
                spellcheck={false}
                aria-describedby={`ask-${name}-why`}
              />
              <FieldWhy of={`ask-${name}`} why={messagePage.why[name]} />
            </div>
          ))}
          <div class="field">
            <label for="ask-earlier">{messagePage.earlier}</label>
            <input
              id="ask-earlier"
              type="file"
              name="earlier"
              accept=".json,application/json"
              aria-describedby="ask-earlier-why"
            />
            <FieldWhy of="ask-earlier" why={messagePage.earlierWhy} />
          </div>
        </div>
      </details>
      <p class="buttons">
        <button type="submit" class="main">
          {messagePage.submit}
        </button>
        <span class="soft">{messagePage.takes}</span>
      </p>
      <p class="soft">{messagePage.sent}</p>
    </form>
  );
}
