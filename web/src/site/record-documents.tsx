import type { JSX } from 'preact';
import type { Answered } from '../answer/record/answered.ts';
import type { RecordFields } from '../answer/record/record-fields.ts';
import type { Assets } from '../component/document.tsx';
import { DmarcPage } from '../page/record/dmarc-page.tsx';
import { MtaStsPage } from '../page/record/mta-sts-page.tsx';
import type { RecordPageProps } from '../page/record/record-frame.tsx';
import { SpfPage } from '../page/record/spf-page.tsx';
import { WhatIfPage } from '../page/record/what-if-page.tsx';
import { WriteBimiPage, WriteDkimPage } from '../page/record/write-dkim-and-bimi-page.tsx';
import { WriteDmarcPage } from '../page/record/write-dmarc-page.tsx';
import { WriteMtaStsPage } from '../page/record/write-mta-sts-page.tsx';
import { WriteSpfPage } from '../page/record/write-spf-page.tsx';
import { renderDocument } from '../render.ts';

type RecordDocument<T> = (assets: Assets, fields: RecordFields, state: Answered<T>) => string;

/** The pages about records as HTML, each with what was asked and what came of it. */
export const spfDocument = documentOf(SpfPage);
export const dmarcDocument = documentOf(DmarcPage);
export const mtaStsDocument = documentOf(MtaStsPage);
export const whatIfDocument = documentOf(WhatIfPage);
export const writeSpfDocument = documentOf(WriteSpfPage);
export const writeDmarcDocument = documentOf(WriteDmarcPage);
export const writeMtaStsDocument = documentOf(WriteMtaStsPage);
export const writeDkimDocument = documentOf(WriteDkimPage);
export const writeBimiDocument = documentOf(WriteBimiPage);

function documentOf<T>(Page: (props: RecordPageProps<T>) => JSX.Element): RecordDocument<T> {
  return (assets, fields, state) => renderDocument(<Page assets={assets} fields={fields} state={state} />);
}
