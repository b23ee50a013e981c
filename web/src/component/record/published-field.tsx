import type { JSX } from 'preact';
import { oneValue, type RecordFields } from '../../answer/record/record-fields.ts';
import { recordWording } from '../../wording/record.ts';
import { LongField, Tick } from './record-form.tsx';

/** Where somebody tells what is published, as the DNS did not. */
export function PublishedField({ fields }: { readonly fields: RecordFields }): JSX.Element {
  const { label, hint, none } = recordWording.published;
  return (
    <div class="published-field">
      <LongField name="published" value={oneValue(fields, 'published')} label={label} example="" hint={hint} rows={3} />
      <Tick name="nothing" value="yes" isTicked={oneValue(fields, 'nothing') === 'yes'}>
        {none}
      </Tick>
    </div>
  );
}
